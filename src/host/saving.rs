//! The browser's side of saving: passes requests to `store`, opens and downloads files.

use std::rc::Rc;

use js_sys::{Date, Reflect};
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;
use yew::Callback;

use super::bridge::HostElement;
use super::browser;
use crate::domain::device::{Request, Shelf};
use crate::domain::saved::LoadError;
use crate::formats::saved::LONGEST_SAVED_BYTES;
use crate::store;
use crate::ui::Device;

/// The device of this page.
pub fn device(element: &HostElement) -> Device {
    let element = element.clone();
    Device {
        answer: Callback::from(move |(request, known): (Request, Rc<Shelf>)| {
            // The browser does not say whether it made the file.
            store::answer(request, &known, Date::now() as i64, |ending, text| element.download(ending, text))
        }),
        open: Callback::from(|(input, opened)| open(&input, opened)),
    }
}

/// Reads the file that was chosen in an input. A file that is too long is not read at all.
fn open(input: &HtmlInputElement, opened: Callback<Result<Rc<str>, LoadError>>) {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let file = get(&get(input, "files"), "0");
    let Some(size) = get(&file, "size").as_f64() else { return };
    if size > LONGEST_SAVED_BYTES as f64 {
        opened.emit(Err(LoadError::TooLong));
        return;
    }
    browser::read_file(&file, move |text| {
        opened.emit(text.map_or(Err(LoadError::NotOpened), |text| Ok(text.into())));
    });
}
