//! Writes and reads the code that two people exchange to compare: eighteen digits, described in docs/share-code.md.

use crate::domain::compare::{CodeError, DAYS, FIRST_DAY, Figures, Part};
use crate::domain::instrument::{CODES, Perspective};

/// The version of the code, which is its first digit.
const CODE_VERSION: u64 = 1;
/// The number of digits.
const DIGITS: usize = 18;
/// The number of check digits, which are the last.
const CHECK: u32 = 6;
/// The number of digits in a group.
const GROUP: usize = 3;
/// The longest text that is read, in bytes. A code in groups has 23; in digits of four bytes, with a mark on either side
/// of each group and words around it, it can have 200.
pub const LONGEST_CODE_BYTES: usize = 400;
/// All digits as one number leave the remainder 1 when divided by this, the largest prime of six digits. Every change
/// within five neighbouring digits is detected, and all other changes but one in a million.
const MODULUS: u64 = 999_983;

/// The number of possible results for the items about the same acts.
const SAME_ACTS: u64 = places(Part::OF_SAME_ACTS);
/// The number of possible results for an area, including "no number".
const AREAS: u64 = places(Part::OF_AREA) + 1;

/// Returns the code in groups of three digits.
pub fn write(figures: &Figures) -> String {
    let Figures { items, perspective, day, accountability, healing, stability } = *figures;
    let area = |part: Option<Part>| part.map_or(0, |part| 1 + place(part, Part::OF_AREA));
    let mut number = area(stability);
    number = number * AREAS + area(healing);
    number = number * SAME_ACTS + place(accountability, Part::OF_SAME_ACTS);
    number = number * DAYS as u64 + (day - FIRST_DAY) as u64;
    number = number * 2 + u64::from(perspective == Perspective::Loved);
    let versions = CODE_VERSION * 10 + items as u64;
    let body = versions * 10_u64.pow(10) + number;
    let check = (MODULUS + 1 - body % MODULUS * 10_u64.pow(CHECK) % MODULUS) % MODULUS;
    grouped(body * 10_u64.pow(CHECK) + check)
}

/// Zero of each run of ten decimal digits in Unicode 16 (general category Nd).
const ZEROS: [u32; 76] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40,
    0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da,
    0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16130, 0x16a60, 0x16ac0,
    0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0,
    0x1e5f1, 0x1e950, 0x1fbf0,
];

/// The value of a decimal digit in any script.
fn decimal(letter: char) -> Option<u64> {
    ZEROS
        .iter()
        .find_map(|zero| (letter as u32).checked_sub(*zero).filter(|digit| *digit < 10))
        .map(u64::from)
}

/// The digit that a letter is taken for.
fn mistaken(letter: char) -> Option<u64> {
    match letter {
        'o' | 'O' => Some(0),
        'i' | 'I' | 'l' | 'L' => Some(1),
        _ => None,
    }
}

/// Reads a code as people type, paste and send it: in the digits of any script, with or without groups and words around
/// it, with O for 0 and I or L for 1.
///
/// # Errors
/// The reason why it is no code. Text that is too long is refused before it is read.
pub fn read(text: &str) -> Result<Figures, CodeError> {
    if text.len() > LONGEST_CODE_BYTES {
        return Err(CodeError::Foreign);
    }
    // "o" and "lo" are words in some languages, and zero or one and zero where someone types a code digit by digit.
    digits_of(text, true)
        .and_then(|found| decoded(&found))
        .or_else(|why| digits_of(text, false).and_then(|found| decoded(&found)).map_err(|_| why))
}

/// The digits of a text. What is neither a letter nor a digit parts words and is left out, and so are words without
/// digits; `all` tells whether a word of nothing but mistaken letters counts as digits.
fn digits_of(text: &str, all: bool) -> Result<Vec<u64>, CodeError> {
    let (mut digits, mut has_words) = (Vec::new(), false);
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let found: Option<Vec<u64>> =
            word.chars().map(|letter| decimal(letter).or_else(|| mistaken(letter))).collect();
        let has_digits = word.chars().any(|letter| decimal(letter).is_some());
        match found {
            Some(found) if has_digits || all => digits.extend(found),
            None if has_digits => return Err(CodeError::Foreign),
            _ => has_words = true,
        }
    }
    if digits.is_empty() && has_words { Err(CodeError::Foreign) } else { Ok(digits) }
}

/// The figures that digits stand for.
fn decoded(found: &[u64]) -> Result<Figures, CodeError> {
    let version = found.first().copied().unwrap_or_default();
    let body = found.iter().take(DIGITS - CHECK as usize).fold(0, |body, digit| body * 10 + digit);
    let rest = found.iter().fold(0, |rest, digit| (rest * 10 + digit) % MODULUS);
    match (found.len(), rest) {
        (0, _) => Err(CodeError::Empty),
        (1..DIGITS, _) => Err(CodeError::Short),
        (_, 1) if version > CODE_VERSION => Err(CodeError::Newer),
        (DIGITS, 1) => figures(body).ok_or(CodeError::Foreign),
        (DIGITS, _) => Err(CodeError::Altered),
        _ => Err(CodeError::Foreign),
    }
}

/// Decodes the digits before the check digits.
fn figures(body: u64) -> Option<Figures> {
    let (versions, mut number) = (body / 10_u64.pow(10), body % 10_u64.pow(10));
    let mut next = |of: u64| {
        let digit = number % of;
        number /= of;
        digit
    };
    let perspective = if next(2) == 0 { Perspective::Recovery } else { Perspective::Loved };
    let day = FIRST_DAY + next(DAYS as u64) as i64;
    let accountability = part(next(SAME_ACTS), Part::OF_SAME_ACTS)?;
    let mut area = || match next(AREAS) {
        0 => None,
        place => part(place - 1, Part::OF_AREA),
    };
    let (healing, stability) = (area(), area());
    let items = (versions % 10) as i64;
    let known = versions / 10 == CODE_VERSION && number == 0;
    known.then_some(Figures { items, perspective, day, accountability, healing, stability })
}

/// The number of possible sums over this many answers.
const fn sums(answered: u64) -> u64 {
    CODES.max as u64 * answered + 1
}

/// The number of possible parts with `least` to `most` answers. Sums grow linearly with the answers, so the total is
/// the mean of both ends times the number of terms.
const fn places((least, most): (usize, usize)) -> u64 {
    (sums(least as u64) + sums(most as u64)) * (most + 1 - least) as u64 / 2
}

/// The rank of a part: by number of answers, then by sum.
fn place(part: Part, (least, _): (usize, usize)) -> u64 {
    let fewer = places((least, part.answered() as usize - 1));
    fewer + part.sum() as u64
}

/// The part with a rank.
fn part(mut place: u64, enough: (usize, usize)) -> Option<Part> {
    let mut answered = enough.0 as u64;
    while place >= sums(answered) {
        place -= sums(answered);
        answered += 1;
    }
    Part::checked(place as i64, answered as i64, enough)
}

fn grouped(code: u64) -> String {
    let digits = code.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % GROUP == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
