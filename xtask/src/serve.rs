//! The check-in on this machine, rebuilt on every change.
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;

/// Sets up what is missing, builds, serves and watches until it is stopped.
pub fn serve(place: &Place, port: &str) -> Outcome {
    let tools = setup::wasm_tools(place)?;
    say(&format!("building, then serving on http://127.0.0.1:{port}/ (stop with Ctrl+C)"));
    let mut trunk = tools.command(place, "trunk")?;
    // Not into dist/: that is for what ships.
    let folder = place.at("target/serve");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    trunk
        .args(["serve", "--locked", "--offline", "--address", "127.0.0.1", "--port", port, "--dist"])
        .arg(folder);
    run(&format!("Serving on port {port}"), &mut trunk)
        .map_err(|error| format!("{error}\n  If the port is taken, name another: cargo xtask serve <port>."))
}
