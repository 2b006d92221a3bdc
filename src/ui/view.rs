//! The whole widget for one session: the bar with "Get help now", then the screen, perhaps covered.

use yew::prelude::*;

use super::compare::pairing;
use super::confirm::confirm;
use super::context::Cx;
use super::cover::cover;
use super::feeling::feeling;
use super::help::HelpBar;
use super::question::{QuestionProps, question};
use super::results::{Results, Sheet};
use super::review::review;
use super::saved::Saved;
use super::sure::{resuming, sharing};
use super::unfinished::later;
use super::welcome::{WelcomeProps, welcome};
use crate::domain::session::Session;
use crate::language::Message;

/// Draws a session.
pub fn view(session: &Session, cx: &Cx) -> Html {
    html! {
        <section class="card" aria-label={cx.words.say(Message::Title)}>
            <HelpBar cx={cx.clone()} />
            if let Session::Covered { .. } = session {
                { cover(cx) }
            }
            { screen(session, cx) }
        </section>
    }
}

/// Whether two sessions are drawn with the same elements, so that none leaves the page between them.
pub fn share_elements(before: &Session, after: &Session) -> bool {
    matches!((before, after), (Session::Asking { .. }, Session::Asking { .. }))
}

// Each screen has a key: a new one is never an old one's elements with new words, so nothing pressed, scrolled or
// focused carries over. Questions share theirs; `question` says what is new there.
fn screen(session: &Session, cx: &Cx) -> Html {
    match session {
        &Session::Welcome { choice, ref kept, missed } => {
            welcome(&WelcomeProps { choice, waiting: kept.is_some(), missed, cx })
        }
        Session::Settling { run } => feeling(run.feeling, cx),
        &Session::Asking { ref run, at, missed, .. } => {
            let later = later(session, cx);
            question(&QuestionProps { run, at, missed, can_finish: session.can_finish(), later, cx })
        }
        Session::Reviewing { run, nudge, .. } => review(run, *nudge, later(session, cx), cx),
        Session::Done { run, outcome, .. } => {
            html! { <Results key="results" run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} /> }
        }
        Session::Sheet { back_to } => match &**back_to {
            Session::Done { run, outcome, .. } => {
                html! { <Sheet key="sheet" run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} /> }
            }
            other => screen(other, cx),
        },
        Session::Saved { erasing, back_to } => match cx.saving() {
            Some(saving) => {
                html! { <Saved key="saved" erasing={*erasing} saving={saving.clone()} cx={cx.clone()} /> }
            }
            // The owner took the leave to ask away.
            None => screen(back_to, cx),
        },
        Session::Comparing { stage, back_to, .. } => match &cx.comparing {
            Some(comparing) => pairing(*stage, comparing, cx),
            None => screen(back_to, cx),
        },
        Session::Sharing { back_to, .. } => match cx.saving() {
            Some(saving) => sharing(saving, cx),
            None => screen(back_to, cx),
        },
        Session::Resuming { revision, back_to, .. } => match cx.saving() {
            Some(saving) => resuming(*revision, back_to, saving, cx),
            None => screen(back_to, cx),
        },
        Session::Confirming { loss, back_to } => {
            confirm(*loss, matches!(**back_to, Session::Done { .. }), cx)
        }
        // It stays as it is: what was unfolded, ticked and scrolled to is there again at once.
        Session::Covered { under, .. } => screen(under, cx),
    }
}
