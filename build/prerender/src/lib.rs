//! Draws the check-in without a browser, from the components that readers get.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a state that cannot be drawn stops the build"
)]

mod draw;
mod every;
pub mod kept;
mod language;
mod paper;
pub mod states;

pub use draw::{Draw, draw, draw_saving};
pub use every::{State, every_state};
pub use language::{data, english, keys, language, tags};
pub use paper::paper;
