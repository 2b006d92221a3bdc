//! A crate of the rooms that need no screen, with their tests: without the screens a change is built in seconds.
use std::fs;
use std::io::Result;
use std::path::Path;

const ROOMS: [&str; 5] = ["domain", "full", "store", "text", "wire"];
/// A module of tests that names one of these needs more than those rooms: it draws, or reads the sources.
const NEEDS_MORE: [&str; 2] = ["Draw", "CARGO_MANIFEST_DIR"];
/// What tests read beside the sources.
const READ: [&str; 4] = ["content", "docs", "index.html", "site"];
/// Versions are those of Cargo.lock.
const MANIFEST: &str = "\
[workspace]
[package]
name = \"trust-checkin\"
version = \"0.1.0\"
edition = \"2024\"
autotests = false
[features]
default = [\"full\"]
full = []
[lib]
test = false
doctest = false
[[test]]
name = \"it\"
path = \"tests/it/main.rs\"
[dependencies]
num-rational = { version = \"*\", default-features = false }
serde = { version = \"*\", default-features = false }
serde_json = \"*\"
web_sys = { package = \"storage\", path = \"tests/store/storage\" }
[dev-dependencies]
expect-test = \"*\"
fuzz = { path = \"tests/fuzz\" }
prerender = { path = \"build/prerender\" }
proptest = \"*\"
serde = { version = \"*\", features = [\"derive\"] }
[profile.dev]
debug = false
[profile.dev.package.\"*\"]
opt-level = 2
";

/// A crate that the tests are helped by.
const HELPER: &str = "
[dependencies]
serde_json = \"*\"
trust-checkin = { path = \"..\" }
[package]
version = \"0.1.0\"
edition = \"2024\"
";
/// Of `prerender`, what needs no screen: the data files of the languages.
const LANGUAGES: &str = "
#![allow(unused)]
mod language;
pub use language::{data, english, keys, language, tags};
";

/// The tests of the store, over a storage in memory.
const STORE: &str = "
use trust_checkin::{domain, store, wire};
#[path = \"../store/src/tests.rs\"]
mod store_in_memory;
";

/// Makes the crate anew.
pub fn copy(root: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    for folder in ["src", "tests/it", "tests/store", "tests/fixtures", "tests/fuzz", "build/prerender"] {
        folders(&root.join(folder), &to.join(folder))?;
    }
    for read in READ {
        std::os::unix::fs::symlink(root.join(read), to.join(read))?;
    }
    fs::copy(root.join("Cargo.lock"), to.join("Cargo.lock"))?;
    fs::create_dir_all(to.join(".cargo"))?;
    fs::copy(root.join(".cargo/mutants.toml"), to.join(".cargo/mutants.toml"))?;
    fs::write(to.join("Cargo.toml"), MANIFEST)?;
    for helper in ["tests/fuzz", "build/prerender"] {
        fs::write(to.join(helper).join("Cargo.toml"), format!("{HELPER}name = \"{helper}\"\n"))?;
    }
    fs::write(to.join("build/prerender/src/lib.rs"), LANGUAGES)?;
    fs::remove_file(to.join("build/prerender/src/main.rs"))?;
    fs::remove_file(to.join("src/main.rs"))?;
    keep(&to.join("src/lib.rs"), |name| ROOMS.contains(&name))?;
    keep(&to.join("tests/it/main.rs"), |name| {
        let text = fs::read_to_string(to.join(format!("tests/it/{name}.rs"))).unwrap_or_default();
        !NEEDS_MORE.iter().any(|more| text.contains(more))
    })?;
    let tests = to.join("tests/it/main.rs");
    fs::write(&tests, fs::read_to_string(&tests)? + STORE)
}

fn folders(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let into = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            folders(&entry.path(), &into)?;
        } else {
            fs::copy(entry.path(), into)?;
        }
    }
    Ok(())
}

/// Leaves out the modules that are not wanted.
fn keep(file: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    let text = fs::read_to_string(file)?;
    let module = |line: &'_ str| {
        let name = line.trim_start_matches("pub ").strip_prefix("mod ")?;
        Some(name.trim_end_matches(';').to_owned())
    };
    let kept = text.lines().filter(|line| module(line).is_none_or(|name| wanted(&name)));
    fs::write(file, kept.collect::<Vec<_>>().join("\n") + "\n")
}
