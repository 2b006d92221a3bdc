//! Comparing with someone, step by step: two questions first, and one and the same end for every refusal.

use super::step::results;
use super::{CompareMsg, Missed, Run, Session};
use crate::domain::compare::{CodeError, Comparison, Figures, compare};
use crate::edition::Full;

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

    fn asked(self) -> Stage {
        Stage::Asking { question: self, reply: None, missed: Missed::default() }
    }
}

impl Stage {
    pub(super) fn missed(self) -> Missed {
        match self {
            Stage::Asking { missed, .. } | Stage::Exchanging { missed, .. } => missed,
            Stage::Warned { .. } | Stage::Compared { .. } | Stage::Refused => Missed::default(),
        }
    }

    pub(super) fn same_screen(self, other: Stage) -> bool {
        match (self, other) {
            (Stage::Asking { question, .. }, Stage::Asking { question: other, .. }) => question == other,
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }

    fn exchange(mine: Figures) -> Stage {
        Stage::Exchanging { mine, trouble: None, missed: Missed::default() }
    }
}

/// What follows from what happened around comparing.
pub(super) fn heard(session: &Session, full: Full, msg: CompareMsg) -> Option<Session> {
    match (session.clone(), msg) {
        (Session::Done { run, from, outcome }, CompareMsg::Dated(day)) if run.day.is_none() => {
            Some(Session::Done { run: Run { day: Some(day), ..run }, from, outcome })
        }
        // Everyone meets the first question, whatever they said before.
        (done @ Session::Done { .. }, CompareMsg::Asked) => {
            Some(Session::Comparing { full, stage: Question::Watched.asked(), back_to: Box::new(done) })
        }
        (Session::Comparing { stage, back_to, .. }, msg) => {
            let (stage, back_to) = staged(stage, back_to, msg)?;
            Some(Session::Comparing { full, stage, back_to })
        }
        _ => None,
    }
}

fn staged(stage: Stage, back_to: Box<Session>, msg: CompareMsg) -> Option<(Stage, Box<Session>)> {
    match (stage, msg) {
        (Stage::Asking { question, .. }, CompareMsg::Chose(about, reply))
            if about == question && question.replies().contains(&reply) =>
        {
            Some((Stage::Asking { question, reply: Some(reply), missed: Missed::default() }, back_to))
        }
        (Stage::Asking { question, reply, missed }, CompareMsg::Replied(about)) if about == question => {
            Some(replied(question, reply, missed, back_to))
        }
        (Stage::Warned { mine }, CompareMsg::CodeAsked) => Some((Stage::exchange(mine), back_to)),
        (Stage::Exchanging { mine, missed, .. }, CompareMsg::CodeGiven(code)) => {
            let stage = match code.map(|theirs| compare(&mine, &theirs)) {
                Ok(Some(comparison)) => Stage::Compared { mine, comparison },
                Ok(None) => Stage::Refused,
                Err(why) => Stage::Exchanging { mine, trouble: Some(why), missed: missed.again() },
            };
            Some((stage, back_to))
        }
        _ => None,
    }
}

/// Where Back leads: one screen back, and from a refusal always to the results.
pub(super) fn back(full: Full, stage: Stage, back_to: Box<Session>) -> Session {
    let stage = match stage {
        Stage::Asking { question: Question::Afraid, .. } => Question::Watched.asked(),
        Stage::Exchanging { mine, .. } => Stage::Warned { mine },
        Stage::Compared { mine, .. } => Stage::exchange(mine),
        Stage::Asking { .. } | Stage::Warned { .. } | Stage::Refused => return *back_to,
    };
    Session::Comparing { full, stage, back_to }
}

/// Only "No" to both leads to a code, and only where there may be one.
fn replied(
    question: Question,
    reply: Option<Reply>,
    missed: Missed,
    back_to: Box<Session>,
) -> (Stage, Box<Session>) {
    match (question, reply) {
        (_, None) => (Stage::Asking { question, reply, missed: missed.again() }, back_to),
        (Question::Watched, Some(Reply::No)) => (Question::Afraid.asked(), back_to),
        (Question::Afraid, Some(Reply::No)) => {
            let mine = back_to.run().and_then(Figures::of);
            (mine.map_or(Stage::Refused, |mine| Stage::Warned { mine }), back_to)
        }
        (Question::Afraid, Some(Reply::Yes | Reply::NotSure)) => (Stage::Refused, afraid(back_to)),
        (_, Some(_)) => (Stage::Refused, back_to),
    }
}

/// The same results as for a reader who does not feel safe with someone.
fn afraid(back_to: Box<Session>) -> Box<Session> {
    match *back_to {
        Session::Done { run, from, .. } => Box::new(results(Run { afraid: true, ..run }, from)),
        other => Box::new(other),
    }
}
