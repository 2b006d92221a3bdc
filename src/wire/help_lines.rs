//! The help line file.

use std::rc::Rc;

use super::json::{Object, Problems, Unreadable};
use super::links::is_plain_https;
use crate::text::{Contact, Group, HelpLines, Line, Reach, Region};

/// Reads the help lines.
///
/// # Errors
/// Text that is not JSON; every place that is missing, unknown or of another kind; an address that is not
/// plain https; a word to send that is not one plain word; a region without lines in one of the groups; no region "elsewhere" at the end, so that every
/// reader finds lines in every group.
pub fn help_lines(json: &str) -> Result<HelpLines, Unreadable> {
    let mut problems = Problems::default();
    let lines = help_lines_in(Object::parse(json)?, &mut problems);
    problems.unless(lines)
}

/// Reads the help lines that stand in a file.
pub(super) fn help_lines_in(mut file: Object, problems: &mut Problems) -> HelpLines {
    file.text("compiled", problems);
    let regions = file.objects("regions", problems);
    let regions: Vec<Region> = regions.into_iter().map(|object| region(object, problems)).collect();
    if regions.last().is_none_or(|last| &*last.id != Region::ELSEWHERE) {
        problems.add("regions", "the last must be \"001\"");
    }
    file.end(problems);
    HelpLines { regions }
}

fn region(mut object: Object, problems: &mut Problems) -> Region {
    let id = object.text("id", problems);
    let facts = object.text_or_none("facts", problems);
    if let Some(facts) = &facts {
        https(&object, "facts", facts, problems);
    }
    let place = object.at("lines");
    let lines = object.objects("lines", problems);
    let lines = lines.into_iter().filter_map(|object| line(object, problems)).collect();
    object.end(problems);
    let region = Region { id, lines, facts };
    for group in Group::ALL.into_iter().filter(|&group| region.of(group, "").is_empty()) {
        problems.add(&place, &["no line in the group ", key(group)].concat());
    }
    region
}

fn key(group: Group) -> &'static str {
    match group {
        Group::Crisis => "crisis",
        Group::Emergency => "emergency",
        Group::Abuse => "abuse",
        Group::Substances => "substances",
        Group::Families => "families",
    }
}

fn line(mut object: Object, problems: &mut Problems) -> Option<Line> {
    let named = object.text("group", problems);
    let group = Group::ALL.into_iter().find(|&group| key(group) == &*named);
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
    // It stands in the address of a text message.
    if word.as_ref().is_some_and(|word| !word.chars().all(|c| c.is_ascii_alphanumeric())) {
        problems.add(&object.at("word"), "must be a word of ASCII letters and digits");
    }
    let press = object.text_or_none("press", problems);
    let languages = object.texts("languages", problems);
    let reach = match &*kind {
        "call" => Reach::Call { number: to, press },
        "tty" => Reach::Tty(to),
        "text" => Reach::Text { number: to, word },
        "text_zip" => Reach::TextZip(to),
        "link" => {
            https(&object, "to", &to, problems);
            Reach::Link(to)
        }
        _ => {
            problems.add(&object.at("kind"), "must be call, tty, text, text_zip or link");
            return None;
        }
    };
    object.end(problems);
    Some(Contact { reach, languages })
}

fn https(object: &Object, key: &str, address: &Rc<str>, problems: &mut Problems) {
    if !is_plain_https(address) {
        problems.add(&object.at(key), "must be a plain https address");
    }
}
