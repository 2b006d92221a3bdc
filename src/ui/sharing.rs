//! The question whether others use this device too, and so nothing may be saved on it.

use yew::prelude::*;

use super::context::Cx;
use super::keeping::{Saving, outcome};
use super::parts::{Button, Weight};
use crate::domain::saved::Request;
use crate::domain::session::Msg;
use crate::text::Message;

/// The question; what was saved goes with a yes.
pub fn sharing(saving: &Saving, cx: &Cx) -> Html {
    let words = &cx.words;
    let yes = saving.ask.reform(|()| Request::Share);
    html! {
        <section key="sharing" class="screen saved">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.say(Message::SharedQuestion) }</h2>
            <p>{ words.say(Message::SharedAbout) }</p>
            <p>{ words.say(Message::SharedMark) }</p>
            { outcome(&saving.shelf, cx) }
            <div class="actions">
                { Button::new(words.say(Message::SharedYes), Weight::Secondary, yes).html() }
                { cx.button(Message::SharedNo, Weight::Primary, Msg::WentBack).html() }
            </div>
        </section>
    }
}
