//! Installs tools, one file per kind of tool. Each function is silent if the tool is there.
mod apt;
mod browser;
mod cargo_tools;
mod debian_rust;
mod firefox;
mod hugo;
mod node;
mod orca;
mod python;
mod version;
mod wasm_target;
mod webkit;
mod wordpress;

use crate::place::Place;
use crate::run::{Outcome, run};
pub use browser::browser;
pub use cargo_tools::{cargo_deny, cargo_mutants, wasm_bindgen};
pub use firefox::{Firefox, firefox, program as firefox_program};
pub use hugo::hugo;
pub use node::packages as node_packages;
pub use orca::orca;
pub use python::python;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_target::Compiler;
pub use wasm_target::WASM;
pub use webkit::webkit;
pub use wordpress::wordpress;

/// Tools that compile the app and make the files around it.
pub struct WasmTools {
    node_packages: PathBuf,
    compiler: Compiler,
}

/// Sets up the node packages, the compiler for wasm and the crates.
pub fn wasm_tools(place: &Place) -> Outcome<WasmTools> {
    let tools = WasmTools { node_packages: node_packages(place)?, compiler: wasm_target::compiler(place)? };
    // From here on no build needs the network.
    run("Fetching the crates of Cargo.lock", tools.command(place, "cargo")?.args(["fetch", "--locked"]))?;
    Ok(tools)
}

impl WasmTools {
    /// Returns a command that runs in the checkout, with these tools on PATH and the compiler for wasm.
    pub fn command(&self, place: &Place, program: &str) -> Outcome<Command> {
        let mut command = Command::new(program);
        command.current_dir(&place.root).env("PATH", with_folder(&self.node_packages)?);
        command.envs(self.compiler.environment());
        Ok(command)
    }

    /// Returns the same command for what ships.
    pub fn release_command(&self, place: &Place, program: &str) -> Outcome<Command> {
        let mut command = Command::new(program);
        command.current_dir(&place.root).env("PATH", with_folder(&self.node_packages)?);
        command.envs(self.compiler.release_environment(place)?);
        Ok(command)
    }
}

/// Returns PATH with a folder before all others.
pub fn with_folder(folder: &Path) -> Outcome<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths([folder.to_path_buf()].into_iter().chain(std::env::split_paths(&old)))
        .map_err(|e| format!("{} cannot be put on PATH: {e}", folder.display()))
}
