//! Readers for the files of `content/`, and the writer of the data files that the app reads. Only the build and the
//! tests need them, so they are no part of the app.
//!
//! The readers use [`trust_checkin::formats::Object`] rather than derived ones: serde stops at the first error, and a
//! translator wants all of them, each with its place.

mod data_file;
mod help_lines;
mod language;

pub use data_file::write;
pub use help_lines::help_lines;
pub use language::language;
