//! The browser's storage of the reader's check-ins. Every call reads the storage again: another tab, or the browser itself, may
//! have changed it since.

use web_sys::{Storage, window};

use crate::domain::archive::{Archive, Loaded};
use crate::domain::content::Content;
use crate::domain::device::{Request, Response, Shelf};
use crate::domain::saved::{Mark, StoreError};
use crate::domain::unfinished::{Revision, Unfinished, UnfinishedList};
use crate::formats::{saved, unfinished};

/// Key of the saved check-ins. The name says nothing of what they are about.
pub const KEY: &str = "kept-notes";
/// Key of text that could not be read and was put aside.
pub const ASIDE: &str = "kept-notes-aside";
/// Key of the text of an older version, while it is migrated.
pub const BEFORE: &str = "kept-notes-before";
/// Key of the unfinished check-ins.
pub const UNFINISHED: &str = "kept-notes-part";
/// Key of the "shared device" flag.
pub const SHARED: &str = "kept-notes-off";
/// Most text that is put aside, in bytes.
const MOST_ASIDE: usize = 2_000_000;

/// Handles a request, and tells what is saved now. `known` is what was known before; `give` hands the reader a file, by
/// the ending of its name and its text.
pub fn answer(request: Request, known: &Shelf, now: i64, give: impl FnOnce(&str, &str)) -> Shelf {
    // Autosaves skip reading the archive, which may be large: it stays as it was known.
    let keeps_archive = matches!(request, Request::Keep(..) | Request::Drop(_) | Request::Resume(_));
    let mut file = None;
    let made = |ending, text: String| {
        give(ending, &text);
        file = Some(text.into());
        Response::Made
    };
    let mut seen = None;
    let acted = match request {
        Request::Look => Ok(None),
        Request::Save { content, replaces, finishes } => {
            save(content, replaces, now).map(|(archive, mark)| {
                seen = Some(archive);
                // If this fails, the copy expires within a day.
                finishes.and_then(|revision| drop_unfinished(revision, now).ok());
                Some(Response::Saved(mark))
            })
        }
        Request::DownloadAll { answers, notes, about } => look(now).map(|archive| {
            let text = saved::file(&archive.for_file(answers, notes), &about);
            seen = Some(archive);
            Some(made("json", text))
        }),
        Request::DownloadUnread => Ok(unread().map(|text| made("txt", text))),
        Request::Load(text) => match text.and_then(|text| saved::load(&text)) {
            Ok(file) => load(&file, now).map(|(archive, loaded)| {
                seen = Some(archive);
                Some(Response::Loaded(loaded))
            }),
            Err(why) => Ok(Some(Response::NotLoaded(why))),
        },
        Request::Erase => erase().map(|()| Some(Response::Erased)),
        Request::Share => share().map(|()| Some(Response::Shared)),
        Request::Keep(unfinished, replaces) => {
            keep(unfinished, replaces, now).map(|revision| Some(Response::Kept(revision)))
        }
        Request::Drop(revision) => drop_unfinished(revision, now).map(|()| Some(Response::Dropped)),
        Request::Resume(revision) => {
            resume(revision, now).map(|(revision, unfinished)| Some(Response::Resumed(revision, unfinished)))
        }
    };
    let (response, failed) = match acted {
        Ok(response) => (response, None),
        Err(why) => (Some(Response::Failed(why)), Some(why)),
    };
    let shelf = if keeps_archive { Shelf { trouble: None, ..known.clone() } } else { shelf(seen, now) };
    Shelf { trouble: failed.or(shelf.trouble), now, shared: is_shared(), response, file, ..shelf }
}

