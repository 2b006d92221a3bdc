//! Changes the code in small ways, one at a time, and says which of them no native test notices.
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;
use std::process::Command;

/// What must not be wrong: the scores, what follows from them, the way through, and every format.
const FILES: [&str; 11] = [
    "src/domain/score.rs",
    "src/domain/answers.rs",
    "src/domain/terms.rs",
    "src/domain/guidance.rs",
    "src/domain/instrument.rs",
    "src/domain/definition.rs",
    "src/domain/saved.rs",
    "src/domain/partial.rs",
    "src/domain/pair.rs",
    "src/domain/session/*.rs",
    "src/wire/*.rs",
];

/// Tries every change in `files`, or in all of [`FILES`]. What was missed is listed in target/mutants/mutants.out/.
pub fn mutants(place: &Place, files: &[&str]) -> Outcome {
    let tool = setup::cargo_mutants(place)?.join("cargo-mutants");
    let files = if files.is_empty() { &FILES } else { files };
    say("changing the code, about a minute for every change; hours for all of them");
    let mut mutants = Command::new(tool);
    mutants.current_dir(&place.root).args(["mutants", "--no-shuffle", "--jobs", "1", "--timeout", "300"]);
    for file in files {
        mutants.args(["--file", file]);
    }
    std::fs::create_dir_all(place.at("target/mutants"))
        .map_err(|e| format!("target/mutants cannot be made: {e}"))?;
    // What it builds is kept for the next run, apart from everything else.
    mutants.args(["--output", "target/mutants"]).env("CARGO_TARGET_DIR", place.at("target/mutants/target"));
    mutants.env("CARGO_PROFILE_DEV_DEBUG", "false");
    run("Looking for changes that no test notices", &mut mutants)
}
