//! Reading the saved check-ins, in every version that ever shipped; docs/saved-data.md has every field.

use super::json::Object;
use super::problems::Problems;
use super::write_saved::{self, SAVED_VERSION};
use crate::domain::answers::Answer;
use crate::domain::archive::Archive;
use crate::domain::content::{AreaSum, Content, FIRST_LIST, is_list};
use crate::domain::instrument::{Area, ITEM_SET, Perspective, ROWS, Scope};
use crate::domain::saved::{LoadError, Mark, Record, StoreError};

pub use super::write_saved::{file, write};

/// The longest text that is read: a thousand check-ins with their answers and the longest notes.
pub const LONGEST_SAVED_BYTES: usize = 2_500_000;
/// The first version, without lists and notes.
const FIRST_VERSION: i64 = 1;
/// How every text of ours begins.
const OURS: &str = "{\"version\":";

/// Reads the text of a list.
///
/// # Errors
/// `NewerVersion` for a later version of the text or of the items, and `Corrupt` for all else that is not,
/// to the last number, what was written.
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
    // Drops invalid records. The round-trip check below then rejects the file, since the text differs.
    let mut records = Vec::new();
    for object in file.objects("checkins", problems) {
        records.extend(record(object, version, problems)?);
    }
    file.end(problems);
    let records = std::mem::take(problems).unless(records).ok();
    let archive = records.and_then(Archive::of).ok_or(StoreError::Corrupt)?;
    let body = write_saved::body(&archive, version);
    // Not even a letter of an escape may be another: what follows the list can be nothing but the end.
    let as_written = text.trim_end_matches(['}', ' ', '\r', '\n']).ends_with(&body);
    if as_written && i64::from(write_saved::check(&body)) == expected {
        Ok(archive)
    } else {
        Err(StoreError::Corrupt)
    }
}

/// Whether a text is of an older version, as far as its first words say.
pub fn is_older(text: &str) -> bool {
    let version = text.strip_prefix(OURS).and_then(|rest| rest.split(',').next());
    version.and_then(|version| version.parse::<i64>().ok()).is_some_and(|version| version < SAVED_VERSION)
}

/// Reads the text of a file that the reader chose.
///
/// # Errors
/// The reason why it is refused.
pub fn load(text: &str) -> Result<Archive, LoadError> {
    if text.len() > LONGEST_SAVED_BYTES {
        return Err(LoadError::TooLong);
    }
    // Some editors put a mark before the text.
    let text = text.trim_start_matches('\u{feff}');
    let begins: String = text.chars().filter(|c| !c.is_whitespace()).take(OURS.len()).collect();
    match read(text) {
        Ok(archive) => Ok(archive),
        Err(StoreError::NewerVersion) => Err(LoadError::Newer),
        Err(_) if begins != OURS => Err(LoadError::Foreign),
        Err(_) if text.trim_end().ends_with('}') => Err(LoadError::Altered),
        Err(_) => Err(LoadError::CutShort),
    }
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
    let answers = object.wholes("answers", problems).map(|given| {
        let answers = given
            .iter()
            .filter_map(|(id, code)| Some((item(id)?, code.map_or(Answer::Skipped, Answer::Chosen))));
        answers.collect()
    });
    object.end(problems);
    let content = match (perspective, scope) {
        (Some(perspective), Some(scope)) => Content::checked(perspective, scope, areas, answers),
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
