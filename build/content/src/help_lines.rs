//! Reads the help line file, `content/helplines.json`.

use trust_checkin::formats::{Object, Problems, Unreadable, help_lines as rules};
use trust_checkin::language::{Contact, Group, HelpLines, Line, Region};

/// Reads the help lines.
///
/// # Errors
/// Text that is not JSON; otherwise every place that is missing, unknown or of the wrong type, every address that is
/// not plain https, every word to send that is not one plain word, and every region without a line in one of the
/// groups. The last region must be "elsewhere", so that every reader finds lines.
pub fn help_lines(json: &str) -> Result<HelpLines, Unreadable> {
    let mut file = Object::parse(json)?;
    let problems = &mut Problems::default();
    file.text("compiled", problems);
    let regions = file.objects("regions", problems);
    let regions = regions.into_iter().map(|object| region(object, problems)).collect();
    let lines = HelpLines { regions };
    if !lines.ends_elsewhere() {
        problems.add("regions", "the last must be \"001\"");
    }
    file.end(problems);
    std::mem::take(problems).unless(lines)
}

fn region(mut object: Object, problems: &mut Problems) -> Region {
    let id = object.text("id", problems);
    let facts = rules::facts(object.text_or_none("facts", problems)).unwrap_or_else(|what| {
        problems.add(&object.at("facts"), what);
        None
    });
    let place = object.at("lines");
    let lines = object.objects("lines", problems);
    let lines = lines.into_iter().filter_map(|object| line(object, problems)).collect();
    object.end(problems);
    let region = Region { id, lines, facts };
    for group in region.empty_groups() {
        problems.add(&place, &["no line in the group ", group.id()].concat());
    }
    region
}

fn line(mut object: Object, problems: &mut Problems) -> Option<Line> {
    let group = Group::of_id(&object.text("group", problems));
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
    let reach = match rules::reach(&kind, to, if &*kind == "text" { word } else { press }) {
        Ok(reach) => reach,
        Err((field, what)) => {
            problems.add(&object.at(field), what);
            return None;
        }
    };
    object.end(problems);
    Some(Contact { reach, languages })
}
