//! What "Leave quickly" does and what it cannot do, said before it is needed.

use yew::prelude::*;

use super::context::Words;
use crate::text::Message;

/// The explanation, folded.
pub fn leaving(words: &Words) -> Html {
    html! {
        <details class="leaving">
            <summary>{ words.say(Message::LeavingTitle) }</summary>
            <p>{ words.say(Message::LeavingDoes) }</p>
            <p>{ words.say(Message::LeavingLimits) }</p>
        </details>
    }
}
