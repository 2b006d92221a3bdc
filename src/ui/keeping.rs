//! Asking the device to keep, to show and to erase, and what is said about it; shared by screens.

use std::rc::Rc;

use yew::prelude::*;

use super::context::Cx;
use crate::domain::saved::{Done, Request, Shelf, StoreError};
use crate::full::Full;
use crate::text::Message;

/// What the device can do; there is none where the owner has not allowed to ask.
#[derive(Clone, PartialEq)]
pub struct Device {
    /// Only the full build has one.
    pub full: Full,
    /// Does it.
    pub answer: Callback<Request, Shelf>,
}

/// What is saved as far as it is known, and the way to ask.
#[derive(Clone, PartialEq)]
pub struct Saving {
    /// Only the full build has one.
    pub full: Full,
    /// What is known.
    pub shelf: Rc<Shelf>,
    /// Asks.
    pub ask: Callback<Request>,
}

/// What became of the last request, said to everyone, and the text of a file for browsers that make none.
pub fn outcome(shelf: &Shelf, cx: &Cx) -> Html {
    let words = &cx.words;
    let said = match (shelf.trouble, &shelf.done) {
        (Some(StoreError::Blocked), _) => Some(Message::SavingBlocked),
        (Some(StoreError::Full), _) => Some(Message::SavingFull),
        (Some(StoreError::NewerVersion), _) => Some(Message::SavingNewer),
        (Some(StoreError::Corrupt), _) => Some(Message::SavingCorrupt),
        (Some(StoreError::Gone), _) => Some(Message::ResumeGone),
        (Some(StoreError::Shared), _) => Some(Message::SharedOn),
        (None, Some(Done::Saved(_))) => Some(Message::SavingSaved),
        (None, Some(Done::Erased)) => Some(Message::SavingErased),
        (None, Some(Done::Shared)) => Some(Message::SharedErased),
        (None, _) if shelf.unread => Some(Message::SavingAside),
        (None, _) => None,
    };
    html! {
        <>
            <p role="status" class="saving-said">
                if let Some(message) = said {
                    <span key={message as usize}>{ words.say(message) }</span>
                }
            </p>
            if let Some(Done::Made(text)) = &shelf.done {
                <details class="file-text">
                    <summary>{ words.say(Message::FileNone) }</summary>
                    <p id="file-text-about">{ words.say(Message::FileText) }</p>
                    <textarea readonly=true rows="6" aria-labelledby="file-text-about" value={text.to_string()} />
                </details>
            }
        </>
    }
}
