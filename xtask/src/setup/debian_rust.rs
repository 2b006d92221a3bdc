//! Debian's Rust compiler, with the standard library for wasm built from Debian's own source package.
use super::apt;
use super::version::{at_least, version_in};
use super::wasm_target::WASM;
use crate::place::Place;
use crate::run::{Outcome, ask, run, say};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name under which rustup knows this compiler.
pub const TOOLCHAIN: &str = "debian-web";
const OLDEST: &str = "1.95";
const RUSTC: &str = "/usr/bin/rustc";
const LLD: &str = "/usr/lib/llvm-22/bin/lld";
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const NO_VERSION: &str = "Debian's compiler cannot be asked for its version.";
/// Without bitcode in a library, fat link-time optimisation of what uses it is refused.
const BITCODE: &str = "-Cembed-bitcode=yes";

/// How a standard library is built.
#[derive(Hash)]
struct Library {
    crates: &'static str,
    features: &'static str,
    opt_level: &'static str,
    /// What a panic does; whatever links the library must be compiled with the same.
    panics: &'static str,
}

/// What tests and `serve` link: panics say where and why. `test` is part of it, or tests in the browser do
/// not build.
const USUAL: Library = Library { crates: "std,panic_abort,test", features: "", opt_level: "3", panics: "" };
/// What ships: built for size, and a panic is a bare trap. A tenth less wasm; docs/evidence/size.md.
const SMALL: Library = Library {
    crates: "std,panic_abort",
    features: "optimize_for_size",
    opt_level: "z",
    panics: "-Zunstable-options -Cpanic=immediate-abort",
};

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
    if is_ready() { Ok(()) } else { install_library(place) }
}

fn compiler() -> Option<String> {
    ask(Command::new(RUSTC).arg("-vV"))
}

fn is_recent() -> bool {
    compiler().as_deref().and_then(version_in).is_some_and(|version| at_least(version, OLDEST))
}

fn stamp() -> Option<String> {
    compiler().map(|compiler| format!("{compiler}flags: {BITCODE}\n"))
}

fn host() -> String {
    let compiler = compiler().unwrap_or_default();
    compiler.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned()
}

fn has_source() -> bool {
    let sysroot = ask(Command::new(RUSTC).args(["--print", "sysroot"])).unwrap_or_default();
    Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std").is_dir()
}

fn library_folder() -> PathBuf {
    Path::new("/usr/lib/rustlib").join(WASM).join("lib")
}

/// The environment in which cargo builds what ships: with a library built for size, in the cache, and with the
/// panics that this library has.
pub fn small_environment(place: &Place) -> Outcome<[(&'static str, String); 2]> {
    let mut hasher = DefaultHasher::new();
    (compiler().ok_or(NO_VERSION)?, &SMALL).hash(&mut hasher);
    // Another compiler or other flags are another folder, and cargo sees the change.
    let sysroot = place.cache.join(format!("wasm-small-{:016x}", hasher.finish()));
    if !sysroot.is_dir() {
        let _alone = place.lock_cache()?;
        if !sysroot.is_dir() {
            build_sysroot(place, &sysroot)?;
        }
    }
    let flags = format!("--sysroot={} {}", sysroot.display(), SMALL.panics);
    Ok([("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags), ("RUSTC_BOOTSTRAP", "1".to_owned())])
}

/// A folder that the compiler takes for its own: the library for wasm, and the linker.
fn build_sysroot(place: &Place, sysroot: &Path) -> Outcome {
    let built = build(place, &SMALL)?;
    let half = sysroot.with_extension("half");
    let script = r#"set -e
        rm -rf "$2"
        mkdir -p "$2/lib/rustlib/$3/lib" "$2/lib/rustlib/$4/bin"
        cp "$1"/*.rlib "$2/lib/rustlib/$3/lib"
        ln -s "$5" "$2/lib/rustlib/$4/bin/rust-lld"
        mv -T "$2" "$6""#;
    let mut install = Command::new("sh");
    install.args(["-c", script, "sh"]).arg(&built).arg(&half).args([WASM, &host(), LLD]).arg(sysroot);
    run("Putting the small standard library in place", &mut install)?;
    remove(&build_folder(place))
}

/// Builds the usual library in the cache, then puts it where the compiler looks for it.
fn install_library(place: &Place) -> Outcome {
    let built = build(place, &USUAL)?;
    let folder = build_folder(place);
    write(&folder.join(STAMP), &stamp().ok_or(NO_VERSION)?)?;
    put_in_place(&built, &folder.join(STAMP))?;
    // Cargo does not see that the library changed under what it built before.
    drop(std::fs::remove_dir_all(place.at("target").join(WASM)));
    remove(&folder)
}

fn build_folder(place: &Place) -> PathBuf {
    place.cache.join("wasm-std")
}

/// Builds a library, and gives back the folder it is in.
fn build(place: &Place, library: &Library) -> Outcome<PathBuf> {
    let Library { crates, features, opt_level, panics } = library;
    say(&format!("building a standard library for {WASM}, about 1 minute"));
    let folder = build_folder(place);
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    write(
        &folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\n[lib]\npath = \"lib.rs\"\n[workspace]\n",
    )?;
    write(&folder.join("lib.rs"), "")?;
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo.current_dir(&folder).env("CARGO_TARGET_DIR", folder.join("target"));
    cargo.env("RUSTC", RUSTC).env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", format!("{BITCODE} {panics}"));
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level);
    cargo.args(["build", "--release", "--target", WASM]);
    cargo.arg(format!("-Zbuild-std={crates}")).arg(format!("-Zbuild-std-features={features}"));
    run("Building the standard library", &mut cargo).map_err(|error| {
        format!("{error}\n  It needs cargo's registry. Or run `rustup target add {WASM}`.")
    })?;
    let built = folder.join("target").join(WASM).join("release/deps");
    // The empty package is no part of it.
    run(
        "Leaving the empty package out",
        Command::new("sh").args(["-c", "rm -f \"$0\"/libempty-*"]).arg(&built),
    )?;
    Ok(built)
}

fn write(path: &Path, text: &str) -> Outcome {
    std::fs::write(path, text).map_err(|e| format!("{} cannot be written: {e}", path.display()))
}

fn remove(folder: &Path) -> Outcome {
    std::fs::remove_dir_all(folder).map_err(|e| format!("{} cannot be removed: {e}", folder.display()))
}

/// Empties the folder first, since two copies of one library clash. The stamp comes last.
fn put_in_place(built: &Path, stamp: &Path) -> Outcome {
    let tools = Path::new("/usr/lib/rustlib").join(host()).join("bin");
    let script = r#"set -e
        rm -rf "$2"
        mkdir -p "$2" "$3"
        cp "$1"/*.rlib "$2"
        ln -sfn "$4" "$3/rust-lld"
        cp "$5" "$2""#;
    let mut install = apt::as_root("sh");
    install.args(["-c", script, "sh"]).args([built, &library_folder(), &tools, Path::new(LLD), stamp]);
    apt::require_root(&install)?;
    run("Putting the standard library in place", &mut install)
}
