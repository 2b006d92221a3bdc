//! Asking the device to keep, to show and to erase, and what is said about it; shared by screens.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::Cx;
use super::export::file_text;
use super::wording;
use crate::domain::saved::{Done, LoadError, Loaded, Request, Shelf, StoreError};
use crate::edition::Full;
use crate::language::Message;

/// The text of a file, or why there is none.
pub type Opened = Result<Rc<str>, LoadError>;

/// What the device can do; there is none where the owner has not allowed to ask.
#[derive(Clone, PartialEq)]
pub struct Device {
    /// Only the full build has one.
    pub full: Full,
    /// Does it.
    pub answer: Callback<Request, Shelf>,
    /// Opens the file that was chosen in an input, and tells what is in it.
    pub open: Callback<(HtmlInputElement, Callback<Opened>)>,
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
    /// Opens the file that was chosen in an input, and tells what is in it.
    pub open: Callback<(HtmlInputElement, Callback<Opened>)>,
    /// What the reader wants to remember of this check-in.
    pub note: Rc<str>,
    /// Remembers something else.
    pub set_note: Callback<Rc<str>>,
}

/// What became of the last request, said to everyone, and the text of a file for browsers that make none.
pub fn outcome(shelf: &Shelf, cx: &Cx) -> Html {
    let words = &cx.words;
    let said = match (shelf.trouble, &shelf.done) {
        (None, Some(Done::NotLoaded(why))) => Some(wording::not_loaded(*why)),
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
                if let Some(Done::Loaded(loaded)) = &shelf.done {
                    <span key="loaded">{ loaded_said(loaded, cx) }</span>
                } else if let Some(message) = said {
                    <span key={message as usize}>{ words.text(message) }</span>
                }
            </p>
            if let Some(Done::Made(text)) = &shelf.done {
                { file_text(text, false, words) }
            }
        </>
    }
}

fn loaded_said(loaded: &Loaded, cx: &Cx) -> AttrValue {
    let [added, known, expired] =
        [loaded.added, loaded.known, loaded.expired].map(|count| cx.words.whole(count));
    cx.words.fill(Message::LoadDone, &[("added", &added), ("known", &known), ("expired", &expired)])
}
