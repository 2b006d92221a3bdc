//! Saving this check-in, with an optional note, and the change since an earlier one.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::change::{ToFirst, change, save, this_record};
use super::props::ResultsProps;
use crate::domain::content::LONGEST_NOTE;
use crate::domain::session::SavingMsg;
use crate::language::Message;
use crate::ui::capabilities::Saving;
use crate::ui::context::Cx;
use crate::ui::export::{setter, tick};
use crate::ui::parts::{Button, Weight, field, when};
use crate::ui::saving::response_said;

/// The part of the results about saving; `None` if the owner does not allow saving. It does not tell whether anything
/// is saved: only the list does, when the reader opens it.
#[hook]
pub fn use_saving(props: &ResultsProps) -> Option<Html> {
    let answers_too = use_state(|| false);
    let to_first = use_state(|| false);
    let ResultsProps { run, cx, .. } = props;
    let saving = cx.saving.as_ref().filter(|saving| saving.is_offered)?;
    let words = &cx.words;
    let shared = saving.shelf.shared;
    let this = this_record(run, saving, *answers_too);
    let save = saving.ask.reform({
        let request = save(this.content.clone(), run.saved_as, run);
        move |()| request.clone()
    });
    Some(html! {
        <>
            <div class="keep">
                <p>{ words.text(if shared { Message::SharedOn } else { Message::SavingAbout }) }</p>
                { tick("keep-answers", words.say(Message::SavingAnswers), *answers_too, &setter(&answers_too)) }
                if !shared {
                    { note(saving, cx) }
                }
                <div class="actions">
                    if !shared {
                        { Button::new(words.say(Message::Save), Weight::Secondary, save).html() }
                    }
                    { cx.button(Message::SavedTitle, Weight::Secondary, saving.msg(SavingMsg::SavedAsked)).html() }
                </div>
                if saving.shelf.response.is_some() {
                    { response_said(&saving.shelf, cx) }
                }
                if run.unfinished.is_some() {
                    <p class="small">{ words.text(Message::LaterStill) }</p>
                }
            </div>
            { change(&this, run, &ToFirst { is: *to_first, set: setter(&to_first) }, saving, cx) }
        </>
    })
}

fn note(saving: &Saving, cx: &Cx) -> Html {
    let words = &cx.words;
    let oninput = when(&saving.set_note, |event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_dyn_into()?;
        Some(Rc::from(area.value()))
    });
    html! {
        <div class="own-note">
            <label for="own-note">{ words.text(Message::NoteLabel) }</label>
            <p class="small" id="own-note-about">{ words.text(Message::NoteAbout) }</p>
            { field!(textarea
                    id="own-note"
                    rows="3"
                    dir="auto"
                    maxlength={LONGEST_NOTE.to_string()}
                    aria-describedby="own-note-about"
                    value={saving.note.to_string()}
                    {oninput}
            ) }
        </div>
    }
}
