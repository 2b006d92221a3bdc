//! `cargo mutants` in the version that is set up; what it changes and which tests it runs is in .cargo/mutants.toml.
use crate::place::Place;
use crate::run::{Outcome, run};
use crate::setup;
use std::fs;
use std::process::{Command, Stdio};

/// Reports changes to the code that no native test notices: in `files`, or else in what differs from `main`.
pub fn mutants(place: &Place, files: &[&str]) -> Outcome {
    let tool = setup::cargo_mutants(place)?.join("cargo-mutants");
    let folder = place.at("target/mutants");
    fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    let mut mutants = Command::new(tool);
    mutants.current_dir(&place.root).args(["mutants", "--output"]).arg(&folder);
    // Dependencies stay built from one run to the next.
    mutants.env("CARGO_TARGET_DIR", folder.join("target"));
    if files.is_empty() {
        let diff = folder.join("changed.diff");
        let file =
            fs::File::create(&diff).map_err(|e| format!("{} cannot be written: {e}", diff.display()))?;
        let mut git = Command::new("git");
        git.current_dir(&place.root).args(["diff", "main"]).stdout(Stdio::from(file));
        run("Comparing with main", &mut git)?;
        mutants.arg("--in-diff").arg(&diff);
    }
    mutants.args(files.iter().flat_map(|file| ["--file", file]));
    run("Looking for changes that no test notices", &mut mutants)
}
