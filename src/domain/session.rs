//! The way through, as one pure function: [`step`] takes a session and what happened to the next session.
//!
//! `None` means that the message does not belong here and nothing changes. What the page must do besides
//! drawing is a value too: [`effects`], a comparison of two sessions.

use std::rc::Rc;

use super::answers::{Answer, Answers};
use super::definition::{ItemIdx, Problem};
use super::guidance::{Feeling, Outcome, outcome};
use super::instrument::{Instrument, Perspective, Scope};
use super::nudge::{Nudge, nudge};

/// From which question on "Finish now" is offered, counted from 0.
const FINISH_FROM: usize = 6;

/// Every questionnaire a reader can choose, built once at the start.
#[derive(Debug, PartialEq)]
pub struct Catalog(Vec<Rc<Instrument>>);

impl Catalog {
    /// Builds all of them.
    ///
    /// # Errors
    /// Every problem of the built-in table; a test keeps it free of them.
    pub fn built_in() -> Result<Catalog, Vec<Problem>> {
        let mut instruments = Vec::new();
        for perspective in Perspective::ALL {
            for scope in [Scope::Full, Scope::StabilityOnly] {
                instruments.push(Rc::new(Instrument::new(perspective, scope)?));
            }
        }
        Ok(Catalog(instruments))
    }

    fn get(&self, perspective: Perspective, scope: Scope) -> Option<Rc<Instrument>> {
        self.0
            .iter()
            .find(|instrument| instrument.perspective == perspective && instrument.scope == scope)
            .cloned()
    }
}

/// Where a reader stands.
#[derive(Clone, Debug, PartialEq)]
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
}

/// The card's choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    /// Who answers, once chosen.
    pub perspective: Option<Perspective>,
    /// "No one comes to mind".
    pub no_one_in_mind: bool,
}

/// One way through a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// How the reader is right now, if they said. Never leaves memory.
    pub feeling: Option<Feeling>,
    /// The answers so far.
    pub answers: Answers,
    /// Whether the review covers the answers.
    pub hidden: bool,
    nudged: bool,
}

impl Run {
    fn new(instrument: Rc<Instrument>) -> Run {
        let answers = instrument.definition().no_answers();
        Run { instrument, feeling: None, answers, hidden: false, nudged: false }
    }

    /// The same run over another scope of the same perspective: answers to shared items stay.
    fn over(&self, instrument: Rc<Instrument>) -> Run {
        let mut next = Run { feeling: self.feeling, hidden: self.hidden, ..Run::new(instrument) };
        let before = self.instrument.definition();
        for (at, item) in next.instrument.definition().places().zip(next.instrument.definition().items()) {
            let given = before.find(&item.id).and_then(|was| self.answers.get(was));
            if let Some(Ok(answers)) = given.map(|answer| next.answers.with(at, answer)) {
                next.answers = answers;
            }
        }
        next
    }

    fn is_last(&self, at: ItemIdx) -> bool {
        at.0 + 1 >= self.instrument.len()
    }
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

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A perspective was chosen on the card.
    PerspectiveChosen(Perspective),
    /// "No one comes to mind" was set or cleared.
    NoOneInMind(bool),
    /// Begin.
    Began,
    /// An answer to "How are you right now?" was chosen.
    FeelingChosen(Feeling),
    /// Continue from "How are you right now?".
    Settled,
    /// An answer was chosen; carries its question, so that a late one is not given to another.
    Answered(ItemIdx, Answer),
    /// Continue from this question.
    WentOn(ItemIdx),
    /// Finish now.
    FinishedEarly,
    /// Change, on the review.
    Reopened(ItemIdx),
    /// "Hide my answers", or show them.
    HideToggled,
    /// See my results.
    ResultsAsked,
    /// Back.
    WentBack,
    /// Start over.
    StartOverAsked,
    /// Change the perspective.
    ChangePerspectiveAsked,
    /// Yes, lose the answers.
    LossConfirmed,
    /// No, keep them.
    LossDeclined,
}

