//! A kind ending: something to take along, when to come back, what became of the answers.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::session::Msg;
use crate::text::Message;
use crate::ui::context::Cx;
use crate::ui::parts::{Button, Weight, when};

/// Props of [`Closing`].
#[derive(Clone, PartialEq, Properties)]
pub struct ClosingProps {
    /// Whether numbers and answers go on paper.
    pub print_numbers: bool,
    /// Puts them on paper, or leaves them off.
    pub set_print_numbers: Callback<bool>,
    /// The surroundings.
    pub cx: Cx,
}

/// The last part of the results.
#[component]
pub fn Closing(props: &ClosingProps) -> Html {
    let cx = &props.cx;
    let words = &cx.words;
    let part = |title, about| {
        html! {
            <>
                <h4>{ words.say(title) }</h4>
                <p>{ words.say(about) }</p>
            </>
        }
    };
    let button = |label, msg| {
        html! { <Button label={words.say(label)} weight={Weight::Secondary} onpress={cx.sends(msg)} /> }
    };
    html! {
        <section class="part closing">
            <h3>{ words.say(Message::ClosingTitle) }</h3>
            <p class="lead">{ words.say(Message::ClosingBreath) }</p>
            { part(Message::ClosingTake, Message::ClosingTakeAbout) }
            { numbers_too(props) }
            <div class="actions">
                <Button label={words.say(Message::Print)} weight={Weight::Primary} onpress={cx.print.clone()} />
            </div>
            { part(Message::ClosingNext, Message::ClosingNextAbout) }
            { part(Message::ClosingPrivacy, Message::ClosingPrivacyAbout) }
            <div class="actions">
                { button(Message::Back, Msg::WentBack) }
                { button(Message::StartOver, Msg::StartOverAsked) }
            </div>
        </section>
    }
}

fn numbers_too(props: &ClosingProps) -> Html {
    let onchange = when(&props.set_print_numbers, |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        Some(input.checked())
    });
    html! {
        <div class="choice tick">
            <input type="checkbox" id="print-numbers" checked={props.print_numbers} {onchange} />
            <label for="print-numbers">{ props.cx.words.say(Message::PrintNumbers) }</label>
        </div>
    }
}
