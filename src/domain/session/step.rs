//! From one session to the next: one function a screen, and what they share.

use std::rc::Rc;

use super::compare;
use super::unfinished::heard;
use super::{Catalog, Choice, Loss, Missed, Msg, Run, Session, Then};
use crate::domain::definition::ItemIdx;
use crate::domain::guidance::{Outcome, outcome};
use crate::domain::instrument::{Instrument, Scope};
use crate::domain::nudge::{Nudge, nudge};

/// The next session; `None` when the message does not belong to this screen.
pub fn step(catalog: &Catalog, session: &Session, msg: Msg) -> Option<Session> {
    match msg {
        Msg::StartOverAsked => {
            return session.run().and_then(|_| confirm(session, Loss::StartOver));
        }
        Msg::ChangePerspectiveAsked => {
            return session.run().and_then(|_| confirm(session, Loss::ChangePerspective));
        }
        Msg::SavedAsked => return open_saved(session),
        Msg::LeftAlone { had_focus } => return cover(session, had_focus),
        Msg::Device(full, msg) => return heard(catalog, session, full, msg),
        Msg::Compare(full, msg) => return compare::heard(session, full, msg),
        _ => {}
    }
    match session.clone() {
        Session::Welcome { choice, kept, missed } => from_welcome(catalog, choice, kept, missed, msg),
        Session::Settling { run } => from_settling(run, msg),
        Session::Asking { run, at, then, missed } => from_asking(run, at, then, missed, msg),
        Session::Reviewing { run, from, nudge } => from_review(run, from, nudge, msg),
        Session::Done { run, from, outcome } => from_done(run, from, outcome, msg),
        Session::Comparing { full, stage, back_to } => {
            (msg == Msg::WentBack).then(|| compare::back(full, stage, back_to))
        }
        Session::Sheet { back_to } => (msg == Msg::WentBack).then_some(*back_to),
        Session::Saved { erasing, back_to } => from_saved(erasing, back_to, msg),
        Session::Sharing { back_to, .. } | Session::Resuming { back_to, .. } => {
            (msg == Msg::WentBack).then_some(*back_to)
        }
        Session::Confirming { loss, back_to } => match msg {
            Msg::LossConfirmed => lose(catalog, loss, back_to.run()?),
            Msg::LossDeclined | Msg::WentBack => Some(*back_to),
            _ => None,
        },
        Session::Covered { under, .. } => (msg == Msg::Shown).then_some(*under),
    }
}

/// Covers what shows answers or what follows from them; one question shows too little.
fn cover(session: &Session, had_focus: bool) -> Option<Session> {
    match session {
        Session::Reviewing { .. }
        | Session::Done { .. }
        | Session::Sheet { .. }
        | Session::Saved { .. }
        | Session::Comparing { .. } => Some(Session::Covered { under: Box::new(session.clone()), had_focus }),
        _ => None,
    }
}

fn open_saved(session: &Session) -> Option<Session> {
    match session {
        Session::Settling { .. } | Session::Done { .. } | Session::Welcome { .. } => {
            Some(Session::Saved { erasing: false, back_to: Box::new(session.clone()) })
        }
        _ => None,
    }
}

fn from_saved(erasing: bool, back_to: Box<Session>, msg: Msg) -> Option<Session> {
    match msg {
        Msg::EraseAsked if !erasing => Some(Session::Saved { erasing: true, back_to }),
        Msg::Erased if erasing => Some(Session::Saved { erasing: false, back_to }.with_unfinished(None)),
        Msg::WentBack if erasing => Some(Session::Saved { erasing: false, back_to }),
        Msg::WentBack => Some(*back_to),
        _ => None,
    }
}

fn confirm(session: &Session, loss: Loss) -> Option<Session> {
    match session {
        Session::Confirming { .. } | Session::Covered { .. } => None,
        _ => Some(Session::Confirming { loss, back_to: Box::new(session.clone()) }),
    }
}

fn lose(catalog: &Catalog, loss: Loss, lost: &Run) -> Option<Session> {
    match loss {
        Loss::StartOver => Some(Session::default()),
        // How the reader is does not change with who answers.
        Loss::ChangePerspective => {
            let said = lost.feeling.is_some() || lost.afraid;
            let kept = said.then(|| lost.anew(lost.instrument.clone()));
            Some(Session::Welcome { choice: Choice::default(), kept, missed: Missed::default() })
        }
        Loss::BeginAs(choice) => {
            let instrument = catalog.get(choice.perspective?, choice.scope())?;
            Some(Session::Settling { run: lost.anew(instrument) })
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
        Some(run) if run.instrument.is(&instrument) => Some(Session::Settling { run }),
        Some(run) if run.instrument.perspective == instrument.perspective => {
            Some(Session::Settling { run: run.over(instrument) })
        }
        Some(run) if run.has_answers() => {
            let back_to = Session::Welcome { choice, kept: Some(run), missed: Missed::default() };
            confirm(&back_to, Loss::BeginAs(choice))
        }
        Some(run) => Some(Session::Settling { run: run.anew(instrument) }),
        None => Some(Session::Settling { run: Run::new(instrument) }),
    }
}

fn from_settling(run: Run, msg: Msg) -> Option<Session> {
    match msg {
        Msg::FeelingChosen(feeling) => Some(Session::Settling { run: Run { feeling: Some(feeling), ..run } }),
        Msg::Settled => {
            let at = run.first;
            Some(ask(Run { first: ItemIdx(0), ..run }, at, Then::NextQuestion))
        }
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
        Msg::FinishedEarly if run.can_finish(at, then) => Some(review(run, at)),
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
        Msg::ResultsAsked => Some(results(Run { day: None, ..run }, from)),
        Msg::WentBack => Some(ask(run, from, Then::NextQuestion)),
        _ => None,
    }
}

fn from_done(run: Run, from: ItemIdx, outcome: Rc<Outcome>, msg: Msg) -> Option<Session> {
    let with = |run| Session::Done { run, from, outcome };
    match msg {
        Msg::WentBack => Some(review(run, from)),
        Msg::SheetAsked => Some(Session::Sheet { back_to: Box::new(with(run)) }),
        Msg::ListChosen(list) => Some(with(Run { list: Some(list), ..run })),
        Msg::Kept(mark) => Some(with(Run { kept: Some(mark), ..run })),
        _ => None,
    }
}

pub(super) fn results(run: Run, from: ItemIdx) -> Session {
    let outcome = Rc::new(outcome(&run.instrument, &run.answers, run.felt()));
    Session::Done { run, from, outcome }
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
