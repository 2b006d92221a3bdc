//! A question before answers are lost. It stands in the page: a browser's own box is silent in a sandbox.

use yew::prelude::*;

use super::context::Cx;
use super::parts::Weight;
use crate::domain::session::{Loss, Msg};
use crate::language::Message;

/// The question; keeping the answers is the way on. `loss` is what would be done, `again` whether these are results.
pub fn confirm(loss: Loss, again: bool, cx: &Cx) -> Html {
    let Cx { words, focus, .. } = cx;
    let (title, yes) = match loss {
        Loss::StartOver => (Message::ConfirmStartOver, Message::ConfirmYesStartOver),
        Loss::ChangePerspective | Loss::BeginAs(_) => (Message::ConfirmChange, Message::ConfirmYesChange),
    };
    html! {
        <section key="confirm" class="screen confirm">
            <h2 id="heading" tabindex="-1" ref={focus.heading.clone()}>{ words.text(title) }</h2>
            <p>{ words.text(Message::ConfirmAbout) }</p>
            if again && loss == Loss::StartOver {
                <p>{ words.text(Message::ConfirmSoon) }</p>
            }
            <div class="actions">
                { cx.button(Message::ConfirmKeep, Weight::Primary, Msg::LossDeclined).html() }
                { cx.button(yes, Weight::Secondary, Msg::LossConfirmed).html() }
            </div>
        </section>
    }
}
