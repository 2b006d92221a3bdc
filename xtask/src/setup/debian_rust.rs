//! Debian's Rust compiler, with the standard library for wasm built from Debian's own source package.
use super::apt;
use super::version::{at_least, version_in};
use super::wasm_target::WASM;
use crate::place::Place;
use crate::run::{Outcome, ask, run, say};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name under which rustup knows this compiler.
pub const TOOLCHAIN: &str = "debian-web";
const OLDEST: &str = "1.95";
const RUSTC: &str = "/usr/bin/rustc";
const LLD: &str = "/usr/lib/llvm-22/bin/lld";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
/// Without bitcode in the library, fat link-time optimisation of what uses it is refused.
const FLAGS: &str = "-Cembed-bitcode=yes";
/// Names the compiler and the flags that the libraries beside it were built with.
const STAMP: &str = "built-with.txt";

/// Whether the library is there, and built by the compiler that is there: another one cannot read it.
pub fn is_ready() -> bool {
    let built_with = std::fs::read_to_string(library_folder().join(STAMP)).ok();
    built_with.is_some() && built_with == stamp() && Path::new(LLD).exists()
}

/// Whether rustup knows this compiler.
pub fn is_linked() -> bool {
    ask(Command::new("rustup").args(["run", TOOLCHAIN, "rustc", "-vV"])).is_some()
}

/// Tells rustup about this compiler.
pub fn link() -> Outcome {
    run("Linking Debian's compiler", Command::new("rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"]))
}

/// Installs what is missing of the compiler, its library's source and the library itself.
pub fn install(place: &Place) -> Outcome {
    let _alone = place.lock_cache()?;
    if !(is_recent() && has_source() && Path::new(LLD).exists()) {
        let what = "Debian's Rust compiler, its source and its linker";
        apt::install(place, what, "about 1 minute", &PACKAGES)?;
    }
    if !is_recent() {
        return Err(format!(
            "Debian's rustc-web is older than {OLDEST}: upgrade Debian, or run `rustup target add {WASM}`."
        ));
    }
    if is_ready() { Ok(()) } else { build_library(place) }
}

fn compiler() -> Option<String> {
    ask(Command::new(RUSTC).arg("-vV"))
}

fn is_recent() -> bool {
    compiler().as_deref().and_then(version_in).is_some_and(|version| at_least(version, OLDEST))
}

fn stamp() -> Option<String> {
    compiler().map(|compiler| format!("{compiler}flags: {FLAGS}\n"))
}

fn has_source() -> bool {
    let sysroot = ask(Command::new(RUSTC).args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir()
}

fn library_folder() -> PathBuf {
    Path::new("/usr/lib/rustlib").join(WASM).join("lib")
}

/// Builds the library in the cache, then puts it where the compiler looks for it.
fn build_library(place: &Place) -> Outcome {
    say(&format!("building the standard library for {WASM}, about 1 minute"));
    let folder = place.cache.join("wasm-std");
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    let write = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text)
            .map_err(|e| format!("{} cannot be written: {e}", folder.display()))
    };
    write("Cargo.toml", "[package]\nname = \"empty\"\n[lib]\npath = \"lib.rs\"\n[workspace]\n")?;
    write("lib.rs", "")?;
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo.current_dir(&folder).env("CARGO_TARGET_DIR", folder.join("target"));
    cargo.env("RUSTC", RUSTC).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", FLAGS);
    // `test` is part of it, or tests in the browser do not build.
    cargo.args(["build", "--release", "-Zbuild-std=std,panic_abort,test", "--target", WASM]);
    run("Building the standard library", &mut cargo).map_err(|error| {
        format!("{error}\n  It needs cargo's registry. Or run `rustup target add {WASM}`.")
    })?;
    let built = folder.join("target").join(WASM).join("release/deps");
    write(STAMP, &stamp().ok_or("Debian's compiler cannot be asked for its version.")?)?;
    put_in_place(&built, &folder.join(STAMP))?;
    // Cargo does not see that the library changed under what it built before.
    drop(std::fs::remove_dir_all(place.at("target").join(WASM)));
    std::fs::remove_dir_all(&folder).map_err(|e| format!("{} cannot be removed: {e}", folder.display()))
}

/// Empties the folder first, since two copies of one library clash. The stamp comes last.
fn put_in_place(built: &Path, stamp: &Path) -> Outcome {
    let compiler = compiler().unwrap_or_default();
    let host = compiler.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let tools = Path::new("/usr/lib/rustlib").join(host).join("bin");
    let script = r#"set -e
        rm -rf "$2" "$1"/libempty-*
        mkdir -p "$2" "$3"
        cp "$1"/*.rlib "$2"
        ln -sfn "$4" "$3/rust-lld"
        cp "$5" "$2""#;
    let mut install = apt::as_root("sh");
    install.args(["-c", script, "sh"]).args([built, &library_folder(), &tools, Path::new(LLD), stamp]);
    apt::require_root(&install)?;
    run("Putting the standard library in place", &mut install)
}
