//! The whole widget for one session: the bar with "Get help now", then the screen, perhaps covered.

use yew::prelude::*;

use super::capabilities::Saving;
use super::compare::comparison;
use super::confirm::{confirm, erase, resuming, sharing};
use super::context::Cx;
use super::cover::cover;
use super::feeling::feeling;
use super::help::HelpBar;
use super::question::{QuestionProps, question};
use super::results::{Results, Sheet};
use super::review::review;
use super::saved::Saved;
use super::unfinished::later;
use super::welcome::{WelcomeProps, welcome};
use crate::domain::session::{Flow, Overlay, Session};
use crate::language::Message;

/// Draws a session.
pub fn view(session: &Session, cx: &Cx) -> Html {
    html! {
        <section class="card" aria-label={cx.words.say(Message::Title)}>
            <HelpBar cx={cx.clone()} />
            if session.overlays.last() == Some(&Overlay::Covered) {
                { cover(cx) }
            }
            { screen(session, cx) }
        </section>
    }
}

/// Whether two sessions are drawn with the same elements, so that none leaves the page between them.
pub fn share_elements(before: &Session, after: &Session) -> bool {
    let is_question =
        |session: &Session| session.overlays.is_empty() && matches!(session.flow, Flow::Asking { .. });
    is_question(before) && is_question(after)
}

// Each screen has a key, so a new screen never reuses the elements of an old one, and no press, scroll position or
// focus carries over. Questions share their elements; `question` tells which parts are new.
fn screen(Session { flow, overlays }: &Session, cx: &Cx) -> Html {
    let drawn = overlays.iter().enumerate().rev().find_map(|(place, overlay)| {
        let is_first = place == 0;
        over(flow, overlay, is_first, cx)
    });
    drawn.unwrap_or_else(|| in_flow(flow, cx))
}

/// Draws an overlay; `is_first` tells whether it lies directly over the flow. `None` if what is under it shows.
fn over(flow: &Flow, overlay: &Overlay, is_first: bool, cx: &Cx) -> Option<Html> {
    // The owner may have turned saving off. The list stays while it asks, with what is ticked in it.
    let saved = |question: Option<fn(&Saving, &Cx) -> Html>| {
        let saving = cx.saving.clone()?;
        let question = question.map(|question| question(&saving, cx));
        Some(html! { <Saved key="saved" {question} {saving} cx={cx.clone()} /> })
    };
    match overlay {
        Overlay::Confirming(loss) => Some(confirm(*loss, is_first && matches!(flow, Flow::Done { .. }), cx)),
        Overlay::Sheet => match flow {
            Flow::Done { run, outcome, .. } => Some(html! {
                <Sheet key="sheet" run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} />
            }),
            _ => None,
        },
        Overlay::Saved(_) => saved(None),
        Overlay::Erasing(_) => saved(Some(erase)),
        Overlay::Sharing(_) => Some(sharing(cx.saving.as_ref()?, cx)),
        Overlay::Resuming(revision) => Some(resuming(**revision, flow, cx.saving.as_ref()?, cx)),
        Overlay::Comparing(stage) => Some(comparison(**stage, cx.host.comparing.as_ref()?, cx)),
        // A covered screen stays rendered, so every fold, tick and scroll position is there again at once.
        Overlay::Covered => None,
    }
}

fn in_flow(flow: &Flow, cx: &Cx) -> Html {
    match flow {
        &Flow::Welcome { choice, ref left, missed } => {
            welcome(&WelcomeProps { choice, waiting: left.is_some(), missed, cx })
        }
        Flow::Settling { run } => feeling(run.feeling, cx),
        &Flow::Asking { ref run, at, missed, .. } => {
            let later = later(flow, cx);
            question(&QuestionProps { run, at, missed, can_finish: flow.can_finish(), later, cx })
        }
        Flow::Reviewing { run, nudge, .. } => review(run, *nudge, later(flow, cx), cx),
        Flow::Done { run, outcome, .. } => {
            html! { <Results key="results" run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} /> }
        }
    }
}
