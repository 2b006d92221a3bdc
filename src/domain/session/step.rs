//! From one session to the next: one function a screen, and the acts that more than one screen offers.

use std::rc::Rc;

use super::compare;
use super::msg::Msg;
use super::next::{Effect, Moment, Next};
use super::run::{Catalog, Missed, Run};
use super::saving;
use super::state::{Choice, Flow, Loss, Overlay, Session, Then};
use crate::domain::device::Request;
use crate::domain::guidance::Outcome;
use crate::domain::instrument::{Instrument, Scope};
use crate::domain::item::ItemIdx;
use crate::domain::nudge::Nudge;

/// The next session and its effects; `None` if the message does not belong to this screen.
pub fn step(catalog: &Catalog, session: &Session, msg: Msg) -> Option<Next> {
    match msg {
        Msg::StartOverAsked => confirm(session, Loss::StartOver),
        Msg::ChangePerspectiveAsked => confirm(session, Loss::ChangePerspective),
        Msg::LeftAlone { had_focus } => cover(session, had_focus),
        Msg::Saving(msg) => saving::heard(catalog, session, msg),
        Msg::Compare(msg) => compare::heard(session, msg),
        _ => match session.overlays.last() {
            Some(overlay) => from_overlay(catalog, session, overlay, msg),
            None => from_flow(catalog, session.flow.clone(), msg),
        },
    }
}

fn from_flow(catalog: &Catalog, flow: Flow, msg: Msg) -> Option<Next> {
    match flow {
        Flow::Welcome { choice, left, missed } => from_welcome(catalog, choice, left, missed, msg),
        Flow::Settling { run } => from_settling(run, msg),
        Flow::Asking { run, at, then, missed } => from_asking(run, at, then, missed, msg),
        Flow::Reviewing { run, from, nudge } => from_review(run, from, nudge, msg),
        Flow::Done { run, from, outcome } => from_done(run, from, outcome, msg),
    }
}

fn from_overlay(catalog: &Catalog, session: &Session, overlay: &Overlay, msg: Msg) -> Option<Next> {
    let session = session.clone();
    match (overlay, msg) {
        (Overlay::Covered, Msg::Shown) => {
            let mut session = session;
            session.overlays.pop();
            Some(Next::same_screen(session).and(Effect::FocusHeadingInPlace))
        }
        (Overlay::Confirming(loss), Msg::LossConfirmed) => lose(catalog, *loss, session.run()?),
        (Overlay::Confirming(_), Msg::LossDeclined) => Some(session.close()),
        (Overlay::Comparing(stage), Msg::WentBack) => Some(compare::back(session, *stage)),
        (Overlay::Covered, Msg::WentBack) => None,
        (_, Msg::WentBack) => Some(session.close()),
        _ => None,
    }
}

/// Covers what shows answers or what follows from them; one question shows too little.
fn cover(session: &Session, had_focus: bool) -> Option<Next> {
    let shows_answers = match session.overlays.last() {
        None => matches!(session.flow, Flow::Reviewing { .. } | Flow::Done { .. }),
        Some(Overlay::Sheet | Overlay::Saved(_) | Overlay::Erasing(_) | Overlay::Comparing(_)) => true,
        Some(Overlay::Confirming(_) | Overlay::Sharing(_) | Overlay::Resuming(_) | Overlay::Covered) => false,
    };
    let covered = || {
        let mut session = session.clone();
        session.overlays.push(Overlay::Covered);
        let next = Next::same_screen(session);
        // A reader who is elsewhere on the page is not called back.
        if had_focus { next.and(Effect::FocusCover) } else { next }
    };
    shows_answers.then(covered)
}

fn confirm(session: &Session, loss: Loss) -> Option<Next> {
    match session.overlays.last() {
        Some(Overlay::Confirming(_) | Overlay::Covered) => None,
        _ => session.run().map(|_| session.clone().open(Overlay::Confirming(loss))),
    }
}

fn lose(catalog: &Catalog, loss: Loss, lost: &Run) -> Option<Next> {
    let flow = match loss {
        Loss::StartOver => Flow::default(),
        // How the reader is does not change with who answers.
        Loss::ChangePerspective => {
            let said = lost.feeling.is_some() || lost.refused;
            let left = said.then(|| lost.anew(lost.instrument.clone()));
            Flow::Welcome { choice: Choice::default(), left, missed: Missed::default() }
        }
        Loss::BeginAs(choice) => {
            let instrument = catalog.get(choice.perspective?, choice.scope())?;
            Flow::Settling { run: lost.anew(instrument) }
        }
    };
    Some(given_up(Next::new_screen(flow.into()), lost))
}

/// An unfinished copy goes with the run that the reader gives up.
fn given_up(next: Next, lost: &Run) -> Next {
    match lost.unfinished {
        Some(revision) => next.and(Effect::Ask(revision.with(Request::Drop(*revision)))),
        None => next,
    }
}

