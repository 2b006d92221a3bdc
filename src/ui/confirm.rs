//! Questions before something is lost or replaced. They stand in the page: a browser's own dialog is silent in a
//! sandbox.

use yew::prelude::*;

use super::capabilities::Saving;
use super::context::Cx;
use super::parts::{Button, Weight};
use super::saving::response_said;
use crate::domain::device::Request;
use crate::domain::session::{Flow, Loss, Msg};
use crate::domain::unfinished::Revision;
use crate::language::Message;

/// Asks before answers are lost; keeping them is the way on. `are_results` tells whether the question lies over the
/// results.
pub fn confirm(loss: Loss, are_results: bool, cx: &Cx) -> Html {
    let Cx { words, focus, .. } = cx;
    let (title, yes) = match loss {
        Loss::StartOver => (Message::ConfirmStartOver, Message::ConfirmYesStartOver),
        Loss::ChangePerspective | Loss::BeginAs(_) => (Message::ConfirmChange, Message::ConfirmYesChange),
    };
    html! {
        <section key="confirm" class="screen confirm">
            <h2 id="heading" tabindex="-1" aria-describedby="about" ref={focus.heading.clone()}>{ words.text(title) }</h2>
            <p id="about">{ words.text(Message::ConfirmAbout) }</p>
            if are_results && loss == Loss::StartOver {
                <p>{ words.text(Message::ConfirmSoon) }</p>
            }
            <div class="actions">
                { cx.button(Message::ConfirmKeep, Weight::Primary, Msg::LossDeclined).html() }
                { cx.button(yes, Weight::Secondary, Msg::LossConfirmed).html() }
            </div>
        </section>
    }
}

/// Asks whether to erase everything.
pub fn erase(saving: &Saving, cx: &Cx) -> Html {
    let words = [Message::EraseQuestion, Message::EraseAbout, Message::EraseFiles];
    let answers = [Message::EraseYes, Message::EraseNo];
    ask_device(Question { words, answers, request: Request::Erase, is_onward: false }, saving, cx)
}

/// Asks whether other people use this device, too; a yes erases what is saved.
pub fn sharing(saving: &Saving, cx: &Cx) -> Html {
    let words = [Message::SharedQuestion, Message::SharedAbout, Message::SharedMark];
    let answers = [Message::SharedYes, Message::SharedNo];
    ask_device(Question { words, answers, request: Request::Share, is_onward: false }, saving, cx)
}

/// Asks whether to go on with an unfinished check-in. Nothing of it shows before a yes. `now` is the run at hand.
pub fn resuming(revision: Revision, now: &Flow, saving: &Saving, cx: &Cx) -> Html {
    let loses = now.run().is_some_and(|run| run.answers.any() && run.unfinished.is_none());
    let about = if loses { Message::ResumeLoses } else { Message::ResumeStays };
    let words = [Message::ResumeQuestion, Message::ResumeAbout, about];
    let answers = [Message::ResumeYes, Message::ResumeNo];
    ask_device(Question { words, answers, request: Request::Resume(revision), is_onward: true }, saving, cx)
}

/// A question about what is saved.
struct Question {
    /// The question, and two sentences about it.
    words: [Message; 3],
    /// Labels of "yes" and "no".
    answers: [Message; 2],
    /// The request that a yes makes.
    request: Request,
    /// Whether "yes" is the way on.
    is_onward: bool,
}

fn ask_device(question: Question, saving: &Saving, cx: &Cx) -> Html {
    let Question { words: [title, first, second], answers: [yes, no], request, is_onward } = question;
    let words = &cx.words;
    let (yes_weight, no_weight) =
        if is_onward { (Weight::Primary, Weight::Secondary) } else { (Weight::Secondary, Weight::Primary) };
    let ask = saving.ask.reform(move |()| request.clone());
    html! {
        <section key={title as usize} class="screen saved">
            <h2 id="heading" tabindex="-1" aria-describedby="about more" ref={cx.focus.heading.clone()}>
                { words.text(title) }
            </h2>
            <p id="about">{ words.text(first) }</p>
            <p id="more">{ words.text(second) }</p>
            { response_said(&saving.shelf, cx) }
            <div class="actions">
                { Button::new(words.say(yes), yes_weight, ask).html() }
                { cx.button(no, no_weight, Msg::WentBack).html() }
            </div>
        </section>
    }
}
