//! The owner's links: the value of the attribute `links`.

use std::rc::Rc;

use super::problems::{Problems, Unreadable};
use crate::language::{Link, Links};

/// What stands under a name in the attribute.
pub enum Given {
    /// Text.
    Text(Rc<str>),
    /// Null.
    Nothing,
    /// Anything else.
    Other,
}

/// The fields of a JSON object, or why the text is no JSON. Of a value that is no object it may be anything.
pub type Fields = Result<Vec<(String, Given)>, String>;

/// The longest address that is taken.
const LONGEST: usize = 2000;
/// The longest value of the attribute: five of the longest addresses, each character escaped.
const LONGEST_OF_ALL: usize = 5 * 6 * LONGEST + 1000;

/// Reads `{"C": …, "R": …, "P": …, "S": …, "more": …}`, each an https address, each may be missing. `parse` reads the JSON:
/// the browser has a reader of its own, and ours would weigh more than all these rules.
///
/// # Errors
/// Text that is not JSON, as `parse` says it; anything but an object, an unknown key, and every address that is not https, has a space or a character
/// that is not ASCII, or is longer than 2000 characters; a value that is longer than five of these can be.
pub fn links(json: &str, parse: impl FnOnce(&str) -> Fields) -> Result<Links, Unreadable> {
    if json.len() > LONGEST_OF_ALL {
        return Err(Unreadable::too_long());
    }
    let fields = parse(json).map_err(Unreadable::saying)?;
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

/// Whether an address is https and shows where it leads: nothing in it can run, or pass for another site.
pub(super) fn is_plain_https(address: &str) -> bool {
    let site = address.strip_prefix("https://").unwrap_or_default();
    let host = site.split(['/', '?', '#']).next().unwrap_or_default();
    let named = host.contains(|c: char| c.is_alphanumeric());
    // A name and a password before the site could pass for another site.
    let plain = address.chars().all(|c| c.is_ascii_graphic()) && !host.contains('@') && !site.contains('\\');
    named && plain && address.len() <= LONGEST
}
