//! Every case of docs/robustness.md has a test with its id in the name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Cases that are tested outside this repository. A case with a test here must not be listed.
const ELSEWHERE: &[&str] = &[];

/// Cases of features that do not exist yet.
const NOT_BUILT: &[&str] = &[];

type Found = BTreeMap<String, BTreeSet<String>>;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// The ids in a text, such as `R07`; in the name of a function, such as `r07_r08_two_tabs`.
fn ids(text: &str, mark: char) -> Vec<String> {
    let at = text.match_indices(mark).filter(|(at, _)| !text[..*at].ends_with(char::is_alphanumeric));
    at.filter_map(|(at, _)| {
        let word = text[at + 1..].split(|other: char| !other.is_alphanumeric()).next()?;
        let is_number = word.bytes().all(|digit| digit.is_ascii_digit());
        (is_number && matches!(word.len(), 2 | 3)).then(|| format!("R{word}"))
    })
    .collect()
}

/// The ids in the name of the test on this line: the word after `fn`, the argument of `test(` or `describe(`, or, for
/// tests made in a loop, a key that begins with an id.
fn named(file: &str, line: &str) -> Vec<String> {
    let line = line.trim_start();
    let rust = file.ends_with(".rs");
    if rust || file.ends_with(".py") {
        let starts = ["fn ", "async fn ", "def test_"];
        let name = starts.iter().find_map(|start| line.strip_prefix(start)).unwrap_or_default();
        let name = name.split('(').next().unwrap_or_default();
        return ids(name, 'r');
    }
    let quoted = |text: &str| text.starts_with(['\'', '"', '`']);
    let call = ["test(", "describe("].iter().find_map(|call| line.split_once(call));
    let name = match call {
        Some((before, name)) if !before.contains("//") && quoted(name) => name,
        _ if quoted(line) && line[1..].starts_with('R') => line,
        _ => return Vec::new(),
    };
    let end = name[1..].find(&name[..1]).map_or(name.len(), |end| end + 1);
    ids(&name[1..end], 'R')
}

/// The test files for each id.
fn found() -> Found {
    let mut paths = Vec::new();
    for folder in ["tests", "src", "xtask"].map(|folder| root().join(folder)) {
        if folder.is_dir() {
            files(&folder, &mut paths);
        }
    }
    let mut found = Found::new();
    for path in paths {
        let file = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
        if !file.contains("/target/") && [".rs", ".mjs", ".py"].iter().any(|end| file.ends_with(end)) {
            collect(&file, &fs::read_to_string(&path).unwrap(), &mut found);
        }
    }
    found
}

fn collect(file: &str, text: &str, found: &mut Found) {
    for id in text.lines().flat_map(|line| named(file, line)) {
        found.entry(id).or_default().insert(file.to_owned());
    }
}

/// The rows of the table: id and last column.
fn rows(text: &str) -> Vec<(String, String)> {
    let rows = text.lines().filter(|line| line.starts_with("| R"));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 6, "{row}");
        assert!(cells[2..4].iter().all(|cell| !cell.is_empty()), "{row}");
        (cells[1].to_owned(), cells[4].to_owned())
    })
    .collect()
}

/// The ids of the table, each once and in their order.
fn listed() -> Vec<String> {
    let text = fs::read_to_string(root().join("docs/robustness.md")).unwrap();
    let numbers: BTreeSet<usize> =
        rows(&text).into_iter().map(|(id, _)| id.trim_start_matches('R').parse().unwrap()).collect();
    assert!(numbers.len() >= 65, "{numbers:?}");
    numbers.into_iter().map(|number| format!("R{number:02}")).collect()
}

fn where_tested(id: &str, found: &Found) -> String {
    let Some(files) = found.get(id) else { return "not yet".to_owned() };
    files.iter().map(|file| format!("`{file}`")).collect::<Vec<_>>().join(", ")
}

#[test]
fn every_case_has_a_test_with_its_id() {
    let (mut missing, found, listed) = (Vec::new(), found(), listed());
    for id in listed.clone() {
        let excused = ELSEWHERE.contains(&&*id) || NOT_BUILT.contains(&&*id);
        match (found.contains_key(&id), excused) {
            (false, false) => missing.push(id),
            (true, true) => panic!("{id} has a test: take it off ELSEWHERE or NOT_BUILT"),
            _ => {}
        }
    }
    assert!(missing.is_empty(), "no test has these ids in its name: {missing:?}");
    let unknown: Vec<&String> = found.keys().filter(|id| !listed.contains(*id)).collect();
    assert!(unknown.is_empty(), "no such case: {unknown:?}");
}

#[test]
fn the_table_has_every_case_and_says_where_its_tests_are() {
    let path = root().join("docs/robustness.md");
    let (text, found) = (fs::read_to_string(&path).unwrap(), found());
    let expected: Vec<(String, String)> =
        listed().into_iter().map(|id| (id.clone(), where_tested(&id, &found))).collect();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let lines = text.lines().map(|line| match line.rsplitn(3, '|').collect::<Vec<_>>()[..] {
            [_, _, before] if line.starts_with("| R") => {
                let id = line.split('|').nth(1).unwrap_or_default().trim();
                format!("{before}| {} |", where_tested(id, &found))
            }
            _ => line.to_owned(),
        });
        fs::write(&path, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    }
    let now = rows(&fs::read_to_string(&path).unwrap());
    let ids = |rows: &[(String, String)]| rows.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&now), ids(&expected), "one row for each case, in their order");
    let wrong: Vec<_> = now.iter().zip(&expected).filter(|(now, expected)| now != expected).collect();
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 writes the last column: {wrong:#?}");
}

#[test]
fn the_search_for_names_can_fail() {
    let check = |file: &str, line: &str, expected: &[&str]| assert_eq!(named(file, line), expected, "{line}");
    check("a.rs", "    fn r07_r08_two_tabs() {", &["R07", "R08"]);
    check("a.rs", "// r07 is elsewhere", &[]);
    check("a.rs", "fn for07_tabs() {", &[]);
    check("a.mjs", "test('R61, R62: a question', async () => {", &["R61", "R62"]);
    check("a.mjs", "  test(`${name}: axe, R57, and more`, async () => {", &["R57"]);
    check("a.mjs", "  'R14: the app is missing': {", &["R14"]);
    check("a.mjs", "// test('R14: not run')", &[]);
    check("a.mjs", "  test('a name', async () => { // R14", &[]);
    check("a.mjs", "test.describe('R44: capitals', () => {", &["R44"]);
    check("a.mjs", "test.skip('R44: capitals', () => {", &[]);
    check("a.mjs", "  expect(found).toBe('R14');", &[]);
    check("a.mjs", "test('R105 to R112: a voice', () => {});", &["R105", "R112"]);
    check("a.mjs", "test('R1400 and PR14', () => {});", &[]);
}
