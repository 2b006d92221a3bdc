//! What this browser keeps for the reader. Every call looks anew: another tab, or the browser itself, may have
//! changed everything since.

use web_sys::{Storage, window};

use crate::domain::saved::{Archive, Content, Mark, StoreError};
use crate::wire::saved;

/// Where the check-ins are. The name says nothing of what they are about.
pub const KEY: &str = "kept-notes";
/// Where text is put that could not be read.
pub const ASIDE: &str = "kept-notes-aside";
/// The most text that is put there, in bytes.
const MOST_ASIDE: usize = 2_000_000;

/// What is saved, without what has expired; that is erased.
///
/// # Errors
/// Why it cannot be seen.
pub fn look(now: i64) -> Result<Archive, StoreError> {
    let Some(text) = get(KEY)? else { return Ok(Archive::default()) };
    let archive = saved::read(&text)?;
    let left = archive.at(now);
    if left.records().is_empty() {
        remove(KEY)?;
    } else if left != archive {
        set(KEY, &saved::write(&left))?;
    }
    Ok(left)
}

/// Adds a check-in to what is there now, or puts it in the place of the one it replaces. What cannot be read is
/// put aside first.
///
/// # Errors
/// Why it is not saved. What was there before stays.
pub fn save(content: Content, replaces: Option<Mark>, now: i64) -> Result<(Archive, Mark), StoreError> {
    let archive = match get(KEY)? {
        None => Archive::default(),
        Some(text) => match saved::read(&text) {
            Ok(archive) => archive,
            Err(StoreError::Corrupt) => {
                put_aside(&text)?;
                Archive::default()
            }
            Err(why) => return Err(why),
        },
    };
    let (archive, mark) = archive.with(content, replaces, now)?;
    set(KEY, &saved::write(&archive))?;
    Ok((archive, mark))
}

/// Erases everything of ours.
///
/// # Errors
/// `Blocked`, where the browser does not let us.
pub fn erase() -> Result<(), StoreError> {
    remove(KEY)?;
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
