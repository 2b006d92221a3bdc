//! The state of a session: the current screen of the flow, and the overlays on it.

use std::rc::Rc;

use super::run::{Missed, Run};
use super::stage::Stage;
use crate::domain::guidance::{Outcome, outcome};
use crate::domain::instrument::{Perspective, Scope};
use crate::domain::item::ItemIdx;
use crate::domain::nudge::{Nudge, nudge};
use crate::domain::unfinished::{Revision, Unfinished};
use crate::edition::FullOnly;

/// Where a reader stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Session {
    /// The screen of the flow.
    pub flow: Flow,
    /// The screens that lie over it, the one on top last. Back takes that one away.
    pub overlays: Vec<Overlay>,
}

/// A screen on the way from the card to the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow {
    /// The card: choose a perspective and begin.
    Welcome {
        /// The choices so far.
        choice: Choice,
        /// A run left by Back, taken up again if the choice still fits it.
        left: Option<Run>,
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
    /// All answers, with a way to change each.
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
        /// Everything the results show.
        outcome: Rc<Outcome>,
    },
}

/// A screen that lies over another one.
#[allow(clippy::large_enum_variant, reason = "there are three at a time at most")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Asks before answers are lost.
    Confirming(Loss),
    /// The sheet to talk from, over the results.
    Sheet,
    /// The list of saved check-ins.
    Saved(FullOnly<()>),
    /// Asks whether to erase everything, over the list.
    Erasing(FullOnly<()>),
    /// Asks whether other people use this device, too, over the list.
    Sharing(FullOnly<()>),
    /// Asks whether to go on with an unfinished check-in, over the list. Nothing of it shows yet.
    Resuming(FullOnly<Revision>),
    /// A comparison, over the results.
    Comparing(FullOnly<Stage>),
    /// Covers what was left alone on a screen; "Show" brings it back, and nothing of it is lost.
    Covered,
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
    /// Back to the review, from which the question was opened.
    BackToReview {
        /// The question that Back from the review returns to.
        from: ItemIdx,
    },
}

/// An act that would lose the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Start over.
    StartOver,
    /// Change the perspective on the card.
    ChangePerspective,
    /// Begin with the other perspective, already chosen.
    BeginAs(Choice),
}

impl Choice {
    pub(super) fn scope(self) -> Scope {
        if self.no_one_in_mind { Scope::StabilityOnly } else { Scope::Full }
    }
}

impl Then {
    /// The question with which an unfinished run goes on later; `at` is the one at hand.
    fn goes_on_from(self, at: ItemIdx) -> ItemIdx {
        match self {
            Then::NextQuestion => at,
            Then::BackToReview { from } => from,
        }
    }
}

impl Default for Flow {
    fn default() -> Flow {
        Flow::Welcome { choice: Choice::default(), left: None, missed: Missed::default() }
    }
}

impl Flow {
    /// A question, not missed yet.
    pub(super) fn ask(run: Run, at: ItemIdx, then: Then) -> Flow {
        Flow::Asking { run, at, then, missed: Missed::default() }
    }

    /// The review, perhaps with a second look, which is suggested once a run.
    pub(super) fn review(run: Run, from: ItemIdx) -> Flow {
        let nudge = match run.nudged {
            true => None,
            false => nudge(run.instrument.definition(), &run.answers),
        };
        let run = Run { nudged: run.nudged || nudge.is_some(), ..run };
        Flow::Reviewing { run, from, nudge }
    }

    /// The results of a run.
    pub(super) fn results(run: Run, from: ItemIdx) -> Flow {
        let outcome = Rc::new(outcome(&run.instrument, &run.answers, run.feeling));
        Flow::Done { run, from, outcome }
    }

    /// The run; on the card the one that was left by Back.
    pub fn run(&self) -> Option<&Run> {
        match self {
            Flow::Welcome { left, .. } => left.as_ref(),
            Flow::Settling { run }
            | Flow::Asking { run, .. }
            | Flow::Reviewing { run, .. }
            | Flow::Done { run, .. } => Some(run),
        }
    }

    fn run_mut(&mut self) -> Option<&mut Run> {
        match self {
            Flow::Welcome { left, .. } => left.as_mut(),
            Flow::Settling { run }
            | Flow::Asking { run, .. }
            | Flow::Reviewing { run, .. }
            | Flow::Done { run, .. } => Some(run),
        }
    }

    /// Whether "Finish now" is offered.
    pub fn can_finish(&self) -> bool {
        matches!(self, Flow::Asking { run, at, then: Then::NextQuestion, .. } if run.can_finish(*at))
    }

    /// Returns the run as an unfinished check-in: its answers, and the question to go on with.
    pub fn unfinished(&self) -> Option<Unfinished> {
        let run = self.run()?;
        let at = match self {
            Flow::Welcome { .. } | Flow::Settling { .. } => run.first,
            Flow::Asking { at, then, .. } => then.goes_on_from(*at),
            Flow::Reviewing { from, .. } | Flow::Done { from, .. } => *from,
        };
        Unfinished::of(&run.instrument, &run.answers, at)
    }
}

impl From<Flow> for Session {
    fn from(flow: Flow) -> Session {
        Session { flow, overlays: Vec::new() }
    }
}

impl Session {
    /// The run, on every screen that has one; on the card the one that was left by Back.
    pub fn run(&self) -> Option<&Run> {
        self.flow.run()
    }

    /// Returns the run as an unfinished check-in.
    pub fn unfinished(&self) -> Option<Unfinished> {
        self.flow.unfinished()
    }

    /// The same with another screen on top.
    pub(super) fn over(mut self, overlay: Overlay) -> Session {
        self.overlays.pop();
        self.overlays.push(overlay);
        self
    }

    /// The same with this revision of its unfinished copy, or with none.
    pub(super) fn keeping(mut self, revision: Option<FullOnly<Revision>>) -> Session {
        if let Some(run) = self.flow.run_mut() {
            run.unfinished = revision;
        }
        self
    }
}
