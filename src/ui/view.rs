//! The whole widget for one session: the bar with "Get help now", then the screen.

use yew::prelude::*;

use super::confirm::Confirm;
use super::context::Cx;
use super::feeling::FeelingScreen;
use super::help::HelpBar;
use super::question::Question;
use super::results::Results;
use super::review::Review;
use super::welcome::Welcome;
use crate::domain::session::Session;
use crate::text::Message;

/// Props of [`View`].
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// Where the reader stands.
    pub session: Session,
    /// What every screen is given.
    pub cx: Cx,
}

/// Draws a session.
#[component]
pub fn View(props: &ViewProps) -> Html {
    let cx = &props.cx;
    html! {
        <section class="card" aria-label={cx.words.say(Message::Title)}>
            <HelpBar cx={cx.clone()} />
            { screen(&props.session, cx.clone()) }
        </section>
    }
}

// Each screen has a key, and each question its own: a new screen is never an old one's elements with new
// words, so nothing pressed, scrolled or focused carries over.
fn screen(session: &Session, cx: Cx) -> Html {
    match session.clone() {
        Session::Welcome { choice, kept, missed } => {
            html! { <Welcome key="welcome" {choice} waiting={kept.is_some()} {missed} {cx} /> }
        }
        Session::Settling { run } => html! { <FeelingScreen key="feeling" feeling={run.feeling} {cx} /> },
        Session::Asking { run, at, missed, .. } => {
            let can_finish = session.can_finish();
            html! { <Question key={format!("question-{}", at.0)} {run} {at} {missed} {can_finish} {cx} /> }
        }
        Session::Reviewing { run, nudge, .. } => html! { <Review key="review" {run} {nudge} {cx} /> },
        Session::Done { run, outcome, .. } => html! { <Results key="results" {run} {outcome} {cx} /> },
        Session::Confirming { loss, .. } => html! { <Confirm key="confirm" {loss} {cx} /> },
    }
}
