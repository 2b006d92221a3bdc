//! Makes the downloads and the clipboard copy.

use std::rc::Rc;

use js_sys::Date;

use super::bridge::HostElement;
use super::intl;
use crate::domain::archive::Archive;
use crate::domain::saved::{Mark, Record};
use crate::formats::{self, Reminder};
use crate::ui::Taken;

/// Column names, for programs.
const COLUMNS: [&str; 5] = ["row", "id", "words", "answer", "value"];

/// Gives the reader a file or a copy, as far as the browser can, and returns its text.
pub fn take(element: &HostElement, taken: Taken) -> Rc<str> {
    match taken {
        Taken::Record { content, mark, about } => {
            let mark = mark.unwrap_or(Mark { sequence: 1, saved: Date::now() as i64 });
            let archive = Archive::of(vec![Record { mark, content }]).unwrap_or_default();
            file(element, "json", formats::saved::file(&archive, &about))
        }
        Taken::Reminder(title, about) => {
            let (day, made) = element.times();
            let reminder = Reminder { day: &day, made: &made, title: &title, about: &about };
            file(element, "ics", formats::calendar(&reminder))
        }
        Taken::Table(rows) => {
            file(element, "csv", formats::table(COLUMNS, &rows, intl::notation(&element.language())))
        }
        Taken::Copy(text, copied) => {
            element.copy(&text, copied);
            text
        }
    }
}

fn file(element: &HostElement, ending: &str, text: String) -> Rc<str> {
    element.download(ending, &text);
    text.into()
}
