//! Numbers, lists and names as the browser's own `Intl` writes them.

use std::cell::LazyCell;

use js_sys::Intl::{DateTimeFormat, DisplayNames, ListFormat, NumberFormat};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::language::Format;

/// Digits as telephones have them, in every language: some browsers write Arabic with others.
const DIGITS: &str = "-u-nu-latn";

/// The writers of a language, by its BCP 47 tag. Each of the browser's is made when it is first needed: to make all of
/// them takes a phone longer than to draw the first question.
pub fn format(language: &str) -> Format {
    let locales = Array::of1(&JsValue::from_str(&[language, DIGITS].concat()));
    let later = || locales.clone();
    let (numbers, dates, days, lists) = (later(), later(), later(), later());
    let (regions, languages) = (later(), later());
    let whole = LazyCell::new(move || numbers_with(&numbers, 0));
    let dates = LazyCell::new(move || dates_with(&dates, "short".into()));
    let days = LazyCell::new(move || dates_with(&days, JsValue::UNDEFINED));
    let list = LazyCell::new(move || ListFormat::new(&lists, &options(&[])));
    let regions = LazyCell::new(move || DisplayNames::new(&regions, &options(&[("type", "region".into())])));
    let languages =
        LazyCell::new(move || DisplayNames::new(&languages, &options(&[("type", "language".into())])));
    Format::new(
        move |scaled, decimals| match decimals {
            0 => number(&whole, scaled, 0),
            _ => number(&numbers_with(&locales, decimals), scaled, decimals),
        },
        move |milliseconds| date(&dates, milliseconds),
        move |milliseconds| date(&days, milliseconds),
        move |parts| {
            let parts: Array = parts.iter().map(|part| JsValue::from_str(part)).collect();
            list.format(&parts).into()
        },
        move |code| regions.of(code).map_or_else(|| code.to_owned(), String::from),
        move |tag| languages.of(tag).map_or_else(|| tag.to_owned(), String::from),
    )
}

fn numbers_with(locales: &Array, decimals: u32) -> NumberFormat {
    let digits = JsValue::from(decimals);
    let options = options(&[("minimumFractionDigits", digits.clone()), ("maximumFractionDigits", digits)]);
    NumberFormat::new(locales, &options)
}

fn number(format: &NumberFormat, scaled: i64, decimals: u32) -> String {
    // Scores have at most five digits: the division rounds to the decimal that was meant.
    let value = scaled as f64 / 10_f64.powi(decimals as i32);
    let written = format.format().call1(&JsValue::UNDEFINED, &value.into());
    written.ok().and_then(|written| written.as_string()).unwrap_or_else(|| scaled.to_string())
}

/// The day where the reader is, and the time of day in this style, if in any. To make one takes longer than a row of a list.
fn dates_with(locales: &Array, time: JsValue) -> DateTimeFormat {
    DateTimeFormat::new(locales, &options(&[("dateStyle", "long".into()), ("timeStyle", time)]))
}

fn date(format: &DateTimeFormat, milliseconds: i64) -> String {
    let written = format.format().call1(&JsValue::UNDEFINED, &JsValue::from(milliseconds as f64));
    // A moment that no calendar has.
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a property of a fresh object of our own cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
