//! The wasm entry: `host` exports what the page calls.
fn main() {
    trust_checkin::host::start();
}
