//! trust-checkin: a private self-assessment on rebuilding trust in addiction recovery, for any page.
//!
//! Read the modules in this order; ARCHITECTURE.md says which may import which.

// Everything that is freed is overwritten: no note and no answer stays in the memory after Start over. Decision 45.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

pub mod domain;

pub mod language;

pub mod formats;

pub mod store;

pub mod ui;

pub mod host;

pub mod edition;
