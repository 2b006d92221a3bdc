//! Keeping a run that is not finished, at the reader's wish, and going on with it.

use super::{Catalog, DeviceMsg, Run, Session};
use crate::domain::saved::Request;
use crate::domain::unfinished::{Revision, Unfinished};
use crate::edition::Full;

/// What the device is asked for, going from `before` to `after` by the reader's hand: a kept run stays up to date, and
/// goes with the answers that the reader gives up.
pub fn request(before: &Session, after: &Session) -> Option<Request> {
    let revision = |session: &Session| session.run().and_then(|run| run.unfinished);
    match (revision(before), revision(after)) {
        (Some(lost), None) => Some(Request::Drop(lost)),
        (_, Some(kept)) => {
            let unfinished = after.unfinished()?;
            (before.unfinished() != Some(unfinished)).then_some(Request::Keep(unfinished, Some(kept)))
        }
        (None, None) => None,
    }
}

/// What follows from what happened around finishing later and a shared device.
pub(super) fn heard(catalog: &Catalog, session: &Session, full: Full, msg: DeviceMsg) -> Option<Session> {
    let is_list = matches!(session, Session::Saved { erasing: false, .. });
    let back_to = || Box::new(session.clone());
    match (msg, session) {
        (DeviceMsg::Kept(revision), _) => {
            session.run().map(|_| session.clone().with_unfinished(Some(revision)))
        }
        (DeviceMsg::Unkept, _) => session.run().map(|_| session.clone().with_unfinished(None)),
        (DeviceMsg::SharedAsked, _) if is_list => Some(Session::Sharing { full, back_to: back_to() }),
        (DeviceMsg::Shared, Session::Sharing { back_to, .. }) => {
            Some((**back_to).clone().with_unfinished(None))
        }
        (DeviceMsg::ResumeAsked(revision), _) if is_list => {
            Some(Session::Resuming { full, revision, back_to: back_to() })
        }
        (DeviceMsg::Resumed(revision, unfinished), Session::Resuming { back_to, .. }) => {
            resumed(catalog, back_to.run(), revision, &unfinished)
        }
        _ => None,
    }
}

/// The run that was kept, with the reader's word on how they are now, if they gave it.
fn resumed(
    catalog: &Catalog,
    now: Option<&Run>,
    revision: Revision,
    unfinished: &Unfinished,
) -> Option<Session> {
    let instrument = catalog.get(unfinished.perspective(), unfinished.scope())?;
    let feeling = now.and_then(|now| now.feeling);
    let afraid = now.is_some_and(|now| now.afraid);
    let mut run = Run { feeling, afraid, unfinished: Some(revision), ..Run::new(instrument) };
    for (id, answer) in unfinished.answers() {
        let at = run.instrument.definition().find(id)?;
        run.answers = run.answers.with(at, answer).ok()?;
    }
    run.first = run.instrument.definition().find(unfinished.at())?;
    Some(Session::Settling { run })
}

impl Session {
    /// What can be kept of the run: its answers, and the question to go on with.
    pub fn unfinished(&self) -> Option<Unfinished> {
        let (run, at) = match self {
            Session::Welcome { kept: Some(run), .. } | Session::Settling { run } => (run, run.first),
            Session::Welcome { kept: None, .. } => return None,
            Session::Asking { run, at, then, .. } => (run, then.goes_on_from(*at)),
            Session::Reviewing { run, from, .. } | Session::Done { run, from, .. } => (run, *from),
            Session::Confirming { back_to: inner, .. }
            | Session::Sheet { back_to: inner }
            | Session::Saved { back_to: inner, .. }
            | Session::Sharing { back_to: inner, .. }
            | Session::Resuming { back_to: inner, .. }
            | Session::Comparing { back_to: inner, .. }
            | Session::Covered { under: inner, .. } => return inner.unfinished(),
        };
        Unfinished::of(&run.instrument, &run.answers, at)
    }

    /// The same with the run kept in this writing, or not at all.
    pub(super) fn with_unfinished(mut self, revision: Option<Revision>) -> Session {
        if let Some(run) = self.run_mut() {
            run.unfinished = revision;
        }
        self
    }

    fn run_mut(&mut self) -> Option<&mut Run> {
        match self {
            Session::Welcome { kept, .. } => kept.as_mut(),
            Session::Settling { run }
            | Session::Asking { run, .. }
            | Session::Reviewing { run, .. }
            | Session::Done { run, .. } => Some(run),
            Session::Confirming { back_to: inner, .. }
            | Session::Sheet { back_to: inner }
            | Session::Saved { back_to: inner, .. }
            | Session::Sharing { back_to: inner, .. }
            | Session::Resuming { back_to: inner, .. }
            | Session::Comparing { back_to: inner, .. }
            | Session::Covered { under: inner, .. } => inner.run_mut(),
        }
    }
}
