//! What is read from outside: the language files and the help lines. The only place that knows a format.

mod help_lines;
mod language;

use std::fmt;

pub use help_lines::help_lines;
pub use language::language;

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not the JSON that is expected; the parser says where and why.
    Json(String),
    /// Keys are missing or unknown: `messages.begin: missing`.
    Keys(Vec<String>),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Json(why) => f.write_str(why),
            Unreadable::Keys(places) => f.write_str(&places.join("; ")),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<serde_json::Error> for Unreadable {
    fn from(error: serde_json::Error) -> Unreadable {
        Unreadable::Json(error.to_string())
    }
}
