//! The last part of the results: print, export, the reminder, saving, and what happens to the answers.

use yew::prelude::*;

use crate::domain::session::Msg;
use crate::language::Message;
use crate::ui::context::Cx;
use crate::ui::export::tick;
use crate::ui::help::article;
use crate::ui::parts::{Button, Weight};

/// Printing.
pub struct Paper {
    /// Asks the browser to print.
    pub print: Callback<()>,
    /// Whether the browser was asked and did not start.
    pub unprinted: bool,
}

/// Parts of the ending that have their own state.
pub struct Inside {
    /// Export.
    pub take: Html,
    /// The reminder.
    pub reminder: Html,
    /// Saving, if the owner allows it.
    pub saving: Option<Html>,
}

/// The last part of the results. `print_numbers` tells whether numbers and answers are printed; `set_print_numbers`
/// changes that.
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
            <p aria-live="polite">
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
