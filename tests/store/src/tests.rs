//! The stored text after each call, for every earlier content and every behaviour of the storage.

use web_sys::{Mood, be, kept, put};

use crate::domain::answers::Answer;
use crate::domain::archive::{Archive, Loaded};
use crate::domain::content::{AreaSum, Content};
use crate::domain::device::{Request, Response, Shelf};
use crate::domain::instrument::{Area, Perspective, Scope};
use crate::domain::saved::{LAST_SEQUENCE, LoadError, Mark, Record, SAVED_FOR, StoreError};
use crate::domain::unfinished::{Revision, UNFINISHED_FOR as A_DAY, Unfinished};
use crate::formats::{saved, unfinished};
use crate::store::{self, ASIDE, BEFORE, KEY, SHARED, UNFINISHED};

const NOW: i64 = 1_795_000_000_000;
const OLD: &str = include_str!("../../fixtures/saved/1.json");
const BROKEN: &str = "{\"version\":2,\"che";
const EVERY_NAME: [&str; 5] = [KEY, BEFORE, ASIDE, UNFINISHED, SHARED];

fn content(sum: i64) -> Content {
    let area = AreaSum { area: Area::Stability, sum, answered: vec!["S2", "S4", "S1", "S3", "S6", "S5"] };
    Content::checked(Perspective::Recovery, Scope::StabilityOnly, vec![area], None).unwrap()
}

fn list(saved: &[i64]) -> Archive {
    saved.iter().fold(Archive::default(), |list, now| list.with(content(6), None, *now).unwrap().0)
}

fn unfinished(code: i64) -> Unfinished {
    Unfinished::checked(Perspective::Recovery, Scope::Full, "H1", [("A1", Answer::Chosen(code))]).unwrap()
}

/// Text of a future version.
fn newer(text: &str) -> String {
    let text = text.replacen("\"version\":1", "\"version\":9", 1);
    text.replacen("\"version\":2", "\"version\":9", 1)
}

/// The stored texts by key.
#[track_caller]
fn there(expected: &[(&str, &str)]) {
    let kept = kept();
    let kept: Vec<(&str, &str)> = kept.iter().map(|(key, text)| (&**key, &**text)).collect();
    assert_eq!(kept, expected);
}

fn text() -> Option<String> {
    kept().remove(KEY)
}

#[test]
fn looking_at_nothing_leaves_nothing() {
    assert_eq!(store::look(NOW), Ok(Archive::default()));
    assert_eq!(store::look_unfinished(NOW).map(|list| list.records().len()), Ok(0));
    assert_eq!((store::is_shared(), store::unread()), (false, None));
    there(&[]);
}

#[test]
fn what_is_saved_is_there_until_it_expires() {
    let (first, _) = store::save(content(6), None, NOW).unwrap();
    let (both, mark) = store::save(content(9), None, NOW + 5).unwrap();
    assert_eq!(
        (first.records().len(), both.records().len(), mark),
        (1, 2, Mark { sequence: 2, saved: NOW + 5 })
    );
    assert_eq!(store::look(NOW + SAVED_FOR), Ok(both.clone()));
    there(&[(KEY, &saved::write(&both))]);
    // The first has expired and is erased; then the other is erased, and its key.
    let left = store::look(NOW + SAVED_FOR + 1).unwrap();
    assert_eq!(left.records(), &both.records()[1..]);
    there(&[(KEY, &saved::write(&left))]);
    assert_eq!(store::look(NOW + SAVED_FOR + 6), Ok(Archive::default()));
    there(&[]);
}

#[test]
fn r99_what_has_expired_is_erased_by_itself_damaged_or_not() {
    let both = list(&[NOW, NOW + 5]);
    let part = unfinished::write(&{
        let list = crate::domain::unfinished::UnfinishedList::default();
        list.with(unfinished(3), None, NOW).unwrap().0
    });
    let damaged = saved::write(&both).replacen("\"sum\":6", "\"sum\":5", 1);
    put(KEY, &damaged);
    put(ASIDE, &format!("{damaged}\n{BROKEN}"));
    put(UNFINISHED, &part);
    store::expire(NOW + A_DAY);
    assert_eq!(kept().len(), 3);
    store::expire(NOW + A_DAY + 1);
    assert_eq!(kept().into_keys().collect::<Vec<_>>(), [KEY, ASIDE]);
    store::expire(NOW + SAVED_FOR + 5);
    assert_eq!(kept().len(), 2);
    store::expire(NOW + SAVED_FOR + 6);
    there(&[]);
    // What is sound loses what has expired, and nothing else.
    put(KEY, &saved::write(&both));
    store::expire(NOW + SAVED_FOR + 1);
    assert_eq!(store::look(NOW).unwrap().records(), &both.records()[1..]);
    // Text without a time is the reader's to decide on, and so is that of a newer version.
    let (none, newer) = (BROKEN.to_owned(), newer(&saved::write(&both)));
    for text in [none, newer] {
        put(KEY, &text);
        store::expire(i64::MAX);
        there(&[(KEY, &text)]);
    }
}

