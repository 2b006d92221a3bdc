//! The compiler for wasm32-unknown-unknown, and the standard library that it links.
use super::{apt, debian_rust};
use crate::place::Place;
use crate::run::{Outcome, ask, on_path, run, say};
use std::path::Path;
use std::process::Command;

/// The name of the target.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Variables for a cargo that builds for wasm.
pub type Environment = Vec<(&'static str, String)>;

/// A compiler that can build for wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// The toolchain of the checkout, with the target that rustup added.
    Usual,
    /// Debian's rustc-web, with a standard library that cargo compiles from source.
    Debian,
}

/// The compiler to use, set up if there is none.
pub fn compiler(place: &Place) -> Outcome<Compiler> {
    if usual_toolchain_has_it(place) {
        return Ok(Compiler::Usual);
    }
    if debian_rust::is_ready() {
        return Ok(Compiler::Debian);
    }
    let why_not = match add_with_rustup(place, &["target", "add", WASM]) {
        Ok(()) if usual_toolchain_has_it(place) => return Ok(Compiler::Usual),
        Ok(()) => "rustup installed it for another toolchain".to_owned(),
        Err(error) => error,
    };
    if !apt::exists() {
        return Err(format!(
            "The Rust target {WASM} is missing: {why_not}.\n  Run `rustup target add {WASM}`, or use Debian."
        ));
    }
    say(&format!("rustup cannot add {WASM} ({why_not}), so Debian's compiler is used for it"));
    debian_rust::install(place)?;
    Ok(Compiler::Debian)
}

impl Compiler {
    /// The environment for tests and `serve`: panics say where and why.
    pub fn environment(self) -> Environment {
        match self {
            Compiler::Usual => Vec::new(),
            Compiler::Debian => {
                // `test` is among them for the tests in the browser.
                let mut environment = from_source("std,panic_abort,test");
                environment.extend(debian_rust::environment());
                environment
            }
        }
    }

    /// The environment for what ships: a standard library compiled for size, where a panic is a bare trap. That is a
    /// tenth less wasm (docs/evidence/size.md).
    pub fn release_environment(self, place: &Place) -> Outcome<Environment> {
        let mut environment = from_source("std,panic_abort");
        environment.push(("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()));
        let panics = "-Zunstable-options -Cpanic=immediate-abort";
        environment.push(("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", panics.to_owned()));
        match self {
            Compiler::Usual => library_source(place)?,
            Compiler::Debian => environment.extend(debian_rust::environment()),
        }
        Ok(environment)
    }
}

/// Has cargo compile these crates of the standard library. Stable compilers allow that only if they are asked to behave
/// like a nightly.
fn from_source(crates: &str) -> Environment {
    vec![("RUSTC_BOOTSTRAP", "1".to_owned()), ("CARGO_UNSTABLE_BUILD_STD", crates.to_owned())]
}

/// Adds the source of the standard library to the usual toolchain, if it is missing.
fn library_source(place: &Place) -> Outcome {
    let is_there = || {
        let sysroot = ask(Command::new("rustc").current_dir(&place.root).args(["--print", "sysroot"]));
        sysroot.is_some_and(|sysroot| debian_rust::has_source(Path::new(sysroot.trim())))
    };
    if is_there() {
        return Ok(());
    }
    let added = add_with_rustup(place, &["component", "add", "rust-src"]);
    if is_there() {
        return Ok(());
    }
    let why = added.err().unwrap_or_else(|| "rustup installed it for another toolchain".to_owned());
    Err(format!(
        "The source of Rust's standard library is missing: {why}.\n  Run `rustup component add rust-src`."
    ))
}

fn usual_toolchain_has_it(place: &Place) -> bool {
    let mut rustc = Command::new("rustc");
    let folder = ask(rustc.current_dir(&place.root).args(["--print", "target-libdir", "--target", WASM]));
    folder.is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

fn add_with_rustup(place: &Place, words: &[&str]) -> Outcome {
    if std::env::var_os("RUSTUP_AUTO_INSTALL").is_some_and(|value| value == "0") {
        return Err("RUSTUP_AUTO_INSTALL=0 asks it not to download".to_owned());
    }
    on_path(&["rustup"]).ok_or("there is no rustup")?;
    say(&format!("running rustup {}, some seconds", words.join(" ")));
    run("Adding to the toolchain", Command::new("rustup").current_dir(&place.root).args(words))
}
