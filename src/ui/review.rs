//! The review: every answer, with a button to change it.

use yew::prelude::*;

use super::context::{Cx, Words};
use super::parts::Weight;
use super::wording;
use crate::domain::item::ItemIdx;
use crate::domain::nudge::Nudge;
use crate::domain::session::{Msg, Run};
use crate::language::Message;

/// The list of answers, with the nudge, if any. `later` is the button to save the check-in and finish later.
pub fn review(run: &Run, nudge: Option<Nudge>, later: Html, cx: &Cx) -> Html {
    let words = &cx.words;
    let hide = if run.hidden { Message::ShowAnswers } else { Message::HideAnswers };
    html! {
        <section key="review" class="screen review">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.text(Message::ReviewTitle) }</h2>
            <p>{ count(run, words) }</p>
            if let Some(nudge) = nudge.filter(|_| !run.hidden) {
                <p class="note">{ words.text(said(nudge)) }</p>
            }
            <div class="asides">
                { cx.button(hide, Weight::Quiet, Msg::HideToggled).opens(!run.hidden, NodeRef::default()).html() }
            </div>
            <p class="covered" aria-live="polite">
                if run.hidden {
                    <span>{ words.text(Message::ReviewHidden) }</span>
                }
            </p>
            if !run.hidden {
                <ol class="answers" role="list">
                    for at in run.instrument.definition().places() {
                        { answer(run, at, cx) }
                    }
                </ol>
            }
            { actions(cx) }
            { later }
        </section>
    }
}

fn said(nudge: Nudge) -> Message {
    match nudge {
        Nudge::AllTheSame => Message::NudgeAllTheSame,
        Nudge::DifferentWays => Message::NudgeDifferentWays,
    }
}

fn count(run: &Run, words: &Words) -> String {
    let total = run.instrument.len();
    let answered = run.instrument.definition().places().filter(|&at| run.answers.code(at).is_some()).count();
    let values = [("answered", &*words.whole(answered)), ("total", &*words.whole(total))];
    let count = words.fill(Message::ReviewCount, &values);
    if answered < total {
        [&*count, " ", &*words.say(Message::ReviewGaps)].concat()
    } else {
        count.to_string()
    }
}

fn answer(run: &Run, at: ItemIdx, cx: &Cx) -> Html {
    let Some(row) = run.instrument.row(at) else { return Html::default() };
    let item = cx.words.item(run.instrument.perspective, row.id);
    let number = cx.words.whole(at.0 + 1);
    let words = cx.words.say(wording::answer(run.answers.get(at)));
    let more = cx.words.fill(Message::ReviewChangeItem, &[("number", &number)]);
    html! {
        <li key={at.0}>
            // Paragraphs: a voice would run two spans together.
            <p class="item">{ AttrValue::from(item.text.clone()) }</p>
            if run.answers.code(at).is_none() {
                <p class="given gap">{ words }</p>
            } else {
                <p class="given">{ words }</p>
            }
            { cx.button(Message::ReviewChange, Weight::Quiet, Msg::Reopened(at)).more(more).html() }
        </li>
    }
}

fn actions(cx: &Cx) -> Html {
    html! {
        <>
            <div class="actions">
                { cx.button(Message::SeeResults, Weight::Primary, Msg::ResultsAsked).html() }
                { cx.button(Message::Back, Weight::Secondary, Msg::WentBack).repeats().html() }
            </div>
            <div class="asides">
                { cx.button(Message::StartOver, Weight::Quiet, Msg::StartOverAsked).html() }
            </div>
        </>
    }
}
