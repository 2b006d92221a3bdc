//! The code that two people exchange to compare: eighteen digits. docs/share-code.md has every place of it.

use crate::domain::compare::{CodeError, DAYS, FIRST_DAY, Figures, Part};
use crate::domain::instrument::{CODES, Perspective};

/// The version that is written, and its place, the first digit.
const VERSION: u64 = 1;
/// How many digits a code has.
const DIGITS: usize = 18;
/// How many of them are the check, at the end.
const CHECK: u32 = 6;
/// How many digits stand together.
const GROUP: usize = 3;
/// The longest text that is looked at, in bytes. A code in its groups has 23.
pub const LONGEST: usize = 200;
/// All digits, as one number, leave 1 when divided by this, the largest prime of six digits. So whatever is altered
/// within five digits in a row is found, and of all else all but one in a million.
const MODULUS: u64 = 999_983;

/// How many different parts of the items about the same acts there are.
const SAME_ACTS: u64 = places(Part::OF_SAME_ACTS);
/// How many different areas there are, with the one that has no number.
const AREAS: u64 = places(Part::OF_AREA) + 1;

/// The code, in its groups.
pub fn write(figures: &Figures) -> String {
    let Figures { items, perspective, day, accountability, healing, stability } = *figures;
    let area = |part: Option<Part>| part.map_or(0, |part| 1 + place(part, Part::OF_AREA));
    let mut number = area(stability);
    number = number * AREAS + area(healing);
    number = number * SAME_ACTS + place(accountability, Part::OF_SAME_ACTS);
    number = number * DAYS as u64 + (day - FIRST_DAY) as u64;
    number = number * 2 + u64::from(perspective == Perspective::Loved);
    let versions = VERSION * 10 + items as u64;
    let body = versions * 10_u64.pow(10) + number;
    let check = (MODULUS + 1 - body % MODULUS * 10_u64.pow(CHECK) % MODULUS) % MODULUS;
    grouped(body * 10_u64.pow(CHECK) + check)
}

/// Reads a code as a person may type it: in groups or not, with O for 0 and I or L for 1.
///
/// # Errors
/// Why it cannot be read. Text that is too long for a code is refused before anything in it is looked at.
pub fn read(text: &str) -> Result<Figures, CodeError> {
    if text.len() > LONGEST {
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
        (_, 1) if version > VERSION => Err(CodeError::Newer),
        (DIGITS, 1) => figures(body).ok_or(CodeError::Foreign),
        (DIGITS, _) => Err(CodeError::Altered),
        _ => Err(CodeError::Foreign),
    }
}

/// What stands in the digits before the check.
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
    let known = versions / 10 == VERSION && number == 0;
    known.then_some(Figures { items, perspective, day, accountability, healing, stability })
}

/// How many sums there are over this many answers.
const fn sums(answered: u64) -> u64 {
    CODES.max as u64 * answered + 1
}

/// How many parts there are. Sums grow evenly with the answers, so that on average there are as many as at both ends.
const fn places((least, most): (usize, usize)) -> u64 {
    (sums(least as u64) + sums(most as u64)) * (most + 1 - least) as u64 / 2
}

/// The place of a part: fewer answers first, then the lower sum.
fn place(part: Part, (least, _): (usize, usize)) -> u64 {
    let fewer = places((least, part.answered() as usize - 1));
    fewer + part.sum() as u64
}

/// The part at a place.
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
