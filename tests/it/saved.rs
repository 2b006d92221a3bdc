//! The archive of saved check-ins: its limits, its text format, and damaged text.

use expect_test::expect_file;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::archive::Archive;
use trust_checkin::domain::content::{AreaSum, Content, LAST_LIST, LONGEST_NOTE};
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::instrument::{Area, Perspective, Scope};
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::saved::{LAST_SEQUENCE, LoadError, Mark, Record, StoreError};
use trust_checkin::domain::saved::{MOST_LOADED, MOST_SAVED, SAVED_FOR};
use trust_checkin::domain::score::rounded;
use trust_checkin::domain::session::{Catalog, Msg, Run, Session, step};
use trust_checkin::formats::saved::{LONGEST_SAVED_BYTES, file, is_older, load, read, write};
use trust_checkin::formats::{Notation, table};

use super::given::{L, P};

const DAY: i64 = 24 * 60 * 60 * 1000;
const NOW: i64 = 1_795_000_000_000;
/// Every version of the text that ever shipped, with the check-ins it was written for.
const SHIPPED: [&str; 2] =
    [include_str!("../fixtures/saved/1.json"), include_str!("../fixtures/saved/2.json")];

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(15), failure_persistence: None, ..Config::default() }
}

/// A run with these raw answers from the first item on; 5 is Skip.
fn run(perspective: Perspective, scope: Scope, feeling: Option<Feeling>, raw: &[i64]) -> Run {
    let catalog = Catalog::built_in().unwrap();
    let alone = Msg::NoOneInMind(scope == Scope::StabilityOnly);
    let mut messages = vec![alone, Msg::PerspectiveChosen(perspective), Msg::Began];
    messages.extend(feeling.map(Msg::FeelingChosen));
    messages.push(Msg::Settled);
    for (place, raw) in raw.iter().enumerate() {
        let answer = if *raw == 5 { Answer::Skipped } else { Answer::Chosen(*raw) };
        messages.extend([Msg::Answered(ItemIdx(place), answer), Msg::WentOn(ItemIdx(place))]);
    }
    let session = messages.into_iter().fold(Session::default(), |session, msg| {
        step(&catalog, &session, msg).map_or(session, |next| next.session)
    });
    session.run().unwrap().clone()
}

fn perspectives() -> impl Strategy<Value = Perspective> {
    prop_oneof![Just(P), Just(L)]
}

fn scopes() -> impl Strategy<Value = Scope> {
    prop_oneof![Just(Scope::Full), Just(Scope::StabilityOnly)]
}

fn contents() -> impl Strategy<Value = Content> {
    let given = (perspectives(), scopes(), prop::collection::vec(0..=5_i64, 0..=18), any::<bool>());
    (given, 1..=LAST_LIST, prop_oneof![Just(String::new()), any::<String>()]).prop_map(
        |((perspective, scope, raw, keep), list, note)| {
            run(perspective, scope, None, &raw).content(keep).in_list(list).noting(&note)
        },
    )
}

fn archives() -> impl Strategy<Value = Archive> {
    prop::collection::vec((1..=40_i64, -DAY..=NOW, contents()), 0..6).prop_map(|records| {
        let mut sequence = 0;
        let records = records.into_iter().map(|(more, saved, content)| {
            sequence += more;
            Record { mark: Mark { sequence, saved }, content }
        });
        Archive::of(records.collect()).unwrap()
    })
}

fn some() -> Content {
    run(P, Scope::Full, None, &[3, 2, 5, 1]).content(true)
}

#[test]
fn the_numbers_are_those_of_the_results() {
    let all = run(P, Scope::Full, None, &[3, 2, 3, 1, 3, 1, 2, 3, 1, 3, 5, 2, 2, 2, 5, 4, 1, 5]);
    let content = all.content(false);
    let shown = all.instrument.area_scores(&all.answers);
    for (kept, (area, score)) in content.areas().iter().zip(&shown) {
        assert_eq!(kept.area, *area);
        assert_eq!(kept.value(), score.value());
    }
    // The worked case of the specification.
    let numbers: Vec<_> =
        content.areas().iter().map(|sum| sum.value().map(|value| rounded(value, 2))).collect();
    assert_eq!(numbers, [Some(7083), Some(5500), Some(4375)]);
    assert_eq!(content.answers(), None);
}

