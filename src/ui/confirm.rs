//! A question before answers are lost. It stands in the page: a browser's own box is silent in a sandbox.

use yew::prelude::*;

use super::context::Cx;
use super::parts::{Button, Weight};
use crate::domain::session::{Loss, Msg};
use crate::text::Message;

/// Props of [`Confirm`].
#[derive(Clone, PartialEq, Properties)]
pub struct ConfirmProps {
    /// What would be done.
    pub loss: Loss,
    /// The surroundings.
    pub cx: Cx,
}

/// The question; keeping the answers is the way on.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let Cx { words, focus, .. } = &props.cx;
    let (title, yes) = match props.loss {
        Loss::StartOver => (Message::ConfirmStartOver, Message::ConfirmYesStartOver),
        Loss::ChangePerspective | Loss::BeginAs(_) => (Message::ConfirmChange, Message::ConfirmYesChange),
    };
    html! {
        <section class="screen confirm">
            <h2 id="heading" tabindex="-1" ref={focus.heading.clone()}>{ words.say(title) }</h2>
            <p>{ words.say(Message::ConfirmAbout) }</p>
            <div class="actions">
                <Button
                    label={words.say(Message::ConfirmKeep)}
                    weight={Weight::Primary}
                    onpress={props.cx.sends(Msg::LossDeclined)}
                />
                <Button
                    label={words.say(yes)}
                    weight={Weight::Secondary}
                    onpress={props.cx.sends(Msg::LossConfirmed)}
                />
            </div>
        </section>
    }
}
