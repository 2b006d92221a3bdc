//! Changes the code in small ways, one at a time, and says which of them no native test notices.
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What must not be wrong: the scores, what follows from them, the way through, and every format.
const FILES: [&str; 3] = ["src/domain/**/*.rs", "src/wire/*.rs", "src/full.rs"];

/// Where the pure rooms stand by themselves. Without the screens a change is built in seconds.
const PURE: &str = "target/mutants/pure";
/// The pure rooms.
const ROOMS: [&str; 4] = ["domain", "full", "text", "wire"];
/// A module of tests that names one of these needs more than the pure rooms.
const NEEDS_MORE: [&str; 3] = ["prerender", "fuzz::", "CARGO_MANIFEST_DIR"];
/// What tests read beside the sources.
const READ: [&str; 4] = ["content", "docs", "index.html", "page"];
/// Tests that take longer than all others together. Only what the others do not notice is tried on them.
const SLOW: [&str; 4] = [
    "properties::a_message_twice_does_no_more_than_once",
    "properties::back_then_continue_loses_nothing",
    "properties::no_order_of_clicks_breaks_the_way_through",
    "saved::r02_a_list_has_an_end_and_loses_nothing_there",
];
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
[dev-dependencies]
expect-test = \"*\"
proptest = \"*\"
serde = { version = \"*\", features = [\"derive\"] }
[profile.dev]
debug = false
[profile.dev.package.\"*\"]
opt-level = 2
";

/// Tries every change in `files`, or in all of [`FILES`]: first on the pure rooms by themselves, then what was missed there on
/// the whole crate. What is missed in the end is listed in target/mutants/mutants.out/missed.txt.
pub fn mutants(place: &Place, files: &[&str]) -> Outcome {
    let tool = setup::cargo_mutants(place)?.join("cargo-mutants");
    let files = if files.is_empty() { &FILES } else { files };
    pure(&place.root, &place.at(PURE)).map_err(|e| format!("the pure rooms cannot be copied: {e}"))?;
    let tried = |folder: &Path, doing: &str, more: &[&str]| {
        let mut mutants = Command::new(&tool);
        mutants.current_dir(folder).args(["mutants", "--no-shuffle", "--minimum-test-timeout", "60"]);
        mutants.args(files.iter().flat_map(|file| ["--file", file]));
        // What is built is kept for the next run, apart from everything else.
        mutants.arg("--output").arg(place.at("target/mutants"));
        mutants.env("CARGO_TARGET_DIR", place.at("target/mutants/target"));
        mutants.env("CARGO_PROFILE_DEV_DEBUG", "false").env("PROPTEST_MAX_SHRINK_ITERS", "0");
        run(doing, mutants.args(more))
    };
    say("changing the pure rooms by themselves, some ten seconds for every change");
    let slow = SLOW.iter().flat_map(|name| ["--skip", name]);
    let alone: Vec<&str> = ["--in-place", "--", "--test", "it", "--"].into_iter().chain(slow).collect();
    let first = tried(&place.at(PURE), "Looking for changes that the tests of the pure rooms miss", &alone);
    if first.is_ok() {
        return Ok(());
    }
    say("trying what was missed on the whole crate, a minute or more for every change");
    tried(&place.root, "Looking for changes that no test notices", &["--iterate"])
}

/// Copies the pure rooms and their tests into a crate of their own.
fn pure(root: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    for folder in ["src", "tests/it", "tests/fixtures"] {
        copy(&root.join(folder), &to.join(folder))?;
    }
    for read in READ {
        std::os::unix::fs::symlink(root.join(read), to.join(read))?;
    }
    fs::copy(root.join("Cargo.lock"), to.join("Cargo.lock"))?;
    fs::write(to.join("Cargo.toml"), MANIFEST)?;
    fs::remove_file(to.join("src/main.rs"))?;
    let module = |line: &str| {
        Some(line.trim_start_matches("pub ").strip_prefix("mod ")?.trim_end_matches(';').to_owned())
    };
    keep(&to.join("src/lib.rs"), |line| module(line).is_none_or(|name| ROOMS.contains(&&*name)))?;
    keep(&to.join("tests/it/main.rs"), |line| {
        let needs =
            |name: String| fs::read_to_string(to.join(format!("tests/it/{name}.rs"))).unwrap_or_default();
        module(line).map(needs).is_none_or(|text| !NEEDS_MORE.iter().any(|more| text.contains(more)))
    })
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let into = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &into)?;
        } else {
            fs::copy(entry.path(), into)?;
        }
    }
    Ok(())
}

/// Rewrites a file with those of its lines that are wanted.
fn keep(file: &Path, wanted: impl Fn(&str) -> bool) -> std::io::Result<()> {
    let text = fs::read_to_string(file)?;
    let kept = text.lines().filter(|line| wanted(line)).collect::<Vec<_>>();
    fs::write(file, kept.join("\n") + "\n")
}