#[test]
fn r64_how_the_reader_feels_is_in_no_record_and_changes_none() {
    for keep in [false, true] {
        let kept = |feeling| {
            let content = run(L, Scope::Full, feeling, &[1; 18]).content(keep);
            write(&Archive::default().with(content, None, NOW).unwrap().0)
        };
        for feeling in Feeling::ALL {
            assert_eq!(kept(Some(feeling)), kept(None), "{feeling:?}");
        }
    }
}

/// A text of version 1 made from one of today: no list had a number. The check is worked out anew, from a table.
fn as_version_1(text: &str) -> String {
    let body = &text[text.find("\"checkins\"").unwrap()..text.len() - 1];
    checked_as_version_1(&body.replace("\"list\":1,", ""))
}

fn checked_as_version_1(body: &str) -> String {
    let table: Vec<u32> = (0..256_u32)
        .map(|byte| (0..8).fold(byte, |c, _| if c % 2 == 1 { 0xEDB8_8320 ^ (c / 2) } else { c / 2 }))
        .collect();
    let crc =
        body.bytes().fold(!0_u32, |crc, byte| table[((crc ^ u32::from(byte)) & 255) as usize] ^ (crc >> 8));
    format!("{{\"version\":1,\"check\":{},{body}}}", !crc)
}

#[test]
fn r04_every_version_that_ever_shipped_is_read() {
    let alone = run(L, Scope::StabilityOnly, None, &[4; 10]).content(false);
    let archive = |some: Content, alone: Content| {
        let archive = Archive::default().with(some, None, NOW).unwrap().0;
        archive.with(alone, None, NOW + DAY).unwrap().0
    };
    let first = archive(some(), alone.clone());
    let second =
        archive(some().in_list(2).noting("Call Sam \u{202e}\"on Friday\".\nThen \\ rest \u{1f4a4}"), alone);
    // What is written today is the last of them, so nobody changes it without a new version.
    expect_file!["../fixtures/saved/2.json"].assert_eq(&(write(&second) + "\n"));
    for (place, (text, archive)) in SHIPPED.iter().zip([&first, &second]).enumerate() {
        assert_eq!(read(text.trim_end()).as_ref(), Ok(archive), "version {}", place + 1);
    }
    // The older one becomes one of today and loses nothing on the way.
    assert_eq!(as_version_1(&write(&first)) + "\n", SHIPPED[0]);
    assert_eq!(read(&write(&read(SHIPPED[0].trim_end()).unwrap())), Ok(first));
    assert_eq!(SHIPPED.map(is_older), [true, false]);
}

#[test]
fn r04_every_kind_of_check_in_that_version_1_has_is_read() {
    let mut archive = Archive::default();
    for (place, (perspective, scope)) in
        [(P, Scope::Full), (P, Scope::StabilityOnly), (L, Scope::Full), (L, Scope::StabilityOnly)]
            .into_iter()
            .enumerate()
    {
        for (raw, keep) in
            [(vec![], true), (vec![5, 0, 4, 1], true), (vec![2; 18], false), (vec![5; 18], false)]
        {
            let content = run(perspective, scope, None, &raw).content(keep);
            archive = archive.with(content, None, NOW + place as i64 * DAY).unwrap().0;
        }
    }
    assert_eq!(read(include_str!("../fixtures/saved/1-every-kind.json").trim_end()), Ok(archive));
}

