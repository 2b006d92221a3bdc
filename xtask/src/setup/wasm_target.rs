//! Which toolchain builds for wasm32-unknown-unknown: the usual one, by rustup, or else Debian's.
use super::{apt, debian_rust};
use crate::place::Place;
use crate::run::{Outcome, ask, on_path, run, say};
use std::path::Path;
use std::process::Command;

/// The name of the target.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The rustup toolchain that builds for wasm, where it is not the usual one.
pub fn toolchain(place: &Place) -> Outcome<Option<&'static str>> {
    if usual_toolchain_has_it(place) {
        return Ok(None);
    }
    if debian_rust::is_ready() && debian_rust::is_linked() {
        return Ok(Some(debian_rust::TOOLCHAIN));
    }
    let why_not = match add_with_rustup(place) {
        Ok(()) if usual_toolchain_has_it(place) => return Ok(None),
        Ok(()) => "rustup installed it for another toolchain".to_owned(),
        Err(error) => error,
    };
    if !apt::exists() {
        return Err(format!(
            "The Rust target {WASM} is missing: {why_not}.\n  Run `rustup target add {WASM}`, or use Debian."
        ));
    }
    say(&format!("no {WASM} from rustup ({why_not}); using Debian's compiler for it"));
    debian_rust::install(place)?;
    if usual_toolchain_has_it(place) {
        return Ok(None);
    }
    debian_rust::link()?;
    Ok(Some(debian_rust::TOOLCHAIN))
}

fn usual_toolchain_has_it(place: &Place) -> bool {
    let mut rustc = Command::new("rustc");
    let folder = ask(rustc.current_dir(&place.root).args(["--print", "target-libdir", "--target", WASM]));
    folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

fn add_with_rustup(place: &Place) -> Outcome {
    if std::env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0") {
        return Err("RUSTUP_AUTO_INSTALL=0 asks it not to download".to_owned());
    }
    on_path(&["rustup"]).ok_or("there is no rustup")?;
    say(&format!("adding the Rust target {WASM} with rustup, some seconds"));
    run("Adding the target", Command::new("rustup").current_dir(&place.root).args(["target", "add", WASM]))
}
