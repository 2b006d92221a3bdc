//! The files and tests named in docs/threat-model.md, docs/privacy.md and docs/accessibility.md exist.

use std::fs;
use std::path::Path;

#[test]
fn every_file_that_the_threat_model_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/threat-model.md")).unwrap();
    let named: Vec<&str> = text.split('`').skip(1).step_by(2).filter(|word| word.contains('/')).collect();
    assert!(named.len() > 20, "the table names its tests: {named:?}");
    let missing: Vec<_> = named.into_iter().filter(|path| !root.join(path).is_file()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_threat_names_what_shows_its_control() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/threat-model.md")).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() >= 10);
    for row in rows {
        assert_eq!(row.len(), 5, "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        assert!(row[3].contains('`'), "no test shows what stands in the way of: {}", row[0]);
    }
}

/// Every pair `file`: "words" in a text.
fn named(text: &str) -> Vec<(&str, &str)> {
    let pairs = text.split("`: \"").collect::<Vec<_>>();
    let file = |before: &'_ str| before.rfind('`').map(|at| at + 1);
    pairs
        .windows(2)
        .filter_map(|pair| Some((&pair[0][file(pair[0])?..], pair[1].split('"').next()?)))
        .collect()
}

/// Checks that each table row of a page names tests, by file and words, and that all of them exist.
fn names_tests_that_are_there(page: &str, at_least: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(page)).unwrap();
    let heads = ["| promise", "| point"];
    let rows = text
        .lines()
        .filter(|line| line.starts_with("| ") && !heads.iter().any(|head| line.starts_with(head)));
    for row in rows {
        assert!(!named(row).is_empty(), "{page}: no test shows: {row}");
    }
    let all = named(&text);
    assert!(all.len() > at_least, "{all:?}");
    for (file, words) in all {
        let tests = fs::read_to_string(root.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"));
        let mut names = tests.lines().filter(|line| line.contains("test(") || line.contains("fn "));
        assert!(names.any(|line| line.contains(words)), "{page}: {file} has no test \"{words}\"");
    }
}

#[test]
fn every_promise_names_tests_that_are_there() {
    names_tests_that_are_there("docs/privacy.md", 20);
}

#[test]
fn every_point_of_accessibility_names_tests_that_are_there() {
    names_tests_that_are_there("docs/accessibility.md", 25);
}
