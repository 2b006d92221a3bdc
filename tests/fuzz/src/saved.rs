//! Fuzz targets: the texts of saved and of unfinished check-ins. The check refuses nearly every change, so each input
//! is also read with a recomputed check, to reach the code behind it.

use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::archive::Archive;
use trust_checkin::domain::content::{LAST_LIST, LONGEST_NOTE};
use trust_checkin::domain::saved::StoreError;
use trust_checkin::domain::saved::{MOST_SAVED, SAVED_FOR};
use trust_checkin::domain::unfinished;
use trust_checkin::formats;

/// Reads the text of saved check-ins. Returns whether it was accepted.
pub fn saved(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    either(&text, "\"checkins\":", |text| {
        let Some(archive) = accepted(formats::saved::read(text)) else { return false };
        assert_eq!(
            formats::saved::read(&formats::saved::write(&archive)),
            Ok(archive.clone()),
            "it is written as it was read"
        );
        assert_eq!(formats::saved::load(text), Ok(archive.clone()), "a file is read as what is saved is");
        archive_holds(&archive);
        true
    })
}

/// Reads the text of unfinished check-ins. Returns whether it was accepted.
pub fn unfinished(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    either(&text, "\"unfinished\":", |text| {
        let Some(list) = accepted(formats::unfinished::read(text)) else { return false };
        assert_eq!(
            formats::unfinished::read(&formats::unfinished::write(&list)),
            Ok(list.clone()),
            "it is written as it was read"
        );
        assert!(list.records().len() <= unfinished::MOST_UNFINISHED, "a list has an end");
        for (revision, unfinished) in list.records() {
            assert!(revision.sequence > 0 && revision.number > 0, "they count from one");
            assert!(
                unfinished.scope().rows().any(|row| row.id == unfinished.at()),
                "a question that is asked"
            );
            assert!(unfinished.answers().all(|(_, answer)| is_code(answer)), "answers are codes");
            assert!(list.at(revision.saved).get(*revision).is_some(), "it is there at its own time");
        }
        assert!(
            list.at(i64::MAX).records().iter().all(|(one, _)| one.saved > 0),
            "and gone at the end of time"
        );
        true
    })
}

fn archive_holds(archive: &Archive) {
    assert!(archive.records().len() <= MOST_SAVED, "a list has an end");
    let now = archive.records().iter().map(|record| record.mark.saved).max().unwrap_or_default();
    let (merged, loaded) = Archive::default().merged(archive, now).unwrap_or_default();
    assert_eq!(
        (merged.merged(archive, now).map(|(_, loaded)| loaded.added), loaded.known),
        (Ok(0), 0),
        "nothing twice"
    );
    assert_eq!(merged, archive.at(now), "all of it, as it was");
    for record in archive.records() {
        assert!((1..=LAST_LIST).contains(&record.content.list()), "a list has a number");
        let note = record.content.note().unwrap_or("-");
        assert!(!note.is_empty() && note.chars().count() <= LONGEST_NOTE, "a note has an end");
        for area in record.content.areas() {
            let most = 4 * area.answered.len() as i64;
            assert!(
                (0..=most).contains(&area.sum) && area.answered.len() <= 6,
                "a sum of six answers at most"
            );
            if let Some(value) = area.value() {
                assert!((0.into()..=100.into()).contains(&value), "a score is from 0 to 100");
            }
        }
        let answers = record.content.answers().unwrap_or_default();
        assert!(answers.iter().all(|(_, answer)| is_code(*answer)), "answers are codes");
        assert!(
            archive.at(record.mark.saved.saturating_add(SAVED_FOR)).records().contains(record),
            "kept for its time"
        );
    }
}

fn is_code(answer: Answer) -> bool {
    match answer {
        Answer::Chosen(code) => (0..=4).contains(&code),
        Answer::Skipped => true,
    }
}

/// The result of reading; a refusal is one of two messages.
fn accepted<T>(read: Result<T, StoreError>) -> Option<T> {
    let refused = read.as_ref().err();
    let reasons = [StoreError::Corrupt, StoreError::NewerVersion];
    assert!(refused.is_none_or(|why| reasons.contains(why)), "a refusal of {refused:?}");
    read.ok()
}

fn either(text: &str, list: &str, read: impl Fn(&str) -> bool) -> bool {
    let as_it_is = read(text);
    let mended = mended(text, list).is_some_and(|text| read(&text));
    as_it_is || mended
}

/// The text with a recomputed check.
fn mended(text: &str, list: &str) -> Option<String> {
    let (before, _) = text.split_once("\"check\":")?;
    let body = text.get(text.find(list)?..text.rfind('}')?)?;
    Some(format!("{before}\"check\":{},{body}}}", crc(body)))
}

/// CRC-32 of ISO 3309, with the usual table.
fn crc(text: &str) -> u32 {
    let row = |n: u32| (0..8).fold(n, |row, _| if row % 2 == 1 { 0xEDB8_8320 ^ (row / 2) } else { row / 2 });
    let table: Vec<u32> = (0..256).map(row).collect();
    let next = |crc: u32, byte: u8| table[(crc as u8 ^ byte) as usize] ^ (crc >> 8);
    text.bytes().fold(0xFFFF_FFFF, next) ^ 0xFFFF_FFFF
}

#[cfg(test)]
mod tests {
    use super::{crc, mended, saved, unfinished};

    #[test]
    fn the_check_is_the_one_that_everybody_has() {
        assert_eq!(crc("123456789"), 0xCBF4_3926);
    }

    #[test]
    fn what_stands_behind_the_check_is_read() {
        let text = include_str!("../../fixtures/saved/1.json");
        let other = text.replacen("\"sequence\":1", "\"sequence\":0", 1);
        assert_eq!(mended(text.trim_end(), "\"checkins\":").as_deref(), Some(text.trim_end()));
        assert!(saved(text.as_bytes()) && !saved(other.as_bytes()));
        let text = include_str!("../../fixtures/saved/unfinished-1.json");
        let altered = text.replacen("\"A1\":3", "\"A1\":2", 1);
        assert!(unfinished(altered.as_bytes()), "with the check that fits it");
        let wrong = text.replacen("\"A1\":3", "\"A1\":7", 1);
        assert!(!unfinished(wrong.as_bytes()));
    }
}