#[test]
fn r96_a_file_at_the_limits_never_fills_the_list() {
    let full = |saved: i64, sequence: i64| {
        Archive::of(vec![Record { mark: Mark { sequence, saved }, content: content(6) }]).unwrap()
    };
    for file in [full(NOW, LAST_SEQUENCE), full(i64::MAX, 1), full(i64::MAX, LAST_SEQUENCE)] {
        let text = saved::write(&file);
        store::load(&saved::load(&text).unwrap(), NOW).unwrap();
        let (archive, mark) = store::save(content(9), None, NOW).unwrap();
        assert_eq!((archive.records().len(), mark.sequence), (2, 2));
        store::expire(NOW + SAVED_FOR + 1);
        there(&[]);
    }
    // A list that was filled like this before is saved to all the same.
    put(KEY, &saved::write(&full(NOW, LAST_SEQUENCE)));
    assert_eq!(store::save(content(9), None, NOW).unwrap().1.sequence, 2);
}

#[test]
fn a_check_in_that_is_saved_again_takes_its_own_place() {
    let (_, mark) = store::save(content(6), None, NOW).unwrap();
    let (list, again) = store::save(content(9), Some(mark), NOW + 5).unwrap();
    assert_eq!((list.records().len(), again, &list.records()[0].content), (1, mark, &content(9)));
    there(&[(KEY, &saved::write(&list))]);
}

#[test]
fn looking_writes_nothing_where_nothing_has_expired() {
    let spaced = saved::write(&list(&[NOW])).replacen(",\"check\"", ", \"check\"", 1);
    put(KEY, &spaced);
    assert_eq!(store::look(NOW), Ok(list(&[NOW])));
    there(&[(KEY, &spaced)]);
}

#[test]
fn r04_an_older_text_stands_beside_the_new_one_until_that_is_there() {
    put(KEY, OLD);
    let (list, _) = store::save(content(6), None, NOW).unwrap();
    there(&[(KEY, &saved::write(&list))]);
    assert_eq!(list.records().len(), 3);
    // Text of the current version needs no backup, and saves even without room for one.
    put(KEY, OLD);
    be(Mood::Full);
    assert_eq!(store::save(content(6), None, NOW), Err(StoreError::Full));
    there(&[(KEY, OLD)]);
}

#[test]
fn r04_a_change_of_version_that_was_cut_off_is_ended_or_taken_back() {
    let today = saved::write(&list(&[NOW]));
    for (now, after) in [(Some(&*today), Some(&*today)), (Some(BROKEN), Some(OLD)), (None, None)] {
        store::erase().unwrap();
        put(BEFORE, OLD);
        now.iter().for_each(|text| put(KEY, text));
        assert!(store::look(NOW).is_ok());
        assert_eq!((text().as_deref(), kept().contains_key(BEFORE)), (after, false));
    }
}

#[test]
fn r03_what_cannot_be_read_is_put_aside_once() {
    put(KEY, BROKEN);
    assert_eq!(store::look(NOW), Err(StoreError::Corrupt));
    there(&[(KEY, BROKEN)]);
    assert_eq!(store::unread().as_deref(), Some(BROKEN));
    let (list, _) = store::save(content(6), None, NOW).unwrap();
    there(&[(KEY, &saved::write(&list)), (ASIDE, BROKEN)]);
    assert_eq!(store::unread().as_deref(), Some(BROKEN));
    // The same check-in is there already; another is added after it.
    for (broken, aside) in [(BROKEN, BROKEN.to_owned()), ("notes", [BROKEN, "\nnotes"].concat())] {
        put(KEY, broken);
        let (list, _) = store::save(content(6), None, NOW).unwrap();
        there(&[(KEY, &saved::write(&list)), (ASIDE, &aside)]);
    }
    put(KEY, "x");
    assert_eq!(store::unread(), Some([BROKEN, "\nnotes\nx"].concat()));
}

