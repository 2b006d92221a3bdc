//! A kind ending: something to take along, when to come back, what became of the answers.

use yew::prelude::*;

use crate::domain::session::Msg;
use crate::language::Message;
use crate::ui::context::Cx;
use crate::ui::export::tick;
use crate::ui::help::article;
use crate::ui::parts::{Button, Weight};

/// The way to paper.
pub struct Paper {
    /// Asks the browser for it.
    pub print: Callback<()>,
    /// Whether the browser was asked and did not begin.
    pub unprinted: bool,
}

/// What has a state of its own and stands in the last part.
pub struct Inside {
    /// Files and a copy.
    pub take: Html,
    /// The reminder.
    pub reminder: Html,
    /// Saving, where there is one.
    pub saving: Option<Html>,
}

/// The last part of the results. `print_numbers` is whether numbers and answers go on paper;
/// `set_print_numbers` puts them there, or leaves them off.
pub fn closing(
    print_numbers: bool,
    set_print_numbers: &Callback<bool>,
    paper: Paper,
    inside: Inside,
    cx: &Cx,
) -> Html {
    let Inside { take, reminder, saving } = inside;
    let privacy = match saving {
        None => Message::ClosingPrivacyAbout,
        Some(_) => Message::ClosingPrivacySaving,
    };
    let words = &cx.words;
    let part = |title, about| {
        html! {
            <>
                <h4>{ words.text(title) }</h4>
                <p>{ words.text(about) }</p>
            </>
        }
    };
    let print = Button::new(words.say(Message::Print), Weight::Primary, paper.print);
    html! {
        <section class="part closing">
            <h3>{ words.text(Message::ClosingTitle) }</h3>
            <p class="lead">{ words.text(Message::ClosingBreath) }</p>
            { part(Message::ClosingTake, Message::ClosingTakeAbout) }
            { tick("print-numbers", words.say(Message::PrintNumbers), print_numbers, set_print_numbers) }
            <div class="actions">
                { print.html() }
            </div>
            <p role="status">
                if paper.unprinted {
                    { words.text(Message::PrintBlocked) }
                }
            </p>
            <div class="actions">
                { cx.button(Message::Sheet, Weight::Secondary, Msg::SheetAsked).html() }
            </div>
            { take }
            { part(Message::ClosingNext, Message::ClosingNextAbout) }
            { reminder }
            if let Some(link) = &cx.owner.links.more {
                <p>{ article(words, link) }</p>
            }
            { part(Message::ClosingPrivacy, privacy) }
            if let Some(saving) = saving {
                { saving }
            }
            <div class="actions">
                { cx.button(Message::Back, Weight::Secondary, Msg::WentBack).html() }
                { cx.button(Message::StartOver, Weight::Secondary, Msg::StartOverAsked).html() }
            </div>
        </section>
    }
}
