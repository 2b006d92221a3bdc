//! A saved check-in, and the errors of saving and loading. How the reader feels is never saved.

use super::content::Content;

/// Milliseconds in a day.
pub const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// The most check-ins that are kept.
pub const MOST_SAVED: usize = 1000;
/// How long a check-in is kept, in milliseconds: 90 days.
pub const SAVED_FOR: i64 = 90 * DAY_MS;
/// The highest number in the order of saving.
pub const LAST_SEQUENCE: i64 = 1_000_000_000;

/// Which record it is: its place in the order of saving, which no clock can change, and the UTC time by the
/// clock of the device, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Place in the order of saving, from 1.
    pub sequence: i64,
    /// When, if the clock was right.
    pub saved: i64,
}

/// A check-in that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which one.
    pub mark: Mark,
    /// What is kept.
    pub content: Content,
}

/// Why nothing was saved, or why what is there cannot be shown. What was there before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser lets nothing be saved here.
    Blocked,
    /// There is no more room.
    Full,
    /// What is there cannot be read.
    Corrupt,
    /// It comes from a newer version.
    NewerVersion,
    /// What was to be changed is not there any more, or was changed by someone else.
    Gone,
    /// Someone said that this is a shared device.
    Shared,
}

/// Why nothing of a file was loaded. What is saved stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// The browser could not open it.
    NotOpened,
    /// It is longer than any file of ours.
    TooLong,
    /// It is no file of ours.
    Foreign,
    /// Its end is missing.
    CutShort,
    /// Something in it was changed.
    Altered,
    /// It comes from a newer version.
    Newer,
}

impl Record {
    /// Whether both were saved at the same moment, and so are the same check-in.
    pub(super) fn is(&self, other: &Record) -> bool {
        self.mark.saved == other.mark.saved && self.content.perspective() == other.content.perspective()
    }

    /// Whether both have the same sums within a day, as a file that was made before the check-in was saved.
    pub(super) fn is_like(&self, other: &Record) -> bool {
        self.content.has_sums_of(&other.content) && self.mark.saved.abs_diff(other.mark.saved) < DAY_MS as u64
    }
}
