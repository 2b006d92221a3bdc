//! A saved check-in, and the errors of saving and loading. How the reader feels is never saved.

use super::content::Content;

/// Milliseconds in a day.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Most check-ins that are saved.
pub const MOST_SAVED: usize = 1000;
/// Most check-ins that loading a file leads to: a file never takes the room for the next saves.
pub const MOST_LOADED: usize = 900;
/// Lifetime of a saved check-in, in milliseconds: 90 days.
pub const SAVED_FOR: i64 = 90 * DAY_MS;
/// Highest number in the order of saving.
pub const LAST_SEQUENCE: i64 = 1_000_000_000;

/// Identity of a record: its place in the order of saving, which no clock can change, and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Place in the order of saving, from 1.
    pub sequence: i64,
    /// Time of saving by the clock of the device, in UTC milliseconds.
    pub saved: i64,
}

/// A saved check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its identity.
    pub mark: Mark,
    /// Its content.
    pub content: Content,
}

/// Why saving failed, or why saved check-ins cannot be shown. What was saved before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser refuses to save here.
    Blocked,
    /// There is no more room.
    Full,
    /// The saved text cannot be read.
    Corrupt,
    /// It comes from a newer version.
    NewerVersion,
    /// The record is no longer there, or another page has changed it.
    Gone,
    /// The "shared device" flag is set.
    Shared,
}

/// Why a file was not loaded. What was saved before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The browser could not open it.
    NotOpened,
    /// It is longer than any of our files.
    TooLong,
    /// It is not one of our files.
    Foreign,
    /// Its end is missing.
    CutShort,
    /// Something in it was changed.
    Altered,
    /// It comes from a newer version.
    Newer,
}

impl Record {
    /// Whether both were saved at the same time, and so are the same check-in.
    pub(super) fn is(&self, other: &Record) -> bool {
        self.mark.saved == other.mark.saved && self.content.perspective() == other.content.perspective()
    }

    /// Whether both have the same sums within a day, like a file made before the check-in was saved.
    pub(super) fn is_like(&self, other: &Record) -> bool {
        self.content.has_sums_of(&other.content) && self.mark.saved.abs_diff(other.mark.saved) < DAY_MS as u64
    }
}
