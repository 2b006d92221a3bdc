//! What a reader has answered so far.

use super::definition::{Codes, ItemIdx};

/// One answer. An item that was not reached has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The code of the choice, within the definition's range.
    Chosen(i64),
    /// "Skip / does not apply": missing, never 0.
    Skipped,
}

/// The answers to one definition's items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    codes: Codes,
    /// Codes, or [`OPEN`] or [`SKIPPED`]: every step copies them all, so they are small.
    given: Vec<i16>,
}

/// An item that was not reached. No code comes near it: those of a definition are within ±1000.
const OPEN: i16 = i16::MIN;
/// A skip.
const SKIPPED: i16 = i16::MIN + 1;

/// Why an answer was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such item.
    NoSuchItem(ItemIdx),
    /// The code is outside the definition's range.
    OutOfRange {
        /// The code.
        code: i64,
        /// The accepted range.
        codes: Codes,
    },
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Refused::NoSuchItem(at) => write!(f, "there is no item number {}", at.0 + 1),
            Refused::OutOfRange { code, codes } => {
                write!(f, "{code} is not a code from {} to {}", codes.min, codes.max)
            }
        }
    }
}

impl std::error::Error for Refused {}

impl Answers {
    pub(super) fn none(codes: Codes, items: usize) -> Answers {
        Answers { codes, given: vec![OPEN; items] }
    }

    /// These answers with one added or replaced.
    ///
    /// # Errors
    /// Refuses an item that does not exist and a code outside the definition's range.
    pub fn with(&self, at: ItemIdx, answer: Answer) -> Result<Answers, Refused> {
        let codes = self.codes;
        let kept = match answer {
            Answer::Skipped => SKIPPED,
            Answer::Chosen(code) if codes.contains(code) => code as i16,
            Answer::Chosen(code) => return Err(Refused::OutOfRange { code, codes }),
        };
        let mut next = self.clone();
        *next.given.get_mut(at.0).ok_or(Refused::NoSuchItem(at))? = kept;
        Ok(next)
    }

    /// The answer to an item, if it was reached.
    pub fn get(&self, at: ItemIdx) -> Option<Answer> {
        match *self.given.get(at.0)? {
            OPEN => None,
            SKIPPED => Some(Answer::Skipped),
            code => Some(Answer::Chosen(code.into())),
        }
    }

    /// The raw code chosen for an item; `None` when skipped or not reached.
    pub fn code(&self, at: ItemIdx) -> Option<i64> {
        match self.get(at) {
            Some(Answer::Chosen(code)) => Some(code),
            Some(Answer::Skipped) | None => None,
        }
    }

    /// Items not reached yet, in order.
    pub fn open(&self) -> impl Iterator<Item = ItemIdx> {
        self.given.iter().enumerate().filter(|(_, given)| **given == OPEN).map(|(at, _)| ItemIdx(at))
    }

    /// Whether any item was chosen or skipped.
    pub fn any(&self) -> bool {
        self.given.iter().any(|&given| given != OPEN)
    }
}