/// Everything that is saved; the archive is read only if it was not `seen` just now.
fn shelf(seen: Option<Archive>, now: i64) -> Shelf {
    let (archive, unseen) = match seen.map_or_else(|| look(now), Ok) {
        Ok(archive) => (archive, None),
        Err(why) => (Archive::default(), Some(why)),
    };
    let (unfinished, hidden) = match look_unfinished(now) {
        Ok(unfinished) => (unfinished, None),
        Err(why) => (UnfinishedList::default(), Some(why)),
    };
    let unread = get(ASIDE).is_ok_and(|aside| aside.is_some())
        || matches!(unseen, Some(StoreError::Corrupt | StoreError::NewerVersion))
        || hidden == Some(StoreError::NewerVersion);
    Shelf { archive, unfinished, trouble: unseen.or(hidden), unread, ..Shelf::default() }
}

/// Reads the saved check-ins. Expired ones are erased, and so is expired text that cannot be read.
///
/// # Errors
/// Why they cannot be read.
pub fn look(now: i64) -> Result<Archive, StoreError> {
    settle()?;
    if get(ASIDE)?.is_some_and(|aside| saved::has_expired(&aside, now)) {
        remove(ASIDE)?;
    }
    let Some(text) = get(KEY)? else { return Ok(Archive::default()) };
    let archive = match saved::read(&text) {
        Err(StoreError::Corrupt) if saved::has_expired(&text, now) => Archive::default(),
        read => read?,
    };
    let left = archive.at(now);
    if left.records().is_empty() {
        remove(KEY)?;
    } else if left != archive {
        put(&left)?;
    }
    Ok(left)
}

/// Erases what has expired.
pub fn expire(now: i64) {
    let _ = (look(now), look_unfinished(now));
}

/// Adds a check-in to the archive, or replaces one in it. Text that cannot be read is put aside first.
///
/// # Errors
/// Why it is not saved. What was saved before stays.
pub fn save(content: Content, replaces: Option<Mark>, now: i64) -> Result<(Archive, Mark), StoreError> {
    let (archive, mark) = open()?.with(content, replaces, now)?;
    put(&archive)?;
    Ok((archive, mark))
}

/// Adds the check-ins of a file to the archive.
///
/// # Errors
/// Why nothing is added. What was saved before stays.
pub fn load(file: &Archive, now: i64) -> Result<(Archive, Loaded), StoreError> {
    let (archive, loaded) = open()?.merged(file, now)?;
    if !archive.records().is_empty() {
        put(&archive)?;
    }
    Ok((archive, loaded))
}

/// Reads the archive to change it. Text that cannot be read is put aside.
fn open() -> Result<Archive, StoreError> {
    may_save()?;
    settle()?;
    let Some(text) = get(KEY)? else { return Ok(Archive::default()) };
    match saved::read(&text) {
        Err(StoreError::Corrupt) => {
            put_aside(&text)?;
            Ok(Archive::default())
        }
        read => read,
    }
}

/// Replaces the archive. Text of an older version stays beside it until the new text is written.
fn put(archive: &Archive) -> Result<(), StoreError> {
    let older = get(KEY)?.filter(|text| saved::is_older(text));
    if let Some(older) = &older {
        set(BEFORE, older)?;
    }
    set(KEY, &saved::write(archive))?;
    if older.is_some() { remove(BEFORE) } else { Ok(()) }
}

/// Completes or rolls back an interrupted migration. What was erased meanwhile stays erased.
fn settle() -> Result<(), StoreError> {
    let Some(before) = get(BEFORE)? else { return Ok(()) };
    let broken = get(KEY)?.is_some_and(|text| saved::read(&text) == Err(StoreError::Corrupt));
    if broken {
        set(KEY, &before)?;
    }
    remove(BEFORE)
}

/// Erases everything of ours, the "shared device" flag included.
///
/// # Errors
/// `Blocked` if the browser refuses.
pub fn erase() -> Result<(), StoreError> {
    [KEY, BEFORE, ASIDE, UNFINISHED, SHARED].into_iter().try_for_each(remove)
}

/// Erases everything and sets the "shared device" flag: from now on nothing is saved.
///
/// # Errors
/// Why that failed.
pub fn share() -> Result<(), StoreError> {
    erase()?;
    set(SHARED, "1")
}

