//! A language file: interface messages by key, item words by id and perspective.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::Deserialize;

use super::Unreadable;
use crate::domain::instrument::{Perspective, ROWS};
use crate::text::{Format, ItemWords, Message, Text};

#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
struct File {
    #[allow(dead_code, reason = "read by people and by the build")]
    language: String,
    messages: BTreeMap<String, String>,
    items: BTreeMap<String, Voices>,
}

#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
struct Voices {
    recovery: Words,
    loved: Words,
}

#[derive(Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
struct Words {
    text: String,
    help: Option<String>,
    often: String,
    sometimes: String,
}

/// Reads a language file.
///
/// # Errors
/// Text that is not such a file, and every missing or unknown message and item.
pub fn language(json: &str, format: Format) -> Result<Text, Unreadable> {
    let File { mut messages, mut items, .. } = serde_json::from_str(json)?;
    let mut wrong = Vec::new();
    let mut in_order = Vec::with_capacity(Message::ALL.len());
    for message in Message::ALL {
        match messages.remove(message.key()) {
            Some(words) => in_order.push(Rc::from(words)),
            None => wrong.push(format!("messages.{}: missing", message.key())),
        }
    }
    let mut by_voice = HashMap::new();
    for row in ROWS {
        match items.remove(row.id) {
            Some(Voices { recovery, loved }) => {
                by_voice.insert((Perspective::Recovery, Rc::from(row.id)), recovery.into());
                by_voice.insert((Perspective::Loved, Rc::from(row.id)), loved.into());
            }
            None => wrong.push(format!("items.{}: missing", row.id)),
        }
    }
    wrong.extend(messages.keys().map(|key| format!("messages.{key}: unknown")));
    wrong.extend(items.keys().map(|id| format!("items.{id}: unknown")));
    if wrong.is_empty() { Ok(Text::new(in_order, by_voice, format)) } else { Err(Unreadable::Keys(wrong)) }
}

impl From<Words> for ItemWords {
    fn from(Words { text, help, often, sometimes }: Words) -> ItemWords {
        ItemWords {
            text: text.into(),
            help: help.map(Rc::from),
            often: often.into(),
            sometimes: sometimes.into(),
        }
    }
}
