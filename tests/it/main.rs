//! Native tests in one binary, one module for each subject.
//!
//! Expectations come from the rules, not from the code. A case is one line wherever it can be, and
//! `UPDATE_EXPECT=1 cargo test --test it` rewrites the printed ones: read the difference before keeping it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has found something; stopping there is how it says so"
)]

mod calendar;
mod carried;
mod change;
mod compare;
mod comparing;
mod content;
mod data_file;
mod definition;
mod given;
mod guidance;
mod hostile;
mod kept;
mod links;
mod markup;
mod opened;
mod owner;
mod parts;
mod questionnaire;
mod refusals;
mod robustness;
mod saved;
mod scale;
mod score;
mod session;
mod shared_rules;
mod threats;
mod tidy;
mod unfinished;
mod vectors;
mod way_through;
mod wording;
