//! Many changes in one build: the body of each function stands there once as it is and once with each of its changes, and
//! a variable of the environment says which one runs. So nothing is built again from one change to the next.
use super::change::Change;
use super::{SLOW, cargo_in};
use crate::run::{Outcome, say, shown};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Which change runs; 0 is none. The first panic ends the program: a test failed.
const CHANGED: &str = "
pub(crate) fn changed() -> usize {
    static CHANGED: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    *CHANGED.get_or_init(|| {
        let number = std::env::var(\"CHANGED\").ok().and_then(|number| number.parse().ok()).unwrap_or(0);
        if number > 0 {
            std::panic::set_hook(Box::new(|_| std::process::exit(101)));
        }
        number
    })
}
";

/// A test that panics on purpose and catches it.
const ON_PURPOSE: &str = "hostile::a_search_finds_what_does_not_hold";

/// Which lines each change has.
type Lines = Vec<(Range<usize>, usize)>;

/// A file with its changes.
struct Combined {
    text: String,
    lines: Lines,
}

/// The tests with all changes that compile, by their numbers from 1.
struct Built {
    tests: PathBuf,
    changes: BTreeSet<usize>,
    no_default: BTreeSet<usize>,
}

/// What the compiler says: the program, or the changes that do not compile, and those of them without a default value.
struct Said {
    tests: Option<PathBuf>,
    wrong: BTreeSet<usize>,
    no_default: BTreeSet<usize>,
}

/// What is known of the changes without building any of them alone, by their names.
pub struct Known {
    /// A test notices them.
    pub noticed: BTreeSet<String>,
    /// They want the default value of a type that has none.
    pub no_default: BTreeSet<String>,
}

/// Tries all changes that can be built together: the quick tests are asked first.
pub fn known(folder: &Path, changes: &[Change]) -> Outcome<Known> {
    let sources = sources(folder, changes)?;
    let known = build(folder, changes, &sources).and_then(|built| {
        let named = |numbers: BTreeSet<usize>| {
            numbers.iter().filter_map(|number| Some(changes.get(number - 1)?.name.clone())).collect()
        };
        let noticed = tried(folder, &built.tests, changes.len() + 1, &built.changes)?;
        Ok(Known { noticed: named(noticed), no_default: named(built.no_default) })
    });
    for (file, text) in &sources {
        write(folder, file, text)?;
    }
    known
}

fn sources(folder: &Path, changes: &[Change]) -> Outcome<BTreeMap<String, String>> {
    let files: BTreeSet<&str> = changes.iter().map(|change| &*change.file).chain(["src/lib.rs"]).collect();
    let read = |file: &str| fs::read_to_string(folder.join(file)).map(|text| (file.to_owned(), text));
    files.into_iter().map(read).collect::<Result<_, _>>().map_err(|e| format!("a source cannot be read: {e}"))
}

fn write(folder: &Path, file: &str, text: &str) -> Outcome {
    fs::write(folder.join(file), text).map_err(|e| format!("{file} cannot be written: {e}"))
}

fn build(folder: &Path, changes: &[Change], sources: &BTreeMap<String, String>) -> Outcome<Built> {
    let mut wanted: BTreeSet<usize> = (1..=changes.len()).collect();
    let mut no_default = BTreeSet::new();
    loop {
        say(&format!("building {} changes together", wanted.len()));
        let mut lines = BTreeMap::new();
        for (file, source) in sources {
            let of = |number: &usize| changes.get(number - 1).filter(|change| change.file == *file);
            let here = wanted.iter().filter_map(|number| Some((*number, of(number)?))).collect();
            let mut combined = combined(source, here);
            if file == "src/lib.rs" {
                combined.text.push_str(CHANGED);
            }
            write(folder, file, &combined.text)?;
            lines.insert(file.clone(), combined.lines);
        }
        let built: BTreeSet<usize> = lines.values().flatten().map(|(_, number)| *number).collect();
        let mut cargo = cargo_in(folder, Path::new("cargo"));
        cargo.args(["test", "--offline", "--no-run", "--test", "it", "--message-format", "json"]);
        let said = compiled(&mut cargo, &lines)?;
        no_default.extend(said.no_default);
        match said.tests {
            Some(tests) => return Ok(Built { tests, changes: built, no_default }),
            None if said.wrong.is_empty() => {
                return Err(format!("`{}` fails without any change", shown(&cargo)));
            }
            None => wanted = built.difference(&said.wrong).copied().collect(),
        }
    }
}

fn compiled(cargo: &mut Command, lines: &BTreeMap<String, Lines>) -> Outcome<Said> {
    let output = cargo.stderr(Stdio::inherit()).output().map_err(|e| format!("cargo did not start: {e}"))?;
    let (mut tests, mut wrong, mut no_default) = (None, BTreeSet::new(), BTreeSet::new());
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(said) = serde_json::from_str::<Value>(line) else { continue };
        if let Some(program) = said["executable"].as_str() {
            tests = Some(PathBuf::from(program));
        }
        if said["message"]["level"] != "error" {
            continue;
        }
        for span in said["message"]["spans"].as_array().into_iter().flatten() {
            let at = usize::try_from(span["line_start"].as_u64().unwrap_or(0)).unwrap_or(0);
            let here = span["file_name"].as_str().and_then(|file| lines.get(file)).into_iter().flatten();
            let here = here.filter(|(lines, _)| lines.contains(&at)).map(|(_, number)| *number);
            let here: Vec<usize> = here.collect();
            // It would be the same error if the change were built alone.
            if said["message"]["message"].as_str().is_some_and(|error| error.contains(": Default` is not")) {
                no_default.extend(&here);
            }
            wrong.extend(here);
        }
    }
    Ok(Said { tests: tests.filter(|_| output.status.success()), wrong, no_default })
}

