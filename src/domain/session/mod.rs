//! The way through, as one pure function: [`step`] takes a session and what happened to the next session.
//!
//! `None` means that the message does not belong here and nothing changes. What the page must do besides
//! drawing is a value too: [`effects`], a comparison of two sessions.

mod compare;
mod msg;
mod run;
mod step;
mod unfinished;

use std::rc::Rc;

use super::definition::ItemIdx;
use super::guidance::Outcome;
use super::instrument::Perspective;
use super::nudge::Nudge;
use super::unfinished::Revision;
use crate::edition::Full;

pub use compare::{Question, Reply, Stage};
pub use msg::{CompareMsg, DeviceMsg, Msg};
pub use run::{Catalog, Run};
pub use step::step;
pub use unfinished::request;

/// Where a reader stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Session {
    /// The card: choose a perspective and begin.
    Welcome {
        /// What is chosen so far.
        choice: Choice,
        /// A run left by Back, taken up again where the choice still fits it.
        kept: Option<Run>,
        /// How often Begin was pressed without a perspective.
        missed: Missed,
    },
    /// "How are you right now?"
    Settling {
        /// The run.
        run: Run,
    },
    /// One question.
    Asking {
        /// The run.
        run: Run,
        /// The question.
        at: ItemIdx,
        /// Where Continue leads.
        then: Then,
        /// How often Continue was pressed without an answer.
        missed: Missed,
    },
    /// Every answer, with Change.
    Reviewing {
        /// The run.
        run: Run,
        /// The question that Back returns to.
        from: ItemIdx,
        /// A second look, suggested once.
        nudge: Option<Nudge>,
    },
    /// The results.
    Done {
        /// The run.
        run: Run,
        /// The question that Back from the review returns to.
        from: ItemIdx,
        /// What the results show.
        outcome: Rc<Outcome>,
    },
    /// A question before answers are lost.
    Confirming {
        /// What would be done.
        loss: Loss,
        /// Where "no" returns to.
        back_to: Box<Session>,
    },
    /// A page to talk from.
    Sheet {
        /// The results it was made from, and where Back returns to.
        back_to: Box<Session>,
    },
    /// What is saved on the device.
    Saved {
        /// Whether the reader is asked if everything shall be erased.
        erasing: bool,
        /// Where Back returns to.
        back_to: Box<Session>,
    },
    /// Comparing with someone.
    Comparing {
        /// Only the full build can.
        full: Full,
        /// How far the reader is.
        stage: Stage,
        /// Where Back returns to.
        back_to: Box<Session>,
    },
    /// The question whether others use this device too.
    Sharing {
        /// Only a build that can save asks.
        full: Full,
        /// Where "no" returns to.
        back_to: Box<Session>,
    },
    /// The question whether to go on with a check-in that was not finished. Nothing of it shows yet.
    Resuming {
        /// Only a build that can save asks.
        full: Full,
        /// Which one.
        revision: Revision,
        /// Where "no" returns to.
        back_to: Box<Session>,
    },
    /// The review, the results, the sheet, what is saved or a comparison, covered because they were left alone on a screen.
    Covered {
        /// What Show brings back; nothing of it is lost.
        under: Box<Session>,
        /// Whether the focus was in it.
        had_focus: bool,
    },
}

/// The card's choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    /// Who answers, once chosen.
    pub perspective: Option<Perspective>,
    /// "No one comes to mind".
    pub no_one_in_mind: bool,
}

/// Where Continue leads from a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// To the next question, or to the review after the last.
    NextQuestion,
    /// Back to the review, whence the question was opened.
    BackToReview {
        /// The question that Back from the review returns to.
        from: ItemIdx,
    },
}

/// What a confirmation would lose the answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Start over.
    StartOver,
    /// Change the perspective on the card.
    ChangePerspective,
    /// Begin with the other perspective, already chosen.
    BeginAs(Choice),
}

/// How often a screen was left without what it needs: 0 shows no error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Missed(pub u32);

impl Missed {
    fn again(self) -> Missed {
        Missed(self.0.saturating_add(1))
    }
}

/// What the page around may be told, if its owner asked for it. It carries nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A new run began.
    Started,
    /// The results came up.
    Completed,
}

/// What the page does besides drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Move the focus to the heading of the new screen.
    FocusHeading,
    /// Move the focus to the error.
    FocusProblem,
    /// Move the focus to the cover.
    FocusCover,
    /// Move the focus to the heading, but leave the page where it is.
    FocusHeadingInPlace,
}

impl Then {
    /// The question to go on from, at another time, from the one at hand.
    fn goes_on_from(self, at: ItemIdx) -> ItemIdx {
        match self {
            Then::NextQuestion => at,
            Then::BackToReview { from } => from,
        }
    }
}

impl Default for Session {
    fn default() -> Session {
        Session::Welcome { choice: Choice::default(), kept: None, missed: Missed::default() }
    }
}

impl Session {
    /// The run, on every screen that has one; on the card the one that was left by Back.
    pub fn run(&self) -> Option<&Run> {
        match self {
            Session::Welcome { kept, .. } => kept.as_ref(),
            Session::Settling { run }
            | Session::Asking { run, .. }
            | Session::Reviewing { run, .. }
            | Session::Done { run, .. } => Some(run),
            Session::Confirming { back_to: inner, .. }
            | Session::Sheet { back_to: inner }
            | Session::Saved { back_to: inner, .. }
            | Session::Comparing { back_to: inner, .. }
            | Session::Sharing { back_to: inner, .. }
            | Session::Resuming { back_to: inner, .. }
            | Session::Covered { under: inner, .. } => inner.run(),
        }
    }

    /// Whether "Finish now" is offered.
    pub fn can_finish(&self) -> bool {
        matches!(self, Session::Asking { run, at, then, .. } if run.can_finish(*at, *then))
    }

    fn missed(&self) -> Missed {
        match self {
            Session::Welcome { missed, .. } | Session::Asking { missed, .. } => *missed,
            Session::Comparing { stage, .. } => stage.missed(),
            _ => Missed::default(),
        }
    }

    fn same_screen(&self, other: &Session) -> bool {
        match (self, other) {
            (Session::Asking { at, .. }, Session::Asking { at: other, .. }) => at == other,
            (Session::Saved { erasing, .. }, Session::Saved { erasing: other, .. }) => erasing == other,
            (Session::Comparing { stage, .. }, Session::Comparing { stage: other, .. }) => {
                stage.same_screen(*other)
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What to do after going from `before` to `after`.
pub fn effects(before: &Session, after: &Session) -> Option<Effect> {
    match (before, after) {
        // Whoever is elsewhere on the page is not called back.
        (_, Session::Covered { had_focus, .. }) => had_focus.then_some(Effect::FocusCover),
        (Session::Covered { .. }, _) => Some(Effect::FocusHeadingInPlace),
        _ if !before.same_screen(after) => Some(Effect::FocusHeading),
        _ => (after.missed() > before.missed()).then_some(Effect::FocusProblem),
    }
}

/// What the page around may be told of going from `before` to `after`. Going back and forth tells nothing
/// twice.
pub fn moment(before: &Session, after: &Session) -> Option<Moment> {
    match (before, after) {
        (Session::Welcome { kept: None, .. }, Session::Settling { .. }) => Some(Moment::Started),
        (Session::Reviewing { .. }, Session::Done { .. }) => Some(Moment::Completed),
        _ => None,
    }
}
