//! What comparing two people asks of the page: the day, the writing and the reading of a code, a file of it.

use web_sys::File;
use yew::prelude::*;

use crate::domain::compare::{CodeError, Figures};
use crate::domain::session::{CompareMsg, Msg};
use crate::edition::Full;

/// A code as it was read.
pub type Given = Result<Figures, CodeError>;

/// What the page can do for two people who compare; there is none where the owner has not turned it on.
#[derive(Clone, PartialEq)]
pub struct Comparing {
    /// Only the full build has one.
    pub full: Full,
    /// Today in UTC, in days since 1970.
    pub today: Callback<(), i64>,
    /// The text of a code.
    pub write: Callback<Figures, AttrValue>,
    /// Reads the text of a code.
    pub read: Callback<String, Given>,
    /// Reads a file with a code, and calls back with it.
    pub open: Callback<(File, Callback<Given>)>,
    /// Gives the reader a file with a text.
    pub download: Callback<AttrValue>,
}

impl Comparing {
    /// What only a build that can compare hears.
    pub fn msg(&self, msg: CompareMsg) -> Msg {
        Msg::Compare(self.full, msg)
    }
}
