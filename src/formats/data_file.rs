//! Reads the data file of a language: its words and the help lines. docs/data-file.md describes every line. The writer
//! is in `build/content/`.

use std::rc::Rc;
use std::str::Split;

use super::help_lines::{facts, reach};
use super::problems::{LONGEST_FILE_BYTES, Unreadable};
use crate::domain::instrument::{Perspective, ROWS};
use crate::language::{Contact, Format, Group, HelpLines, ItemWords, Line, Message, Region, Text};

/// The first field in the line of a region.
pub const REGION: &str = "region";
/// The last field in the line of a help line that somebody has tried live.
pub const VERIFIED: &str = "verified";

/// Reads a data file.
///
/// # Errors
/// The first line, by its number, that is missing, surplus or of the wrong kind; or a region without lines in one of
/// the groups. Help lines must meet the rules of [`help_lines`](super::help_lines).
pub fn read(text: &str, format: Format) -> Result<(Text, HelpLines), Unreadable> {
    if text.len() > LONGEST_FILE_BYTES {
        return Err(Unreadable::TooLong);
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
    Ok((Text::new(messages, items, format), help_lines(lines)?))
}

/// The lines that are still to be read, and the number of the line read last, from 1.
struct Lines<'a> {
    number: usize,
    rest: Split<'a, char>,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.number += 1;
        self.rest.next()
    }

    /// Reads a line that may be empty.
    fn line(&mut self) -> Result<&'a str, Unreadable> {
        self.next().ok_or_else(|| self.wrong("missing"))
    }

    /// Reads a line that must not be empty.
    fn words(&mut self) -> Result<Rc<str>, Unreadable> {
        match self.line()? {
            "" => Err(self.wrong("missing")),
            words => Ok(words.into()),
        }
    }

    /// Reads the empty line after a part. A file for another version of the app has more or fewer lines before it.
    fn gap(&mut self) -> Result<(), Unreadable> {
        match self.line()? {
            "" => Ok(()),
            _ => Err(self.wrong("must be empty")),
        }
    }

    /// The error for the line that was read last.
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

fn help_lines(lines: &mut Lines) -> Result<HelpLines, Unreadable> {
    let mut regions = Vec::new();
    while let Some(line) = lines.next() {
        add(&mut regions, line).map_err(|what| lines.wrong(what))?;
    }
    let regions = HelpLines { regions };
    if !regions.ends_elsewhere() {
        return Err(lines.wrong("the last region must be 001"));
    }
    match regions.regions.iter().find_map(|region| Some((region, region.empty_groups().next()?))) {
        Some((region, group)) => {
            Err(Unreadable::at(&region.id, &["no line in the group ", group.id()].concat()))
        }
        None => Ok(regions),
    }
}

/// Adds the content of one line: a region, a help line of the last region, or a contact of the last help line.
fn add(regions: &mut Vec<Region>, line: &str) -> Result<(), &'static str> {
    let mut fields = line.split('\t');
    let mut field = || fields.next().unwrap_or_default();
    let (kind, name, more, last) = (field(), field(), field(), field());
    if name.is_empty() || fields.next().is_some() {
        return Err("must have two to four fields");
    }
    if kind == REGION {
        regions.push(Region { id: name.into(), lines: Vec::new(), facts: facts(some(more))? });
        return Ok(());
    }
    let lines = &mut regions.last_mut().ok_or("must be a region")?.lines;
    if let Some(group) = Group::of_id(kind) {
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
