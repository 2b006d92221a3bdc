//! Tests of the unchanged `src/store.rs` over a storage in memory. `tests/e2e/` tests it in browsers.

use trust_checkin::{domain, formats};

#[path = "../../../src/store.rs"]
pub mod store;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has found something")]
mod tests;
