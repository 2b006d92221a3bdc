//! Set-up: one file per kind of tool. Each function is silent when there is nothing to do.
mod apt;
mod browser;
mod cargo_tools;
mod debian_rust;
mod firefox;
mod hugo;
mod node;
mod python;
mod version;
mod wasm_target;
mod webkit;
mod wordpress;

use crate::place::Place;
use crate::run::{Outcome, run};
pub use browser::browser;
pub use cargo_tools::{cargo_deny, cargo_mutants};
pub use firefox::{Firefox, firefox};
pub use hugo::hugo;
pub use node::packages as node_packages;
pub use python::python;
use std::path::PathBuf;
use std::process::Command;
pub use wasm_target::WASM;
pub use webkit::webkit;
pub use wordpress::wordpress;

/// What a wasm build needs, all of it in place.
pub struct WasmTools {
    folders: Vec<PathBuf>,
    toolchain: Option<&'static str>,
}

/// Sets up the wasm target, wasm-bindgen, Trunk, wasm-opt and the node packages.
pub fn wasm_tools(place: &Place) -> Outcome<WasmTools> {
    // The long step last: whatever else is wrong shows first.
    let node = node_packages(place)?;
    let toolchain = wasm_target::toolchain(place)?;
    let bindgen = cargo_tools::wasm_bindgen(place)?;
    let trunk = cargo_tools::trunk(place)?;
    // From here on no build needs the network. All platforms, since Trunk asks cargo about all of them.
    run(
        "Fetching the crates of Cargo.lock",
        Command::new("cargo").current_dir(&place.root).args(["fetch", "--locked"]),
    )?;
    Ok(WasmTools { folders: vec![node, bindgen, trunk], toolchain })
}

impl WasmTools {
    /// `program` in the checkout, with these tools on PATH and with the compiler that can build wasm.
    pub fn command(&self, place: &Place, program: &str) -> Outcome<Command> {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(self.folders.iter().cloned().chain(std::env::split_paths(&old)))
            .map_err(|e| format!("A folder with tools cannot be put on PATH: {e}"))?;
        let mut command = Command::new(program);
        command.current_dir(&place.root).env("PATH", path);
        if let Some(toolchain) = self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", toolchain);
        }
        // Trunk takes its value for an option of its own and refuses "1".
        command.env_remove("NO_COLOR");
        // Its own call stack would bury what is wrong with our code.
        command.env("RUST_BACKTRACE", "0");
        Ok(command)
    }

    /// The same for what ships: with a standard library built for size, where xtask builds it itself.
    pub fn release_command(&self, place: &Place, program: &str) -> Outcome<Command> {
        let mut command = self.command(place, program)?;
        if self.have_small_library() {
            command.envs(debian_rust::small_environment(place)?);
        } else {
            // Panics say where they are; whose machine that was is nobody's business.
            let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
            let home =
                home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
            let remap = |from: PathBuf| format!("--remap-path-prefix={}=", from.display());
            let flags = [remap(home.join("registry/src")), remap(place.root.clone())].join(" ");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        }
        Ok(command)
    }

    /// Whether what ships gets a standard library built for size.
    pub fn have_small_library(&self) -> bool {
        self.toolchain == Some(debian_rust::TOOLCHAIN)
    }
}
