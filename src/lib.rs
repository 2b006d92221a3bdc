//! trust-checkin: a private self-assessment on rebuilding trust in addiction recovery, for any page.
//!
//! Read the modules in this order; ARCHITECTURE.md says which may import which.

pub mod domain;

pub mod language;

pub mod formats;

pub mod store;

pub mod ui;

pub mod host;

pub mod edition;