#[test]
fn r02_only_so_much_is_put_aside_and_nothing_is_lost_at_the_end() {
    let most = "x".repeat(2_000_000);
    put(KEY, &most);
    assert!(store::save(content(6), None, NOW).is_ok());
    assert_eq!(kept().remove(ASIDE), Some(most.clone()));
    put(KEY, "y");
    assert_eq!(store::save(content(6), None, NOW), Err(StoreError::Full));
    assert_eq!((kept().remove(ASIDE), text().as_deref()), (Some(most), Some("y")));
}

#[test]
fn r05_a_newer_text_is_never_written_over() {
    let newer = newer(&saved::write(&list(&[NOW])));
    put(KEY, &newer);
    assert_eq!(store::look(NOW), Err(StoreError::NewerVersion));
    assert_eq!(store::save(content(6), None, NOW), Err(StoreError::NewerVersion));
    assert_eq!(store::load(&list(&[NOW]), NOW), Err(StoreError::NewerVersion));
    there(&[(KEY, &newer)]);
    assert_eq!(store::unread(), Some(newer));
}

#[test]
fn a_file_is_put_in_and_an_empty_one_leaves_nothing() {
    assert_eq!(store::load(&Archive::default(), NOW), Ok((Archive::default(), Loaded::default())));
    there(&[]);
    let (_, loaded) = store::load(&list(&[NOW, NOW + 5]), NOW + 5).unwrap();
    assert_eq!(loaded, Loaded { added: 2, ..Loaded::default() });
    there(&[(KEY, &saved::write(&list(&[NOW, NOW + 5])))]);
}

#[test]
fn erasing_leaves_nothing_and_a_shared_device_only_its_mark() {
    for end in [store::erase, store::share] {
        EVERY_NAME.into_iter().for_each(|name| put(name, "x"));
        put("of the page", "y");
        end().unwrap();
        let names: Vec<String> = kept().into_keys().collect();
        let mark = store::is_shared().then_some(SHARED);
        assert_eq!(names, mark.into_iter().chain(["of the page"]).collect::<Vec<_>>());
    }
    assert!(store::is_shared());
    assert_eq!(kept().remove(SHARED).as_deref(), Some("1"));
    assert_eq!(store::save(content(6), None, NOW), Err(StoreError::Shared));
    assert_eq!(store::load(&list(&[NOW]), NOW), Err(StoreError::Shared));
    assert_eq!(store::keep(unfinished(3), None, NOW), Err(StoreError::Shared));
    assert_eq!(store::look(NOW), Ok(Archive::default()));
    store::erase().unwrap();
    assert!(!store::is_shared());
}

#[test]
fn r23_an_unfinished_check_in_is_kept_gone_on_with_and_given_up() {
    let first = store::keep(unfinished(3), None, NOW).unwrap();
    assert_eq!(first, Revision { sequence: 1, number: 1, saved: NOW });
    let second = store::keep(unfinished(4), Some(first), NOW + 1).unwrap();
    let other = store::keep(unfinished(0), None, NOW + 2).unwrap();
    assert_eq!(store::keep(unfinished(1), Some(first), NOW + 2), Err(StoreError::Gone));
    let list = store::look_unfinished(NOW + 2).unwrap();
    assert_eq!(list.records(), [(second, unfinished(4)), (other, unfinished(0))]);
    there(&[(UNFINISHED, &unfinished::write(&list))]);
    // A tab that resumes a check-in owns it from then on.
    let (third, read) = store::resume(second, NOW + 3).unwrap();
    assert_eq!((third.number, third.saved, read), (3, NOW + 3, unfinished(4)));
    assert_eq!(store::resume(second, NOW + 3), Err(StoreError::Gone));
    store::drop_unfinished(second, NOW + 3).unwrap();
    assert_eq!(store::look_unfinished(NOW + 3).unwrap().records().len(), 2);
    store::drop_unfinished(third, NOW + 3).unwrap();
    assert_eq!(store::look_unfinished(NOW + 3).unwrap().records(), [(other, unfinished(0))]);
    store::drop_unfinished(other, NOW + 3).unwrap();
    there(&[]);
}

