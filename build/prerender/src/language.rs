//! The languages of `content/` and the data files made from them.

use trust_checkin::formats::data_file;
use trust_checkin::language::{Format, HelpLines, Message, Text};

/// The folder with one file for each language.
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");

/// A file of `content/` by its name: the BCP 47 tag of a language, or `helplines`.
pub(crate) fn file(tag: &str) -> String {
    std::fs::read_to_string(format!("{CONTENT}/{tag}.json")).unwrap()
}

/// The help lines as they are in `content/`.
pub(crate) fn lines() -> HelpLines {
    content::help_lines(&file("helplines")).unwrap()
}

/// The help lines with names in this language, for those that have no name of their own.
pub(crate) fn lines_in(tag: &str) -> HelpLines {
    let words: serde_json::Value = serde_json::from_str(&file(tag)).unwrap();
    let mut lines = lines();
    for line in lines.regions.iter_mut().flat_map(|region| &mut region.lines) {
        if let Some(name) = words["lines"][&*line.name].as_str() {
            line.name = name.into();
        }
    }
    lines
}

/// The text of a language's data file. The app's own reader has accepted it.
pub fn data(tag: &str) -> String {
    let text = content::write(&language(tag), &lines_in(tag)).and_then(|text| {
        data_file::read(&text, Format::plain_english())?;
        Ok(text)
    });
    text.unwrap_or_else(|why| panic!("content/{tag}.json: {why}"))
}

/// The tags of all languages, in alphabetical order.
pub fn tags() -> Vec<String> {
    let files = std::fs::read_dir(CONTENT).unwrap().map(|entry| entry.unwrap().file_name());
    let names = files.filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned()));
    let mut tags: Vec<_> = names.filter(|name| name != "helplines").collect();
    tags.sort();
    tags
}

/// A language, with numbers and lists as plain code writes them.
pub fn language(tag: &str) -> Text {
    let text = content::language(&file(tag), Format::plain_english());
    text.unwrap_or_else(|why| panic!("content/{tag}.json: {why}"))
}

/// A language in which all that the browser's `Intl` would write is a mark, for whoever has an `Intl` to put in:
/// `@number(7083,2)` is 70.83, `@date(0)` and `@day(0)` are moments in UTC milliseconds, and see [`marks`].
pub fn marked(tag: &str) -> Text {
    let format = marks(
        |scaled, decimals| format!("@number({scaled},{decimals})"),
        |milliseconds| format!("@date({milliseconds})"),
        |milliseconds| format!("@day({milliseconds})"),
    );
    content::language(&file(tag), format).unwrap_or_else(|why| panic!("content/{tag}.json: {why}"))
}

/// A format that writes lists and the names of countries and languages as marks: `@list[[a|b]]`, `@region(US)`,
/// `@language(es)`.
pub(crate) fn marks(
    number: impl Fn(i64, u32) -> String + 'static,
    date: impl Fn(i64) -> String + 'static,
    day: impl Fn(i64) -> String + 'static,
) -> Format {
    Format::new(
        number,
        date,
        day,
        |parts| format!("@list[[{}]]", parts.join("|")),
        |code| format!("@region({code})"),
        |tag| format!("@language({tag})"),
    )
}

/// English, with numbers and lists as plain code writes them.
pub fn english() -> Text {
    language("en")
}

/// A language whose every message is `@key`, so that a script can fill in the words later.
pub fn keys() -> Text {
    let keys = Message::ALL.iter().map(|message| format!("@{}", message.key()).into()).collect();
    Text::new(keys, Vec::new(), Format::plain_english())
}
