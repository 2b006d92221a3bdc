//! What a reader can take along, and its text for browsers that make no file.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::Words;
use super::parts::when;
use crate::domain::saved::{Content, Mark};
use crate::language::Message;

/// A row of a table: what it is, an id, its words, the answer in words, the number.
pub type Row = [AttrValue; 5];

/// What the reader asked for.
#[derive(Clone, PartialEq)]
pub enum Taken {
    /// A file of one check-in that can be loaded again.
    Record {
        /// What goes in.
        content: Content,
        /// Which one it is, where it is saved.
        mark: Option<Mark>,
        /// What it is about, in a sentence.
        about: Rc<str>,
    },
    /// A file for calendars, four weeks from now, with this title and this sentence.
    Reminder(AttrValue, AttrValue),
    /// A file for spreadsheets.
    Table(Vec<Row>),
    /// A text to paste elsewhere, and who is told whether it was copied.
    Copy(Rc<str>, Callback<bool>),
}

/// The text of a file, behind a fold unless it is the only way.
pub fn file_text(text: &str, open: bool, words: &Words) -> Html {
    html! {
        <details class="file-text" {open}>
            <summary>{ words.text(Message::FileNone) }</summary>
            <p id="file-text-about">{ words.text(Message::FileText) }</p>
            <textarea readonly=true rows="6" dir="auto" aria-labelledby="file-text-about" value={text.to_owned()} />
        </details>
    }
}

/// What sets a state.
pub fn setter(state: &UseStateHandle<bool>) -> Callback<bool> {
    let state = state.setter();
    Callback::from(move |now| state.set(now))
}

/// A box to tick.
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
