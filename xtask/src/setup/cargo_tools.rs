//! Programs that cargo compiles: wasm-bindgen, geckodriver, cargo-deny and cargo-mutants. Each gets its own folder in
//! the cache.
use super::version::{locked_version, version_in};
use crate::place::Place;
use crate::run::{Outcome, ask, on_path, run, say};
use std::path::{Path, PathBuf};
use std::process::Command;

const GECKODRIVER: &str = "0.37.1";
const CARGO_DENY: &str = "0.20.2";
const CARGO_MUTANTS: &str = "27.1.0";

/// A program in exactly one version.
struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    minutes: &'a str,
    /// Whether to use the package's own lock file.
    locked: bool,
}

/// The folder with `wasm-bindgen` and `wasm-bindgen-test-runner`, in the version of Cargo.lock.
pub fn wasm_bindgen(place: &Place) -> Outcome<PathBuf> {
    let version = locked_version(&place.read("Cargo.lock")?, "wasm-bindgen")
        .ok_or("Cargo.lock names no wasm-bindgen: restore it with `git checkout Cargo.lock`.")?;
    // Not locked: its lock file names a crate version that is no longer served.
    ready(
        place,
        &Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: &version,
            minutes: "about 2 minutes",
            locked: false,
        },
    )
}

/// The folder with `geckodriver`.
pub fn geckodriver(place: &Place) -> Outcome<PathBuf> {
    ready(
        place,
        &Tool {
            package: "geckodriver",
            program: "geckodriver",
            version: GECKODRIVER,
            minutes: "about 2 minutes",
            locked: true,
        },
    )
}

/// The folder with `cargo-deny`.
pub fn cargo_deny(place: &Place) -> Outcome<PathBuf> {
    ready(
        place,
        &Tool {
            package: "cargo-deny",
            program: "cargo-deny",
            version: CARGO_DENY,
            minutes: "about 2 minutes",
            locked: true,
        },
    )
}

/// The folder with `cargo-mutants`.
pub fn cargo_mutants(place: &Place) -> Outcome<PathBuf> {
    ready(
        place,
        &Tool {
            package: "cargo-mutants",
            program: "cargo-mutants",
            version: CARGO_MUTANTS,
            minutes: "about 1 minute",
            locked: true,
        },
    )
}

fn ready(place: &Place, tool: &Tool) -> Outcome<PathBuf> {
    let ours = place.cache.join(format!("{}-{}", tool.package, tool.version));
    if let Some(folder) = found(tool, &ours) {
        return Ok(folder);
    }
    let _alone = place.lock_cache()?;
    // Another xtask may have installed it while this one waited.
    if found(tool, &ours).is_none() {
        install(place, tool, &ours)?;
    }
    Ok(ours.join("bin"))
}

/// Finds the folder with the right version of the tool, on PATH or in the cache.
fn found(tool: &Tool, ours: &Path) -> Option<PathBuf> {
    let programs = on_path(&[tool.program]).into_iter().chain([ours.join("bin").join(tool.program)]);
    let mut right = programs.filter(|program| is_version(tool, program));
    right.find_map(|program| program.parent().map(Path::to_path_buf))
}

fn is_version(tool: &Tool, program: &Path) -> bool {
    let mut asked = Command::new(program);
    // It answers only as a subcommand.
    if tool.program == "cargo-mutants" {
        asked.arg("mutants");
    }
    ask(asked.arg("--version")).is_some_and(|text| version_in(&text) == Some(tool.version))
}

fn install(place: &Place, tool: &Tool, root: &Path) -> Outcome {
    let Tool { package, version, .. } = tool;
    say(&format!("building {package} {version} with cargo, {} (once for all clones)", tool.minutes));
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&place.root);
    cargo.args(["install", package, "--version", version, "--debug", "--force", "--root"]).arg(root);
    if tool.locked {
        cargo.arg("--locked");
    }
    // Unoptimised and without debug information: these run for seconds, so the time to compile matters more.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
    run(&format!("Installing {package} {version}"), &mut cargo).map_err(|error| {
        format!(
            "{error}\n  It needs cargo's registry and a C compiler (Debian: build-essential). \
             Or put {} {version} on PATH yourself.",
            tool.program
        )
    })
}
