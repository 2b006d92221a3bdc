//! The wasm entry: `embed` exports what the page calls.
fn main() {
    trust_checkin::embed::start();
}