fn from_welcome(
    catalog: &Catalog,
    choice: Choice,
    left: Option<Run>,
    missed: Missed,
    msg: Msg,
) -> Option<Next> {
    match msg {
        Msg::PerspectiveChosen(perspective) => {
            let choice = Choice { perspective: Some(perspective), ..choice };
            let flow = Flow::Welcome { choice, left, missed: Missed::default() };
            Some(Next::same_screen(flow.into()))
        }
        Msg::NoOneInMind(no_one_in_mind) => {
            let choice = Choice { no_one_in_mind, ..choice };
            Some(Next::same_screen(Flow::Welcome { choice, left, missed }.into()))
        }
        Msg::Began => match choice.perspective {
            None => {
                let flow = Flow::Welcome { choice, left, missed: missed.again() };
                Some(Next::with_problem(flow.into()))
            }
            Some(perspective) => Some(begin(catalog.get(perspective, choice.scope())?, choice, left)),
        },
        _ => None,
    }
}

fn begin(instrument: Rc<Instrument>, choice: Choice, left: Option<Run>) -> Next {
    let settle = |run| Next::new_screen(Flow::Settling { run }.into());
    match left {
        None => settle(Run::new(instrument)).and(Effect::Tell(Moment::Started)),
        Some(run) if run.instrument.is(&instrument) => settle(run),
        Some(run) if run.instrument.perspective == instrument.perspective => {
            settle(run.over(instrument)).autosave()
        }
        Some(run) if run.has_answers() => {
            let flow = Flow::Welcome { choice, left: Some(run), missed: Missed::default() };
            Session::from(flow).open(Overlay::Confirming(Loss::BeginAs(choice)))
        }
        Some(run) => given_up(settle(run.anew(instrument)), &run),
    }
}

fn from_settling(run: Run, msg: Msg) -> Option<Next> {
    match msg {
        Msg::FeelingChosen(feeling) => {
            let run = Run { feeling: Some(feeling), ..run };
            Some(Next::same_screen(Flow::Settling { run }.into()))
        }
        Msg::Settled => {
            let at = run.first;
            let run = Run { first: ItemIdx(0), ..run };
            Some(Next::new_screen(Flow::ask(run, at, Then::NextQuestion).into()))
        }
        Msg::WentBack => {
            let choice = Choice {
                perspective: Some(run.instrument.perspective),
                no_one_in_mind: run.instrument.scope == Scope::StabilityOnly,
            };
            let flow = Flow::Welcome { choice, left: Some(run), missed: Missed::default() };
            Some(Next::new_screen(flow.into()))
        }
        _ => None,
    }
}

fn from_asking(run: Run, at: ItemIdx, then: Then, missed: Missed, msg: Msg) -> Option<Next> {
    let another = |flow: Flow| Next::new_screen(flow.into());
    match msg {
        Msg::Answered(question, answer) if question == at => {
            let answers = run.answers.with(at, answer).ok()?;
            let flow = Flow::ask(Run { answers, ..run }, at, then);
            Some(Next::same_screen(flow.into()).autosave())
        }
        Msg::WentOn(question) if question == at => Some(match (run.answers.get(at), then) {
            (None, _) => Next::with_problem(Flow::Asking { run, at, then, missed: missed.again() }.into()),
            (Some(_), Then::NextQuestion) if !run.is_last(at) => {
                another(Flow::ask(run, ItemIdx(at.0 + 1), then)).autosave()
            }
            (Some(_), Then::NextQuestion) => another(Flow::review(run, at)),
            (Some(_), Then::BackToReview { from }) => another(Flow::review(run, from)),
        }),
        Msg::WentBack => Some(match (then, at.0.checked_sub(1)) {
            (Then::BackToReview { from }, _) => another(Flow::review(run, from)),
            (Then::NextQuestion, Some(before)) => another(Flow::ask(run, ItemIdx(before), then)).autosave(),
            (Then::NextQuestion, None) => another(Flow::Settling { run }),
        }),
        Msg::FinishedEarly if then == Then::NextQuestion && run.can_finish(at) => {
            Some(another(Flow::review(run, at)))
        }
        _ => None,
    }
}

fn from_review(run: Run, from: ItemIdx, nudge: Option<Nudge>, msg: Msg) -> Option<Next> {
    match msg {
        Msg::Reopened(at) => {
            run.instrument.row(at)?;
            Some(Next::new_screen(Flow::ask(run, at, Then::BackToReview { from }).into()))
        }
        Msg::HideToggled => {
            let hidden = !run.hidden;
            let flow = Flow::Reviewing { run: Run { hidden, ..run }, from, nudge };
            Some(Next::same_screen(flow.into()))
        }
        Msg::ResultsAsked => {
            let results = Flow::results(Run { day: None, ..run }, from);
            let next = Next::new_screen(results.into()).and(Effect::Tell(Moment::Completed));
            Some(next.and(Effect::NoteDay).and(Effect::Look))
        }
        Msg::WentBack => Some(Next::new_screen(Flow::ask(run, from, Then::NextQuestion).into())),
        _ => None,
    }
}

fn from_done(run: Run, from: ItemIdx, outcome: Rc<Outcome>, msg: Msg) -> Option<Next> {
    match msg {
        Msg::WentBack => Some(Next::new_screen(Flow::review(run, from).into()).and(Effect::Look)),
        Msg::SheetAsked => Some(Session::from(Flow::Done { run, from, outcome }).open(Overlay::Sheet)),
        _ => None,
    }
}