/// A source in which each function chooses among its bodies.
fn combined(source: &str, changes: Vec<(usize, &Change)>) -> Combined {
    let mut functions: BTreeMap<(usize, usize), Vec<(usize, &Change)>> = BTreeMap::new();
    for (number, change) in changes {
        if let Some(function) = &change.function {
            functions.entry((function.start, function.end)).or_default().push((number, change));
        }
    }
    let mut combined = Combined { text: String::new(), lines: Vec::new() };
    let mut done = 0;
    for ((start, end), changes) in functions {
        let Some(body) = body(source, start..end).filter(|_| start >= done) else { continue };
        combined.text.push_str(&source[done..body.start]);
        combined.text.push_str("match crate::changed() {\n");
        for (number, change) in changes.into_iter().filter(|(_, change)| change.at.start >= body.start) {
            let from = combined.text.matches('\n').count() + 1;
            let changed = [
                &source[body.start..change.at.start],
                " ",
                &change.by,
                " ",
                &source[change.at.end..body.end],
            ];
            combined.text.push_str(&format!("{number} => {{{}\n}}\n", changed.concat()));
            combined.lines.push((from..combined.text.matches('\n').count() + 1, number));
        }
        combined.text.push_str(&format!("_ => {{{}\n}}\n}}\n", &source[body.clone()]));
        done = body.end;
    }
    combined.text.push_str(&source[done..]);
    combined
}

/// What stands between the braces of a function that can choose: it runs, and all its bodies give the same type.
fn body(source: &str, function: Range<usize>) -> Option<Range<usize>> {
    let mut start = function.start;
    for line in source[function.clone()].split_inclusive('\n') {
        if !line.trim_start().starts_with("//") && line.contains("fn ") {
            break;
        }
        start += line.len();
    }
    let open = start + source.get(start..function.end)?.find('{')? + 1;
    let head = &source[start..open];
    let chooses = !head.contains("const fn") && !head.contains("-> impl");
    chooses.then_some(open..function.end - 1)
}

/// Those of the changes that a test notices; `none` is a number that no change has.
fn tried(folder: &Path, tests: &Path, none: usize, built: &BTreeSet<usize>) -> Outcome<BTreeSet<usize>> {
    let mut left = built.clone();
    for skipped in [&SLOW[..], &[]] {
        let begun = Instant::now();
        // The first panic ends the program here too.
        if ends_well(folder, tests, none, skipped, Duration::from_secs(3600))? != Some(true) {
            return Err("the tests fail without any change".to_owned());
        }
        let limit = 5 * begun.elapsed() + Duration::from_secs(20);
        say(&format!("trying {} changes on all tests but {}", left.len(), skipped.len()));
        for number in left.clone() {
            if ends_well(folder, tests, number, skipped, limit)? == Some(false) {
                left.remove(&number);
            }
        }
    }
    Ok(built.difference(&left).copied().collect())
}

/// Whether the tests pass with a change; `None` where they do not end.
fn ends_well(
    folder: &Path,
    tests: &Path,
    number: usize,
    skipped: &[&str],
    limit: Duration,
) -> Outcome<Option<bool>> {
    let mut command = cargo_in(folder, tests);
    command
        .env("CHANGED", number.to_string())
        .args(skipped.iter().chain([&ON_PURPOSE]).flat_map(|name| ["--skip", name]));
    // As cargo does, for what the tests look up.
    command.env("CARGO_MANIFEST_DIR", folder).stdout(Stdio::null()).stderr(Stdio::null());
    let cannot = |e: std::io::Error| format!("the tests cannot run: {e}");
    let mut running = command.spawn().map_err(cannot)?;
    let begun = Instant::now();
    while begun.elapsed() < limit {
        match running.try_wait().map_err(cannot)? {
            Some(status) => return Ok(Some(status.success())),
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    }
    running.kill().and_then(|()| running.wait()).map_err(cannot)?;
    Ok(None)
}
