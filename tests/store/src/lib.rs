//! `src/store.rs` as it is, over a storage in memory instead of that of a browser. What browsers do is tried in `tests/e2e/`.

use trust_checkin::{domain, formats};

#[path = "../../../src/store.rs"]
pub mod store;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has found something")]
mod tests;
