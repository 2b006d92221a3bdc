//! Context that every screen gets besides its own data: words, help lines, capabilities, focus targets, and the
//! callback for messages.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::VText;

use super::capabilities::{Host, Saving};
use super::parts::{Button, Weight};
use crate::domain::instrument::Perspective;
use crate::domain::session::Msg;
use crate::edition::FullOnly;
use crate::language::{HelpLines, ItemWords, Message, Owner, Region, Text};

/// The loaded language.
#[derive(Clone)]
pub struct Words(Rc<Text>);

impl Words {
    /// Wraps a language.
    pub fn new(text: Rc<Text>) -> Words {
        Words(text)
    }

    /// The words of a message.
    pub fn say(&self, message: Message) -> AttrValue {
        self.0.say(message).into()
    }

    /// The words of a message as a node. Not inlined: the app says something in many places.
    #[inline(never)]
    pub fn text(&self, message: Message) -> Html {
        VText::new(self.say(message)).into()
    }

    /// The words of a message, with each `{name}` filled in.
    pub fn fill(&self, message: Message, values: &[(&str, &str)]) -> AttrValue {
        self.0.fill(message, values).into()
    }

    /// The words of an item.
    pub fn item(&self, perspective: Perspective, id: &str) -> ItemWords {
        self.0.item(perspective, id)
    }

    /// Writes a whole number.
    pub fn whole(&self, number: usize) -> String {
        self.number(i64::try_from(number).unwrap_or(i64::MAX), 0)
    }

    /// Writes a number given in units of `10^-decimals`.
    pub fn number(&self, scaled: i64, decimals: u32) -> String {
        self.0.format.number(scaled, decimals)
    }

    /// Writes the day and the time, given in UTC milliseconds.
    pub fn date(&self, milliseconds: i64) -> String {
        self.0.format.date(milliseconds)
    }

    /// Writes the day, given in UTC milliseconds.
    pub fn day(&self, milliseconds: i64) -> String {
        self.0.format.day(milliseconds)
    }

    /// Writes a list: "a, b, and c".
    pub fn list(&self, parts: &[String]) -> String {
        self.0.format.list(parts)
    }

    /// The name of a region.
    pub fn region(&self, region: &Region) -> AttrValue {
        match &*region.id {
            Region::ELSEWHERE => self.say(Message::HelpElsewhere),
            code => self.0.format.region(code).into(),
        }
    }

    /// The names of languages, as a list.
    pub fn languages(&self, tags: &[Rc<str>]) -> String {
        self.list(&tags.iter().map(|tag| self.0.format.language(tag)).collect::<Vec<_>>())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Words) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// An `Rc` compared by pointer. Comparing the values would cost time at every change, and a kilobyte of code.
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Wraps a value.
    pub fn new(it: T) -> Shared<T> {
        Shared(Rc::new(it))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The help lines, the region shown, and whether the panel is open.
#[derive(Clone, PartialEq)]
pub struct Help {
    /// All regions.
    pub lines: Shared<HelpLines>,
    /// Index in `lines` of the region shown.
    pub region: usize,
    /// BCP 47 tag of the reader's language.
    pub language: AttrValue,
    /// Whether the panel is open.
    pub open: bool,
    /// How often it was opened or closed. Asking for an open panel again moves the focus to it again.
    pub asked: u32,
    /// Opens or closes the panel.
    pub set_open: Callback<bool>,
    /// Shows another region.
    pub set_region: Callback<usize>,
}

impl Help {
    /// The region shown.
    pub fn shown(&self) -> Option<&Region> {
        self.lines.regions.get(self.region)
    }
}

/// The elements that effects move the focus to.
#[derive(Clone, PartialEq, Default)]
pub struct Focus {
    /// The heading of the screen.
    pub heading: NodeRef,
    /// The error of the screen.
    pub problem: NodeRef,
    /// The title of the cover.
    pub cover: NodeRef,
}

/// Context that every screen gets besides its own data.
#[derive(Clone, PartialEq)]
pub struct Cx {
    /// The words.
    pub words: Words,
    /// The help lines.
    pub help: Help,
    /// The owner's additions.
    pub owner: Shared<Owner>,
    /// Capabilities of the page around the app.
    pub host: Host,
    /// Saving, if the owner allows it.
    pub saving: Option<FullOnly<Saving>>,
    /// Focus targets.
    pub focus: Focus,
    /// Sends a message to the session.
    pub send: Callback<Msg>,
}

impl Cx {
    /// The reader's note on this check-in; empty without saving.
    pub fn note(&self) -> &str {
        self.saving.as_ref().map_or("", |saving| &saving.note)
    }

    /// A button that sends `msg`.
    pub fn button(&self, label: Message, weight: Weight, msg: Msg) -> Button {
        Button::new(self.words.say(label), weight, self.sends(msg))
    }

    /// A callback that sends `msg`, whatever its argument.
    pub fn sends<T>(&self, msg: Msg) -> Callback<T> {
        self.send.reform(move |_| msg)
    }
}
