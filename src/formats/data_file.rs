//! The one data file of a language as it ships: its words, and the help lines. docs/data-file.md has every line.

use std::rc::Rc;
use std::str::Split;

use super::help_lines::{NOT_HTTPS, ends_elsewhere, group_of, key, lacking, reach};
use super::links::is_plain_https;
use super::problems::{LONGEST, Problems, Unreadable};
use crate::domain::instrument::{Perspective, ROWS};
use crate::language::{Contact, Format, HelpLines, ItemWords, Line, Message, Reach, Region, Text};

/// How the line of a region begins.
const REGION: &str = "region";
/// What stands in the line of a help line that somebody has tried live.
const VERIFIED: &str = "verified";

/// Reads a data file.
///
/// # Errors
/// The first line, by its number, that is missing, too much or of another kind; a region without lines in one of the
/// groups. Help lines are held to the rules of [`help_lines`](super::help_lines).
pub fn shipped(text: &str, format: Format) -> Result<(Text, HelpLines), Unreadable> {
    if text.len() > LONGEST {
        return Err(Unreadable::too_long());
    }
    let lines = &mut Lines { number: 0, rest: text.split('\n') };
    let mut messages = Vec::new();
    for _ in Message::ALL {
        messages.push(lines.words()?);
    }
    lines.gap()?;
    let mut items = Vec::new();
    for row in ROWS {
        for perspective in Perspective::ALL {
            items.push((perspective, row.id, item_words(lines)?));
        }
    }
    lines.gap()?;
    Ok((Text::new(messages, items, format), HelpLines { regions: regions(lines)? }))
}

/// The lines that are still to be read.
struct Lines<'a> {
    number: usize,
    rest: Split<'a, char>,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.number += 1;
        self.rest.next()
    }

    /// A line that may be empty.
    fn line(&mut self) -> Result<&'a str, Unreadable> {
        self.next().ok_or_else(|| self.wrong("missing"))
    }

    /// A line with words in it.
    fn words(&mut self) -> Result<Rc<str>, Unreadable> {
        match self.line()? {
            "" => Err(self.wrong("missing")),
            words => Ok(words.into()),
        }
    }

    /// The empty line after a part: a file for another version of the app has more or fewer before it.
    fn gap(&mut self) -> Result<(), Unreadable> {
        match self.line()? {
            "" => Ok(()),
            _ => Err(self.wrong("must be empty")),
        }
    }

    /// What is wrong with the line that was read last.
    fn wrong(&self, what: &str) -> Unreadable {
        Unreadable::at(&["line ", &self.number.to_string()].concat(), what)
    }
}

fn item_words(lines: &mut Lines) -> Result<ItemWords, Unreadable> {
    Ok(ItemWords {
        text: lines.words()?,
        help: some(lines.line()?),
        often: lines.words()?,
        sometimes: lines.words()?,
    })
}

fn regions(lines: &mut Lines) -> Result<Vec<Region>, Unreadable> {
    let mut regions = Vec::new();
    while let Some(line) = lines.next() {
        add(&mut regions, line).map_err(|what| lines.wrong(what))?;
    }
    if !ends_elsewhere(&regions) {
        return Err(lines.wrong("the last region must be 001"));
    }
    match regions.iter().find_map(|region| Some((region, *lacking(region).first()?))) {
        Some((region, group)) => {
            Err(Unreadable::at(&region.id, &["no line in the group ", key(group)].concat()))
        }
        None => Ok(regions),
    }
}

/// Adds what a line says: a region, a help line of the region before it, or a way to reach the help line before it.
fn add(regions: &mut Vec<Region>, line: &str) -> Result<(), &'static str> {
    let mut fields = line.split('\t');
    let mut field = || fields.next().unwrap_or_default();
    let (kind, name, more, last) = (field(), field(), field(), field());
    if name.is_empty() || fields.next().is_some() {
        return Err("must have two to four fields");
    }
    if kind == REGION {
        let facts = some(more);
        if facts.as_ref().is_some_and(|facts| !is_plain_https(facts)) {
            return Err(NOT_HTTPS);
        }
        regions.push(Region { id: name.into(), lines: Vec::new(), facts });
        return Ok(());
    }
    let lines = &mut regions.last_mut().ok_or("must be a region")?.lines;
    if let Some(group) = group_of(kind) {
        let (languages, verified) = (tags(more), last == VERIFIED);
        lines.push(Line { group, name: name.into(), languages, contacts: Vec::new(), verified });
        return Ok(());
    }
    let reach = reach(kind, name.into(), some(more)).map_err(|(_, what)| what)?;
    let contacts = &mut lines.last_mut().ok_or("must be a help line")?.contacts;
    contacts.push(Contact { reach, languages: tags(last) });
    Ok(())
}

fn some(field: &str) -> Option<Rc<str>> {
    (!field.is_empty()).then(|| field.into())
}

fn tags(field: &str) -> Vec<Rc<str>> {
    field.split(' ').filter(|tag| !tag.is_empty()).map(Rc::from).collect()
}

/// Writes a data file.
///
/// # Errors
/// Every text that is empty where words must be, or that is not one line without tabs.
pub fn write_shipped(text: &Text, lines: &HelpLines) -> Result<String, Unreadable> {
    let mut out = Written::default();
    for &message in Message::ALL {
        out.words(message.key(), &text.say(message));
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

/// The lines that are written so far.
#[derive(Default)]
struct Written {
    lines: Vec<String>,
    problems: Problems,
}

impl Written {
    /// A line of words, which must be there.
    fn words(&mut self, place: &str, words: &str) {
        if words.is_empty() {
            self.problems.add(place, "missing");
        }
        self.fields(&[words]);
    }

    /// A line of fields, of which the last may be empty.
    fn fields(&mut self, fields: &[&str]) {
        for field in fields.iter().filter(|field| field.contains(['\n', '\t'])) {
            self.problems.add(field, "must be one line without tabs");
        }
        self.lines.push(fields.join("\t").trim_end_matches('\t').to_owned());
    }

    fn help_line(&mut self, line: &Line) {
        let verified = if line.verified { VERIFIED } else { "" };
        self.fields(&[key(line.group), &line.name, &line.languages.join(" "), verified]);
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
