//! Explanation of "Leave quickly" and its limits, given before it is needed.

use yew::prelude::*;

use super::context::Words;
use crate::language::Message;

/// The explanation, folded.
pub fn leaving(words: &Words) -> Html {
    html! {
        <details class="leaving">
            <summary>{ words.text(Message::LeavingTitle) }</summary>
            <p>{ words.text(Message::LeavingDoes) }</p>
            <p>{ words.text(Message::LeavingLimits) }</p>
        </details>
    }
}
