//! The check-in itself: items, scales, scores, guidance, and the flow.
//!
//! No I/O, no clock, no serde, no web. Every [`definition::Definition`] is sound, so computing from one cannot fail.

pub mod answers;
pub mod archive;
pub mod chance;
pub mod change;
pub mod compare;
pub mod content;
pub mod definition;
pub mod device;
pub mod guidance;
pub mod instrument;
pub mod item;
pub mod nudge;
pub mod saved;
pub mod score;
pub mod session;
mod terms;
pub mod unfinished;
