//! Node.js, and the packages of package-lock.json such as wasm-opt, esbuild, eslint and Playwright.
use super::apt;
use super::version::{at_least, version_in};
use crate::place::Place;
use crate::run::{Outcome, ask, on_path, run, say};
use std::path::PathBuf;
use std::process::Command;

const OLDEST_NODE: &str = "20.19";

/// Installs the node packages and returns the folder with their programs.
pub fn packages(place: &Place) -> Outcome<PathBuf> {
    node(place)?;
    let lock = place.read("package-lock.json")?;
    let stamp = place.at("node_modules/.installed-for");
    let is_installed = || std::fs::read_to_string(&stamp).ok().as_ref() == Some(&lock);
    if is_installed() {
        return Ok(place.at("node_modules/.bin"));
    }
    let _alone = place.lock_checkout()?;
    if !is_installed() {
        say("installing the node packages of package-lock.json, about 20 seconds");
        let mut npm = Command::new("npm");
        npm.current_dir(&place.root).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        run("Installing the node packages", &mut npm).map_err(|error| {
            format!("{error}\n  It needs the npm registry that this machine is set up for (`npm config get registry`).")
        })?;
        std::fs::write(&stamp, &lock).map_err(|e| format!("{} cannot be written: {e}", stamp.display()))?;
    }
    Ok(place.at("node_modules/.bin"))
}

fn node(place: &Place) -> Outcome {
    if !is_recent() && apt::exists() {
        apt::install(place, "Node.js", "about 1 minute", &["nodejs"])?;
    }
    if !is_recent() {
        return Err(format!("Node.js {OLDEST_NODE} or newer is missing: install it, then try again."));
    }
    if on_path(&["npm"]).is_none() {
        apt::install(place, "npm", "about 1 minute", &["npm"])?;
    }
    Ok(())
}

fn is_recent() -> bool {
    let node = ask(Command::new("node").arg("--version"));
    node.as_deref().and_then(version_in).is_some_and(|version| at_least(version, OLDEST_NODE))
}
