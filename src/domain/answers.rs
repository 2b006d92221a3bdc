//! The answers so far.

use super::item::{Codes, ItemIdx};

/// An answer. An item that was not reached has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Code of the choice, within the definition's range.
    Chosen(i64),
    /// "Skip / does not apply": missing, never 0.
    Skipped,
}

/// Answers to the items of one definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    codes: Codes,
    given: Vec<Slot>,
}

/// Place for an answer, small because every step copies all of them: a code, or [`Slot::OPEN`] or [`Slot::SKIPPED`].
/// No code comes near those two: the codes of a definition are within ±1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot(i16);

impl Slot {
    /// An item that was not reached.
    pub(super) const OPEN: Slot = Slot(i16::MIN);
    const SKIPPED: Slot = Slot(i16::MIN + 1);

    /// Holds an answer.
    ///
    /// # Errors
    /// Refuses a code outside the range.
    pub(super) fn holding(answer: Answer, codes: Codes) -> Result<Slot, Refused> {
        match answer {
            Answer::Skipped => Ok(Slot::SKIPPED),
            Answer::Chosen(code) if codes.contains(code) => Ok(Slot(code as i16)),
            Answer::Chosen(code) => Err(Refused::OutOfRange { code, codes }),
        }
    }

    pub(super) fn answer(self) -> Option<Answer> {
        match self {
            Slot::OPEN => None,
            Slot::SKIPPED => Some(Answer::Skipped),
            Slot(code) => Some(Answer::Chosen(code.into())),
        }
    }
}

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
        Answers { codes, given: vec![Slot::OPEN; items] }
    }

    /// Adds or replaces an answer.
    ///
    /// # Errors
    /// Refuses an item that does not exist and a code outside the definition's range.
    pub fn with(&self, at: ItemIdx, answer: Answer) -> Result<Answers, Refused> {
        let codes = self.codes;
        let slot = Slot::holding(answer, codes)?;
        let mut next = self.clone();
        *next.given.get_mut(at.0).ok_or(Refused::NoSuchItem(at))? = slot;
        Ok(next)
    }

    /// The answer to an item, if it was reached.
    pub fn get(&self, at: ItemIdx) -> Option<Answer> {
        self.given.get(at.0)?.answer()
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
        self.given.iter().enumerate().filter(|(_, given)| **given == Slot::OPEN).map(|(at, _)| ItemIdx(at))
    }

    /// Whether any item was chosen or skipped.
    pub fn any(&self) -> bool {
        self.given.iter().any(|&given| given != Slot::OPEN)
    }
}
