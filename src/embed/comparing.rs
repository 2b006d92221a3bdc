//! What the page does for two people who compare: the clock, codes, files.

use js_sys::Date;
use wasm_bindgen::prelude::*;
use web_sys::File;
use yew::Callback;

use super::page::Page;
use crate::domain::pair::CodeError;
use crate::full::Full;
use crate::ui::{Comparing, Given};
use crate::wire::code::{LONGEST, read, write};

const DAY: i64 = 24 * 60 * 60 * 1000;

#[wasm_bindgen]
extern "C" {
    /// The text of a file, on its way.
    type Coming;

    #[wasm_bindgen(method, js_name = then)]
    fn settle(this: &Coming, read: &JsValue, failed: &JsValue);
}

/// All of it.
pub fn comparing(full: Full, page: &Page) -> Comparing {
    let page = page.clone();
    Comparing {
        full,
        today: Callback::from(|()| (Date::now() as i64).div_euclid(DAY)),
        write: Callback::from(|figures| write(&figures).into()),
        read: Callback::from(|text: String| read(&text)),
        open: Callback::from(|(file, then)| open(&file, then)),
        hand_over: Callback::from(move |code: yew::AttrValue| page.hand_over("txt", &code)),
    }
}

/// Reads a file, unless it is too long to be a code. One that cannot be read is none.
fn open(file: &File, then: Callback<Given>) {
    if file.size() > LONGEST as f64 {
        then.emit(Err(CodeError::Foreign));
        return;
    }
    // Of the same type as a callback that both builds have: another one would give the two builds different glue.
    let settled = Closure::once_into_js(move |text: JsValue| -> Result<(), JsError> {
        then.emit(text.as_string().map_or(Err(CodeError::Foreign), |text| read(&text)));
        Ok(())
    });
    file.text().unchecked_into::<Coming>().settle(&settled, &settled);
}