#[test]
fn r05_a_newer_version_of_the_text_or_of_the_items_is_told_apart() {
    let text = write(&Archive::default().with(some(), None, NOW).unwrap().0);
    let check = |before: &str, after: &str, why: StoreError| {
        let changed = text.replacen(before, after, 1);
        assert_ne!(changed, text, "{before}");
        assert_eq!(read(&changed), Err(why), "{after}");
    };
    check("\"version\":2", "\"version\":3", StoreError::NewerVersion);
    check("\"version\":2", "\"version\":3,\"more\":[]", StoreError::NewerVersion);
    check("\"items\":1", "\"items\":2", StoreError::NewerVersion);
    check("\"version\":2", "\"version\":1", StoreError::Corrupt);
    check("\"version\":2", "\"version\":0", StoreError::Corrupt);
    check("\"version\":2", "\"version\":\"3\"", StoreError::Corrupt);
    check("\"list\":1", "\"list\":0", StoreError::Corrupt);
    check("\"list\":1", "\"list\":100", StoreError::Corrupt);
    check("\"list\":1,", "", StoreError::Corrupt);
    check("\"items\":1", "\"items\":0", StoreError::Corrupt);
    check("\"items\":1", "\"items\":-1", StoreError::Corrupt);
    check("\"items\":1", "\"items\":\"2\"", StoreError::Corrupt);
    check("\"version\":2,", "", StoreError::Corrupt);
    // Without a version of the text nothing says what its items mean.
    for version in ["", "\"version\":\"2\",", "\"version\":2.5,"] {
        let changed = text.replacen("\"version\":2,", version, 1).replacen("\"items\":1", "\"items\":2", 1);
        assert_eq!(read(&changed), Err(StoreError::Corrupt), "{changed}");
    }
}

#[test]
fn r04_version_1_had_no_notes_and_no_sentence_about_itself() {
    let text = as_version_1(&write(&Archive::default().with(some(), None, NOW).unwrap().0));
    assert!(read(&text).is_ok());
    let about = text.replacen("\"version\":1", "\"version\":1,\"about\":\"notes\"", 1);
    assert_eq!(read(&about), Err(StoreError::Corrupt));
    let body = &text[text.find("\"checkins\"").unwrap()..text.len() - 1];
    assert_eq!(checked_as_version_1(body), text);
    let noted = [body.strip_suffix("}]").unwrap(), ",\"note\":\"Rest.\"}]"].concat();
    assert_eq!(read(&checked_as_version_1(&noted)), Err(StoreError::Corrupt), "{noted}");
}

