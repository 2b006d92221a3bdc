//! Saving this check-in, and a file of it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::saved::{Content, Request};
use crate::domain::session::{Msg, Run};
use crate::text::Message;
use crate::ui::context::Cx;
use crate::ui::keeping::{Saving, outcome};
use crate::ui::parts::{Button, Weight, when};

/// Whether the answers are kept too, and how to change that.
pub struct Answers {
    /// Whether they are.
    pub too: bool,
    /// Keeps them, or leaves them out.
    pub set: Callback<bool>,
}

/// The part of the results about saving. Whether anything is there shows only where the reader asks for it.
pub fn keep(answers: &Answers, run: &Run, saving: &Saving, cx: &Cx) -> Html {
    let words = &cx.words;
    let asks = |label, request: Request| {
        let ask = saving.ask.reform(move |()| request.clone());
        Button::new(words.say(label), Weight::Secondary, ask).html()
    };
    let onchange = when(&answers.set, |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        Some(input.checked())
    });
    let content = Content::of(run, answers.too);
    let shared = saving.shelf.shared;
    html! {
        <div class="keep">
            <p>{ words.say(if shared { Message::SharedOn } else { Message::SavingAbout }) }</p>
            <div class="choice tick">
                <input type="checkbox" id="keep-answers" checked={answers.too} {onchange} />
                <label for="keep-answers">{ words.say(Message::SavingAnswers) }</label>
            </div>
            <div class="actions">
                if !shared {
                    { asks(Message::Save, Request::Save(content.clone(), run.kept)) }
                }
                { asks(Message::Download, Request::Download(content)) }
                { cx.button(Message::SavedTitle, Weight::Secondary, Msg::SavedAsked).html() }
            </div>
            if !saving.shelf.looked {
                { outcome(&saving.shelf, cx) }
            }
            if run.unfinished.is_some() {
                <p class="small">{ words.say(Message::LaterStill) }</p>
            }
        </div>
    }
}
