//! What the page does for two people who compare: the clock, codes, files.

use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::File;
use yew::Callback;

use super::page::{self, Page};
use crate::domain::compare::CodeError;
use crate::edition::Full;
use crate::formats::share_code::{LONGEST_CODE_BYTES, read, write};
use crate::ui::{Comparing, Given};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// All of it.
pub fn comparing(full: Full, page: &Page) -> Comparing {
    let page = page.clone();
    Comparing {
        full,
        today: Callback::from(|()| (Date::now() as i64).div_euclid(DAY)),
        write: Callback::from(|figures| write(&figures).into()),
        read: Callback::from(|text: String| read(&text)),
        open: Callback::from(|(file, then)| open(&file, then)),
        download: Callback::from(move |code: yew::AttrValue| page.download("txt", &code)),
    }
}

/// Reads a file, unless it is too long to be a code. One that cannot be read is none.
fn open(file: &File, then: Callback<Given>) {
    if file.size() > LONGEST_CODE_BYTES as f64 {
        then.emit(Err(CodeError::Foreign));
        return;
    }
    page::promised(file, "text", &JsValue::UNDEFINED, move |text| {
        then.emit(text.and_then(|text| text.as_string()).map_or(Err(CodeError::Foreign), |text| read(&text)));
    });
}
