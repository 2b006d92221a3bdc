//! "My saved check-ins": the list, a file to download, a file to load, and a button to erase everything.

mod groups;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use self::groups::group;
use crate::domain::device::Request;
use crate::domain::saved::LoadError;
use crate::domain::session::{Msg, SavingMsg};
use crate::domain::unfinished::{Revision, Unfinished};
use crate::edition::FullOnly;
use crate::language::Message;
use crate::ui::capabilities::Saving;
use crate::ui::context::Cx;
use crate::ui::export::tick;
use crate::ui::parts::{Button, Weight, field};
use crate::ui::saving::response_said;
use crate::ui::wording;

/// Props of [`Saved`].
#[derive(Clone, PartialEq, Properties)]
pub struct SavedProps {
    /// The question whether to erase everything, while it is asked.
    pub question: Option<Html>,
    /// Saving.
    pub saving: FullOnly<Saving>,
    /// The context.
    pub cx: Cx,
}

/// The list, or the question whether to erase it.
#[component]
pub fn Saved(props: &SavedProps) -> Html {
    let file = use_state(|| (true, false));
    let SavedProps { question, saving, cx } = props;
    question.clone().unwrap_or_else(|| list(&file, saving, cx))
}

fn list(file: &UseStateHandle<(bool, bool)>, saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let words = &cx.words;
    let archive = &saving.shelf.archive;
    let is_empty = archive.records().is_empty();
    let unfinished = saving.shelf.unfinished.records();
    let unread = saving.ask.reform(|()| Request::DownloadUnread);
    html! {
        <section key="saved" class="screen saved">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.text(Message::SavedTitle) }</h2>
            if saving.shelf.shared {
                <p>{ words.text(Message::SharedOn) }</p>
            }
            if is_empty && unfinished.is_empty() && saving.shelf.trouble.is_none() {
                <p>{ words.text(Message::SavedNone) }</p>
            }
            if !unfinished.is_empty() {
                <ul class="saved-list">
                    for (revision, unfinished) in unfinished.iter().rev() {
                        { unfinished_row(revision, unfinished, saving, cx) }
                    }
                </ul>
            }
            <div class="saved-list">
                for records in archive.groups() {
                    { group(&records, cx) }
                }
            </div>
            if !saving.shelf.shared {
                <p class="small">{ words.text(Message::SavingAbout) }</p>
            }
            { response_said(&saving.shelf, cx) }
            if !is_empty {
                { to_file(file, saving, cx) }
            }
            if saving.is_offered && !saving.shelf.shared {
                { from_file(saving, cx) }
            }
            <div class="actions">
                if saving.shelf.unread {
                    { Button::new(words.say(Message::DownloadUnread), Weight::Secondary, unread).html() }
                }
                if !saving.shelf.shared {
                    { cx.button(Message::SharedDevice, Weight::Secondary, saving.msg(SavingMsg::SharedAsked)).html() }
                }
                { cx.button(Message::Erase, Weight::Secondary, saving.msg(SavingMsg::EraseAsked)).html() }
                { cx.button(Message::Back, Weight::Primary, Msg::WentBack).html() }
            </div>
        </section>
    }
}

/// Download of everything that is saved, with checkboxes for what goes in.
fn to_file(file: &UseStateHandle<(bool, bool)>, saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let words = &cx.words;
    let (answers, notes) = **file;
    let set_answers = Callback::from({
        let file = file.setter();
        move |now| file.set((now, notes))
    });
    let set_notes = Callback::from({
        let file = file.setter();
        move |now| file.set((answers, now))
    });
    let about = Rc::from(&*words.say(Message::Disclaimer));
    let ask = saving.ask.reform(move |()| Request::DownloadAll { answers, notes, about: Rc::clone(&about) });
    html! {
        <>
            <p id="file-what">{ words.text(Message::SavedFile) }</p>
            <div role="group" aria-labelledby="file-what">
                { tick("file-answers", words.say(Message::SavedFileAnswers), answers, &set_answers) }
                { tick("file-notes", words.say(Message::SavedFileNotes), notes, &set_notes) }
            </div>
            <div class="actions">
                { Button::new(words.say(Message::Download), Weight::Secondary, ask).html() }
            </div>
        </>
    }
}

fn from_file(saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let words = &cx.words;
    let (open, ask) = (saving.open.clone(), saving.ask.clone());
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let ask = ask.clone();
        let chosen = input.clone();
        let opened = Callback::from(move |text| {
            // Lets the reader choose the same file again.
            chosen.set_value("");
            ask.emit(Request::Load(text));
        });
        open.emit((input, opened));
    });
    html! {
        <div class="load">
            <label for="load">{ words.text(Message::LoadLabel) }</label>
            <p class="small" id="load-about">{ words.text(Message::LoadAbout) }</p>
            <input type="file" id="load" accept=".json,application/json" aria-describedby="load-about" {onchange} />
            { from_text(saving, cx) }
        </div>
    }
}

/// Field to paste the text of a file, for browsers that make or open no files. It is emptied once something was added.
fn from_text(saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let words = &cx.words;
    let field = NodeRef::default();
    let load = saving.ask.reform({
        let field = field.clone();
        move |()| {
            let area = field.cast::<HtmlTextAreaElement>();
            Request::Load(area.map(|area| area.value().into()).ok_or(LoadError::NotOpened))
        }
    });
    html! {
        <details>
            <summary>{ words.text(Message::LoadNone) }</summary>
            <label for="load-text">{ words.text(Message::LoadPaste) }</label>
            { field!(textarea
                    key={saving.shelf.archive.records().len()}
                    id="load-text"
                    rows="6"
                    dir="ltr"
                    ref={field}
            ) }
            <div class="actions">{ Button::new(words.say(Message::LoadText), Weight::Secondary, load).html() }</div>
        </details>
    }
}

fn unfinished_row(revision: &Revision, unfinished: &Unfinished, saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let words = &cx.words;
    let date = words.date(revision.saved);
    let resume = saving.msg(SavingMsg::ResumeAsked(*revision));
    let resume = cx.button(Message::Resume, Weight::Secondary, resume);
    html! {
        <li key={revision.sequence.to_string()}>
            <h3>{ words.text(Message::Unfinished) }</h3>
            <p class="small">
                { &date }{ ". " }{ words.text(wording::answering_as(unfinished.perspective())) }{ ". " }
                { words.text(Message::UnfinishedUntil) }
            </p>
            if saving.is_offered {
                <div class="actions">{ resume.more(date.into()).html() }</div>
            }
        </li>
    }
}
