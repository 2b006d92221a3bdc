//! Formats numbers, lists and names with the browser's `Intl`.

use std::cell::LazyCell;

use js_sys::Intl::{DateTimeFormat, DisplayNames, ListFormat, NumberFormat};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::formats::Notation;
use crate::language::Format;

/// Locale extension for Latin digits, as on telephones: some browsers write Arabic with other digits.
const DIGITS: &str = "-u-nu-latn";

/// Formatter for a language, by its BCP 47 tag. Each `Intl` object is created on first use: creating all of them takes
/// a phone longer than drawing the first question.
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

/// How the reader's spreadsheets write numbers: as their region of the language does, where the browser names one. Mexico
/// writes a decimal point, Spain a comma.
pub fn notation(language: &str) -> Notation {
    let locale = super::locale();
    let (mut theirs, mut shown) = (locale.split('-'), language.split('-'));
    let main = shown.next().unwrap_or_default();
    let is_same = theirs.next().is_some_and(|first| first.eq_ignore_ascii_case(main));
    // The browser's locale can have any form; `Intl` throws at an unknown one.
    let region = theirs.find(|part| match part.len() {
        2 => part.bytes().all(|letter| letter.is_ascii_alphabetic()),
        3 => part.bytes().all(|digit| digit.is_ascii_digit()),
        _ => false,
    });
    let tag = match region.filter(|_| is_same) {
        Some(region) => [main, "-", region].concat(),
        None => language.to_owned(),
    };
    let locales = Array::of1(&JsValue::from_str(&[&tag, DIGITS].concat()));
    if number(&numbers_with(&locales, 1), 15, 1).contains(',') { Notation::Comma } else { Notation::Point }
}

fn numbers_with(locales: &Array, decimals: u32) -> NumberFormat {
    let digits = JsValue::from(decimals);
    let options = options(&[("minimumFractionDigits", digits.clone()), ("maximumFractionDigits", digits)]);
    NumberFormat::new(locales, &options)
}

fn number(format: &NumberFormat, scaled: i64, decimals: u32) -> String {
    // Scores have at most five digits, so the division rounds to the intended decimal.
    let value = scaled as f64 / 10_f64.powi(decimals as i32);
    let written = format.format().call1(&JsValue::UNDEFINED, &value.into());
    written.ok().and_then(|written| written.as_string()).unwrap_or_else(|| scaled.to_string())
}

/// Formatter for the local day, and for the time of day in this style, if any. Creating one takes longer than drawing a
/// row of a list.
fn dates_with(locales: &Array, time: JsValue) -> DateTimeFormat {
    DateTimeFormat::new(locales, &options(&[("dateStyle", "long".into()), ("timeStyle", time)]))
}

fn date(format: &DateTimeFormat, milliseconds: i64) -> String {
    let written = format.format().call1(&JsValue::UNDEFINED, &JsValue::from(milliseconds as f64));
    // No calendar has such a date.
    written.ok().and_then(|written| written.as_string()).unwrap_or_default()
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Setting a property of our own fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
