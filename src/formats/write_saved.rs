//! Writes saved check-ins as text, for the store and for files. It does not use the JSON reader, so the small edition
//! can write files too.

use crate::domain::answers::Answer;
use crate::domain::archive::Archive;
use crate::domain::content::AreaSum;
use crate::domain::instrument::ITEM_SET;
use crate::domain::saved::Record;

/// The version that is written.
pub(super) const SAVED_VERSION: i64 = 2;

/// The text of a list.
pub fn write(archive: &Archive) -> String {
    text(archive, "")
}

/// The same for a file, which says in a sentence what it is about.
pub fn file(archive: &Archive, about: &str) -> String {
    text(archive, &[",\"about\":", &quoted(about)].concat())
}

fn text(archive: &Archive, about: &str) -> String {
    let body = body(archive, SAVED_VERSION);
    let (version, check) = (SAVED_VERSION.to_string(), check(&body).to_string());
    ["{\"version\":", &version, about, ",\"check\":", &check, ",", &body, "}"].concat()
}

/// The list of check-ins, as a version writes it and as its check is made.
pub(super) fn body(archive: &Archive, version: i64) -> String {
    let mut out = String::from("\"checkins\":[");
    each(&mut out, archive.records(), |out, Record { mark, content }| {
        put(out, "{\"sequence\":", &mark.sequence.to_string());
        put(out, ",\"saved\":", &mark.saved.to_string());
        put(out, ",\"perspective\":\"", content.perspective().id());
        put(out, "\",\"scope\":\"", content.scope().id());
        out.push('"');
        if version > 1 {
            put(out, ",\"list\":", &content.list().to_string());
        }
        put(out, ",\"items\":", &ITEM_SET.to_string());
        out.push_str(",\"areas\":[");
        each(out, content.areas(), |out, AreaSum { area, sum, answered }| {
            put(out, "{\"area\":\"", area.id());
            put(out, "\",\"sum\":", &sum.to_string());
            out.push_str(",\"answered\":[");
            each(out, answered, |out, id| put(out, "\"", &[*id, "\""].concat()));
            out.push_str("]}");
        });
        out.push(']');
        if let Some(answers) = content.answers() {
            out.push_str(",\"answers\":{");
            each(out, answers, answer);
            out.push('}');
        }
        if let Some(note) = content.note() {
            put(out, ",\"note\":", &quoted(note));
        }
        out.push('}');
    });
    out.push(']');
    out
}

pub(super) fn answer(out: &mut String, (id, answer): &(&'static str, Answer)) {
    put(out, "\"", id);
    match answer {
        Answer::Chosen(code) => put(out, "\":", &code.to_string()),
        Answer::Skipped => out.push_str("\":null"),
    }
}

pub(super) fn put(out: &mut String, before: &str, value: &str) {
    out.push_str(before);
    out.push_str(value);
}

pub(super) fn each<T>(out: &mut String, list: &[T], write: impl Fn(&mut String, &T)) {
    for (place, one) in list.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(out, one);
    }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for one in text.chars() {
        match one {
            '"' | '\\' => out.extend(['\\', one]),
            '\0'..='\u{1f}' => {
                let hex = |digit: u32| char::from_digit(digit, 16).unwrap_or_default();
                out.push_str("\\u00");
                out.extend([hex(one as u32 / 16), hex(one as u32 % 16)]);
            }
            _ => out.push(one),
        }
    }
    out.push('"');
    out
}

/// CRC-32 of ISO 3309, which finds every change of a few bytes in a row.
pub(super) fn check(text: &str) -> u32 {
    let byte = |crc: u32, byte: u8| {
        (0..8).fold(
            crc ^ u32::from(byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    };
    !text.bytes().fold(u32::MAX, byte)
}
