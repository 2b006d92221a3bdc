//! What only a real browser can show: focus, keys, mounting and unmounting.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn there_is_a_page() {
    let document = web_sys::window().and_then(|window| window.document());
    assert!(document.is_some_and(|document| document.create_element("div").is_ok()));
}
