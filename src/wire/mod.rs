//! What is read from outside: the language files and the help lines. The only place that knows a format.

mod help_lines;
mod json;
mod language;

pub use help_lines::help_lines;
pub use json::Unreadable;
pub use language::language;
