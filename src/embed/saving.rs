//! Does what the reader asks of the device: the clock, the store, files.

use js_sys::Date;

use super::page::Page;
use crate::domain::saved::{Archive, Done, Mark, Record, Request, Shelf};
use crate::store;
use crate::wire::saved::write;

/// What became of a request, and what is saved now.
pub fn answer(page: &Page, request: Request) -> Shelf {
    let now = Date::now() as i64;
    let done = match request {
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
    };
    let (archive, unseen) = match store::look(now) {
        Ok(archive) => (archive, None),
        Err(why) => (Archive::default(), Some(why)),
    };
    let trouble = done.as_ref().err().copied().or(unseen);
    let unread = store::unread().is_some();
    Shelf { archive, unread, trouble, done: done.unwrap_or_default() }
}

/// A file, as far as the browser lets the page make one. It does not say whether it did.
fn made(page: &Page, text: String, ending: &str) -> Done {
    page.hand_over(ending, &text);
    Done::Made(text.into())
}
