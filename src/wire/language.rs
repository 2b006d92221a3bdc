//! A language file: interface messages by key, item words by id and perspective.

use std::rc::Rc;

use super::json::{Object, Problems, Unreadable};
use crate::domain::instrument::{Perspective, ROWS};
use crate::text::{Format, ItemWords, Message, Text};

/// Reads a language file.
///
/// # Errors
/// Text that is not JSON, and every place that is missing, unknown or of another kind.
pub fn language(json: &str, format: Format) -> Result<Text, Unreadable> {
    let mut problems = Problems::default();
    let text = language_in(Object::parse(json)?, format, &mut problems);
    problems.unless(text)
}

/// Reads a language of which everything stands under its name. What the build puts elsewhere, who translated and notes
/// for translators may stand beside it, and are not for the app.
fn language_in(mut file: Object, format: Format, problems: &mut Problems) -> Text {
    file.text("language", problems);
    for beside in ["paper", "lines", "translation", "notes"] {
        file.leave_out(beside);
    }
    let mut in_order = Vec::new();
    if let Some(mut messages) = file.object("messages", problems) {
        in_order.extend(Message::ALL.iter().map(|message| messages.text(message.key(), problems)));
        messages.end(problems);
    }
    text(file, in_order, format, problems)
}

/// Reads a language as it ships: its messages are a list, in the order of [`Message::ALL`].
pub(super) fn shipped_language_in(mut file: Object, format: Format, problems: &mut Problems) -> Text {
    file.text("language", problems);
    let place = file.at("messages");
    let in_order = file.texts("messages", problems);
    if in_order.len() != Message::ALL.len() {
        problems.add(&place, "must be as many as the app has");
    }
    text(file, in_order, format, problems)
}

fn text(mut file: Object, messages: Vec<Rc<str>>, format: Format, problems: &mut Problems) -> Text {
    let mut by_voice = Vec::new();
    if let Some(mut items) = file.object("items", problems) {
        for row in ROWS {
            let Some(mut item) = items.object(row.id, problems) else { continue };
            for (perspective, key) in [(Perspective::Recovery, "recovery"), (Perspective::Loved, "loved")] {
                let Some(words) = item.object(key, problems) else { continue };
                by_voice.push((perspective, row.id, item_words(words, problems)));
            }
            item.end(problems);
        }
        items.end(problems);
    }
    file.end(problems);
    Text::new(messages, by_voice, format)
}

fn item_words(mut words: Object, problems: &mut Problems) -> ItemWords {
    let read = ItemWords {
        text: words.text("text", problems),
        help: words.text_or_none("help", problems),
        often: words.text("often", problems),
        sometimes: words.text("sometimes", problems),
    };
    words.end(problems);
    read
}