#[test]
fn an_unfinished_check_in_is_erased_after_a_day() {
    store::keep(unfinished(3), None, NOW).unwrap();
    store::keep(unfinished(0), None, NOW + 5).unwrap();
    let both = kept().remove(UNFINISHED).unwrap();
    let spaced = both.replacen(",\"check\"", ", \"check\"", 1);
    put(UNFINISHED, &spaced);
    assert_eq!(store::look_unfinished(NOW + A_DAY).unwrap().records().len(), 2);
    there(&[(UNFINISHED, &spaced)]);
    let left = store::look_unfinished(NOW + A_DAY + 1).unwrap();
    assert_eq!(left.records().len(), 1);
    there(&[(UNFINISHED, &unfinished::write(&left))]);
    assert_eq!(store::look_unfinished(NOW + A_DAY + 6).map(|list| list.records().len()), Ok(0));
    there(&[]);
}

#[test]
fn an_unfinished_check_in_that_cannot_be_read_is_erased_and_a_newer_one_stays() {
    put(UNFINISHED, BROKEN);
    assert_eq!(store::unread(), None);
    assert_eq!(store::look_unfinished(NOW).map(|list| list.records().len()), Ok(0));
    there(&[]);
    // A list without entries.
    put(UNFINISHED, &unfinished::write(&crate::domain::unfinished::UnfinishedList::default()));
    assert_eq!(store::look_unfinished(NOW).map(|list| list.records().len()), Ok(0));
    there(&[]);
    store::keep(unfinished(3), None, NOW).unwrap();
    assert_eq!(store::unread(), None);
    let newer = newer(&kept()[UNFINISHED]);
    put(UNFINISHED, &newer);
    assert_eq!(store::look_unfinished(NOW), Err(StoreError::NewerVersion));
    assert_eq!(store::keep(unfinished(3), None, NOW), Err(StoreError::NewerVersion));
    there(&[(UNFINISHED, &newer)]);
    put(KEY, BROKEN);
    put(ASIDE, "aside");
    assert_eq!(store::unread(), Some(["aside\n", BROKEN, "\n", &newer].concat()));
}

#[test]
fn r01_a_storage_that_refuses_is_an_ordinary_state() {
    use Mood::{Forgets, Full, Missing, NoWindow, ReadsNothing, RemovesNothing, Throws, Works};
    let blocked = Err(StoreError::Blocked);
    let today = saved::write(&list(&[NOW]));
    for (mood, looked, saves, erased) in [
        (Works, Ok(()), Ok(()), Ok(())),
        (NoWindow, blocked, blocked, blocked),
        (Throws, blocked, blocked, blocked),
        (Missing, blocked, blocked, blocked),
        (ReadsNothing, blocked, blocked, Ok(())),
        (Full, Ok(()), Err(StoreError::Full), Ok(())),
        (Forgets, Ok(()), blocked, Ok(())),
        (RemovesNothing, Ok(()), Ok(()), blocked),
    ] {
        put(KEY, &today);
        be(mood);
        assert_eq!(store::look(NOW).map(drop), looked, "{mood:?}");
        assert_eq!(store::look_unfinished(NOW).map(drop), looked, "{mood:?}");
        assert!(!store::is_shared(), "{mood:?}");
        assert_eq!(store::save(content(6), None, NOW).map(drop), saves, "{mood:?}");
        if saves.is_err() {
            assert_eq!(text().as_deref(), Some(&*today), "{mood:?}");
        }
        assert_eq!(store::keep(unfinished(3), None, NOW).map(drop), saves, "{mood:?}");
        assert_eq!(store::erase(), erased, "{mood:?}");
        assert_eq!(store::share(), erased.and(saves), "{mood:?}");
        be(Works);
        store::erase().unwrap();
    }
}

/// Asks when this was known, and gives back what is known now with the file that was made, if any.
fn ask(request: Request, known: &Shelf) -> (Shelf, Option<(String, String)>) {
    let mut file = None;
    let shelf = store::answer(request, known, NOW, |ending, text| {
        file = Some((ending.to_owned(), text.to_owned()));
    });
    (shelf, file)
}

fn look() -> Shelf {
    ask(Request::Look, &Shelf::default()).0
}

fn save(sum: i64, finishes: Option<Revision>) -> Request {
    Request::Save { content: content(sum), replaces: None, finishes }
}

