//! Reading the saved check-ins, in every version that ever shipped; docs/saved-data.md has every field.

use super::json::Object;
use super::problems::Problems;
use super::write_saved::{self, SAVED_VERSION};
use crate::domain::answers::Answer;
use crate::domain::archive::Archive;
use crate::domain::content::{AreaSum, Content, FIRST_LIST, is_list};
use crate::domain::instrument::{Area, ITEM_SET, Perspective, ROWS, Scope};
use crate::domain::saved::{LoadError, Mark, Record, SAVED_FOR, StoreError};

pub use super::write_saved::{file, write};

/// The longest text that is read: a thousand check-ins with their answers and the longest notes.
pub const LONGEST_SAVED_BYTES: usize = 2_500_000;
/// The first version, without lists and notes.
const FIRST_VERSION: i64 = 1;
/// How every text of ours begins.
const OURS: &str = "{\"version\":";
/// Name of the list, by which a text of ours is known after an editor has sorted its fields.
const OUR_LIST: &str = "\"checkins\"";

/// Reads the text of a list. The check counts what is written, not how: an editor may indent the text, sort its fields,
/// or write letters as escapes.
///
/// # Errors
/// `NewerVersion` for a later version of the text or of the items, and `Corrupt` for all else whose content is not, to the
/// last letter and number, what was written.
pub fn read(text: &str) -> Result<Archive, StoreError> {
    let mut file = Object::parse_within(LONGEST_SAVED_BYTES, text).map_err(|_| StoreError::Corrupt)?;
    let problems = &mut Problems::default();
    let version = match file.whole("version", problems) {
        known @ FIRST_VERSION..=SAVED_VERSION => known,
        ..FIRST_VERSION => return Err(StoreError::Corrupt),
        _ => return Err(StoreError::NewerVersion),
    };
    if version > FIRST_VERSION {
        file.leave_out("about");
    }
    let expected = file.whole("check", problems);
    // Drops invalid records. The check below then rejects the file, since it was made with them.
    let mut records = Vec::new();
    for object in file.objects("checkins", problems) {
        records.extend(record(object, version, problems)?);
    }
    file.end(problems);
    let records = std::mem::take(problems).unless(records).ok();
    let archive = records.and_then(Archive::of).ok_or(StoreError::Corrupt)?;
    let is_as_written = i64::from(write_saved::check(&write_saved::body(&archive, version))) == expected;
    if is_as_written { Ok(archive) } else { Err(StoreError::Corrupt) }
}

/// Whether a text is of an older version, as far as its first words say.
pub fn is_older(text: &str) -> bool {
    let version = text.strip_prefix(OURS).and_then(|rest| rest.split(',').next());
    version.and_then(|version| version.parse::<i64>().ok()).is_some_and(|version| version < SAVED_VERSION)
}

/// Returns true if a damaged text is older than check-ins are saved for, by the last time found in it.
pub fn has_expired(damaged: &str, now: i64) -> bool {
    let times = damaged.split("\"saved\":").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        rest.get(..end)?.parse::<i64>().ok()
    });
    times.max().is_some_and(|last| now.saturating_sub(last) > SAVED_FOR)
}

/// Reads the text of a file that the reader chose, or that they pasted: with words, quotes or invisible marks around it,
/// and with the line ends and quotation marks that mail programs and word processors make.
///
/// # Errors
/// The reason why it is refused.
pub fn load(text: &str) -> Result<Archive, LoadError> {
    if text.len() > LONGEST_SAVED_BYTES {
        return Err(LoadError::TooLong);
    }
    let inside = text.find('{').map_or("", |start| text.get(start..).unwrap_or_default());
    let inside = inside.rfind('}').and_then(|end| inside.get(..=end)).unwrap_or(inside);
    // JSON has no control characters inside strings, and takes any white space between tokens. Text in UTF-16 that was
    // opened as UTF-8 has a NUL beside each letter.
    let inside = inside.replace(['\r', '\0'], "").replace(char::is_control, " ");
    let found = match read(&inside) {
        // A note may hold any of these marks, so they are first taken as they are.
        Err(StoreError::Corrupt) => read(&retyped(&inside)),
        found => found,
    };
    let starts =
        |start: &str| inside.chars().filter(|c| !c.is_whitespace()).take(start.len()).eq(start.chars());
    match found {
        Ok(archive) => Ok(archive),
        Err(StoreError::NewerVersion) => Err(LoadError::Newer),
        Err(_) if !starts(OURS) && !inside.contains(OUR_LIST) => Err(LoadError::Foreign),
        Err(_) if text.trim_end().ends_with('}') => Err(LoadError::Altered),
        Err(_) => Err(LoadError::CutShort),
    }
}

/// The text as it was before a word processor or a messenger improved it.
fn retyped(text: &str) -> String {
    let quotes = ['\u{201c}', '\u{201d}', '\u{201e}', '\u{201f}', '\u{ab}', '\u{bb}', '\u{ff02}', '\u{2033}'];
    text.replace(quotes, "\"").replace(is_mark, "").replace(char::is_whitespace, " ")
}

/// Whether a character is an invisible mark: of direction, of no width, or a byte order mark.
fn is_mark(one: char) -> bool {
    matches!(one, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn record(mut object: Object, version: i64, problems: &mut Problems) -> Result<Option<Record>, StoreError> {
    let mark = Mark { sequence: object.whole("sequence", problems), saved: object.whole("saved", problems) };
    let perspective = Perspective::find(&object.text("perspective", problems));
    let scope = Scope::find(&object.text("scope", problems));
    let list = if version > FIRST_VERSION { object.whole("list", problems) } else { FIRST_LIST };
    let note = if version > FIRST_VERSION { object.text_or_none("note", problems) } else { None };
    match object.whole("items", problems) {
        ITEM_SET => {}
        ..ITEM_SET => return Err(StoreError::Corrupt),
        _ => return Err(StoreError::NewerVersion),
    }
    let mut areas = Vec::new();
    for object in object.objects("areas", problems) {
        areas.extend(area(object, problems));
    }
    let given = object.wholes("answers", problems);
    let answers = given.as_ref().map(|given| {
        let mut answers: Vec<_> = given
            .iter()
            .filter_map(|(id, code)| Some((item(id)?, code.map_or(Answer::Skipped, Answer::Chosen))))
            .collect();
        answers.sort_by_key(|(id, _)| ROWS.iter().position(|row| row.id == *id));
        answers
    });
    let are_known = given.iter().flatten().all(|(id, _)| item(id).is_some());
    object.end(problems);
    let content = match (perspective, scope) {
        (Some(perspective), Some(scope)) if are_known => Content::checked(perspective, scope, areas, answers),
        _ => None,
    };
    let content = content.filter(|_| is_list(list)).map(|content| content.in_list(list));
    let content = match &note {
        None => content,
        Some(note) => content.map(|content| content.noting(note)).filter(|read| read.note() == Some(&**note)),
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
