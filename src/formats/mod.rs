//! What is read from outside: the words and help lines, the owner's links, and what was saved. The only place that
//! knows a format.

mod calendar;
mod csv;
mod data_file;
mod help_lines;
mod json;
mod language;
mod links;
mod problems;
pub mod saved;
pub mod share_code;
pub mod unfinished;
mod write_saved;

pub use calendar::{Reminder, calendar};
pub use csv::table;
pub use data_file::{shipped, write_shipped};
pub use help_lines::help_lines;
pub use language::language;
pub use links::{Fields, Given, links};
pub use problems::Unreadable;
