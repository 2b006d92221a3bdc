//! The small changes that cargo-mutants would make.
use crate::run::{Outcome, ask};
use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;

/// One small change.
pub struct Change {
    /// The name that cargo-mutants gives it.
    pub name: String,
    /// The file, from the root of the package.
    pub file: String,
    /// What is replaced, in bytes of the file.
    pub at: Range<usize>,
    /// By what.
    pub by: String,
    /// The function around it with all its attributes, in bytes of the file.
    pub function: Option<Range<usize>>,
}

impl Change {
    /// A pattern that fits the name and no other.
    pub fn pattern(&self) -> String {
        let mut pattern = String::from("^");
        for letter in self.name.chars() {
            if r"\.+*?()|[]{}^$#&-~".contains(letter) {
                pattern.push('\\');
            }
            pattern.push(letter);
        }
        pattern + "$"
    }
}

/// All changes in `files` of a package.
pub fn list(tool: &Path, folder: &Path, files: &[&str]) -> Outcome<Vec<Change>> {
    let mut list = Command::new(tool);
    list.current_dir(folder).args(["mutants", "--list", "--json", "--no-shuffle"]);
    list.args(files.iter().flat_map(|file| ["--file", file]));
    let changes = ask(&mut list).and_then(|text| serde_json::from_str::<Vec<Value>>(&text).ok());
    let changes = changes.ok_or("cargo-mutants does not say which changes there are")?;
    let changes: Option<Vec<Change>> = changes.iter().map(|change| read(folder, change)).collect();
    match changes {
        Some(changes) if !changes.is_empty() => Ok(changes),
        Some(_) => Err(format!("nothing can be changed in {}", files.join(" "))),
        None => Err("cargo-mutants lists its changes in a way that is not known here".to_owned()),
    }
}

fn read(folder: &Path, change: &Value) -> Option<Change> {
    let text = |key: &str| change.get(key)?.as_str().map(str::to_owned);
    let file = text("file")?;
    let source = fs::read_to_string(folder.join(&file)).ok()?;
    let function = change.get("function")?;
    Some(Change {
        name: text("name")?,
        at: bytes(&source, change.get("span")?)?,
        by: text("replacement")?,
        function: if function.is_null() { None } else { Some(bytes(&source, function.get("span")?)?) },
        file,
    })
}

/// A span of lines and columns, both from 1, in bytes.
fn bytes(source: &str, span: &Value) -> Option<Range<usize>> {
    let place = |end: &str| {
        let number = |key: &str| usize::try_from(span.get(end)?.get(key)?.as_u64()?).ok();
        let start: usize = source.split_inclusive('\n').take(number("line")? - 1).map(str::len).sum();
        let column = number("column")? - 1;
        Some(start + source.get(start..)?.chars().take(column).map(char::len_utf8).sum::<usize>())
    };
    Some(place("start")?..place("end")?)
}
