//! The stages of a comparison, from the first question to the two side by side.

use super::run::Missed;
use crate::domain::compare::{CodeError, Comparison, Figures};

/// A question that comes before a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// "Can anyone else see your screen right now?"
    Watched,
    /// "Is anyone making you feel afraid or unsafe?"
    Afraid,
}

/// An answer to one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The only one that leads on.
    No,
    /// Yes.
    Yes,
    /// Not sure.
    NotSure,
    /// Skip.
    Skip,
}

/// How far the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// One of the two questions.
    Asking {
        /// Which.
        question: Question,
        /// What is chosen.
        reply: Option<Reply>,
        /// How often Continue was pressed without an answer.
        missed: Missed,
    },
    /// What to know before there is a code.
    Warned {
        /// What the code carries.
        mine: Figures,
    },
    /// The code, and a place for the other person's.
    Exchanging {
        /// What the code carries.
        mine: Figures,
        /// Why the other person's code could not be read.
        trouble: Option<CodeError>,
        /// How often it could not.
        missed: Missed,
    },
    /// The two side by side.
    Compared {
        /// What the reader's code carries.
        mine: Figures,
        /// The two.
        comparison: Comparison,
    },
    /// There is no comparison. It carries no reason: nobody is told.
    Refused,
}

impl Question {
    /// The answers, in the order in which they are offered.
    pub fn replies(self) -> &'static [Reply] {
        match self {
            Question::Watched => &[Reply::No, Reply::Yes, Reply::NotSure],
            Question::Afraid => &[Reply::Yes, Reply::NotSure, Reply::No, Reply::Skip],
        }
    }

    pub(super) fn asked(self) -> Stage {
        Stage::Asking { question: self, reply: None, missed: Missed::default() }
    }
}

impl Stage {
    pub(super) fn exchange(mine: Figures) -> Stage {
        Stage::Exchanging { mine, trouble: None, missed: Missed::default() }
    }
}
