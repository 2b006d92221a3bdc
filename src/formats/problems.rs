//! Why a text was refused: what is wrong, and where.

use std::fmt;

/// Why a file was refused: it cannot be read at all, or every place in it that is wrong, such as
/// `messages.begin: missing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl Unreadable {
    /// For this reason.
    pub fn saying(why: String) -> Unreadable {
        Unreadable(why)
    }

    /// Because of one place.
    pub fn at(place: &str, what: &str) -> Unreadable {
        Unreadable([place, ": ", what].concat())
    }

    /// Because it is too long to be looked at.
    pub fn too_long() -> Unreadable {
        Unreadable::at("the file", "is too long")
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// The longest text that is read at all, in bytes. The files that ship have some 60,000.
pub const LONGEST: usize = 256 * 1024;
/// The most problems that are named. A file that is all wrong would be answered with a longer one.
const MOST_NAMED: usize = 50;

/// What was found wrong so far.
#[derive(Default)]
pub struct Problems(Vec<String>);

impl Problems {
    /// Something is wrong at a place.
    pub fn add(&mut self, place: &str, what: &str) {
        match self.0.len() {
            ..MOST_NAMED => self.0.push([place, ": ", what].concat()),
            MOST_NAMED => self.0.push("and more".to_owned()),
            _ => {}
        }
    }

    /// What was read, unless something was wrong.
    pub fn unless<T>(self, read: T) -> Result<T, Unreadable> {
        self.unless_none(Some(read))
    }

    /// The same where nothing could be read because something was missing.
    pub fn unless_none<T>(self, read: Option<T>) -> Result<T, Unreadable> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(Unreadable(self.0.join("; "))),
        }
    }
}
