//! Tests that need a real browser: focus, keys, mounting and unmounting, and `Intl`.
//!
//! Every test mounts the real app through `host::mount`, into a fresh div inside a shadow root, with the shipped words.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]

mod compare;
mod export;
mod focus;
mod formats;
mod keys;
mod mounting;
mod opening;
mod place;
mod saving;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
