//! Does what the reader asks of the device: the clock, the store, files.

use std::any::Any;
use std::rc::Rc;

use js_sys::{Date, encode_uri_component};
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, StorageEvent, Window};
use yew::Callback;

use super::intl;
use crate::domain::saved::{Archive, Done, Mark, Record, Request, Shelf};
use crate::store;
use crate::wire::saved::write;

/// What became of a request, and what is saved now.
pub fn answer(request: Request) -> Shelf {
    let now = Date::now() as i64;
    let looked = request == Request::Look;
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
    Shelf { archive, unread, trouble, looked, done: done.unwrap_or_default() }
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
    let link: HtmlElement = gloo::utils::document().create_element("a")?.unchecked_into();
    let text: String = encode_uri_component(text).into();
    link.set_attribute("href", &["data:application/octet-stream;charset=utf-8,", &text].concat())?;
    link.set_attribute("download", &["notes-", &intl::today(), ".", ending].concat())?;
    link.click();
    Ok(())
}
