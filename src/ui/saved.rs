//! "My saved check-ins": what is there, a file of it, and the way to erase it. Empty when empty.

use yew::prelude::*;

use super::context::Cx;
use super::keeping::{Saving, outcome};
use super::parts::{Button, Weight};
use super::sure::erase;
use super::wording;
use crate::domain::partial::{Partial, Revision};
use crate::domain::saved::{AreaSum, Record, Request};
use crate::domain::score::rounded;
use crate::domain::session::{DeviceMsg, Msg};
use crate::text::Message;

/// The list, or the question whether to erase it.
pub fn saved(erasing: bool, saving: &Saving, cx: &Cx) -> Html {
    if erasing { erase(saving, cx) } else { list(saving, cx) }
}

fn list(saving: &Saving, cx: &Cx) -> Html {
    let words = &cx.words;
    let records = saving.shelf.archive.records();
    let partials = saving.shelf.partials.records();
    let asks = |label, request: Request| {
        let ask = saving.ask.reform(move |()| request.clone());
        Button::new(words.say(label), Weight::Secondary, ask).html()
    };
    html! {
        <section key="saved" class="screen saved">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.say(Message::SavedTitle) }</h2>
            if saving.shelf.shared {
                <p>{ words.say(Message::SharedOn) }</p>
            }
            if records.is_empty() && partials.is_empty() && saving.shelf.trouble.is_none() {
                <p>{ words.say(Message::SavedNone) }</p>
            }
            if !partials.is_empty() {
                <ul class="saved-list">
                    for (revision, partial) in partials.iter().rev() {
                        { unfinished(revision, partial, saving, cx) }
                    }
                </ul>
            }
            <ul class="saved-list">
                for record in records.iter().rev() {
                    { one(record, cx) }
                }
            </ul>
            <p class="small">{ words.say(Message::SavingAbout) }</p>
            { outcome(&saving.shelf, cx) }
            <div class="actions">
                if !records.is_empty() {
                    { asks(Message::Download, Request::DownloadAll) }
                }
                if saving.shelf.unread {
                    { asks(Message::DownloadUnread, Request::DownloadUnread) }
                }
                if !saving.shelf.shared {
                    { cx.button(Message::SharedDevice, Weight::Secondary, Msg::Device(saving.full, DeviceMsg::SharedAsked)).html() }
                }
                { cx.button(Message::Erase, Weight::Secondary, Msg::EraseAsked).html() }
                { cx.button(Message::Back, Weight::Primary, Msg::WentBack).html() }
            </div>
        </section>
    }
}

fn one(record: &Record, cx: &Cx) -> Html {
    let words = &cx.words;
    let content = &record.content;
    let perspective = content.perspective();
    let number = |sum: &AreaSum| match sum.value() {
        Some(value) => words.number(rounded(value, 0), 0).into(),
        None => words.say(Message::ProfileNoNumber),
    };
    let with_answers = if content.answers().is_some() { Message::SavedWith } else { Message::SavedWithout };
    html! {
        <li key={record.mark.sequence.to_string()}>
            <h3>{ words.date(record.mark.saved) }</h3>
            <p class="small">{ words.say(wording::answering_as(perspective)) }{ ". " }{ words.say(with_answers) }</p>
            <dl>
                for sum in content.areas() {
                    <dt>{ words.say(wording::area(sum.area, perspective).0) }</dt>
                    <dd>{ number(sum) }</dd>
                }
            </dl>
        </li>
    }
}

fn unfinished(revision: &Revision, partial: &Partial, saving: &Saving, cx: &Cx) -> Html {
    let words = &cx.words;
    let date = words.date(revision.saved);
    let resume = cx.button(
        Message::Resume,
        Weight::Secondary,
        Msg::Device(saving.full, DeviceMsg::ResumeAsked(*revision)),
    );
    html! {
        <li key={revision.sequence.to_string()}>
            <h3>{ words.say(Message::Unfinished) }</h3>
            <p class="small">{ &date }{ ". " }{ words.say(wording::answering_as(partial.perspective())) }{ ". " }{ words.say(Message::UnfinishedUntil) }</p>
            { resume.more(date.into()).html() }
        </li>
    }
}
