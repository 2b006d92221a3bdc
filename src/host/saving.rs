//! Does what the reader asks of the device: the clock, the store, files.

use std::rc::Rc;

use js_sys::{Date, Reflect};
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::Callback;

use super::page::{self, Page};
use crate::domain::saved::{Archive, Done, LoadError, Request, Shelf, StoreError};
use crate::domain::unfinished::UnfinishedList;
use crate::formats::saved;
use crate::store;

/// What became of a request, and what is saved now. Nothing more is read for what happens at every answer.
pub fn answer(page: &Page, request: Request) -> Shelf {
    let now = Date::now() as i64;
    let looked = request == Request::Look;
    let is_quick = matches!(request, Request::Keep(..) | Request::Drop(_));
    let done = act(page, request, now);
    let known = if is_quick { Shelf::default() } else { look(now) };
    let trouble = done.as_ref().err().copied().or(known.trouble);
    Shelf { trouble, looked, now, shared: store::is_shared(), done: done.unwrap_or_default(), ..known }
}

fn act(page: &Page, request: Request, now: i64) -> Result<Option<Done>, StoreError> {
    match request {
        Request::Look => Ok(None),
        Request::Save(content, replaces) => {
            store::save(content, replaces, now).map(|(_, mark)| Some(Done::Saved(mark)))
        }
        Request::DownloadAll { answers, notes, about } => store::look(now)
            .map(|archive| Some(made(page, saved::file(&archive.for_file(answers, notes), &about), "json"))),
        Request::DownloadUnread => Ok(store::unread().map(|text| made(page, text, "txt"))),
        Request::Load(text) => match text.and_then(|text| saved::load(&text)) {
            Ok(file) => store::load(&file, now).map(|loaded| Some(Done::Loaded(loaded))),
            Err(why) => Ok(Some(Done::NotLoaded(why))),
        },
        Request::Erase => store::erase().map(|()| Some(Done::Erased)),
        Request::Share => store::share().map(|()| Some(Done::Shared)),
        Request::Keep(unfinished, replaces) => {
            store::keep(unfinished, replaces, now).map(|revision| Some(Done::Kept(revision)))
        }
        Request::Drop(revision) => store::drop_unfinished(revision, now).map(|()| Some(Done::Dropped)),
        Request::Resume(revision) => store::resume(revision, now)
            .map(|(revision, unfinished)| Some(Done::Resumed(revision, unfinished))),
    }
}

/// All that is saved.
fn look(now: i64) -> Shelf {
    let (archive, unseen) = match store::look(now) {
        Ok(archive) => (archive, None),
        Err(why) => (Archive::default(), Some(why)),
    };
    let (unfinished, trouble) = match store::look_unfinished(now) {
        Ok(unfinished) => (unfinished, unseen),
        Err(why) => (UnfinishedList::default(), unseen.or(Some(why))),
    };
    Shelf { archive, unfinished, trouble, unread: store::unread().is_some(), ..Shelf::default() }
}

/// A file, as far as the browser lets the page make one. It does not say whether it did.
fn made(page: &Page, text: String, ending: &str) -> Done {
    page.download(ending, &text);
    Done::Made(text.into())
}

/// The text of the file that was chosen in an input. One that is too long is not read at all.
pub fn open(input: &HtmlInputElement, opened: Callback<Result<Rc<str>, LoadError>>) {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let file = get(&get(input, "files"), "0");
    let Some(size) = get(&file, "size").as_f64() else { return };
    if size > saved::LONGEST as f64 {
        opened.emit(Err(LoadError::TooLong));
        return;
    }
    page::promised(&file, "text", &JsValue::UNDEFINED, move |text| {
        opened.emit(
            text.and_then(|text| text.as_string()).map_or(Err(LoadError::NotOpened), |text| Ok(text.into())),
        );
    });
}