#[test]
fn only_what_a_check_in_can_be_is_taken() {
    use Answer::{Chosen, Skipped};
    let (full, alone) = (Scope::Full, Scope::StabilityOnly);
    let none = |area| AreaSum { area, sum: 0, answered: Vec::new() };
    let with = |sum, answered: &[&'static str]| {
        let first = AreaSum { area: Area::Accountability, sum, answered: answered.to_vec() };
        vec![first, none(Area::Healing), none(Area::Stability)]
    };
    let check = |scope, areas: &[AreaSum], answers: Option<&[(&'static str, Answer)]>, taken: bool| {
        let content = Content::checked(P, scope, areas.to_vec(), answers.map(<[_]>::to_vec));
        assert_eq!(content.is_some(), taken, "{areas:?} {answers:?}");
    };
    check(full, &with(0, &[]), None, true);
    check(full, &with(0, &["A1", "A3"]), None, true);
    check(full, &with(8, &["A1", "A3"]), None, true);
    check(alone, &[none(Area::Stability)], None, true);
    // No such sum; items of another area, unknown, twice or in another order.
    check(full, &with(9, &["A1", "A3"]), None, false);
    check(full, &with(-1, &["A1", "A3"]), None, false);
    check(full, &with(1, &[]), None, false);
    for wrong in [["A1", "H1"], ["A1", "X1"], ["A1", "A1"], ["A3", "A1"]] {
        check(full, &with(1, &wrong), None, false);
    }
    // An area that is missing, another order, an area that is not shown.
    let [first, healing, stability] = &with(0, &[])[..] else { panic!() };
    check(full, &[first.clone(), healing.clone()], None, false);
    check(full, &[healing.clone(), first.clone(), stability.clone()], None, false);
    check(alone, &[first.clone(), healing.clone(), stability.clone()], None, false);
    check(alone, std::slice::from_ref(first), None, false);
    // Answers that are not those of the sums, or none that can be.
    let five = with(5, &["A1", "A3"]);
    check(full, &five, Some(&[("A1", Chosen(4)), ("H1", Skipped), ("A3", Chosen(1))]), true);
    check(full, &five, Some(&[]), false);
    check(full, &five, Some(&[("A1", Chosen(4)), ("A3", Chosen(0))]), false);
    check(full, &five, Some(&[("A1", Chosen(4)), ("A3", Skipped)]), false);
    check(full, &five, Some(&[("A1", Chosen(5)), ("A3", Chosen(0))]), false);
    check(full, &five, Some(&[("A3", Chosen(1)), ("A1", Chosen(4))]), false);
    check(full, &five, Some(&[("A1", Chosen(4)), ("A1", Chosen(4)), ("A3", Chosen(1))]), false);
    check(alone, &[none(Area::Stability)], Some(&[("S2", Skipped)]), true);
    check(alone, &[none(Area::Stability)], Some(&[("A1", Skipped)]), false);
}

#[test]
fn answers_and_notes_go_along_in_a_file_only_where_the_reader_wants_that() {
    let archive = Archive::default().with(some().in_list(2).noting("Rest."), None, NOW).unwrap().0;
    let [kept] = archive.records() else { panic!("{archive:?}") };
    for (answers, notes) in [(true, true), (true, false), (false, true), (false, false)] {
        let file = archive.for_file(answers, notes);
        let [record] = file.records() else { panic!("{file:?}") };
        assert_eq!(record.content.answers(), kept.content.answers().filter(|_| answers));
        assert_eq!(record.content.note(), kept.content.note().filter(|_| notes));
        assert_eq!((record.mark, record.content.list()), (kept.mark, 2));
        assert_eq!(record.content.areas(), kept.content.areas());
    }
}

#[test]
fn answers_and_a_note_that_only_the_file_has_come_along() {
    let bare = run(P, Scope::Full, None, &[3, 2, 5, 1]).content(false);
    let with = |content: Content| Archive::default().with(content, None, NOW).unwrap().0;
    let merged = |here: Content, file: Content| with(here).merged(&with(file), NOW).unwrap().0;
    assert_eq!(merged(bare.clone(), some().noting("Rest.")), with(some().noting("Rest.")));
    assert_eq!(merged(some().noting("Mine."), bare.noting("Rest.")), with(some().noting("Mine.")));
}

#[test]
fn r03_text_that_is_not_what_was_written_is_refused() {
    let text = write(&Archive::default().with(some(), None, NOW).unwrap().0);
    let long = " ".repeat(LONGEST_SAVED_BYTES + 1 - text.len()) + &text;
    let twice = text.replacen("\"scope\":\"full\"", "\"scope\":\"full\",\"scope\":\"full\"", 1);
    let unknown = text.replacen("\"answers\":{", "\"answers\":{\"X1\":3,", 1);
    let elsewhere = text.replacen("\"answered\":[", "\"answered\":[\"X1\",", 1);
    let cut = &text[..text.len() - 1];
    for wrong in
        ["", "null", "[]", "{}", "notes", &long, &twice, &unknown, &elsewhere, cut, &"[".repeat(5000)]
    {
        assert_eq!(read(wrong), Err(StoreError::Corrupt), "{}", &wrong[..wrong.len().min(80)]);
    }
}

/// The text with another byte in one place, where that is a text.
fn with(text: &str, at: usize, byte: u8) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] = byte;
    String::from_utf8(bytes).ok()
}

#[test]
fn every_altered_byte_is_refused_and_so_is_every_cut() {
    let alone = run(L, Scope::StabilityOnly, None, &[5; 10]).content(true);
    for content in [some(), some().noting("Rest, \"ok\"?\n\u{5d4}"), alone] {
        let text = write(&Archive::default().with(content, None, NOW).unwrap().0);
        let archive = read(&text).unwrap();
        let of_json = *b" \t\n0123456789\"\\,:{}[]-+.eEnul";
        for (at, was) in text.bytes().enumerate() {
            let flipped = (0..8).map(|bit| was ^ (1 << bit));
            for byte in of_json.into_iter().chain(flipped).filter(|byte| *byte != was) {
                let Some(changed) = with(&text, at, byte) else { continue };
                // Another spelling of the same content is read: an escape in capitals.
                let found = read(&changed);
                assert!(found.is_err() || found == Ok(archive.clone()), "{at} {byte} {changed}");
            }
        }
        for cut in (1..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            assert_eq!(read(&text[..cut]), Err(StoreError::Corrupt), "{cut}");
            assert_eq!(read(&text[cut..]), Err(StoreError::Corrupt), "{cut}");
        }
    }
}

