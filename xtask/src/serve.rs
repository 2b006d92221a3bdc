//! `cargo xtask serve`: sets up tools and starts the server of build/serve.mjs.
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;

/// Serves on `port` until it is stopped.
pub fn serve(place: &Place, port: &str) -> Outcome {
    if port.parse::<u16>().is_err() {
        return Err(format!("{port} is not a port: name a number from 1 to 65535."));
    }
    let tools = setup::wasm_tools(place)?;
    say("compiling, a minute at first");
    let mut node = tools.command(place, "node")?;
    // `--watch` restarts the server when one of its own scripts changes.
    run("Serving", node.args(["--watch", "--watch-preserve-output", "build/serve.mjs", port]))
}
