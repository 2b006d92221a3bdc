//! What the reader takes along: files, and a copy.

use std::rc::Rc;

use js_sys::Date;

use super::page::Page;
use crate::domain::saved::{Archive, Mark, Record};
use crate::formats::{self, Reminder};
use crate::ui::Taken;

/// The names of columns, for programs.
const COLUMNS: [&str; 5] = ["row", "id", "words", "answer", "value"];

/// Gives it to the reader, as far as the browser does that, and gives back its text.
pub fn take(page: &Page, taken: Taken) -> Rc<str> {
    match taken {
        Taken::Record { content, mark, about } => {
            let mark = mark.unwrap_or(Mark { sequence: 1, saved: Date::now() as i64 });
            let archive = Archive::of(vec![Record { mark, content }]).unwrap_or_default();
            file(page, "json", formats::saved::file(&archive, &about))
        }
        Taken::Reminder(title, about) => {
            let (day, made) = (page.ask("inFourWeeks"), page.ask("now"));
            let reminder = Reminder { day: &day, made: &made, title: &title, about: &about };
            file(page, "ics", formats::calendar(&reminder))
        }
        Taken::Table(rows) => file(page, "csv", formats::table(COLUMNS, &rows)),
        Taken::Copy(text, copied) => {
            page.copy(&text, copied);
            text
        }
    }
}

fn file(page: &Page, ending: &str, text: String) -> Rc<str> {
    page.download(ending, &text);
    text.into()
}
