//! Fuzz tests of every parser of outside input: the properties of each parser for any input ([`TARGETS`]), a corpus
//! (`corpus/`, one folder per target), and a search that mutates inputs at random.
//!
//! Decision 18 says why this does not use libFuzzer.

mod definition;
mod mutate;
mod saved;
mod search;
mod targets;

pub use search::{Found, Tally, corpus, folder, replay, search};
pub use targets::{TARGETS, Target, read_links};