/// Whether the "shared device" flag is set.
pub fn is_shared() -> bool {
    get(SHARED).is_ok_and(|mark| mark.is_some())
}

fn may_save() -> Result<(), StoreError> {
    if is_shared() { Err(StoreError::Shared) } else { Ok(()) }
}

/// Reads the unfinished check-ins. Expired ones are erased, and so is text that cannot be read: nobody could go on with
/// it, and no date in it can be trusted.
///
/// # Errors
/// Why they cannot be read.
pub fn look_unfinished(now: i64) -> Result<UnfinishedList, StoreError> {
    let Some(text) = get(UNFINISHED)? else { return Ok(UnfinishedList::default()) };
    let unfinished = match unfinished::read(&text) {
        Ok(unfinished) => unfinished,
        Err(StoreError::Corrupt) => UnfinishedList::default(),
        Err(why) => return Err(why),
    };
    let left = unfinished.at(now);
    if left != unfinished || left.records().is_empty() {
        put_unfinished(&left)?;
    }
    Ok(left)
}

/// Saves an unfinished check-in, or a new revision of one.
///
/// # Errors
/// Why it is not saved. What was saved before stays.
pub fn keep(unfinished: Unfinished, replaces: Option<Revision>, now: i64) -> Result<Revision, StoreError> {
    may_save()?;
    let (unfinished, revision) = look_unfinished(now)?.with(unfinished, replaces, now)?;
    put_unfinished(&unfinished)?;
    Ok(revision)
}

/// Takes over an unfinished check-in. It is this page's from now on: a page that went on with it before saves it no
/// more.
///
/// # Errors
/// `Gone` if it was erased or changed since; or why it cannot be read.
pub fn resume(revision: Revision, now: i64) -> Result<(Revision, Unfinished), StoreError> {
    let unfinished = look_unfinished(now)?.get(revision).ok_or(StoreError::Gone)?;
    Ok((keep(unfinished, Some(revision), now)?, unfinished))
}

/// Erases an unfinished check-in, if this revision is still the latest.
///
/// # Errors
/// Why that failed.
pub fn drop_unfinished(revision: Revision, now: i64) -> Result<(), StoreError> {
    let unfinished = look_unfinished(now)?;
    put_unfinished(&unfinished.without(revision))
}

fn put_unfinished(unfinished: &UnfinishedList) -> Result<(), StoreError> {
    match unfinished.records() {
        [] => remove(UNFINISHED),
        _ => set(UNFINISHED, &unfinished::write(unfinished)),
    }
}

/// All text that is there and cannot be read, as it is.
pub fn unread() -> Option<String> {
    let aside = get(ASIDE).ok().flatten();
    let now = get(KEY).ok().flatten().filter(|text| saved::read(text).is_err());
    let newer =
        get(UNFINISHED).ok().flatten().filter(|text| unfinished::read(text) == Err(StoreError::NewerVersion));
    let all: Vec<String> = [aside, now, newer].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join("\n"))
}

fn put_aside(text: &str) -> Result<(), StoreError> {
    let aside = match get(ASIDE)? {
        Some(before) if before.ends_with(text) => return Ok(()),
        Some(before) => [&before, "\n", text].concat(),
        None => text.to_owned(),
    };
    if aside.len() > MOST_ASIDE {
        return Err(StoreError::Full);
    }
    set(ASIDE, &aside)
}

fn storage() -> Result<Storage, StoreError> {
    let storage = window().and_then(|window| window.local_storage().ok().flatten());
    storage.ok_or(StoreError::Blocked)
}

fn get(key: &str) -> Result<Option<String>, StoreError> {
    storage()?.get_item(key).map_err(|_| StoreError::Blocked)
}

fn set(key: &str, text: &str) -> Result<(), StoreError> {
    storage()?.set_item(key, text).map_err(|_| StoreError::Full)?;
    // Some browsers accept text and store nothing.
    if get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::Blocked) }
}

fn remove(key: &str) -> Result<(), StoreError> {
    storage()?.remove_item(key).map_err(|_| StoreError::Blocked)
}
