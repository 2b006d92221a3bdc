//! What only a real browser can show: focus, keys, mounting and unmounting, and how `Intl` writes.
//!
//! Every test mounts the real app through `embed::mount`, into a fresh div inside a shadow root, with the
//! words that ship.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says so by panicking")]

mod focus;
mod formats;
mod keys;
mod mounting;
mod opening;
mod place;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
