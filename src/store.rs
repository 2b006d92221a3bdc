//! What this browser keeps for the reader. Every call looks anew: another tab, or the browser itself, may have
//! changed everything since.

use web_sys::{Storage, window};

use crate::domain::saved::{Archive, Content, Loaded, Mark, StoreError};
use crate::wire::saved;

/// Where the check-ins are. The name says nothing of what they are about.
pub const KEY: &str = "kept-notes";
/// Where text is put that could not be read.
pub const ASIDE: &str = "kept-notes-aside";
/// Where text of an older version is while it is written anew.
pub const BEFORE: &str = "kept-notes-before";
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

/// Erases everything of ours.
///
/// # Errors
/// `Blocked`, where the browser does not let us.
pub fn erase() -> Result<(), StoreError> {
    remove(KEY)?;
    remove(BEFORE)?;
    remove(ASIDE)
}

/// What is there and cannot be read, as it is.
pub fn unread() -> Option<String> {
    let aside = get(ASIDE).ok().flatten();
    let now = get(KEY).ok().flatten().filter(|text| saved::read(text).is_err());
    let both: Vec<String> = [aside, now].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join("\n"))
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
