//! Writes the data file of a language, which [`trust_checkin::formats::data_file`] reads.

use trust_checkin::domain::instrument::{Perspective, ROWS};
use trust_checkin::formats::data_file::{REGION, VERIFIED};
use trust_checkin::formats::{Problems, Unreadable};
use trust_checkin::language::{Contact, HelpLines, ItemWords, Line, Message, Reach, Region, Text};

/// Writes the data file of a language.
///
/// # Errors
/// Every text that must not be empty and is, or that is not one line without tabs.
pub fn write(text: &Text, lines: &HelpLines) -> Result<String, Unreadable> {
    let mut out = Written::default();
    for &message in Message::ALL {
        out.words(&message.key(), &text.say(message));
    }
    out.fields(&[]);
    for row in ROWS {
        for perspective in Perspective::ALL {
            let ItemWords { text, help, often, sometimes } = text.item(perspective, row.id);
            out.words(row.id, &text);
            out.fields(&[help.as_deref().unwrap_or_default()]);
            out.words(row.id, &often);
            out.words(row.id, &sometimes);
        }
    }
    out.fields(&[]);
    for Region { id, lines, facts } in &lines.regions {
        out.fields(&[REGION, id, facts.as_deref().unwrap_or_default()]);
        lines.iter().for_each(|line| out.help_line(line));
    }
    out.problems.unless(out.lines.join("\n"))
}

/// The lines written so far.
#[derive(Default)]
struct Written {
    lines: Vec<String>,
    problems: Problems,
}

impl Written {
    /// Writes a line that must not be empty. `place` names it in an error.
    fn words(&mut self, place: &str, words: &str) {
        if words.is_empty() {
            self.problems.add(place, "missing");
        }
        self.fields(&[words]);
    }

    /// Writes a line of fields without the empty ones at its end.
    fn fields(&mut self, fields: &[&str]) {
        for field in fields.iter().filter(|field| field.contains(['\n', '\t'])) {
            self.problems.add(field, "must be one line without tabs");
        }
        self.lines.push(fields.join("\t").trim_end_matches('\t').to_owned());
    }

    fn help_line(&mut self, line: &Line) {
        let verified = if line.verified { VERIFIED } else { "" };
        self.fields(&[line.group.id(), &line.name, &line.languages.join(" "), verified]);
        for Contact { reach, languages } in &line.contacts {
            let (kind, to, more) = match reach {
                Reach::Call { number, press } => ("call", number, press.as_deref()),
                Reach::Tty(number) => ("tty", number, None),
                Reach::Text { number, word } => ("text", number, word.as_deref()),
                Reach::TextZip(number) => ("text_zip", number, None),
                Reach::Link(address) => ("link", address, None),
            };
            self.fields(&[kind, to, more.unwrap_or_default(), &languages.join(" ")]);
        }
    }
}
