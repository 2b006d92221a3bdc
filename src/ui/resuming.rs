//! The question whether to go on with a check-in that was not finished. Nothing of it shows before a yes.

use yew::prelude::*;

use super::context::Cx;
use super::keeping::{Saving, outcome};
use super::parts::{Button, Weight};
use crate::domain::partial::Revision;
use crate::domain::saved::Request;
use crate::domain::session::{Msg, Session};
use crate::text::Message;

/// The question. `now` is where "no" leads back to.
pub fn resuming(revision: Revision, now: &Session, saving: &Saving, cx: &Cx) -> Html {
    let words = &cx.words;
    let yes = saving.ask.reform(move |()| Request::Resume(revision));
    let loses = now.run().is_some_and(|run| run.answers.any());
    html! {
        <section key="resuming" class="screen saved">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.say(Message::ResumeQuestion) }</h2>
            <p>{ words.say(Message::ResumeAbout) }</p>
            if loses {
                <p>{ words.say(Message::ResumeLoses) }</p>
            }
            { outcome(&saving.shelf, cx) }
            <div class="actions">
                { Button::new(words.say(Message::ResumeYes), Weight::Primary, yes).html() }
                { cx.button(Message::ResumeNo, Weight::Secondary, Msg::WentBack).html() }
            </div>
        </section>
    }
}
