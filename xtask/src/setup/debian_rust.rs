//! Debian's Rust compiler for machines where rustup cannot add the wasm target.
use super::apt;
use super::version::{at_least, version_in};
use super::wasm_target::{Environment, WASM};
use crate::place::Place;
use crate::run::{Outcome, ask, on_path, run};
use std::path::Path;
use std::process::Command;

/// The name under which rustup knows this compiler.
const TOOLCHAIN: &str = "debian-web";
const OLDEST: &str = "1.95";
const RUSTC: &str = "/usr/bin/rustc";
const SYSROOT: &str = "/usr";
const LINKER: &str = "/usr/lib/llvm-22/bin/wasm-ld";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Whether the compiler, its source and its linker are installed, and rustup knows them.
pub fn is_ready() -> bool {
    is_installed() && is_linked()
}

/// Installs what is missing and tells rustup about it.
pub fn install(place: &Place) -> Outcome {
    let _alone = place.lock_cache()?;
    if !is_installed() {
        let what = "Debian's Rust compiler, its source and its linker";
        apt::install(place, what, "about 1 minute", &PACKAGES)?;
    }
    if !is_recent() {
        return Err(format!(
            "Debian's rustc-web is older than {OLDEST}: upgrade Debian, or run `rustup target add {WASM}`."
        ));
    }
    if is_linked() {
        return Ok(());
    }
    run("Linking Debian's compiler", Command::new("rustup").args(["toolchain", "link", TOOLCHAIN, SYSROOT]))
}

/// Returns the environment in which cargo uses this compiler.
pub fn environment() -> Environment {
    vec![
        ("RUSTUP_TOOLCHAIN", TOOLCHAIN.to_owned()),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", LINKER.to_owned()),
    ]
}

/// Whether the toolchain in `sysroot` has the source of its standard library.
pub fn has_source(sysroot: &Path) -> bool {
    sysroot.join("lib/rustlib/src/rust/library/std").is_dir()
}

fn is_installed() -> bool {
    is_recent() && has_source(Path::new(SYSROOT)) && Path::new(LINKER).exists()
}

fn is_recent() -> bool {
    let version = ask(Command::new(RUSTC).arg("--version"));
    version.as_deref().and_then(version_in).is_some_and(|version| at_least(version, OLDEST))
}

/// Whether rustup knows this compiler, if there is a rustup.
fn is_linked() -> bool {
    on_path(&["rustup"]).is_none()
        || ask(Command::new("rustup").args(["run", TOOLCHAIN, "rustc", "-vV"])).is_some()
}
