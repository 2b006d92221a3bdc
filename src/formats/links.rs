//! Reads the value of the attribute `links`: articles of the owner.

use std::rc::Rc;

use super::problems::{Problems, Unreadable};
use crate::language::{Link, Links};

/// The value of one field.
pub enum Given {
    /// Text.
    Text(Rc<str>),
    /// Null.
    Nothing,
    /// Anything else.
    Other,
}

/// The fields of a JSON object, or the parser's error. For a value that is no object the fields are unspecified.
pub type Fields = Result<Vec<(String, Given)>, String>;

/// The longest address that is accepted, in bytes.
const LONGEST_ADDRESS: usize = 2000;
/// The longest value of the attribute, in bytes: five of the longest addresses with every character escaped.
const LONGEST_LINKS: usize = 5 * 6 * LONGEST_ADDRESS + 1000;

/// Reads `{"C": …, "R": …, "P": …, "S": …, "more": …}`, each an https address that may be missing. `parse` parses the
/// JSON: in the app that is the browser, since a parser of our own would weigh more than all these rules.
///
/// # Errors
/// A value that is too long; text that is not JSON, in the words of `parse`; any value but an object; otherwise every
/// unknown key, and every address that is not https, has a space or a character beyond ASCII, or is longer than 2000.
pub fn links(json: &str, parse: impl FnOnce(&str) -> Fields) -> Result<Links, Unreadable> {
    if json.len() > LONGEST_LINKS {
        return Err(Unreadable::TooLong);
    }
    let fields = parse(json).map_err(Unreadable::NotJson)?;
    if !json.trim_start().starts_with('{') {
        return Err(Unreadable::at("the file", "must be an object"));
    }
    let (mut links, mut problems) = (Links::default(), Problems::default());
    for (name, given) in fields {
        let place = match &*name {
            "C" => &mut links.communication,
            "R" => &mut links.consistency,
            "P" => &mut links.patience,
            "S" => &mut links.support,
            "more" => &mut links.more,
            _ => {
                problems.add(&name, "unknown");
                continue;
            }
        };
        match given {
            Given::Text(address) if is_plain_https(&address) => *place = Some(Link(address)),
            Given::Text(_) => {
                problems.add(&name, "must be an https address without spaces, at most 2000 characters");
            }
            Given::Nothing => {}
            Given::Other => problems.add(&name, "must be text"),
        }
    }
    problems.unless(links)
}

/// Whether an address is https, cannot run code, and cannot pass for another site.
pub(super) fn is_plain_https(address: &str) -> bool {
    let site = address.strip_prefix("https://").unwrap_or_default();
    let host = site.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.contains(|c: char| c.is_alphanumeric());
    // A user name and password before the host could pass for another site.
    let plain = address.chars().all(|c| c.is_ascii_graphic()) && !host.contains('@') && !site.contains('\\');
    named && plain && address.len() <= LONGEST_ADDRESS
}
