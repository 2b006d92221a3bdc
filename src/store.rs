//! What this browser keeps for the reader. Every call looks anew: another tab, or the browser itself, may have
//! changed everything since.

use web_sys::{Storage, window};

use crate::domain::saved::{Archive, Content, Loaded, Mark, StoreError};
use crate::domain::unfinished::{Revision, Unfinished, UnfinishedList};
use crate::formats::{saved, unfinished};

/// Where the check-ins are. The name says nothing of what they are about.
pub const KEY: &str = "kept-notes";
/// Where text is put that could not be read.
pub const ASIDE: &str = "kept-notes-aside";
/// Where text of an older version is while it is written anew.
pub const BEFORE: &str = "kept-notes-before";
/// Where the check-ins are that are not finished.
pub const UNFINISHED: &str = "kept-notes-part";
/// What is there on a shared device.
pub const SHARED: &str = "kept-notes-off";
/// The most text that is put aside, in bytes.
const MOST_ASIDE: usize = 2_000_000;

/// What is saved, without what has expired; that is erased.
///
/// # Errors
/// Why it cannot be seen.
pub fn look(now: i64) -> Result<Archive, StoreError> {
    settle()?;
    let Some(text) = get(KEY)? else { return Ok(Archive::default()) };
    let archive = saved::read(&text)?;
    let left = archive.at(now);
    if left.records().is_empty() {
        remove(KEY)?;
    } else if left != archive {
        put(&left)?;
    }
    Ok(left)
}

/// Adds a check-in to what is there now, or puts it in the place of the one it replaces. What cannot be read is
/// put aside first.
///
/// # Errors
/// Why it is not saved. What was there before stays.
pub fn save(content: Content, replaces: Option<Mark>, now: i64) -> Result<(Archive, Mark), StoreError> {
    let (archive, mark) = open()?.with(content, replaces, now)?;
    put(&archive)?;
    Ok((archive, mark))
}

/// Adds the check-ins of a file to what is there now.
///
/// # Errors
/// Why nothing is added. What was there before stays.
pub fn load(file: &Archive, now: i64) -> Result<Loaded, StoreError> {
    let (archive, loaded) = open()?.merged(file, now)?;
    if !archive.records().is_empty() {
        put(&archive)?;
    }
    Ok(loaded)
}

/// What is there now, to be changed. What cannot be read is put aside.
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

/// Puts a list in the place of the one that is there. Text of an older version is kept beside it until the new one is there.
fn put(archive: &Archive) -> Result<(), StoreError> {
    let older = get(KEY)?.filter(|text| saved::is_older(text));
    if let Some(older) = &older {
        set(BEFORE, older)?;
    }
    set(KEY, &saved::write(archive))?;
    if older.is_some() { remove(BEFORE) } else { Ok(()) }
}

/// Ends a change from an older version that was cut off, or takes it back. What was erased meanwhile stays erased.
fn settle() -> Result<(), StoreError> {
    let Some(before) = get(BEFORE)? else { return Ok(()) };
    let broken = get(KEY)?.is_some_and(|text| saved::read(&text) == Err(StoreError::Corrupt));
    if broken {
        set(KEY, &before)?;
    }
    remove(BEFORE)
}

/// Erases everything of ours, the mark of a shared device too.
///
/// # Errors
/// `Blocked`, where the browser does not let us.
pub fn erase() -> Result<(), StoreError> {
    [KEY, BEFORE, ASIDE, UNFINISHED, SHARED].into_iter().try_for_each(remove)
}

/// Erases everything, and leaves a mark by which nothing is saved any more.
///
/// # Errors
/// Why that cannot be.
pub fn share() -> Result<(), StoreError> {
    erase()?;
    set(SHARED, "1")
}

/// Whether the mark is there.
pub fn is_shared() -> bool {
    get(SHARED).is_ok_and(|mark| mark.is_some())
}

fn may_save() -> Result<(), StoreError> {
    if is_shared() { Err(StoreError::Shared) } else { Ok(()) }
}

/// The check-ins that are not finished, without what has expired; that is erased, and so is what cannot be read: nobody
/// could go on with it, and no date in it can be trusted.
///
/// # Errors
/// Why they cannot be seen.
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

/// Keeps a check-in that is not finished, or another writing of the one that it replaces.
///
/// # Errors
/// Why it is not kept. What was there before stays.
pub fn keep(unfinished: Unfinished, replaces: Option<Revision>, now: i64) -> Result<Revision, StoreError> {
    may_save()?;
    let (unfinished, revision) = look_unfinished(now)?.with(unfinished, replaces, now)?;
    put_unfinished(&unfinished)?;
    Ok(revision)
}

/// One that is not finished, to go on with. From now on it is this page's: another that went on with it keeps it no more.
///
/// # Errors
/// `Gone`, where it was erased or changed since; or why it cannot be seen.
pub fn resume(revision: Revision, now: i64) -> Result<(Revision, Unfinished), StoreError> {
    let unfinished = look_unfinished(now)?.get(revision).ok_or(StoreError::Gone)?;
    Ok((keep(unfinished, Some(revision), now)?, unfinished))
}

/// Erases one that is not finished, if it is still as it was written last.
///
/// # Errors
/// Why that cannot be.
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

/// What is there and cannot be read, as it is.
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
    // Some browsers take it and keep nothing.
    if get(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::Blocked) }
}

fn remove(key: &str) -> Result<(), StoreError> {
    storage()?.remove_item(key).map_err(|_| StoreError::Blocked)
}
