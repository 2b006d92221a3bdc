//! What is read from outside: the words and help lines, the owner's links, and what was saved. The only place that
//! knows a format.

mod calendar;
pub mod code;
mod help_lines;
mod json;
mod language;
mod links;
pub mod partial;
mod problems;
pub mod saved;
mod shipped;
mod table;
mod written;

pub use calendar::{Reminder, calendar};
pub use help_lines::help_lines;
pub use language::language;
pub use links::{Fields, Given, links};
pub use problems::Unreadable;
pub use shipped::{shipped, write_shipped};
pub use table::table;
