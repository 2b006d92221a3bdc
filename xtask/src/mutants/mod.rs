//! Changes the code in small ways, one at a time, and says which of them no native test notices.
mod change;
mod pure;
mod together;

use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;
use change::Change;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use together::Known;

/// What must not be wrong: the scores, what follows from them, the way through, every format, and what is kept.
const FILES: [&str; 4] = ["src/domain/**/*.rs", "src/formats/*.rs", "src/edition.rs", "src/store.rs"];

/// Tests that take longer than all others together. Only what the others do not notice is tried on them.
const SLOW: [&str; 8] = [
    "change::loading_a_file_loses_nothing_and_a_second_time_adds_nothing",
    "questionnaire::guidance_follows_the_rules",
    "questionnaire::scores_and_bands_follow_the_rules",
    "saved::an_altered_byte_is_refused_or_changes_nothing",
    "saved::r02_a_list_has_an_end_and_loses_nothing_there",
    "way_through::a_message_twice_does_no_more_than_once",
    "way_through::back_then_continue_loses_nothing",
    "way_through::no_order_of_clicks_breaks_the_way_through",
];

/// Tries every change in `files`, or in all of [`FILES`], on the rooms that need no screen. All that can be are built
/// together. What does not compile that way, and what no test notices, is built alone by cargo-mutants, whose word is the last:
/// what is missed in the end is in target/mutants/mutants.out/missed.txt.
pub fn mutants(place: &Place, files: &[&str]) -> Outcome {
    let tool = setup::cargo_mutants(place)?.join("cargo-mutants");
    let folder = place.at("target/mutants/pure");
    let files = if files.is_empty() { &FILES } else { files };
    pure::copy(&place.root, &folder)
        .map_err(|e| format!("the rooms without screens cannot be copied: {e}"))?;
    let changes = change::list(&tool, &folder, files)?;
    let Known { noticed, no_default } = together::known(&folder, &changes)?;
    let is_left = |change: &&Change| !noticed.contains(&change.name) && !no_default.contains(&change.name);
    let left: Vec<&Change> = changes.iter().filter(is_left).collect();
    say(&format!(
        "of {} changes {} are noticed, {} cannot be; building {} alone",
        changes.len(),
        noticed.len(),
        no_default.len(),
        left.len(),
    ));
    let (missed, results) = if left.is_empty() {
        (Ok(()), Results::default())
    } else {
        (alone(&tool, &folder, &left), results(&place.at("target/mutants/mutants.out"))?)
    };
    table(&changes, &no_default, &results);
    missed
}

fn cargo_in(folder: &Path, program: &Path) -> Command {
    let mut command = Command::new(program);
    // What is built is kept for the next run, apart from everything else.
    command.current_dir(folder).env("CARGO_TARGET_DIR", folder.with_file_name("target"));
    command.env("PROPTEST_MAX_SHRINK_ITERS", "0").env("FUZZ_SEED", "1");
    command
}

fn alone(tool: &Path, folder: &Path, left: &[&Change]) -> Outcome {
    let mut mutants = cargo_in(folder, tool);
    mutants.args(["mutants", "--no-shuffle", "--in-place", "--minimum-test-timeout", "60", "--output", ".."]);
    // It removes fields whatever the patterns say, so that it is shown no file without need.
    let files: BTreeSet<&str> = left.iter().map(|change| &*change.file).collect();
    mutants.args(files.iter().flat_map(|file| ["--file", file]));
    mutants.args(left.iter().flat_map(|change| ["--re".to_owned(), change.pattern()]));
    run("Looking for changes that no test notices", mutants.args(["--", "--test", "it"]))
}

/// What cargo-mutants says of the changes that are built alone, by their names: those that do not compile, that never end,
/// and that no test notices.
type Results = [Vec<String>; 3];

fn results(folder: &Path) -> Outcome<Results> {
    let named = |list: &str| -> Outcome<Vec<String>> {
        let text =
            std::fs::read_to_string(folder.join(list)).map_err(|e| format!("{list} cannot be read: {e}"))?;
        Ok(text.lines().map(str::to_owned).collect())
    };
    Ok([named("unviable.txt")?, named("timeout.txt")?, named("missed.txt")?])
}

/// Says what became of the changes of each file.
fn table(changes: &[Change], no_default: &BTreeSet<String>, results: &Results) {
    let mut rows: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for change in changes {
        let row = rows.entry(&change.file).or_default();
        row[0] += 1;
        row[1] += usize::from(no_default.contains(&change.name));
        for (place, list) in results.iter().enumerate() {
            row[place + 1] += usize::from(list.contains(&change.name));
        }
    }
    println!(
        "| file | changes | noticed | do not compile | never end | not noticed |\n|---|---|---|---|---|---|"
    );
    for (file, [all, unviable, late, missed]) in rows {
        println!(
            "| `{file}` | {all} | {} | {unviable} | {late} | {missed} |",
            all - unviable - late - missed
        );
    }
}
