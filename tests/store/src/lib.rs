//! Tests of the unchanged `src/store.rs` over a storage in memory. `tests/e2e/` tests it in browsers.

use trust_checkin::domain;

/// The formats, with a count of how often the archive is parsed.
pub mod formats {
    pub use trust_checkin::formats::unfinished;

    /// The text of the archive.
    pub mod saved {
        use std::cell::Cell;

        use crate::domain::archive::Archive;
        use crate::domain::saved::StoreError;
        pub use trust_checkin::formats::saved::{file, has_expired, is_older, load, write};

        thread_local! {
            static PARSED: Cell<u32> = const { Cell::new(0) };
        }

        /// Parses the archive, and counts that.
        ///
        /// # Errors
        /// As the format's own.
        pub fn read(text: &str) -> Result<Archive, StoreError> {
            PARSED.set(PARSED.get() + 1);
            trust_checkin::formats::saved::read(text)
        }

        /// How often the archive was parsed since the last call.
        pub fn parsed() -> u32 {
            PARSED.take()
        }
    }
}

#[path = "../../../src/store.rs"]
pub mod store;

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has found something")]
mod tests;
