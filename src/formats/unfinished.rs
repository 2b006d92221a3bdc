//! The check-ins that are not finished, as text; docs/saved-data.md has every field.

use std::cmp::Ordering;

use super::json::Object;
use super::problems::Problems;
use super::write_saved::{answer, check, each, put};
use crate::domain::answers::Answer;
use crate::domain::instrument::{ITEM_SET, Perspective, Scope};
use crate::domain::saved::StoreError;
use crate::domain::unfinished::{Revision, Unfinished, UnfinishedList};

/// The version that is written.
const UNFINISHED_VERSION: i64 = 1;
/// The longest text that is read: the most that are kept have some 4,000 bytes.
const LONGEST_UNFINISHED_BYTES: usize = 10_000;

/// The text of a list.
pub fn write(unfinished: &UnfinishedList) -> String {
    let body = body(unfinished);
    let check = check(&body);
    ["{\"version\":", &UNFINISHED_VERSION.to_string(), ",\"check\":", &check.to_string(), ",", &body, "}"]
        .concat()
}

/// Reads the text of a list.
///
/// # Errors
/// `NewerVersion` for a later version of the text or of the items, and `Corrupt` for all else that is not,
/// to the last number, what was written.
pub fn read(text: &str) -> Result<UnfinishedList, StoreError> {
    let mut file = Object::parse_within(LONGEST_UNFINISHED_BYTES, text).map_err(|_| StoreError::Corrupt)?;
    let problems = &mut Problems::default();
    is_ours(file.whole("version", problems), UNFINISHED_VERSION)?;
    let expected = file.whole("check", problems);
    let mut records = Vec::new();
    for object in file.objects("unfinished", problems) {
        records.push(record(object, problems)?);
    }
    file.end(problems);
    let records = std::mem::take(problems).unless(records).map_err(|_| StoreError::Corrupt)?;
    let unfinished = UnfinishedList::of(records).ok_or(StoreError::Corrupt)?;
    if i64::from(check(&body(&unfinished))) == expected { Ok(unfinished) } else { Err(StoreError::Corrupt) }
}

fn is_ours(version: i64, ours: i64) -> Result<(), StoreError> {
    match version.cmp(&ours) {
        Ordering::Equal => Ok(()),
        Ordering::Greater => Err(StoreError::NewerVersion),
        Ordering::Less => Err(StoreError::Corrupt),
    }
}

fn record(mut object: Object, problems: &mut Problems) -> Result<(Revision, Unfinished), StoreError> {
    let revision = Revision {
        sequence: object.whole("sequence", problems),
        number: object.whole("revision", problems),
        saved: object.whole("saved", problems),
    };
    let perspective = Perspective::find(&object.text("perspective", problems));
    let scope = Scope::find(&object.text("scope", problems));
    is_ours(object.whole("items", problems), ITEM_SET)?;
    let at = object.text("at", problems);
    let given = object.wholes("answers", problems).ok_or(StoreError::Corrupt)?;
    object.end(problems);
    let answers = given.iter().map(|(id, code)| (&**id, code.map_or(Answer::Skipped, Answer::Chosen)));
    let unfinished = match (perspective, scope) {
        (Some(perspective), Some(scope)) => Unfinished::checked(perspective, scope, &at, answers),
        _ => None,
    };
    Ok((revision, unfinished.ok_or(StoreError::Corrupt)?))
}

/// The list, as it is written and as its check is made.
fn body(unfinished: &UnfinishedList) -> String {
    let mut out = String::from("\"unfinished\":[");
    each(&mut out, unfinished.records(), |out, (revision, unfinished)| {
        put(out, "{\"sequence\":", &revision.sequence.to_string());
        put(out, ",\"revision\":", &revision.number.to_string());
        put(out, ",\"saved\":", &revision.saved.to_string());
        put(out, ",\"perspective\":\"", unfinished.perspective().id());
        put(out, "\",\"scope\":\"", unfinished.scope().id());
        put(out, "\",\"items\":", &ITEM_SET.to_string());
        put(out, ",\"at\":\"", unfinished.at());
        out.push_str("\",\"answers\":{");
        let answers: Vec<_> = unfinished.answers().collect();
        each(out, &answers, answer);
        out.push_str("}}");
    });
    out.push(']');
    out
}
