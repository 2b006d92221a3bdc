//! The part of the results for export: files and a copy, with checkboxes for what goes in.

use std::rc::Rc;

use yew::prelude::*;

use super::plain_text::{Ticks, table, text};
use super::props::ResultsProps;
use crate::language::Message;
use crate::ui::capabilities::Taken;
use crate::ui::export::{file_text, setter, tick};
use crate::ui::parts::{Button, Weight};

/// Result of the last press: a message, and the text of the file. With a message, the text is unfolded.
type Made = (Option<Message>, Rc<str>);

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Record,
    Table,
    Copy,
}

/// The checkboxes, the buttons, and the result of the last press. Every reader sees the same buttons.
#[hook]
pub fn use_take(props: &ResultsProps) -> Html {
    let words = &props.cx.words;
    let (numbers, answers, note) = (use_state(|| true), use_state(|| true), use_state(|| false));
    let made = use_state(|| (None, Rc::from("")));
    let noted = !props.cx.note().is_empty();
    let asked = Callback::from({
        let (props, made) = (props.clone(), made.setter());
        let ticks = Ticks { numbers: *numbers, answers: *answers, note: *note && noted };
        move |kind| press(&props, kind, ticks, &made)
    });
    let button =
        |label, kind| Button::new(words.say(label), Weight::Secondary, asked.reform(move |()| kind)).html();
    let (said, text) = &*made;
    html! {
        <div class="take">
            <p id="take-what">{ words.text(Message::TakeLegend) }</p>
            <div role="group" aria-labelledby="take-what">
                { tick("take-numbers", words.say(Message::TakeNumbers), *numbers, &setter(&numbers)) }
                { tick("take-answers", words.say(Message::TakeAnswers), *answers, &setter(&answers)) }
                if noted {
                    { tick("take-note", words.say(Message::NoteLabel), *note, &setter(&note)) }
                }
            </div>
            <div class="actions">
                { button(Message::Download, Kind::Record) }
                { button(Message::DownloadTable, Kind::Table) }
                { button(Message::CopyText, Kind::Copy) }
            </div>
            <p aria-live="polite" class="taken-said">
                if let &Some(message) = said {
                    <span key={message as usize}>{ words.text(message) }</span>
                }
            </p>
            if !text.is_empty() {
                { file_text(text, said.is_some(), words) }
            }
        </div>
    }
}

fn press(props: &ResultsProps, kind: Kind, ticks: Ticks, made: &UseStateSetter<Made>) {
    let nothing = match kind {
        Kind::Record => !(ticks.numbers || ticks.answers),
        _ => !(ticks.numbers || ticks.answers || ticks.note),
    };
    let say = |message| made.set((Some(message), Rc::from("")));
    match kind {
        _ if nothing => say(Message::TakeNothing),
        Kind::Record => made.set((None, props.cx.host.take.emit(record(props, ticks)))),
        Kind::Table => made.set((None, props.cx.host.take.emit(Taken::Table(table(props, ticks))))),
        // Someone may force a frightened reader to paste it somewhere.
        Kind::Copy if props.run.is_unsafe() => say(Message::CopyNotNow),
        Kind::Copy => {
            let made = made.clone();
            let text: Rc<str> = text(props, ticks).into();
            let copied = Callback::from({
                let text = text.clone();
                move |copied| match copied {
                    true => made.set((Some(Message::CopyDone), Rc::from(""))),
                    false => made.set((Some(Message::CopyNotNow), text.clone())),
                }
            });
            props.cx.host.take.emit(Taken::Copy(text, copied));
        }
    }
}

fn record(props: &ResultsProps, ticks: Ticks) -> Taken {
    let ResultsProps { run, cx, .. } = props;
    let content = run.content(ticks.answers);
    let about = Rc::from(&*cx.words.say(Message::Disclaimer));
    let Some(saving) = cx.saving.as_ref() else { return Taken::Record { content, mark: None, about } };
    let saved = run.saved_as.and_then(|mark| saving.shelf.archive.find(mark));
    let content = match run.list.or_else(|| Some(saved?.content.list())) {
        Some(list) => content.in_list(list),
        None => content,
    };
    let content = if ticks.note { content.noting(&saving.note) } else { content };
    Taken::Record { content, mark: saved.map(|record| record.mark), about }
}
