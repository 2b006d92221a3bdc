//! Validates the addresses and contacts of help lines, for the data file and for content/helplines.json.

use std::rc::Rc;

use super::links::is_plain_https;
use crate::language::Reach;

/// The problem with an address that is refused.
pub const NOT_HTTPS: &str = "must be a plain https address";

/// Checks an address of facts.
///
/// # Errors
/// [`NOT_HTTPS`].
pub fn facts(address: Option<Rc<str>>) -> Result<Option<Rc<str>>, &'static str> {
    match address {
        Some(address) if !is_plain_https(&address) => Err(NOT_HTTPS),
        plain => Ok(plain),
    }
}

/// Reads one way to reach a help line; `more` is the word to send or the key to press, where there is one.
///
/// # Errors
/// The field that is wrong (`kind`, `to` or `word`), and what it must be.
pub fn reach(kind: &str, to: Rc<str>, more: Option<Rc<str>>) -> Result<Reach, (&'static str, &'static str)> {
    // The word becomes part of the address of a text message.
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
