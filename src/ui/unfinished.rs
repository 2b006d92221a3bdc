//! "Save and finish later": saves an unfinished check-in. Nothing is saved before the press.

use yew::prelude::*;

use super::capabilities::Saving;
use super::context::Cx;
use super::parts::{Button, Weight};
use crate::domain::device::{Request, Response};
use crate::domain::saved::StoreError;
use crate::domain::session::{Flow, Run};
use crate::language::Message;

/// Button to save the unfinished check-in, or to stop saving it. Absent on a shared device.
pub fn later(flow: &Flow, cx: &Cx) -> Html {
    let (Some(saving), Some(run)) = (&cx.saving, flow.run()) else { return Html::default() };
    // What is saved already can be given up where saving is off.
    let is_offered = !saving.shelf.shared && (saving.is_offered || run.unfinished.is_some());
    let Some(unfinished) = flow.unfinished().filter(|_| is_offered) else { return Html::default() };
    let (label, request) = match run.unfinished {
        None => (Message::Later, Request::Keep(unfinished, None)),
        Some(revision) => (Message::LaterStop, Request::Drop(*revision)),
    };
    let said = said(run, saving);
    let ask = saving.ask.reform(move |()| request.clone());
    html! {
        <div class="finish-later">
            { Button::new(cx.words.say(label), Weight::Quiet, ask).html() }
            if run.unfinished.is_none() {
                <p class="small">{ cx.words.text(Message::LaterAbout) }</p>
            }
            <p class="small" aria-live="polite">
                if let Some(message) = said {
                    <span key={message as usize}>{ cx.words.text(message) }</span>
                }
            </p>
        </div>
    }
}

fn said(run: &Run, saving: &Saving) -> Option<Message> {
    // Only a reader who asked to save something sees what is wrong.
    let trouble = saving.shelf.trouble.filter(|_| saving.shelf.response.is_some());
    match (trouble, run.unfinished, saving.shelf.response) {
        (Some(StoreError::Blocked), ..) => Some(Message::SavingBlocked),
        (Some(StoreError::Full), ..) => Some(Message::SavingFull),
        (Some(StoreError::NewerVersion), ..) => Some(Message::SavingNewer),
        (Some(StoreError::Gone), ..) => Some(Message::LaterGone),
        (_, Some(_), _) => Some(Message::LaterSaved),
        (_, None, Some(Response::Dropped)) => Some(Message::LaterStopped),
        (_, None, _) => None,
    }
}
