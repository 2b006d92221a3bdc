//! What is read from outside: the words and help lines that ship, and the owner's links. The only place that
//! knows a format.

mod calendar;
mod help_lines;
mod json;
mod language;
mod links;
pub mod partial;
pub mod saved;
mod shipped;
mod table;
mod written;

pub use calendar::{Reminder, calendar};
pub use help_lines::help_lines;
pub use json::Unreadable;
pub use language::language;
pub use links::links;
pub use shipped::shipped;
pub use table::table;
