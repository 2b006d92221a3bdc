//! Errors of the readers: what is wrong in a text, and where.

use std::fmt;

/// The reason why a text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is longer than its reader accepts. Nothing in it was read.
    TooLong,
    /// It is not JSON, in the words of the parser.
    NotJson(String),
    /// Every problem with its place, such as `messages.begin: missing`, separated by `; `.
    Wrong(String),
}

impl Unreadable {
    /// The error for a single place.
    pub fn at(place: &str, what: &str) -> Unreadable {
        Unreadable::Wrong([place, ": ", what].concat())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unreadable::TooLong => "the file: is too long",
            Unreadable::NotJson(why) | Unreadable::Wrong(why) => why,
        })
    }
}

impl std::error::Error for Unreadable {}

/// The longest file that is read, in bytes. The files that ship have some 60,000.
pub const LONGEST_FILE_BYTES: usize = 256 * 1024;
/// The most problems that are named. For a file that is wrong everywhere the error would be longer than the file.
const MOST_NAMED: usize = 50;

/// The problems found so far.
#[derive(Default)]
pub struct Problems(Vec<String>);

impl Problems {
    /// Adds a problem.
    pub fn add(&mut self, place: &str, what: &str) {
        match self.0.len() {
            ..MOST_NAMED => self.0.push([place, ": ", what].concat()),
            MOST_NAMED => self.0.push("and more".to_owned()),
            _ => {}
        }
    }

    /// Returns `read` if there are no problems.
    ///
    /// # Errors
    /// All problems.
    pub fn unless<T>(self, read: T) -> Result<T, Unreadable> {
        if self.0.is_empty() { Ok(read) } else { Err(Unreadable::Wrong(self.0.join("; "))) }
    }
}
