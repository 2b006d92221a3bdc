//! Readers and writers of every format: the words and help lines, the owner's links, saved check-ins, share codes, and
//! files that the reader downloads. No other module knows a format.

mod calendar;
mod csv;
pub mod data_file;
pub mod help_lines;
mod json;
mod links;
mod problems;
pub mod saved;
pub mod share_code;
pub mod unfinished;
mod write_saved;

pub use calendar::{Reminder, calendar};
pub use csv::{Notation, table};
pub use json::Object;
pub use links::{Fields, Given, links};
pub use problems::{Problems, Unreadable};
