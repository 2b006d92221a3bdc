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
/// The longest text that is read, in bytes. A code in groups has 23.
pub const LONGEST_CODE_BYTES: usize = 200;
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

/// Reads a code as people type it: with or without groups, with O for 0 and I or L for 1.
///
/// # Errors
/// The reason why it is no code. Text that is too long is refused before it is read.
pub fn read(text: &str) -> Result<Figures, CodeError> {
    if text.len() > LONGEST_CODE_BYTES {
        return Err(CodeError::Foreign);
    }
    let (mut digits, mut body, mut rest, mut version) = (0, 0, 0, 0);
    for letter in text.chars() {
        let digit = match letter {
            '0'..='9' => letter as u64 - '0' as u64,
            'o' | 'O' => 0,
            'i' | 'I' | 'l' | 'L' => 1,
            '-' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}' => continue,
            ' ' | '\t' | '\r' | '\n' | '\u{a0}' | '\u{2009}' | '\u{200b}' | '\u{202f}' | '\u{feff}' => {
                continue;
            }
            _ => return Err(CodeError::Foreign),
        };
        if digits == 0 {
            version = digit;
        }
        if digits < DIGITS - CHECK as usize {
            body = body * 10 + digit;
        }
        rest = (rest * 10 + digit) % MODULUS;
        digits += 1;
    }
    match (digits, rest) {
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
