//! What a check-in is: items, scales, scores, guidance, and the way through.
//!
//! No I/O, no clock, no serde, no web. A [`definition::Definition`] that exists is sound, so nothing
//! that is computed from one can fail.

pub mod answers;
mod archive;
pub mod change;
pub mod compare;
mod content;
pub mod definition;
pub mod guidance;
pub mod instrument;
pub mod nudge;
pub mod saved;
pub mod score;
pub mod session;
mod terms;
pub mod unfinished;
