//! The language in use: messages by name, words of items, and help lines.
//!
//! Nothing here calls the browser; [`Format`] brings what depends on it.

mod format;
mod help_lines;
mod messages;
mod owner;

use std::rc::Rc;

use crate::domain::instrument::Perspective;

pub use format::Format;
pub use help_lines::{Contact, Group, HelpLines, Line, Reach, Region, speaks};
pub use messages::Message;
pub use owner::{Link, Links, Owner};

/// The words of one item for one perspective.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ItemWords {
    /// The statement.
    pub text: Rc<str>,
    /// A sentence on what counts, where one is needed.
    pub help: Option<Rc<str>>,
    /// The strength phrase where the keyed answer is 3 or 4.
    pub often: Rc<str>,
    /// The strength phrase where the keyed answer is 2.
    pub sometimes: Rc<str>,
}

/// A language.
#[derive(Clone, Debug)]
pub struct Text {
    messages: Vec<Rc<str>>,
    items: Vec<(Perspective, &'static str, ItemWords)>,
    /// Formatting of numbers, dates and lists.
    pub format: Format,
}

impl Text {
    /// Combines `messages`, in the order of [`Message::ALL`], with the words of items by perspective and id.
    pub fn new(
        messages: Vec<Rc<str>>,
        items: Vec<(Perspective, &'static str, ItemWords)>,
        format: Format,
    ) -> Text {
        Text { messages, items, format }
    }

    /// The words of a message, with placeholders unfilled.
    pub fn say(&self, message: Message) -> Rc<str> {
        self.messages.get(message as usize).cloned().unwrap_or_default()
    }

    /// The words of a message with each `{name}` replaced; an unknown placeholder stays.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> String {
        let words = self.say(message);
        let (mut filled, mut rest) = (String::new(), &*words);
        while let Some((before, after)) = rest.split_once('{') {
            let value = after
                .split_once('}')
                .and_then(|(name, after)| Some((values.iter().find(|(known, _)| *known == name)?.1, after)));
            filled.push_str(before);
            let (value, after) = value.unwrap_or(("{", after));
            filled.push_str(value);
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The words of an item. The reader of language files has made sure that none is missing.
    pub fn item(&self, perspective: Perspective, id: &str) -> ItemWords {
        let of = |words: &&(Perspective, &str, ItemWords)| words.0 == perspective && words.1 == id;
        self.items.iter().find(of).map(|(.., words)| words.clone()).unwrap_or_default()
    }
}
