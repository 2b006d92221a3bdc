//! `cargo xtask reproduce`: builds in two folders and compares the files byte for byte.
use crate::place::Place;
use crate::run::{Outcome, run, say};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Folders for the two builds. Their paths differ in length and depth.
const FOLDERS: [&str; 2] = ["a", "a-folder-with-a-longer-name/in-another-one/checkout"];

type Files = BTreeMap<String, Vec<u8>>;

/// Clones the last commit into two folders, builds dist/ in both and compares all files.
pub fn reproduce(place: &Place) -> Outcome {
    let base = std::env::temp_dir().join(format!("trust-checkin-{}", std::process::id()));
    let built = FOLDERS.iter().map(|name| build(place, &base.join(name))).collect::<Outcome<Vec<Files>>>();
    drop(std::fs::remove_dir_all(&base));
    let built = built?;
    let [one, other] = built.as_slice() else { return Err("Two builds are needed.".to_owned()) };
    let found = differences(one, other);
    if one.is_empty() || !found.is_empty() {
        return Err(format!("Two builds of the same files differ:\n  {}", found.join("\n  ")));
    }
    say(&format!("{} files, the same bytes from both folders", one.len()));
    Ok(())
}

fn build(place: &Place, folder: &Path) -> Outcome<Files> {
    let mut clone = Command::new("git");
    run(
        "Cloning the checkout",
        clone.args(["clone", "--quiet", "--no-hardlinks"]).arg(&place.root).arg(folder),
    )?;
    say(&format!("building in {}, some minutes", folder.display()));
    let mut cargo = Command::new("cargo");
    cargo.current_dir(folder).args(["xtask", "dist"]).env_remove("CARGO_TARGET_DIR");
    run("Building dist/", &mut cargo)?;
    let mut files = Files::new();
    read(&folder.join("dist"), "", &mut files)?;
    Ok(files)
}

/// Reads every file below `folder`, by relative path.
fn read(folder: &Path, at: &str, files: &mut Files) -> Outcome {
    let cannot = |e: std::io::Error| format!("{} cannot be read: {e}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = format!("{at}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            read(&path, &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(&path).map_err(cannot)?);
        }
    }
    Ok(())
}

/// Lists files that only one build has, and files that differ with the first differing byte.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let missing = other.keys().filter(|name| !one.contains_key(*name));
    let in_one = one.iter().filter_map(|(name, bytes)| match other.get(name) {
        None => Some(format!("{name}: only one build has it")),
        Some(same) if same == bytes => None,
        Some(others) => {
            let at = bytes.iter().zip(others).take_while(|(byte, other)| byte == other).count();
            Some(format!("{name}: {} and {} bytes, differing from byte {at} on", bytes.len(), others.len()))
        }
    });
    in_one.chain(missing.map(|name| format!("{name}: only one build has it"))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Files, differences};

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn every_difference_is_named_with_its_place() {
        let one = files(&[("a", "same"), ("b", "12345"), ("c", "x"), ("e", "ab")]);
        let other = files(&[("a", "same"), ("b", "12x45"), ("d", "x"), ("e", "abc")]);
        assert_eq!(
            differences(&one, &other),
            [
                "b: 5 and 5 bytes, differing from byte 2 on",
                "c: only one build has it",
                "e: 2 and 3 bytes, differing from byte 2 on",
                "d: only one build has it",
            ]
        );
        assert!(differences(&one, &one).is_empty());
    }
}
