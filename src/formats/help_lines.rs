//! The help line file, and what must hold of help lines in any file.

use std::rc::Rc;

use super::json::Object;
use super::links::is_plain_https;
use super::problems::{Problems, Unreadable};
use crate::language::{Contact, Group, HelpLines, Line, Reach, Region};

/// What is wrong with an address that is not taken.
pub(super) const NOT_HTTPS: &str = "must be a plain https address";

/// Reads the help lines.
///
/// # Errors
/// Text that is not JSON; every place that is missing, unknown or of another kind; an address that is not
/// plain https; a word to send that is not one plain word; a region without lines in one of the groups; no region "elsewhere" at the end, so that every
/// reader finds lines in every group.
pub fn help_lines(json: &str) -> Result<HelpLines, Unreadable> {
    let mut file = Object::parse(json)?;
    let problems = &mut Problems::default();
    file.text("compiled", problems);
    let regions = file.objects("regions", problems);
    let regions: Vec<Region> = regions.into_iter().map(|object| region(object, problems)).collect();
    if !ends_elsewhere(&regions) {
        problems.add("regions", "the last must be \"001\"");
    }
    file.end(problems);
    std::mem::take(problems).unless(HelpLines { regions })
}

fn region(mut object: Object, problems: &mut Problems) -> Region {
    let id = object.text("id", problems);
    let facts = object.text_or_none("facts", problems);
    if facts.as_ref().is_some_and(|facts| !is_plain_https(facts)) {
        problems.add(&object.at("facts"), NOT_HTTPS);
    }
    let place = object.at("lines");
    let lines = object.objects("lines", problems);
    let lines = lines.into_iter().filter_map(|object| line(object, problems)).collect();
    object.end(problems);
    let region = Region { id, lines, facts };
    for group in lacking(&region) {
        problems.add(&place, &["no line in the group ", key(group)].concat());
    }
    region
}

/// What a group is called in a file.
pub(super) fn key(group: Group) -> &'static str {
    match group {
        Group::Crisis => "crisis",
        Group::Emergency => "emergency",
        Group::Abuse => "abuse",
        Group::Substances => "substances",
        Group::Families => "families",
    }
}

/// The group of this name.
pub(super) fn group_of(named: &str) -> Option<Group> {
    Group::ALL.into_iter().find(|&group| key(group) == named)
}

/// Whether the last region is "elsewhere".
pub(super) fn ends_elsewhere(regions: &[Region]) -> bool {
    regions.last().is_some_and(|last| &*last.id == Region::ELSEWHERE)
}

/// The groups that no line of a region is in.
pub(super) fn lacking(region: &Region) -> Vec<Group> {
    Group::ALL.into_iter().filter(|&group| region.lines.iter().all(|line| line.group != group)).collect()
}

fn line(mut object: Object, problems: &mut Problems) -> Option<Line> {
    let named = object.text("group", problems);
    let group = group_of(&named);
    if group.is_none() {
        problems.add(&object.at("group"), "must be crisis, emergency, abuse, substances or families");
    }
    let name = object.text("name", problems);
    let languages = object.texts("languages", problems);
    let verified = object.text_or_none("verified", problems).is_some();
    let contacts = object.objects("contacts", problems);
    let contacts = contacts.into_iter().filter_map(|object| contact(object, problems)).collect();
    object.end(problems);
    Some(Line { group: group?, name, languages, contacts, verified })
}

fn contact(mut object: Object, problems: &mut Problems) -> Option<Contact> {
    let kind = object.text("kind", problems);
    let to = object.text("to", problems);
    let word = object.text_or_none("word", problems);
    let press = object.text_or_none("press", problems);
    let languages = object.texts("languages", problems);
    let reach = match reach(&kind, to, if &*kind == "text" { word } else { press }) {
        Ok(reach) => reach,
        Err((field, what)) => {
            problems.add(&object.at(field), what);
            return None;
        }
    };
    object.end(problems);
    Some(Contact { reach, languages })
}

/// How a line is reached: `more` is the word to send or the key to press, where there is one.
///
/// # Errors
/// Which of `kind`, `to` and `word` is wrong, and what it must be.
pub(super) fn reach(
    kind: &str,
    to: Rc<str>,
    more: Option<Rc<str>>,
) -> Result<Reach, (&'static str, &'static str)> {
    // It stands in the address of a text message.
    let is_word = |word: &Rc<str>| word.chars().all(|c| c.is_ascii_alphanumeric());
    match kind {
        "call" => Ok(Reach::Call { number: to, press: more }),
        "tty" => Ok(Reach::Tty(to)),
        "text" if !more.as_ref().is_none_or(is_word) => {
            Err(("word", "must be a word of ASCII letters and digits"))
        }
        "text" => Ok(Reach::Text { number: to, word: more }),
        "text_zip" => Ok(Reach::TextZip(to)),
        "link" if !is_plain_https(&to) => Err(("to", NOT_HTTPS)),
        "link" => Ok(Reach::Link(to)),
        _ => Err(("kind", "must be call, tty, text, text_zip or link")),
    }
}
