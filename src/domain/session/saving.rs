//! Handles messages about saved and unfinished check-ins: the list, erasing, the shared-device flag, resuming.

use super::msg::SavingMsg;
use super::next::{Effect, Next};
use super::run::{Catalog, Run};
use super::state::{Flow, Overlay, Session};
use crate::domain::device::Response;
use crate::domain::saved::StoreError;
use crate::domain::unfinished::{Revision, Unfinished};
use crate::edition::FullOnly;

/// Handles a message about saved check-ins.
pub(super) fn heard(catalog: &Catalog, session: &Session, msg: FullOnly<SavingMsg>) -> Option<Next> {
    let top = session.overlays.last();
    let is_list = matches!(top, Some(Overlay::Saved(_)));
    let open = |overlay| Some(session.clone().open(overlay));
    match *msg {
        SavingMsg::SavedAsked => {
            let leads_there =
                matches!(session.flow, Flow::Welcome { .. } | Flow::Settling { .. } | Flow::Done { .. });
            (leads_there && top.is_none()).then(|| session.clone().open(Overlay::Saved(msg.with(()))))
        }
        SavingMsg::EraseAsked if is_list => open(Overlay::Erasing(msg.with(()))),
        SavingMsg::SharedAsked if is_list => open(Overlay::Sharing(msg.with(()))),
        SavingMsg::ResumeAsked(revision) if is_list => open(Overlay::Resuming(msg.with(revision))),
        SavingMsg::ListChosen(list) => in_results(session, |run| Run { list: Some(list), ..run }),
        SavingMsg::Responded(response) => responded(catalog, session, msg.with(response)),
        _ => None,
    }
}

fn responded(catalog: &Catalog, session: &Session, response: FullOnly<Response>) -> Option<Next> {
    let kept_as = |revision| Some(Next::same_screen(session.clone().keeping(revision)));
    match (*response, session.overlays.last()) {
        // The device gave up the unfinished copy of a run that it saved as a whole.
        (Response::Saved(mark), None) => {
            in_results(session, |run| Run { saved_as: Some(mark), unfinished: None, ..run })
        }
        (Response::Kept(revision), _) if session.run().is_some() => kept_as(Some(response.with(revision))),
        (Response::Dropped, _) if session.run().is_some() => kept_as(None),
        // Going on with another one failed: that says nothing of the copy of this run.
        (Response::Failed(StoreError::Gone), Some(Overlay::Resuming(_))) => None,
        // Another tab changed or erased the copy of this run.
        (Response::Failed(StoreError::Gone), _) if session.run().is_some() => kept_as(None),
        (Response::Erased, Some(Overlay::Erasing(_))) | (Response::Shared, Some(Overlay::Sharing(_))) => {
            Some(session.clone().keeping(None).close())
        }
        (Response::Resumed(revision, unfinished), Some(Overlay::Resuming(_))) => {
            let run = resumed(catalog, session.run(), response.with(revision), &unfinished)?;
            Some(Next::new_screen(Flow::Settling { run }.into()).and(Effect::Look))
        }
        _ => None,
    }
}

/// Changes the run whose results are shown.
fn in_results(session: &Session, change: impl FnOnce(Run) -> Run) -> Option<Next> {
    match (&session.flow, session.overlays.last()) {
        (Flow::Done { run, from, outcome }, None) => {
            let flow = Flow::Done { run: change(run.clone()), from: *from, outcome: outcome.clone() };
            Some(Next::same_screen(flow.into()))
        }
        _ => None,
    }
}

/// The run that was kept, with how the reader is now, if they said so in the run at hand.
fn resumed(
    catalog: &Catalog,
    now: Option<&Run>,
    revision: FullOnly<Revision>,
    unfinished: &Unfinished,
) -> Option<Run> {
    let instrument = catalog.get(unfinished.perspective(), unfinished.scope())?;
    let feeling = now.and_then(|now| now.feeling);
    let refused = now.is_some_and(|now| now.refused);
    let mut run = Run { feeling, refused, unfinished: Some(revision), ..Run::new(instrument) };
    for (id, answer) in unfinished.answers() {
        let at = run.instrument.definition().find(id)?;
        run.answers = run.answers.with(at, answer).ok()?;
    }
    run.first = run.instrument.definition().find(unfinished.at())?;
    Some(run)
}
