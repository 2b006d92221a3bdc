//! Callbacks that the host gives to the app: print, export, save, compare.

use std::rc::Rc;

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::domain::compare::{CodeError, Figures};
use crate::domain::content::Content;
use crate::domain::device::{Request, Shelf};
use crate::domain::saved::{LoadError, Mark};
use crate::domain::session::{CompareMsg, Moment, Msg, SavingMsg};
use crate::edition::FullOnly;

/// Everything the app asks of the page around it.
#[derive(Clone, PartialEq)]
pub struct Host {
    /// Whether the check-in runs in a frame that seals itself off, and may promise so.
    pub sealed: bool,
    /// The device, if the owner allows saving, or if something is saved that the reader can still see and erase.
    pub device: Option<FullOnly<Device>>,
    /// Whether the owner allows saving now.
    pub asks_to_save: bool,
    /// The means to compare two people, if the owner allows it.
    pub comparing: Option<FullOnly<Comparing>>,
    /// Gives the reader something to take along, and returns its text.
    pub take: Callback<Taken, Rc<str>>,
    /// The current time, in UTC milliseconds.
    pub now: Callback<(), i64>,
    /// Prints the page, and returns whether that has begun.
    pub print: Callback<(), bool>,
    /// Leaves the page.
    pub leave: Callback<()>,
    /// Tells the page of a moment.
    pub tell: Callback<Moment>,
}

/// The device: saves, shows and erases at the reader's request.
#[derive(Clone, PartialEq)]
pub struct Device {
    /// Handles a request, given what was known to be saved, and returns what is saved now.
    pub answer: Callback<(Request, Rc<Shelf>), Shelf>,
    /// Opens the file that was chosen in an input, and calls back with its text.
    pub open: Callback<(HtmlInputElement, Callback<Opened>)>,
}

/// Text of a file, or why it could not be opened.
pub type Opened = Result<Rc<str>, LoadError>;

/// Saving, as the screens are given it: what is saved as far as it is known, and the way to ask the device.
#[derive(Clone, PartialEq)]
pub struct Saving {
    /// The saved check-ins.
    pub shelf: Rc<Shelf>,
    /// Asks the device.
    pub ask: Callback<Request>,
    /// Opens the file that was chosen in an input, and calls back with its text.
    pub open: Callback<(HtmlInputElement, Callback<Opened>)>,
    /// Whether more can be saved. Where the owner has turned saving off, the reader can only see and erase what is saved.
    pub is_offered: bool,
    /// The reader's note on this check-in.
    pub note: Rc<str>,
    /// Changes the note.
    pub set_note: Callback<Rc<str>>,
}

impl FullOnly<Saving> {
    /// A message about saved check-ins.
    pub fn msg(&self, msg: SavingMsg) -> Msg {
        Msg::Saving(self.with(msg))
    }
}

/// The means to compare two people: the day, writing and reading a code, a file of it.
#[derive(Clone, PartialEq)]
pub struct Comparing {
    /// Today in UTC, in days since 1970.
    pub today: Callback<(), i64>,
    /// Writes a code.
    pub write: Callback<Figures, AttrValue>,
    /// Reads a code.
    pub read: Callback<String, CodeRead>,
    /// Reads a file with a code, and calls back with it.
    pub open: Callback<(File, Callback<CodeRead>)>,
    /// Gives the reader a file with a text.
    pub download: Callback<AttrValue>,
}

/// A code as it was read.
pub type CodeRead = Result<Figures, CodeError>;

impl FullOnly<Comparing> {
    /// A message about comparing.
    pub fn msg(&self, msg: CompareMsg) -> Msg {
        Msg::Compare(self.with(msg))
    }
}

/// Something that the reader takes along.
#[derive(Clone, PartialEq)]
pub enum Taken {
    /// A file of one check-in that can be loaded again.
    Record {
        /// The check-in.
        content: Content,
        /// The record it is saved as, if it is saved.
        mark: Option<Mark>,
        /// A sentence in the file that says what it is about.
        about: Rc<str>,
    },
    /// A file for calendars: an event four weeks from now with this title and this sentence.
    Reminder(AttrValue, AttrValue),
    /// A file for spreadsheets.
    Table(Vec<TableRow>),
    /// A text for the clipboard, and who is told whether it was copied.
    Copy(Rc<str>, Callback<bool>),
}

/// Row of a table: kind of row, an id, its words, the answer in words, the number.
pub type TableRow = [AttrValue; 5];