#[test]
fn what_is_known_after_a_request_is_what_a_look_would_find() {
    let about = || "About.".into();
    let file = || Request::Load(Ok(saved::file(&list(&[NOW]), "About.").into()));
    let down = || Request::DownloadAll { answers: true, notes: true, about: about() };
    for broken in [false, true] {
        for request in [
            save(6, None),
            file(),
            Request::Load(Err(LoadError::NotOpened)),
            down(),
            Request::DownloadUnread,
            Request::Keep(unfinished(3), None),
            Request::Erase,
            Request::Share,
        ] {
            store::erase().unwrap();
            put(KEY, if broken { BROKEN } else { OLD });
            store::keep(unfinished(1), None, NOW).unwrap();
            let known = look();
            let (shelf, _) = ask(request.clone(), &known);
            let Shelf { archive, unread, shared, .. } = look();
            assert_eq!((shelf.archive, shelf.unread, shelf.shared), (archive, unread, shared), "{request:?}");
            assert_eq!(unread, store::unread().is_some(), "{request:?}");
        }
    }
}

#[test]
fn the_archive_is_parsed_once_for_a_request_and_never_for_an_autosave() {
    let check = |request: Request, expected: u32| {
        let known = look();
        saved::parsed();
        let (shelf, _) = ask(request.clone(), &known);
        assert_eq!(saved::parsed(), expected, "{request:?}");
        assert_eq!(shelf.trouble, None, "{request:?}");
    };
    let latest = || look().unfinished.records()[0].0;
    put(KEY, &saved::write(&list(&[NOW; 100])));
    check(Request::Look, 1);
    check(save(6, None), 1);
    check(Request::DownloadAll { answers: true, notes: true, about: "About.".into() }, 1);
    // The file is another text.
    check(Request::Load(Ok(saved::file(&list(&[NOW]), "About.").into())), 1);
    check(Request::Keep(unfinished(3), None), 0);
    check(Request::Keep(unfinished(4), Some(latest())), 0);
    check(Request::Resume(latest()), 0);
    check(Request::Drop(latest()), 0);
    assert_eq!(look().archive.records().len(), 101);
    check(Request::Erase, 0);
}

#[test]
fn each_request_has_its_response_and_a_failure_says_why() {
    let response = |request| ask(request, &Shelf::default()).0.response;
    let known = look();
    assert_eq!((known.response, known.trouble, known.now), (None, None, NOW));
    let first = Revision { sequence: 1, number: 1, saved: NOW };
    assert_eq!(response(Request::Keep(unfinished(3), None)), Some(Response::Kept(first)));
    // What is saved as a whole is unfinished no more.
    let mark = Mark { sequence: 1, saved: NOW };
    assert_eq!(response(save(6, Some(first))), Some(Response::Saved(mark)));
    assert!(look().unfinished.records().is_empty());
    for request in [Request::Keep(unfinished(3), Some(first)), Request::Resume(first)] {
        let (shelf, _) = ask(request, &Shelf::default());
        let gone = StoreError::Gone;
        assert_eq!((shelf.response, shelf.trouble), (Some(Response::Failed(gone)), Some(gone)));
    }
    assert_eq!(response(Request::Drop(first)), Some(Response::Dropped));
    let (shelf, file) =
        ask(Request::DownloadAll { answers: false, notes: false, about: "About.".into() }, &Shelf::default());
    let (ending, text) = file.unwrap();
    assert_eq!(
        (&*ending, shelf.response, shelf.file.as_deref()),
        ("json", Some(Response::Made), Some(&*text))
    );
    assert_eq!(saved::load(&text).map(|archive| archive.records().len()), Ok(1));
    assert_eq!(response(Request::Load(Ok("x".into()))), Some(Response::NotLoaded(LoadError::Foreign)));
    assert_eq!(ask(Request::DownloadUnread, &Shelf::default()).1, None);
    put(ASIDE, "aside");
    let (shelf, file) = ask(Request::DownloadUnread, &Shelf::default());
    assert_eq!((shelf.response, file), (Some(Response::Made), Some(("txt".to_owned(), "aside".to_owned()))));
    be(Mood::Full);
    let full = StoreError::Full;
    let (shelf, _) = ask(save(6, None), &Shelf::default());
    assert_eq!((shelf.response, shelf.trouble), (Some(Response::Failed(full)), Some(full)));
    assert_eq!(shelf.archive.records().len(), 1, "what was saved before stays");
    be(Mood::Works);
    assert_eq!(response(Request::Share), Some(Response::Shared));
    assert!(look().shared);
    assert_eq!(response(Request::Erase), Some(Response::Erased));
}
