//! What docs/threat-model.md and docs/privacy.md point to is there.

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

/// Every `file`: "words" in a text.
fn named(text: &str) -> Vec<(&str, &str)> {
    let pairs = text.split("`: \"").collect::<Vec<_>>();
    let file = |before: &'_ str| before.rfind('`').map(|at| at + 1);
    pairs
        .windows(2)
        .filter_map(|pair| Some((&pair[0][file(pair[0])?..], pair[1].split('"').next()?)))
        .collect()
}

#[test]
fn every_promise_names_tests_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/privacy.md")).unwrap();
    let promises = text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    for promise in promises {
        assert!(!named(promise).is_empty(), "no test shows: {promise}");
    }
    let all = named(&text);
    assert!(all.len() > 20, "{all:?}");
    for (file, words) in all {
        let tests = fs::read_to_string(root.join(file)).unwrap_or_else(|why| panic!("{file}: {why}"));
        let mut names = tests.lines().filter(|line| line.contains("test(") || line.contains("fn "));
        assert!(names.any(|line| line.contains(words)), "{file} has no test \"{words}\"");
    }
}