#[test]
fn r08_a_clock_that_was_set_back_neither_reorders_nor_erases() {
    let (mut archive, mut marks) = (Archive::default(), Vec::new());
    for now in [NOW, NOW - 400 * DAY, NOW - 30 * DAY, NOW - 500 * DAY] {
        let (next, mark) = archive.with(some(), None, now).unwrap();
        archive = next;
        marks.push(mark);
    }
    // The later calls see the first as saved in the future.
    let times: Vec<i64> = archive.records().iter().map(|record| record.mark.saved).collect();
    assert_eq!(times, [NOW, NOW - 30 * DAY, NOW - 500 * DAY]);
    assert!(archive.records().is_sorted_by_key(|record| record.mark.sequence));
    assert_eq!(archive.at(i64::MIN), archive);
}

#[test]
fn a_check_in_is_kept_for_ninety_days() {
    let archive = Archive::default().with(some(), None, NOW).unwrap().0;
    for (now, left) in
        [(NOW, 1), (NOW + SAVED_FOR, 1), (NOW + SAVED_FOR + 1, 0), (i64::MAX, 0), (i64::MIN, 1)]
    {
        assert_eq!(archive.at(now).records().len(), left, "{now}");
    }
    assert_eq!(SAVED_FOR, 90 * DAY);
}

#[test]
fn saving_a_run_again_takes_the_place_of_what_it_saved_before() {
    let other = run(P, Scope::Full, None, &[4; 18]).content(false);
    let (archive, mark) = Archive::default().with(some(), None, NOW).unwrap();
    let (archive, again) = archive.with(other.clone(), Some(mark), NOW + DAY).unwrap();
    assert_eq!((archive.records().len(), again), (1, mark));
    assert_eq!(archive.records()[0].content, other);
    // Erased meanwhile: pressing once more saves it anew.
    let (archive, new) = Archive::default().with(other, Some(mark), NOW + DAY).unwrap();
    assert_eq!((archive.records().len(), new.saved), (1, NOW + DAY));
}

#[test]
fn r02_a_list_has_an_end_and_loses_nothing_there() {
    let record = |sequence| Record { mark: Mark { sequence, saved: NOW }, content: some() };
    let full = Archive::of((1..=MOST_SAVED as i64).map(record).collect()).unwrap();
    assert_eq!(full.with(some(), None, NOW), Err(StoreError::Full));
    // With answers and the longest notes that there can be.
    let noted = |sequence| Record {
        mark: Mark { sequence, saved: NOW },
        content: run(P, Scope::Full, None, &[3; 18]).content(true).noting(&"\u{1}".repeat(LONGEST_NOTE)),
    };
    assert!(
        write(&Archive::of((1..=MOST_SAVED as i64).map(noted).collect()).unwrap()).len()
            < LONGEST_SAVED_BYTES
    );
    assert_eq!(read(&write(&full)), Ok(full));
    assert_eq!(Archive::of((1..=MOST_SAVED as i64 + 1).map(record).collect()), None);
    for wrong in [vec![record(2), record(2)], vec![record(2), record(1)], vec![record(0)]] {
        assert_eq!(Archive::of(wrong), None);
    }
}

