//! Does what the reader asks of the device: the clock, the store, files.

use std::any::Any;
use std::rc::Rc;

use js_sys::{Array, Date};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Event, HtmlAnchorElement, StorageEvent, Url, Window};
use yew::Callback;

use crate::domain::saved::{Archive, Done, Mark, Record, Request, Shelf};
use crate::store;
use crate::wire::saved::write;

/// What became of a request, and what is saved now.
pub fn answer(request: Request) -> Shelf {
    let now = Date::now() as i64;
    let done = match request {
        Request::Look => Ok(None),
        Request::Save(content, replaces) => {
            store::save(content, replaces, now).map(|(_, mark)| Some(Done::Saved(mark)))
        }
        Request::Download(content) => {
            let mark = Mark { sequence: 1, saved: now };
            let archive = Archive::of(vec![Record { mark, content }]).unwrap_or_default();
            Ok(Some(made(write(&archive), "json")))
        }
        Request::DownloadAll => store::look(now).map(|archive| Some(made(write(&archive), "json"))),
        Request::DownloadUnread => Ok(store::unread().map(|text| made(text, "txt"))),
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

/// Calls back when another tab has changed what is saved, until what this gives back is dropped.
pub fn watch(changed: Callback<()>) -> Rc<dyn Any> {
    let heard = move |event: Event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.is_none_or(|key| key == store::KEY || key == store::ASIDE) {
            changed.emit(());
        }
    };
    let window = gloo::utils::window();
    let closure = Closure::<dyn FnMut(Event)>::new(heard);
    // Where a page does not let anyone listen, every request still looks anew.
    drop(window.add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref()));
    Rc::new(Watching { window, closure })
}

struct Watching {
    window: Window,
    closure: Closure<dyn FnMut(Event)>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let heard = self.closure.as_ref().unchecked_ref();
        drop(self.window.remove_event_listener_with_callback("storage", heard));
    }
}

/// A file, as far as the browser lets us make one. It does not say whether it did.
fn made(text: String, ending: &str) -> Done {
    drop(hand_over(&text, ending));
    Done::Made(text.into())
}

fn hand_over(text: &str, ending: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&["notes-", &today(), ".", ending].concat());
    link.click();
    // The browser has taken it by the time that the click returns.
    Url::revoke_object_url(&address)
}

/// The date on the device's calendar, as 2026-11-23.
fn today() -> String {
    let now = Date::new_0();
    let two =
        |number: u32| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [&now.get_full_year().to_string(), "-", &two(now.get_month() + 1), "-", &two(now.get_date())].concat()
}
