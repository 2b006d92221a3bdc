//! The questions before something happens to what is saved: erase it, save nothing any more, go on with it.

use yew::prelude::*;

use super::context::Cx;
use super::parts::{Button, Weight};
use super::saving::{Saving, outcome};
use crate::domain::saved::Request;
use crate::domain::session::{Msg, Session};
use crate::domain::unfinished::Revision;
use crate::language::Message;

/// One question.
struct Sure {
    /// What is asked, and what is said about it.
    words: [Message; 3],
    /// What "yes" and "no" are called.
    answers: [Message; 2],
    /// What a yes asks of the device.
    request: Request,
    /// Whether the way on is a yes.
    is_onward: bool,
}

/// Whether to erase everything.
pub fn erase(saving: &Saving, cx: &Cx) -> Html {
    let words = [Message::EraseQuestion, Message::EraseAbout, Message::EraseFiles];
    let answers = [Message::EraseYes, Message::EraseNo];
    sure(Sure { words, answers, request: Request::Erase, is_onward: false }, saving, cx)
}

/// Whether others use this device too; what was saved goes with a yes.
pub fn sharing(saving: &Saving, cx: &Cx) -> Html {
    let words = [Message::SharedQuestion, Message::SharedAbout, Message::SharedMark];
    let answers = [Message::SharedYes, Message::SharedNo];
    sure(Sure { words, answers, request: Request::Share, is_onward: false }, saving, cx)
}

/// Whether to go on with a check-in that was not finished. Nothing of it shows before a yes. `now` is where "no" leads
/// back to.
pub fn resuming(revision: Revision, now: &Session, saving: &Saving, cx: &Cx) -> Html {
    let loses = now.run().is_some_and(|run| run.answers.any() && run.unfinished.is_none());
    let about = if loses { Message::ResumeLoses } else { Message::ResumeStays };
    let words = [Message::ResumeQuestion, Message::ResumeAbout, about];
    let answers = [Message::ResumeYes, Message::ResumeNo];
    sure(Sure { words, answers, request: Request::Resume(revision), is_onward: true }, saving, cx)
}

fn sure(sure: Sure, saving: &Saving, cx: &Cx) -> Html {
    let Sure { words: [title, first, second], answers: [yes, no], request, is_onward } = sure;
    let words = &cx.words;
    let (yes_weight, no_weight) =
        if is_onward { (Weight::Primary, Weight::Secondary) } else { (Weight::Secondary, Weight::Primary) };
    let ask = saving.ask.reform(move |()| request.clone());
    html! {
        <section key={title as usize} class="screen saved">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.text(title) }</h2>
            <p>{ words.text(first) }</p>
            <p>{ words.text(second) }</p>
            { outcome(&saving.shelf, cx) }
            <div class="actions">
                { Button::new(words.say(yes), yes_weight, ask).html() }
                { cx.button(no, no_weight, Msg::WentBack).html() }
            </div>
        </section>
    }
}
