//! Comparing with someone, step by step: two questions first, and the same end for every refusal.

use super::msg::CompareMsg;
use super::next::Next;
use super::run::Run;
use super::stage::{Question, Reply, Stage};
use super::state::{Flow, Overlay, Session};
use crate::domain::compare::compare;
use crate::edition::FullOnly;

/// Handles a message about comparing.
pub(super) fn heard(session: &Session, msg: FullOnly<CompareMsg>) -> Option<Next> {
    match (&session.flow, session.overlays.last(), *msg) {
        (Flow::Done { run, from, outcome }, _, CompareMsg::Dated(day)) if run.day.is_none() => {
            let run = Run { day: Some(day), ..run.clone() };
            let flow = Flow::Done { run, from: *from, outcome: outcome.clone() };
            Some(Next::same_screen(Session { flow, ..session.clone() }))
        }
        // Everyone meets the first question, whatever they said before.
        (Flow::Done { .. }, None, CompareMsg::Asked) => {
            Some(session.clone().open(Overlay::Comparing(msg.with(Question::Watched.asked()))))
        }
        (_, Some(Overlay::Comparing(stage)), _) => staged(session, **stage, msg),
        _ => None,
    }
}

fn staged(session: &Session, stage: Stage, msg: FullOnly<CompareMsg>) -> Option<Next> {
    let at = |stage| session.clone().over(Overlay::Comparing(msg.with(stage)));
    match (stage, *msg) {
        (Stage::Asking { question, .. }, CompareMsg::Chose(about, reply))
            if about == question && question.replies().contains(&reply) =>
        {
            let stage = Stage::Asking { question, reply: Some(reply), missed: Default::default() };
            Some(Next::same_screen(at(stage)))
        }
        (Stage::Asking { question, reply: None, missed }, CompareMsg::Replied(about))
            if about == question =>
        {
            Some(Next::with_problem(at(Stage::Asking { question, reply: None, missed: missed.again() })))
        }
        (Stage::Asking { question, reply: Some(reply), .. }, CompareMsg::Replied(about))
            if about == question =>
        {
            let stage = replied(session, question, reply);
            let next = at(stage);
            Some(Next::new_screen(if stage == Stage::Refused { refused(next) } else { next }))
        }
        (Stage::Warned { mine }, CompareMsg::CodeAsked) => Some(Next::new_screen(at(Stage::exchange(mine)))),
        (Stage::Exchanging { mine, missed, .. }, CompareMsg::CodeGiven(code)) => {
            Some(match code.map(|theirs| compare(&mine, &theirs)) {
                Ok(Some(comparison)) => Next::new_screen(at(Stage::Compared { mine, comparison })),
                Ok(None) => Next::new_screen(at(Stage::Refused)),
                Err(why) => {
                    let missed = missed.again();
                    Next::with_problem(at(Stage::Exchanging { mine, trouble: Some(why), missed }))
                }
            })
        }
        _ => None,
    }
}

/// Where Back leads: one stage back, or off the comparison. A refusal always leads to the results.
pub(super) fn back(session: Session, stage: FullOnly<Stage>) -> Next {
    let before = match *stage {
        Stage::Asking { question: Question::Afraid, .. } => Question::Watched.asked(),
        Stage::Exchanging { mine, .. } => Stage::Warned { mine },
        Stage::Compared { mine, .. } => Stage::exchange(mine),
        Stage::Asking { .. } | Stage::Warned { .. } | Stage::Refused => return session.close(),
    };
    Next::new_screen(session.over(Overlay::Comparing(stage.with(before))))
}

/// Only "No" to both questions leads to a code, and only where there may be one.
fn replied(session: &Session, question: Question, reply: Reply) -> Stage {
    match (question, reply) {
        (Question::Watched, Reply::No) => Question::Afraid.asked(),
        (Question::Afraid, Reply::No) => {
            let mine = session.run().and_then(Run::figures);
            mine.map_or(Stage::Refused, |mine| Stage::Warned { mine })
        }
        _ => Stage::Refused,
    }
}

/// Refuses every later comparison of this run, too. Nothing else changes: whoever watches sees the same results as before,
/// and the same refusal at the next try, whatever the reason was.
fn refused(session: Session) -> Session {
    let flow = match session.flow {
        Flow::Done { run, from, outcome } => Flow::Done { run: Run { refused: true, ..run }, from, outcome },
        flow => flow,
    };
    Session { flow, ..session }
}
