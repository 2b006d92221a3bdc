//! trust-checkin: a private self-assessment on rebuilding trust in addiction recovery, for any page.
//!
//! Read the rooms in this order; ARCHITECTURE.md says who may import whom.

pub mod domain;
pub mod embed;
pub mod full;
pub mod store;
pub mod text;
pub mod ui;
pub mod wire;
