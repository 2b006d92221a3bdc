//! The help line file.

use std::rc::Rc;

use serde::Deserialize;

use super::Unreadable;
use crate::text::{Contact, Group, HelpLines, Line, Reach, Region};

#[derive(Deserialize)]
struct File {
    regions: Vec<FileRegion>,
}

#[derive(Deserialize)]
struct FileRegion {
    id: String,
    lines: Vec<FileLine>,
    facts: Option<String>,
}

#[derive(Deserialize)]
struct FileLine {
    group: FileGroup,
    name: String,
    languages: Vec<String>,
    contacts: Vec<FileContact>,
    verified: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FileGroup {
    Crisis,
    Emergency,
    Abuse,
    Substances,
    Families,
}

#[derive(Deserialize)]
struct FileContact {
    kind: Kind,
    to: String,
    word: Option<String>,
    press: Option<String>,
    #[serde(default)]
    languages: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Call,
    Tty,
    Text,
    TextZip,
    Link,
}

/// Reads the help lines.
///
/// # Errors
/// Text that is not such a file; a region without lines in one of the groups; no region "elsewhere" at
/// the end, so that every reader finds lines in every group.
pub fn help_lines(json: &str) -> Result<HelpLines, Unreadable> {
    let File { regions } = serde_json::from_str(json)?;
    let regions: Vec<Region> = regions.into_iter().map(Region::from).collect();
    let mut wrong = Vec::new();
    for region in &regions {
        for group in Group::ALL.into_iter().filter(|&group| region.of(group, "").is_empty()) {
            wrong.push(format!("regions.{}: no line in the group {group:?}", region.id));
        }
    }
    if regions.last().is_none_or(|last| &*last.id != Region::ELSEWHERE) {
        wrong.push(format!("regions: the last must be \"{}\"", Region::ELSEWHERE));
    }
    if wrong.is_empty() { Ok(HelpLines { regions }) } else { Err(Unreadable::Keys(wrong)) }
}

fn shared(words: Vec<String>) -> Vec<Rc<str>> {
    words.into_iter().map(Rc::from).collect()
}

impl From<FileRegion> for Region {
    fn from(FileRegion { id, lines, facts }: FileRegion) -> Region {
        let lines = lines.into_iter().map(Line::from).collect();
        Region { id: id.into(), lines, facts: facts.map(Rc::from) }
    }
}

impl From<FileLine> for Line {
    fn from(line: FileLine) -> Line {
        Line {
            group: line.group.into(),
            name: line.name.into(),
            languages: shared(line.languages),
            contacts: line.contacts.into_iter().map(Contact::from).collect(),
            verified: line.verified.is_some(),
        }
    }
}

impl From<FileGroup> for Group {
    fn from(group: FileGroup) -> Group {
        match group {
            FileGroup::Crisis => Group::Crisis,
            FileGroup::Emergency => Group::Emergency,
            FileGroup::Abuse => Group::Abuse,
            FileGroup::Substances => Group::Substances,
            FileGroup::Families => Group::Families,
        }
    }
}

impl From<FileContact> for Contact {
    fn from(FileContact { kind, to, word, press, languages }: FileContact) -> Contact {
        let to: Rc<str> = to.into();
        let reach = match kind {
            Kind::Call => Reach::Call { number: to, press: press.map(Rc::from) },
            Kind::Tty => Reach::Tty(to),
            Kind::Text => Reach::Text { number: to, word: word.map(Rc::from) },
            Kind::TextZip => Reach::TextZip(to),
            Kind::Link => Reach::Link(to),
        };
        Contact { reach, languages: shared(languages) }
    }
}