/// What the page does besides drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Move the focus to the heading of the new screen.
    FocusHeading,
    /// Move the focus to the error.
    FocusProblem,
}

impl Default for Session {
    fn default() -> Session {
        Session::Welcome { choice: Choice::default(), kept: None, missed: Missed::default() }
    }
}

impl Session {
    /// The run, on every screen that has one.
    pub fn run(&self) -> Option<&Run> {
        match self {
            Session::Welcome { .. } => None,
            Session::Settling { run }
            | Session::Asking { run, .. }
            | Session::Reviewing { run, .. }
            | Session::Done { run, .. } => Some(run),
            Session::Confirming { back_to, .. } => back_to.run(),
        }
    }

    /// Whether "Finish now" is offered.
    pub fn can_finish(&self) -> bool {
        matches!(self, Session::Asking { run, at, then: Then::NextQuestion, .. }
            if at.0 >= FINISH_FROM && !run.is_last(*at))
    }

    fn missed(&self) -> Missed {
        match self {
            Session::Welcome { missed, .. } | Session::Asking { missed, .. } => *missed,
            _ => Missed::default(),
        }
    }

    fn same_screen(&self, other: &Session) -> bool {
        match (self, other) {
            (Session::Asking { at, .. }, Session::Asking { at: other, .. }) => at == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// The next session; `None` when the message does not belong to this screen.
pub fn step(catalog: &Catalog, session: &Session, msg: Msg) -> Option<Session> {
    match msg {
        Msg::StartOverAsked => {
            return session.run().and_then(|_| confirm(session, Loss::StartOver));
        }
        Msg::ChangePerspectiveAsked => {
            return session.run().and_then(|_| confirm(session, Loss::ChangePerspective));
        }
        _ => {}
    }
    match session.clone() {
        Session::Welcome { choice, kept, missed } => from_welcome(catalog, choice, kept, missed, msg),
        Session::Settling { run } => from_settling(run, msg),
        Session::Asking { run, at, then, missed } => from_asking(run, at, then, missed, msg),
        Session::Reviewing { run, from, nudge } => from_review(run, from, nudge, msg),
        Session::Done { run, from, .. } => (msg == Msg::WentBack).then(|| review(run, from)),
        Session::Confirming { loss, back_to } => match msg {
            Msg::LossConfirmed => lose(catalog, loss),
            Msg::LossDeclined | Msg::WentBack => Some(*back_to),
            _ => None,
        },
    }
}

/// What to do after going from `before` to `after`.
pub fn effects(before: &Session, after: &Session) -> Option<Effect> {
    if !before.same_screen(after) {
        Some(Effect::FocusHeading)
    } else if after.missed() > before.missed() {
        Some(Effect::FocusProblem)
    } else {
        None
    }
}

fn confirm(session: &Session, loss: Loss) -> Option<Session> {
    match session {
        Session::Confirming { .. } => None,
        _ => Some(Session::Confirming { loss, back_to: Box::new(session.clone()) }),
    }
}

fn lose(catalog: &Catalog, loss: Loss) -> Option<Session> {
    match loss {
        Loss::StartOver | Loss::ChangePerspective => Some(Session::default()),
        Loss::BeginAs(choice) => {
            Some(Session::Settling { run: Run::new(catalog.get(choice.perspective?, choice.scope())?) })
        }
    }
}

impl Choice {
    fn scope(self) -> Scope {
        if self.no_one_in_mind { Scope::StabilityOnly } else { Scope::Full }
    }
}

fn from_welcome(
    catalog: &Catalog,
    choice: Choice,
    kept: Option<Run>,
    missed: Missed,
    msg: Msg,
) -> Option<Session> {
    match msg {
        Msg::PerspectiveChosen(perspective) => {
            let choice = Choice { perspective: Some(perspective), ..choice };
            Some(Session::Welcome { choice, kept, missed: Missed::default() })
        }
        Msg::NoOneInMind(no_one_in_mind) => {
            Some(Session::Welcome { choice: Choice { no_one_in_mind, ..choice }, kept, missed })
        }
        Msg::Began => match choice.perspective {
            None => Some(Session::Welcome { choice, kept, missed: missed.again() }),
            Some(perspective) => {
                let instrument = catalog.get(perspective, choice.scope())?;
                begin(instrument, choice, kept)
            }
        },
        _ => None,
    }
}

fn begin(instrument: Rc<Instrument>, choice: Choice, kept: Option<Run>) -> Option<Session> {
    match kept {
        Some(run) if run.instrument == instrument => Some(Session::Settling { run }),
        Some(run) if run.instrument.perspective == instrument.perspective => {
            Some(Session::Settling { run: run.over(instrument) })
        }
        Some(run) if run.answers.any() => {
            let back_to = Session::Welcome { choice, kept: Some(run), missed: Missed::default() };
            confirm(&back_to, Loss::BeginAs(choice))
        }
        _ => Some(Session::Settling { run: Run::new(instrument) }),
    }
}

fn from_settling(run: Run, msg: Msg) -> Option<Session> {
    match msg {
        Msg::FeelingChosen(feeling) => Some(Session::Settling { run: Run { feeling: Some(feeling), ..run } }),
        Msg::Settled => Some(ask(run, ItemIdx(0), Then::NextQuestion)),
        Msg::WentBack => {
            let choice = Choice {
                perspective: Some(run.instrument.perspective),
                no_one_in_mind: run.instrument.scope == Scope::StabilityOnly,
            };
            Some(Session::Welcome { choice, kept: Some(run), missed: Missed::default() })
        }
        _ => None,
    }
}

fn from_asking(run: Run, at: ItemIdx, then: Then, missed: Missed, msg: Msg) -> Option<Session> {
    match msg {
        Msg::Answered(question, answer) if question == at => {
            let answers = run.answers.with(at, answer).ok()?;
            Some(ask(Run { answers, ..run }, at, then))
        }
        Msg::WentOn(question) if question == at => Some(match (run.answers.get(at), then) {
            (None, _) => Session::Asking { run, at, then, missed: missed.again() },
            (Some(_), Then::NextQuestion) if !run.is_last(at) => ask(run, ItemIdx(at.0 + 1), then),
            (Some(_), Then::NextQuestion) => review(run, at),
            (Some(_), Then::BackToReview { from }) => review(run, from),
        }),
        Msg::WentBack => Some(match (then, at.0.checked_sub(1)) {
            (Then::BackToReview { from }, _) => review(run, from),
            (Then::NextQuestion, Some(before)) => ask(run, ItemIdx(before), then),
            (Then::NextQuestion, None) => Session::Settling { run },
        }),
        Msg::FinishedEarly if at.0 >= FINISH_FROM && then == Then::NextQuestion => Some(review(run, at)),
        _ => None,
    }
}

fn from_review(run: Run, from: ItemIdx, nudge: Option<Nudge>, msg: Msg) -> Option<Session> {
    match msg {
        Msg::Reopened(at) => {
            run.instrument.row(at)?;
            Some(ask(run, at, Then::BackToReview { from }))
        }
        Msg::HideToggled => {
            let hidden = !run.hidden;
            Some(Session::Reviewing { run: Run { hidden, ..run }, from, nudge })
        }
        Msg::ResultsAsked => {
            let outcome = Rc::new(outcome(&run.instrument, &run.answers, run.feeling));
            Some(Session::Done { run, from, outcome })
        }
        Msg::WentBack => Some(ask(run, from, Then::NextQuestion)),
        _ => None,
    }
}

fn ask(run: Run, at: ItemIdx, then: Then) -> Session {
    Session::Asking { run, at, then, missed: Missed::default() }
}

fn review(run: Run, from: ItemIdx) -> Session {
    let nudge = match run.nudged {
        true => None,
        false => nudge(run.instrument.definition(), &run.answers),
    };
    let run = Run { nudged: run.nudged || nudge.is_some(), ..run };
    Session::Reviewing { run, from, nudge }
}
