//! The saved check-ins as text; docs/saved-data.md has every field.

use super::json::{Object, Problems};
use crate::domain::answers::Answer;
use crate::domain::instrument::{Area, Perspective, ROWS, Scope};
use crate::domain::saved::{Archive, AreaSum, Content, ITEM_SET, Mark, Record, StoreError};

/// The version that is written.
const VERSION: i64 = 1;
/// The longest text that is read: a thousand check-ins with their answers have some 600,000 bytes.
const LONGEST: usize = 1_000_000;

/// The text of a list.
pub fn write(archive: &Archive) -> String {
    let body = body(archive);
    let check = check(&body);
    ["{\"version\":", &VERSION.to_string(), ",\"check\":", &check.to_string(), ",", &body, "}"].concat()
}

/// Reads the text of a list.
///
/// # Errors
/// `NewerVersion` for a later version of the text or of the items, and `Corrupt` for all else that is not,
/// to the last number, what was written.
pub fn read(text: &str) -> Result<Archive, StoreError> {
    let mut file = Object::parse_within(LONGEST, text).map_err(|_| StoreError::Corrupt)?;
    let problems = &mut Problems::default();
    match file.whole("version", problems) {
        VERSION => {}
        newer if newer > VERSION => return Err(StoreError::NewerVersion),
        _ => return Err(StoreError::Corrupt),
    }
    let expected = file.whole("check", problems);
    let mut records = Vec::new();
    let mut sound = true;
    for object in file.objects("checkins", problems) {
        match record(object, problems)? {
            Some(record) => records.push(record),
            None => sound = false,
        }
    }
    file.end(problems);
    let records = std::mem::take(problems).unless_none(sound.then_some(records)).ok();
    let archive = records.and_then(Archive::of).ok_or(StoreError::Corrupt)?;
    if i64::from(check(&body(&archive))) == expected { Ok(archive) } else { Err(StoreError::Corrupt) }
}

fn record(mut object: Object, problems: &mut Problems) -> Result<Option<Record>, StoreError> {
    let mark = Mark { sequence: object.whole("sequence", problems), saved: object.whole("saved", problems) };
    let perspective = named(&PERSPECTIVES, &object.text("perspective", problems));
    let scope = named(&SCOPES, &object.text("scope", problems));
    match object.whole("items", problems) {
        ITEM_SET => {}
        newer if newer > ITEM_SET => return Err(StoreError::NewerVersion),
        _ => return Err(StoreError::Corrupt),
    }
    let mut sound = true;
    let mut areas = Vec::new();
    for object in object.objects("areas", problems) {
        match area(object, problems) {
            Some(area) => areas.push(area),
            None => sound = false,
        }
    }
    let answers = object.wholes("answers", problems).map(|given| {
        let mut answers = Vec::new();
        for (id, code) in &given {
            match item(id) {
                Some(id) => answers.push((id, code.map_or(Answer::Skipped, Answer::Chosen))),
                None => sound = false,
            }
        }
        answers
    });
    object.end(problems);
    let content = match (perspective, scope) {
        (Some(perspective), Some(scope)) if sound => Content::checked(perspective, scope, areas, answers),
        _ => None,
    };
    Ok(content.map(|content| Record { mark, content }))
}

fn area(mut object: Object, problems: &mut Problems) -> Option<AreaSum> {
    let area = object.text("area", problems);
    let sum = object.whole("sum", problems);
    let answered = object.texts("answered", problems).iter().map(|id| item(id)).collect::<Option<_>>();
    object.end(problems);
    Some(AreaSum {
        area: Area::ALL.into_iter().find(|known| known.id() == &*area)?,
        sum,
        answered: answered?,
    })
}

fn item(id: &str) -> Option<&'static str> {
    ROWS.iter().map(|row| row.id).find(|known| *known == id)
}

pub(super) const PERSPECTIVES: [(&str, Perspective); 2] =
    [("recovery", Perspective::Recovery), ("loved", Perspective::Loved)];
pub(super) const SCOPES: [(&str, Scope); 2] = [("full", Scope::Full), ("stability", Scope::StabilityOnly)];

pub(super) fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

pub(super) fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, known)| *known == value).map_or("", |(name, _)| name)
}

/// The list of check-ins, as it is written and as its check is made.
fn body(archive: &Archive) -> String {
    let mut out = String::from("\"checkins\":[");
    each(&mut out, archive.records(), |out, Record { mark, content }| {
        put(out, "{\"sequence\":", &mark.sequence.to_string());
        put(out, ",\"saved\":", &mark.saved.to_string());
        put(out, ",\"perspective\":\"", name_of(&PERSPECTIVES, content.perspective()));
        put(out, "\",\"scope\":\"", name_of(&SCOPES, content.scope()));
        put(out, "\",\"items\":", &ITEM_SET.to_string());
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
