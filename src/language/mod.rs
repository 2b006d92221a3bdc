//! The loaded language: every message by name, the words of each item, and the help lines.
//!
//! Nothing here calls the browser: what depends on it comes through a [`Format`].

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
    /// A sentence that says what counts, if one is needed.
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
    /// How numbers and lists are written.
    pub format: Format,
}

impl Text {
    /// A language of `messages`, in the order of [`Message::ALL`], and the words of the items by perspective and id.
    pub fn new(
        messages: Vec<Rc<str>>,
        items: Vec<(Perspective, &'static str, ItemWords)>,
        format: Format,
    ) -> Text {
        Text { messages, items, format }
    }

    /// The words of a message as they stand, placeholders and all.
    pub fn say(&self, message: Message) -> Rc<str> {
        self.messages.get(message as usize).cloned().unwrap_or_default()
    }

    /// The words of a message, each `{name}` filled in.
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

    /// The words of an item. A language that lacks one is refused when it is read.
    pub fn item(&self, perspective: Perspective, id: &str) -> ItemWords {
        let of = |words: &&(Perspective, &str, ItemWords)| words.0 == perspective && words.1 == id;
        self.items.iter().find(of).map(|(.., words)| words.clone()).unwrap_or_default()
    }
}
