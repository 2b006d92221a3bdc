//! The readers, and the properties that must hold for every input.

use serde_json::Value;
use trust_checkin::formats::share_code::{read, write};
use trust_checkin::formats::{self, Given, Unreadable, data_file};
use trust_checkin::language::{Format, Group, HelpLines, Link, Links, Message, Owner, Text};

use crate::{definition, saved};

/// A reader of untrusted input.
pub struct Target {
    /// The name of the target and of its folder in the corpus.
    pub name: &'static str,
    /// The input that ships, with which the corpus begins; empty where all input comes from outside.
    pub shipped: fn() -> String,
    /// Reads an input and returns whether it was accepted. Panics where a property does not hold.
    pub read: fn(&[u8]) -> bool,
}

/// All targets.
pub const TARGETS: [Target; 9] = [
    Target { name: "code", shipped: String::new, read: code },
    Target {
        name: "data_file",
        shipped: english_data_file,
        read: |bytes| accepted(bytes, read_data_file, both),
    },
    Target { name: "definition", shipped: String::new, read: definition::read },
    Target {
        name: "help_lines",
        shipped: || LINES.to_owned(),
        read: |bytes| accepted(bytes, content::help_lines, help_lines),
    },
    Target {
        name: "language",
        shipped: || ENGLISH.to_owned(),
        read: |bytes| accepted(bytes, language, text),
    },
    Target { name: "links", shipped: String::new, read: |bytes| accepted(bytes, read_links, links) },
    Target { name: "owner", shipped: String::new, read: owner },
    Target { name: "saved", shipped: String::new, read: saved::saved },
    Target { name: "unfinished", shipped: String::new, read: saved::unfinished },
];

const ENGLISH: &str = include_str!("../../../content/en.json");
const LINES: &str = include_str!("../../../content/helplines.json");

/// The English data file as the build writes it.
fn english_data_file() -> String {
    let written = language(ENGLISH).and_then(|text| content::write(&text, &content::help_lines(LINES)?));
    written.unwrap_or_default()
}

/// The most bytes of an error, apart from the names that it quotes.
const MOST_SAID: usize = 50 * 200;

/// Reads a text. `rules` checks a result and returns its length in bytes; neither a result nor an error may be longer
/// than the text accounts for.
fn accepted<T>(
    bytes: &[u8],
    read: impl Fn(&str) -> Result<T, Unreadable>,
    rules: impl Fn(&T) -> usize,
) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match read(&text) {
        Ok(read) => {
            let length = rules(&read);
            assert!(length <= text.len(), "{length} bytes were read out of {}", text.len());
            true
        }
        Err(refused) => {
            let length = refused.to_string().len();
            assert!((1..=text.len() + MOST_SAID).contains(&length), "a refusal of {length} bytes");
            false
        }
    }
}

fn language(json: &str) -> Result<Text, Unreadable> {
    content::language(json, Format::plain_english())
}

fn read_data_file(text: &str) -> Result<(Text, HelpLines), Unreadable> {
    data_file::read(text, Format::plain_english())
}

/// Reads the owner's links with serde_json in place of the browser's parser.
///
/// # Errors
/// Those of [`formats::links`].
pub fn read_links(json: &str) -> Result<Links, Unreadable> {
    formats::links(json, |json| match serde_json::from_str(json) {
        Ok(Value::Object(fields)) => {
            Ok(fields.into_iter().map(|(name, value)| (name, given(value))).collect())
        }
        Ok(_) => Ok(Vec::new()),
        Err(error) => Err(error.to_string()),
    })
}

fn given(value: Value) -> Given {
    match value {
        Value::String(text) => Given::Text(text.into()),
        Value::Null => Given::Nothing,
        _ => Given::Other,
    }
}

/// The length of all messages, in bytes.
fn text(words: &Text) -> usize {
    Message::ALL.iter().map(|&message| words.say(message).len()).sum()
}

fn help_lines(lines: &HelpLines) -> usize {
    assert!(lines.region_for(Some("\u{0}"), "-") < lines.regions.len(), "everyone has a region");
    let mut length = 0;
    for region in &lines.regions {
        for group in Group::ALL {
            assert!(!region.of(group, "").is_empty(), "everyone has a line in every group");
        }
        if let Some(facts) = &region.facts {
            is_address(facts, &["https://"]);
        }
        for line in &region.lines {
            length += line.name.len();
            line.contacts
                .iter()
                .for_each(|contact| is_address(&contact.reach.href(), &["https://", "tel:", "sms:"]));
        }
    }
    length
}

fn both((words, lines): &(Text, HelpLines)) -> usize {
    text(words) + help_lines(lines)
}

fn links(links: &Links) -> usize {
    let Links { communication, consistency, patience, support, more } = links;
    let all = [communication, consistency, patience, support, more];
    all.into_iter().flatten().map(|Link(address)| is_address(address, &["https://"])).count()
}

/// Checks that an address has one of the schemes, no invisible characters, and no more than 2000 bytes.
fn is_address(address: &str, schemes: &[&str]) {
    assert!(schemes.iter().any(|scheme| address.starts_with(scheme)), "{address:?} has another scheme");
    assert!(address.chars().all(|c| c.is_ascii_graphic()), "{address:?} has more than it shows");
    assert!(address.len() <= 2000, "{address:?} is long");
}

/// A share code: writing what was read and reading it again gives the same.
fn code(bytes: &[u8]) -> bool {
    let Ok(figures) = read(&String::from_utf8_lossy(bytes)) else { return false };
    assert_eq!(read(&write(&figures)), Ok(figures));
    true
}

/// The owner's contact line.
fn owner(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some(contact) = Owner::new(Some(&text), Links::default()).contact else { return false };
    assert!((1..=200).contains(&contact.chars().count()), "{contact:?} has another length");
    let unseen = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!contact.contains(unseen), "{contact:?} has what cannot be seen");
    true
}
