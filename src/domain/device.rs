//! Requests to the browser's storage, its responses, and the last known state of what is saved.

use std::rc::Rc;

use super::archive::{Archive, Loaded};
use super::content::Content;
use super::saved::{LoadError, Mark, StoreError};
use super::unfinished::{Revision, Unfinished, UnfinishedList};

/// A request to the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Look at what is saved.
    Look,
    /// Save a check-in.
    Save {
        /// The check-in.
        content: Content,
        /// The record it replaces, saved by the same run before.
        replaces: Option<Mark>,
        /// The unfinished copy of the same run, which is erased once the check-in is saved as a whole.
        finishes: Option<Revision>,
    },
    /// Make a file of everything that is saved.
    DownloadAll {
        /// Whether answers go along where they are saved.
        answers: bool,
        /// Whether notes go along.
        notes: bool,
        /// A sentence in the file that says what it is about.
        about: Rc<str>,
    },
    /// Make a file of what cannot be read, as it is.
    DownloadUnread,
    /// Add the check-ins of a file, if it could be opened.
    Load(Result<Rc<str>, LoadError>),
    /// Erase everything.
    Erase,
    /// Save an unfinished check-in, in the place of the revision that the same run saved before.
    Keep(Unfinished, Option<Revision>),
    /// Erase an unfinished check-in.
    Drop(Revision),
    /// Go on with an unfinished check-in.
    Resume(Revision),
    /// Erase everything, and save nothing from now on: other people use the device, too.
    Share,
}

impl Request {
    /// True for requests after which more may be saved than before.
    pub fn adds(&self) -> bool {
        matches!(self, Request::Save { .. } | Request::Load(_) | Request::Keep(..) | Request::Resume(_))
    }
}

/// A response of the device. Looking has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Response {
    /// The check-in is saved as this record.
    Saved(Mark),
    /// A file was made.
    Made,
    /// The check-ins of a file were added.
    Loaded(Loaded),
    /// Nothing of a file was added.
    NotLoaded(LoadError),
    /// Everything is erased.
    Erased,
    /// The unfinished check-in is saved as this revision.
    Kept(Revision),
    /// The unfinished check-in is erased.
    Dropped,
    /// The unfinished check-in, now saved as this revision.
    Resumed(Revision, Unfinished),
    /// Everything is erased, and nothing is saved from now on.
    Shared,
    /// The request failed. What was saved before stays.
    Failed(StoreError),
}

/// The saved check-ins of the device, as last read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// The check-ins that can be read.
    pub archive: Archive,
    /// The unfinished check-ins.
    pub unfinished: UnfinishedList,
    /// Whether someone said that other people use the device, too.
    pub shared: bool,
    /// Whether something is there that cannot be read.
    pub unread: bool,
    /// Why the last request failed, or why what is saved cannot be seen.
    pub trouble: Option<StoreError>,
    /// Time of the last request, in UTC milliseconds.
    pub now: i64,
    /// Response to the last request; `None` if that was only to look.
    pub response: Option<Response>,
    /// Text of the file that the last request made, for browsers that refuse files.
    pub file: Option<Rc<str>>,
}
