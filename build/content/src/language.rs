//! Reads a language file: interface messages by key, and the words of items by id and perspective.

use trust_checkin::domain::instrument::{Perspective, ROWS};
use trust_checkin::formats::{Object, Problems, Unreadable};
use trust_checkin::language::{Format, ItemWords, Message, Text};

/// Reads a language file.
///
/// # Errors
/// Text that is not JSON; otherwise every place that is missing, unknown or of the wrong type.
pub fn language(json: &str, format: Format) -> Result<Text, Unreadable> {
    let mut file = Object::parse(json)?;
    let problems = &mut Problems::default();
    file.text("language", problems);
    // Words of the paper page and of help lines, which the build reads itself; credits; notes for translators.
    for other in ["paper", "lines", "translation", "notes"] {
        file.leave_out(other);
    }
    let mut in_order = Vec::new();
    if let Some(mut messages) = file.object("messages", problems) {
        in_order.extend(Message::ALL.iter().map(|message| messages.text(&message.key(), problems)));
        messages.end(problems);
    }
    let by_voice = items(&mut file, problems);
    file.end(problems);
    std::mem::take(problems).unless(Text::new(in_order, by_voice, format))
}

fn items(file: &mut Object, problems: &mut Problems) -> Vec<(Perspective, &'static str, ItemWords)> {
    let mut by_voice = Vec::new();
    let Some(mut items) = file.object("items", problems) else { return by_voice };
    for row in ROWS {
        let Some(mut item) = items.object(row.id, problems) else { continue };
        for (perspective, key) in [(Perspective::Recovery, "recovery"), (Perspective::Loved, "loved")] {
            let Some(words) = item.object(key, problems) else { continue };
            by_voice.push((perspective, row.id, item_words(words, problems)));
        }
        item.end(problems);
    }
    items.end(problems);
    by_voice
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
