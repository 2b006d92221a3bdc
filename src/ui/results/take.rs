//! What a reader can take along: files and a copy, with what is in them ticked beside them.

use std::rc::Rc;

use yew::prelude::*;

use super::ResultsProps;
use super::plain::{Ticks, rows, text};
use crate::domain::guidance::Feeling;
use crate::domain::saved::Content;
use crate::text::Message;
use crate::ui::parts::{Button, Weight};
use crate::ui::taking::{Taken, file_text, tick};

/// What became of the last press.
#[derive(Clone, PartialEq, Default)]
struct Made {
    said: Option<Message>,
    text: Option<Rc<str>>,
    /// Whether the text is the only way to get it.
    open: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Record,
    Table,
    Copy,
}

/// The ticks, the buttons and what became of them. The buttons are the same for every reader.
#[hook]
pub fn use_take(props: &ResultsProps) -> Html {
    let words = &props.cx.words;
    let ticks = use_state(|| Ticks { numbers: true, answers: true, note: false });
    let made = use_state(Made::default);
    let note = props.cx.saving.as_ref().map(|saving| saving.note.clone()).filter(|note| !note.is_empty());
    let set = |change: fn(Ticks, bool) -> Ticks| {
        let ticks = ticks.clone();
        Callback::from(move |now| ticks.set(change(*ticks, now)))
    };
    let button = |label, kind| {
        let (props, made) = (props.clone(), made.setter());
        let ticks = Ticks { note: ticks.note && note.is_some(), ..*ticks };
        let press = Callback::from(move |()| press(&props, kind, ticks, &made));
        Button::new(words.say(label), Weight::Secondary, press).html()
    };
    html! {
        <div class="take">
            <p id="take-what">{ words.say(Message::TakeLegend) }</p>
            <div role="group" aria-labelledby="take-what">
                { tick("take-numbers", words.say(Message::TakeNumbers), ticks.numbers, &set(|ticks, numbers| Ticks { numbers, ..ticks })) }
                { tick("take-answers", words.say(Message::TakeAnswers), ticks.answers, &set(|ticks, answers| Ticks { answers, ..ticks })) }
                if note.is_some() {
                    { tick("take-note", words.say(Message::NoteLabel), ticks.note, &set(|ticks, note| Ticks { note, ..ticks })) }
                }
            </div>
            <div class="actions">
                { button(Message::Download, Kind::Record) }
                { button(Message::DownloadTable, Kind::Table) }
                { button(Message::CopyText, Kind::Copy) }
            </div>
            <p role="status" class="taken-said">
                if let Some(message) = made.said {
                    <span key={message as usize}>{ words.say(message) }</span>
                }
            </p>
            if let Some(text) = &made.text {
                { file_text(text, made.open, words) }
            }
        </div>
    }
}

fn press(props: &ResultsProps, kind: Kind, ticks: Ticks, made: &UseStateSetter<Made>) {
    let say = |message| made.set(Made { said: Some(message), ..Made::default() });
    if !(ticks.numbers || ticks.answers || ticks.note && kind != Kind::Record) {
        return say(Message::TakeNothing);
    }
    let note = props.cx.saving.as_ref().map(|saving| saving.note.clone()).unwrap_or_default();
    let taken = match kind {
        Kind::Record => record(props, ticks, &note),
        Kind::Table => Taken::Table(rows(props, ticks, &note)),
        // A frightened reader may be made to paste it somewhere.
        Kind::Copy if props.run.feeling == Some(Feeling::NotSafe) => return say(Message::CopyNotNow),
        Kind::Copy => {
            let text: Rc<str> = text(props, ticks, &note).into();
            let tell = copied(text.clone(), made.clone());
            props.cx.take.emit(Taken::Copy(text, tell));
            return;
        }
    };
    made.set(Made { text: Some(props.cx.take.emit(taken)), ..Made::default() });
}

fn copied(text: Rc<str>, made: UseStateSetter<Made>) -> Callback<bool> {
    Callback::from(move |copied| {
        let said = if copied { Message::CopyDone } else { Message::CopyNotNow };
        made.set(Made { said: Some(said), text: (!copied).then(|| text.clone()), open: true });
    })
}

fn record(props: &ResultsProps, ticks: Ticks, note: &str) -> Taken {
    let ResultsProps { run, cx, .. } = props;
    let content = Content::of(run, ticks.answers);
    let archive = cx.saving.as_ref().map(|saving| &saving.shelf.archive);
    let kept = run.kept.and_then(|mark| archive?.find(mark));
    let content = match run.list.or_else(|| Some(kept?.content.list())) {
        Some(list) => content.in_list(list),
        None => content,
    };
    let content = if ticks.note { content.noting(note) } else { content };
    let about = Rc::from(&*cx.words.say(Message::Disclaimer));
    Taken::Record { content, mark: kept.map(|record| record.mark), about }
}
