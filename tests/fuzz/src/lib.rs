//! Hostile input for everything that reads what others wrote: what must hold of each reader whatever it is given
//! ([`TARGETS`]), a corpus of inputs (`corpus/`, one folder a target), and a search that changes them at random.
//!
//! Decision 18 says why this is no libFuzzer.

mod definition;
mod mutate;
mod saved;
mod search;
mod targets;

pub use search::{Found, Tally, corpus, folder, replay, search};
pub use targets::{TARGETS, Target, read_links};
