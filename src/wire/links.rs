//! The owner's links: the value of the attribute `links`.

use std::rc::Rc;

use super::json::{Object, Problems, Unreadable};
use crate::text::{Link, Links};

/// The longest address that is taken.
const LONGEST: usize = 2000;
/// The longest value of the attribute: five of the longest addresses, each character escaped.
const LONGEST_OF_ALL: usize = 5 * 6 * LONGEST + 1000;

/// Reads `{"C": …, "R": …, "P": …, "S": …, "more": …}`, each an https address, each may be missing.
///
/// # Errors
/// Text that is not JSON, an unknown key, and every address that is not https, has a space or a character
/// that is not ASCII, or is longer than 2000 characters; a value that is longer than five of these can be.
pub fn links(json: &str) -> Result<Links, Unreadable> {
    let mut file = Object::parse_within(LONGEST_OF_ALL, json)?;
    let problems = &mut Problems::default();
    let read = Links {
        communication: link(&mut file, "C", problems),
        consistency: link(&mut file, "R", problems),
        patience: link(&mut file, "P", problems),
        support: link(&mut file, "S", problems),
        more: link(&mut file, "more", problems),
    };
    file.end(problems);
    std::mem::take(problems).unless(read)
}

fn link(file: &mut Object, key: &str, problems: &mut Problems) -> Option<Link> {
    let address: Rc<str> = file.text_or_none(key, problems)?;
    if is_plain_https(&address) {
        return Some(Link(address));
    }
    problems.add(&file.at(key), "must be an https address without spaces, at most 2000 characters");
    None
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
