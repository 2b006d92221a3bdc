//! Comparing two people, as far as it needs the page: the clock, codes, files.

use js_sys::Date;
use web_sys::File;
use yew::Callback;

use super::bridge::HostElement;
use super::browser;
use crate::domain::compare::CodeError;
use crate::domain::saved::DAY_MS;
use crate::formats::share_code::{LONGEST_CODE_BYTES, read, write};
use crate::ui::{CodeRead, Comparing};

/// The means to compare two people on this page.
pub fn comparing(element: &HostElement) -> Comparing {
    let element = element.clone();
    Comparing {
        today: Callback::from(|()| (Date::now() as i64).div_euclid(DAY_MS)),
        write: Callback::from(|figures| write(&figures).into()),
        read: Callback::from(|text: String| read(&text)),
        open: Callback::from(|(file, then)| open(&file, then)),
        download: Callback::from(move |code: yew::AttrValue| element.download("txt", &code)),
    }
}

/// Reads a file with a code. A file that is too long, or that cannot be read, is not a code.
fn open(file: &File, then: Callback<CodeRead>) {
    if file.size() > LONGEST_CODE_BYTES as f64 {
        then.emit(Err(CodeError::Foreign));
        return;
    }
    browser::read_file(file, move |text| {
        then.emit(text.map_or(Err(CodeError::Foreign), |text| read(&text)));
    });
}
