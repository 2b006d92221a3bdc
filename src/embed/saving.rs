//! Does what the reader asks of the device: the clock, the store, files.

use js_sys::Date;

use super::page::Page;
use crate::domain::partial::Partials;
use crate::domain::saved::{Archive, Done, Mark, Record, Request, Shelf, StoreError};
use crate::store;
use crate::wire::saved::write;

/// What became of a request, and what is saved now. Nothing more is read for what happens at every answer.
pub fn answer(page: &Page, request: Request) -> Shelf {
    let now = Date::now() as i64;
    let looked = request == Request::Look;
    let is_quick = matches!(request, Request::Keep(..) | Request::Drop(_));
    let done = act(page, request, now);
    let known = if is_quick { Shelf::default() } else { look(now) };
    let trouble = done.as_ref().err().copied().or(known.trouble);
    Shelf { trouble, looked, shared: store::is_shared(), done: done.unwrap_or_default(), ..known }
}

fn act(page: &Page, request: Request, now: i64) -> Result<Option<Done>, StoreError> {
    match request {
        Request::Look => Ok(None),
        Request::Save(content, replaces) => {
            store::save(content, replaces, now).map(|(_, mark)| Some(Done::Saved(mark)))
        }
        Request::Download(content) => {
            let mark = Mark { sequence: 1, saved: now };
            let archive = Archive::of(vec![Record { mark, content }]).unwrap_or_default();
            Ok(Some(made(page, write(&archive), "json")))
        }
        Request::DownloadAll => store::look(now).map(|archive| Some(made(page, write(&archive), "json"))),
        Request::DownloadUnread => Ok(store::unread().map(|text| made(page, text, "txt"))),
        Request::Erase => store::erase().map(|()| Some(Done::Erased)),
        Request::Share => store::share().map(|()| Some(Done::Shared)),
        Request::Keep(partial, replaces) => {
            store::keep(partial, replaces, now).map(|revision| Some(Done::Kept(revision)))
        }
        Request::Drop(revision) => store::drop_unfinished(revision, now).map(|()| Some(Done::Dropped)),
        Request::Resume(revision) => {
            store::resume(revision, now).map(|(revision, partial)| Some(Done::Resumed(revision, partial)))
        }
    }
}

/// All that is saved.
fn look(now: i64) -> Shelf {
    let (archive, unseen) = match store::look(now) {
        Ok(archive) => (archive, None),
        Err(why) => (Archive::default(), Some(why)),
    };
    let (partials, trouble) = match store::look_unfinished(now) {
        Ok(partials) => (partials, unseen),
        Err(why) => (Partials::default(), unseen.or(Some(why))),
    };
    Shelf { archive, partials, trouble, unread: store::unread().is_some(), ..Shelf::default() }
}

/// A file, as far as the browser lets the page make one. It does not say whether it did.
fn made(page: &Page, text: String, ending: &str) -> Done {
    page.hand_over(ending, &text);
    Done::Made(text.into())
}