#[test]
fn a_file_names_what_is_wrong_with_it() {
    let archive = Archive::default().with(some().noting("Rest."), None, NOW).unwrap().0;
    let text = file(&archive, "It proves \"nothing\".");
    assert!(text.contains(r#","about":"It proves \"nothing\".","#), "{text}");
    for same in
        [text.clone(), ["\u{feff}", &text, "\r\n"].concat(), text.replace(",\"check\"", ",\n  \"check\"")]
    {
        assert_eq!(load(&same), Ok(archive.clone()), "{same}");
    }
    let check =
        |text: &str, why: LoadError| assert_eq!(load(text), Err(why), "{}", &text[..text.len().min(90)]);
    check(&" ".repeat(10_000_000), LoadError::TooLong);
    let longest = [&" ".repeat(LONGEST_SAVED_BYTES - text.len()), &*text].concat();
    assert_eq!(load(&longest), Ok(archive));
    check(&[" ", &longest].concat(), LoadError::TooLong);
    for foreign in ["", "notes", "{}", "[]", "\u{0}", r#"{"name":"a","version":2}"#, &"[".repeat(5000)] {
        check(foreign, LoadError::Foreign);
    }
    for cut in [&text[..11], &text[..40], &text[..text.len() - 1]] {
        check(cut, LoadError::CutShort);
    }
    check(&text.replacen("\"sum\":6", "\"sum\":5", 1), LoadError::Altered);
    check(&text.replacen("Rest.", "rest.", 1), LoadError::Altered);
    check(&text.replacen("\"version\":2", "\"version\":3", 1), LoadError::Newer);
}

/// The cells of a table as a reader of RFC 4180 finds them, without the apostrophe that keeps a formula from being one.
fn cells(text: &str, separator: char) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let (mut cells, mut rest) = (Vec::new(), text);
    while let Some(inside) = rest.strip_prefix('"') {
        let mut cell = String::new();
        let mut left = inside;
        loop {
            let (before, after) = left.split_once('"').unwrap();
            cell.push_str(before);
            match after.strip_prefix('"') {
                Some(more) => (left = more, cell.push('"')).1,
                None => break left = after,
            }
        }
        let shown = cell
            .strip_prefix('\'')
            .filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
        cells.push(shown.unwrap_or(&cell).to_owned());
        rest = left.strip_prefix(separator).or_else(|| left.strip_prefix("\r\n")).unwrap();
    }
    assert_eq!(rest, "");
    cells
}

#[test]
fn a_table_carries_no_formula_and_follows_rfc_4180() {
    let written = |cells: [&str; 2]| table(["a", "b"], &[cells], Notation::Point);
    let check = |cell: &str, expected: &str| {
        assert_eq!(written([cell, ""]), format!("\u{feff}\"a\",\"b\"\r\n{expected},\"\"\r\n"));
    };
    check("plain", r#""plain""#);
    check("a, \"b\"\r\nc", "\"a, \"\"b\"\"\r\nc\"");
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
        check(formula, &format!("\"'{formula}\""));
    }
    assert_eq!(written(["＝1", "é"]), "\u{feff}\"a\",\"b\"\r\n\"'＝1\",\"é\"\r\n");
}

#[test]
fn r95_where_a_comma_begins_decimals_semicolons_part_the_cells() {
    let rows = [["3.12 is no date, =1", "20.83"], ["a; b", "4"], ["=1;2", ""]];
    let text = table(["words", "value"], &rows, Notation::Comma);
    assert_eq!(
        text,
        "\u{feff}\"words\";\"value\"\r\n\"3.12 is no date, =1\";\"20,83\"\r\n\"a; b\";\"4\"\r\n\"'=1;2\";\"\"\r\n"
    );
    assert!(table(["words", "value"], &rows, Notation::Point).contains("\"20.83\""));
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn r04_a_text_of_version_1_becomes_one_of_today(archive in archives()) {
        let plain = |record: &Record| {
            let content = record.content.clone().in_list(1).noting("");
            Record { content, ..record.clone() }
        };
        let archive = Archive::of(archive.records().iter().map(plain).collect()).unwrap();
        let old = as_version_1(&write(&archive));
        prop_assert_eq!(read(&old), Ok(archive.clone()));
        prop_assert!(is_older(&old) && !is_older(&write(&archive)));
    }

    #[test]
    fn a_file_holds_what_was_written_and_no_part_of_it_passes(archive in archives(), at: prop::sample::Index, about: String) {
        let text = file(&archive, &about);
        prop_assert_eq!(load(&text), Ok(archive));
        let cut = at.index(text.len());
        prop_assume!(text.is_char_boundary(cut));
        let expected = if cut < 11 { LoadError::Foreign } else { LoadError::CutShort };
        // What happens to end with a brace counts as altered.
        let expected = if cut >= 11 && text[..cut].trim_end().ends_with('}') { LoadError::Altered } else { expected };
        prop_assert_eq!(load(&text[..cut]), Err(expected));
    }

    #[test]
    fn a_table_is_read_back_as_it_was(rows in prop::collection::vec([any::<String>(), any::<String>()], 0..5)) {
        let head = vec!["a".to_owned(), "b".to_owned()];
        prop_assert_eq!(cells(&table(["a", "b"], &rows, Notation::Point), ','), [head.clone(), rows.concat()].concat());
        let [words, numbers] = [0, 1].map(|column| rows.iter().map(|row| row[column].clone()).collect::<Vec<_>>());
        let found = cells(&table(["a", "b"], &rows, Notation::Comma), ';');
        let column = |at: usize| found.iter().skip(2 + at).step_by(2).cloned().collect::<Vec<_>>();
        prop_assert_eq!(column(0), words);
        prop_assert_eq!(column(1), numbers.iter().map(|one| one.replace('.', ",")).collect::<Vec<_>>());
    }

    #[test]
    fn what_is_written_is_read_back(archive in archives()) {
        prop_assert_eq!(read(&write(&archive)), Ok(archive));
    }

    #[test]
    fn an_altered_byte_is_refused(archive in archives(), at: prop::sample::Index, byte: u8) {
        let text = write(&archive);
        let at = at.index(text.len());
        prop_assume!(text.as_bytes()[at] != byte);
        if let Some(changed) = with(&text, at, byte) {
            for found in [read(&changed).ok(), load(&changed).ok()].into_iter().flatten() {
                prop_assert_eq!(&found, &archive, "{}", changed);
            }
        }
    }

    #[test]
    fn an_altered_byte_of_a_file_is_refused_or_is_in_what_it_says_of_itself(archive in archives(), about: String, at: prop::sample::Index, byte: u8) {
        let text = file(&archive, &about);
        let at = at.index(text.len());
        prop_assume!(text.as_bytes()[at] != byte);
        if let Some(changed) = with(&text, at, byte) {
            let found = load(&changed);
            prop_assert!(found.is_err() || found == Ok(archive), "{}", changed);
        }
    }

    #[test]
    fn text_that_is_cut_short_is_refused(archive in archives(), at: prop::sample::Index) {
        let text = write(&archive);
        let cut = at.index(text.len());
        prop_assume!(text.is_char_boundary(cut));
        prop_assert_eq!(read(&text[..cut]), Err(StoreError::Corrupt));
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}") {
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn r06_saving_loses_nothing_that_has_not_expired(archive in archives(), content in contents(), now in -DAY..NOW * 2) {
        let (next, mark) = archive.with(content.clone(), None, now).unwrap();
        let (last, before) = next.records().split_last().unwrap();
        let left = archive.at(now);
        prop_assert_eq!(before, left.records());
        prop_assert_eq!(last, &Record { mark, content });
        prop_assert!(before.iter().all(|record| record.mark.sequence < mark.sequence));
    }
}

/// The text as another program writes it that keeps its content.
fn laid_out(text: &str, way: usize) -> String {
    let value = || serde_json::from_str::<serde_json::Value>(text).unwrap();
    // serde_json keeps fields sorted by their names.
    let sorted = || serde_json::to_string(&value()).unwrap();
    let pretty = || serde_json::to_string_pretty(&value()).unwrap();
    let escaped = |text: String| {
        let mut out = String::new();
        for one in text.chars() {
            let mut units = [0; 2];
            match one.is_ascii() {
                true => out.push(one),
                false => {
                    one.encode_utf16(&mut units).iter().for_each(|unit| out += &format!("\\u{unit:04X}"))
                }
            }
        }
        out
    };
    match way {
        0 => format!("\u{feff}{text}\r\n"),
        1 => sorted(),
        2 => pretty(),
        3 => pretty().replace('\n', "\r\n") + "\r\n\r\n",
        4 => pretty().replace("  ", "\t"),
        5 => escaped(text.to_owned()),
        6 => escaped(pretty()),
        7 => text.replace("\"list\":1,", "\"list\":1.0,").replace("\"items\":1,", "\"items\":1e0,"),
        8 => format!("```json\n{text}\n```"),
        9 => format!("Here it is:\n\n\u{2068}{text}\u{2069}\n\nBye"),
        10 => sorted().replace('/', "\\/"),
        11 => text.chars().flat_map(|one| [one, '\0']).collect(),
        _ => format!("\n\n  {}  \u{a0}\n", sorted()),
    }
}

/// Number of ways in [`laid_out`].
const WAYS: usize = 13;

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn r94_a_file_of_the_same_content_is_read_whatever_an_editor_did_to_its_layout(archive in archives(), about: String, way in 0..WAYS) {
        // Words around the list end at its own braces.
        prop_assume!(!about.contains('\0'));
        let changed = laid_out(&file(&archive, &about), way);
        prop_assert_eq!(load(&changed), Ok(archive), "{}: {}", way, changed);
    }

    #[test]
    fn r94_what_a_word_processor_or_a_messenger_does_to_a_pasted_text_changes_nothing(archive in archives(), at in prop::collection::vec(any::<prop::sample::Index>(), 1..4)) {
        let plain = |record: &Record| Record { content: record.content.clone().noting("A walk, and \u{645}\u{6cc}"), ..record.clone() };
        let archive = Archive::of(archive.records().iter().map(plain).collect()).unwrap();
        let text = file(&archive, "It proves nothing.");
        let pretty = serde_json::to_string_pretty(&serde_json::from_str::<serde_json::Value>(&text).unwrap()).unwrap();
        for (from, to) in [("\"", "\u{201d}"), ("\"", "\u{201c}"), ("  ", "\u{a0}\u{a0}"), ("  ", "\u{2003}"), ("\n", "\u{200b}\n"), ("\n", "\n\u{200f}"), (" ", "\n")] {
            prop_assert_eq!(load(&pretty.replace(from, to)), Ok(archive.clone()), "{:?}", to);
        }
        let mut marked = pretty;
        for at in at {
            let place = at.index(marked.len());
            if marked.is_char_boundary(place) {
                marked.insert(place, '\u{200e}');
            }
        }
        prop_assert_eq!(load(&marked), Ok(archive));
    }

    #[test]
    fn r96_whatever_a_file_holds_the_next_check_in_is_saved_and_all_of_it_goes_in_its_time(archive in archives(), far in prop_oneof![Just(0_i64), Just(NOW), Just(i64::MAX / 4)], up in prop_oneof![Just(0_i64), Just(LAST_SEQUENCE - 240)], here in archives()) {
        let moved = |record: &Record| Record {
            mark: Mark { sequence: record.mark.sequence + up, saved: record.mark.saved + far },
            ..record.clone()
        };
        let file = Archive::of(archive.records().iter().map(moved).collect()).unwrap();
        for here in [here, Archive::default()] {
            let (loaded, told) = here.merged(&file, NOW).unwrap();
            prop_assert_eq!(told.added + told.known + told.expired, file.records().len());
            if told.added > 0 {
                let anew: Vec<i64> = loaded.records().iter().map(|record| record.mark.sequence).collect();
                prop_assert_eq!(anew, (1..=loaded.records().len() as i64).collect::<Vec<_>>());
            }
            let (saved, mark) = loaded.with(some(), None, NOW).unwrap();
            prop_assert_eq!(saved.records().len(), loaded.records().len() + 1);
            prop_assert!(Archive::of(saved.records().to_vec()).is_some());
            prop_assert!(saved.find(mark).is_some());
            prop_assert!(saved.at(NOW + SAVED_FOR + 1).records().is_empty());
            prop_assert_eq!(loaded.merged(&file, NOW).unwrap().1.added, 0);
        }
    }
}

