//! What docs/threat-model.md points to is there.

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
