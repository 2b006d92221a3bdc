//! Parts shared by screens that make files: the file's text where downloads fail, and checkboxes.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::Words;
use super::parts::{field, when};
use crate::language::Message;

/// Text of a file, folded unless it is the only way to take it along.
pub fn file_text(text: &str, open: bool, words: &Words) -> Html {
    html! {
        <details class="file-text" {open}>
            <summary>{ words.text(Message::FileNone) }</summary>
            <p id="file-text-about">{ words.text(Message::FileText) }</p>
            { field!(textarea readonly=true rows="6" dir="auto" aria-labelledby="file-text-about" value={text.to_owned()}) }
        </details>
    }
}

/// Turns a bool state into a callback that sets it.
pub fn setter(state: &UseStateHandle<bool>) -> Callback<bool> {
    let state = state.setter();
    Callback::from(move |now| state.set(now))
}

/// Checkbox with its label.
pub fn tick(id: &'static str, label: AttrValue, ticked: bool, set: &Callback<bool>) -> Html {
    let onchange = when(set, |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        Some(input.checked())
    });
    html! {
        <div class="choice tick">
            <input type="checkbox" {id} checked={ticked} {onchange} />
            <label for={id}>{ label }</label>
        </div>
    }
}
