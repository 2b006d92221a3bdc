//! The stages of a comparison, from the first question to the two side by side.

use super::run::Missed;
use crate::domain::compare::{CodeError, Comparison, Figures};

/// A safety question before a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// "Can anyone else see your screen right now?"
    Watched,
    /// "Is anyone making you feel afraid or unsafe?"
    Afraid,
}

/// An answer to a safety question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// No, the only answer that leads on.
    No,
    /// Yes.
    Yes,
    /// Not sure.
    NotSure,
    /// Skip.
    Skip,
}

/// Stage of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// One of the two safety questions.
    Asking {
        /// The question.
        question: Question,
        /// The answer chosen so far.
        reply: Option<Reply>,
        /// How often Continue was pressed without an answer.
        missed: Missed,
    },
    /// A warning before the code shows.
    Warned {
        /// Figures of the reader's code.
        mine: Figures,
    },
    /// The reader's code, and a field for the other person's.
    Exchanging {
        /// Figures of the reader's code.
        mine: Figures,
        /// Why the other person's code could not be read.
        trouble: Option<CodeError>,
        /// How often that happened.
        missed: Missed,
    },
    /// The two side by side.
    Compared {
        /// Figures of the reader's code.
        mine: Figures,
        /// The comparison.
        comparison: Comparison,
    },
    /// No comparison. It carries no reason, so nobody can be told one.
    Refused,
}

impl Question {
    /// The answers, in the order of display.
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
