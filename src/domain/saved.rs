//! What a reader asks to keep of a check-in, and the list of it. How the reader feels is in none of it.

use std::rc::Rc;

pub use super::archive::{Archive, Loaded};
pub use super::content::{AreaSum, Content, FIRST_LIST, LAST_LIST, LONGEST_NOTE, is_list};
use super::unfinished::{Revision, Unfinished, UnfinishedList};

/// The version of the items. Another list of items, or another meaning of one, is another version.
pub const ITEM_SET: i64 = 1;
/// The most check-ins that are kept.
pub const MOST: usize = 1000;
/// How long a check-in is kept, in milliseconds: 90 days.
pub const KEPT_FOR: i64 = 90 * 24 * 60 * 60 * 1000;
/// A day, in milliseconds.
const A_DAY: u64 = 24 * 60 * 60 * 1000;
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

/// What the reader asks of the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// See what is saved.
    Look,
    /// Save a check-in, in the place of one that the same run saved before.
    Save(Content, Option<Mark>),
    /// A file of all that is saved, with the answers and the notes or without them. It says in a sentence what it is about.
    DownloadAll {
        /// Whether answers go along where they are kept.
        answers: bool,
        /// Whether notes go along.
        notes: bool,
        /// The sentence.
        about: Rc<str>,
    },
    /// A file of what cannot be read, as it is.
    DownloadUnread,
    /// Put the check-ins of a file in, if it could be opened.
    Load(Result<Rc<str>, LoadError>),
    /// Erase everything.
    Erase,
    /// Keep a check-in that is not finished, in the place of what the same run kept before.
    Keep(Unfinished, Option<Revision>),
    /// Erase one that is not finished.
    Drop(Revision),
    /// Go on with one that is not finished.
    Resume(Revision),
    /// Erase everything, and save nothing any more: others use the device too.
    Share,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is saved.
    Saved(Mark),
    /// A file was made; its text, for browsers that refuse files.
    Made(Rc<str>),
    /// The check-ins of a file are put in.
    Loaded(Loaded),
    /// Nothing of a file is put in.
    NotLoaded(LoadError),
    /// Nothing of ours is there any more.
    Erased,
    /// It is kept, in this writing.
    Kept(Revision),
    /// It is not kept any more.
    Dropped,
    /// It is there to go on with, in this writing.
    Resumed(Revision, Unfinished),
    /// Nothing of ours is there but the mark of a shared device.
    Shared,
}

/// What is saved on the device, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// What can be read.
    pub archive: Archive,
    /// Check-ins that are not finished.
    pub unfinished: UnfinishedList,
    /// Whether someone said that this is a shared device.
    pub shared: bool,
    /// Whether something is there that cannot be read.
    pub unread: bool,
    /// What is wrong, if anything.
    pub trouble: Option<StoreError>,
    /// Whether the reader asked for nothing but to look.
    pub looked: bool,
    /// When that was, in UTC milliseconds.
    pub now: i64,
    /// What became of the last request.
    pub done: Option<Done>,
}

impl Record {
    /// Whether both were saved at the same moment, and so are the same check-in.
    pub(super) fn is(&self, other: &Record) -> bool {
        self.mark.saved == other.mark.saved && self.content.perspective() == other.content.perspective()
    }

    /// Whether both have the same sums within a day, as a file that was made before the check-in was saved.
    pub(super) fn is_like(&self, other: &Record) -> bool {
        self.content.has_sums_of(&other.content) && self.mark.saved.abs_diff(other.mark.saved) < A_DAY
    }
}
