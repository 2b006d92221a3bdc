//! The message on how the last request to the storage went, shared by the screens that make requests.

use yew::prelude::*;

use super::context::Cx;
use super::export::file_text;
use super::wording;
use crate::domain::archive::Loaded;
use crate::domain::device::{Response, Shelf};
use crate::domain::saved::StoreError;
use crate::language::Message;

/// Says what became of the last request, also to screen readers; with the text of a file for browsers that make none.
pub fn response_said(shelf: &Shelf, cx: &Cx) -> Html {
    let words = &cx.words;
    let said = match (shelf.trouble, &shelf.response) {
        (None, Some(Response::NotLoaded(why))) => Some(wording::not_loaded(*why)),
        (Some(StoreError::Blocked), _) => Some(Message::SavingBlocked),
        (Some(StoreError::Full), _) => Some(Message::SavingFull),
        (Some(StoreError::NewerVersion), _) => Some(Message::SavingNewer),
        (Some(StoreError::Corrupt), _) => Some(Message::SavingCorrupt),
        (Some(StoreError::Gone), _) => Some(Message::ResumeGone),
        (Some(StoreError::Shared), _) => Some(Message::SharedOn),
        (None, Some(Response::Saved(_))) => Some(Message::SavingSaved),
        (None, Some(Response::Erased)) => Some(Message::SavingErased),
        (None, Some(Response::Shared)) => Some(Message::SharedErased),
        (None, _) if shelf.unread => Some(Message::SavingAside),
        (None, _) => None,
    };
    html! {
        <>
            <p aria-live="polite" class="saving-said">
                if let Some(Response::Loaded(loaded)) = &shelf.response {
                    <span key="loaded">{ loaded_said(loaded, cx) }</span>
                } else if let Some(message) = said {
                    <span key={message as usize}>{ words.text(message) }</span>
                }
            </p>
            if let Some(text) = &shelf.file {
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
