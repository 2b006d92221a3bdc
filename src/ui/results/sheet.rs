//! The sheet to talk from, which the reader may show to others. For a reader who is not safe with someone it is the
//! same page, left blank. Decision 26.

use yew::prelude::*;

use super::props::ResultsProps;
use super::strengths::phrase;
use crate::domain::guidance::{Offer, band};
use crate::domain::instrument::{Perspective, Scope, Strategy};
use crate::domain::score::{Score, rounded};
use crate::domain::session::Msg;
use crate::language::{Group, Message};
use crate::ui::export::{setter, tick};
use crate::ui::help::{Level, lines};
use crate::ui::parts::{Button, Weight};
use crate::ui::wording::{self, dot};

/// Most suggested strategies with two openers each; more strategies get one opener each.
const FEW: usize = 2;

/// The sheet as it will be printed, with choices of what goes on it.
#[component]
pub fn Sheet(props: &ResultsProps) -> Html {
    let cx = &props.cx;
    let words = &cx.words;
    let (numbers, dated, unprinted) = (use_state(|| false), use_state(|| false), use_state(|| false));
    let print = Callback::from({
        let (print, unprinted) = (cx.host.print.clone(), unprinted.setter());
        move |()| unprinted.set(!print.emit(()))
    });
    let filled = props.outcome.beginning.offer != Offer::SupportOnly;
    let of = |draw: fn(&ResultsProps) -> Html| if filled { draw(props) } else { Html::default() };
    html! {
        <section class="screen sheet">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.text(Message::SheetTitle) }</h2>
            <p class="sheet-about">{ words.text(Message::SheetAbout) }</p>
            { tick("sheet-numbers", words.say(Message::SheetNumbers), *numbers, &setter(&numbers)) }
            { tick("sheet-date", words.say(Message::SheetDate), *dated, &setter(&dated)) }
            <div class="sheet-page">
                if *dated {
                    <p>{ words.day(cx.host.now.emit(())) }</p>
                }
                { part(props, Message::StrengthsTitle, of(strengths)) }
                { part(props, Message::SheetWork, of(steps)) }
                { part(props, Message::SheetOpeners, of(openers)) }
                if *numbers && filled {
                    { scores(props) }
                }
                { part(props, Message::SheetSpace, space()) }
                <h3>{ words.text(Message::SheetLines) }</h3>
                { lines(&[Group::Crisis, Group::Emergency], Level::Four, cx) }
                <p class="small">{ words.text(Message::Disclaimer) }</p>
            </div>
            <p aria-live="polite">
                if *unprinted {
                    { words.text(Message::PrintBlocked) }
                }
            </p>
            <div class="actions">
                { Button::new(words.say(Message::Print), Weight::Primary, print).html() }
                { cx.button(Message::Back, Weight::Secondary, Msg::WentBack).html() }
            </div>
        </section>
    }
}

/// A part of the page, with a line to write on.
fn part(props: &ResultsProps, title: Message, inside: Html) -> Html {
    html! {
        <>
            <h3>{ props.cx.words.text(title) }</h3>
            { inside }
            <div class="write-on"></div>
        </>
    }
}

fn space() -> Html {
    html! {
        <>
            <div class="write-on"></div>
            <div class="write-on"></div>
            <div class="write-on"></div>
        </>
    }
}

fn strengths(props: &ResultsProps) -> Html {
    let strengths = &props.outcome.strengths;
    html! {
        <ul>
            for &(at, how_often) in &strengths.items {
                <li>{ phrase(props, at, how_often) }</li>
            }
            for &strategy in &strengths.strategies {
                <li>{ props.cx.words.text(wording::strategy(strategy)) }</li>
            }
        </ul>
    }
}

fn steps(props: &ResultsProps) -> Html {
    html! {
        <ul>
            for &strategy in &props.outcome.beginning.steps {
                <li>{ props.cx.words.text(wording::strategy(strategy)) }</li>
            }
        </ul>
    }
}

fn openers(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let perspective = run.instrument.perspective;
    let someone = run.instrument.scope == Scope::Full;
    // A reader with no one in mind can still tell somebody that they look for help.
    let suggested: Vec<Strategy> = match someone {
        true => outcome.beginning.steps.clone(),
        false => vec![Strategy::Support],
    };
    let each = if suggested.len() > FEW { 1 } else { 2 };
    html! {
        <>
            <ul>
                for &strategy in &suggested {
                    for message in wording::openers(strategy, perspective).into_iter().take(each) {
                        <li>{ cx.words.text(message) }</li>
                    }
                }
            </ul>
            if someone && perspective == Perspective::Recovery {
                <p class="small">{ cx.words.text(Message::SheetChild) }</p>
            }
        </>
    }
}

fn scores(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    let said = |area, score: &Score| {
        let (title, _) = wording::area(area, run.instrument.perspective);
        let (Some(value), Some(band)) = (score.value(), band(score)) else { return Html::default() };
        let value = words.number(rounded(value, 0), 0);
        html! { <li>{ words.text(title) }{ dot() }{ value }{ dot() }{ words.text(wording::band(band).0) }</li> }
    };
    html! {
        <>
            <h3>{ words.text(Message::SheetScores) }</h3>
            <ul>
                for (area, score) in &outcome.areas {
                    { said(*area, score) }
                }
            </ul>
            <p class="small">{ words.text(Message::ProfileAbout) }</p>
        </>
    }
}