#[test]
fn r96_a_file_leaves_room_for_the_next_saves_and_for_another_list() {
    let record =
        |sequence| Record { mark: Mark { sequence, saved: NOW - sequence * DAY / 100 }, content: some() };
    let of = |count: usize| Archive::of((1..=count as i64).map(record).collect()).unwrap();
    assert_eq!(Archive::default().merged(&of(MOST_SAVED), NOW), Err(StoreError::Full));
    let (mut archive, told) = Archive::default().merged(&of(MOST_LOADED), NOW).unwrap();
    assert_eq!(told.added, MOST_LOADED);
    for _ in MOST_LOADED..MOST_SAVED {
        archive = archive.with(some(), None, NOW).unwrap().0;
    }
    assert_eq!(archive.with(some(), None, NOW), Err(StoreError::Full));
    // What is here already is no reason to refuse its own file.
    assert_eq!(archive.merged(&archive, NOW).unwrap().1.known, MOST_SAVED);
    // The highest place in the order of saving is no end, wherever it came from.
    let last = Archive::of(vec![
        record(3),
        Record { mark: Mark { sequence: LAST_SEQUENCE, saved: NOW }, ..record(4) },
    ]);
    let (saved, mark) = last.unwrap().with(some(), None, NOW).unwrap();
    assert_eq!((saved.records().len(), mark.sequence), (3, 3));
    // The highest list is no end either.
    let lists = Archive::of(vec![Record { content: some().in_list(LAST_LIST), ..record(1) }]).unwrap();
    assert_eq!(lists.new_list(P), Some(1));
}
