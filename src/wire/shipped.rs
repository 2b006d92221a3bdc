//! The one data file of a language as it ships: its words, and the help lines.

use super::help_lines::help_lines_in;
use super::json::{Object, Problems, Unreadable};
use super::language::shipped_language_in;
use crate::text::{Format, HelpLines, Text};

/// Reads `{"words": …, "helplines": …}`. The messages of the words are a list: their keys would weigh a fifth of the file.
///
/// # Errors
/// As those of [`language`](super::language) and [`help_lines`](super::help_lines), under these two places.
pub fn shipped(json: &str, format: Format) -> Result<(Text, HelpLines), Unreadable> {
    let mut file = Object::parse(json)?;
    let problems = &mut Problems::default();
    let words = file.object("words", problems);
    let lines = file.object("helplines", problems);
    file.end(problems);
    let words = words.map(|words| shipped_language_in(words, format, problems));
    let lines = lines.map(|lines| help_lines_in(lines, problems));
    std::mem::take(problems).unless_none(words.zip(lines))
}
