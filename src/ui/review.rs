//! Every answer, with Change.

use yew::prelude::*;

use super::context::Cx;
use super::parts::{Button, Weight};
use super::wording;
use crate::domain::definition::ItemIdx;
use crate::domain::nudge::Nudge;
use crate::domain::session::{Msg, Run};
use crate::text::Message;

/// Props of [`Review`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReviewProps {
    /// The run.
    pub run: Run,
    /// A second look, suggested once.
    pub nudge: Option<Nudge>,
    /// The surroundings.
    pub cx: Cx,
}

/// The list of answers.
#[component]
pub fn Review(props: &ReviewProps) -> Html {
    let ReviewProps { run, nudge, cx } = props;
    let words = &cx.words;
    let hide = if run.hidden { Message::ShowAnswers } else { Message::HideAnswers };
    html! {
        <section class="screen review">
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.say(Message::ReviewTitle) }</h2>
            <p>{ count(props) }</p>
            if let Some(nudge) = nudge.filter(|_| !run.hidden) {
                <p class="note">{ words.say(said(nudge)) }</p>
            }
            <div class="asides">
                <Button label={words.say(hide)} weight={Weight::Quiet} onpress={cx.sends(Msg::HideToggled)} />
            </div>
            <p class="covered" role="status">
                { run.hidden.then(|| words.say(Message::ReviewHidden)) }
            </p>
            if !run.hidden {
                <ol class="answers" role="list">
                    for at in run.instrument.definition().places() {
                        { answer(props, at) }
                    }
                </ol>
            }
            { actions(props) }
        </section>
    }
}

fn said(nudge: Nudge) -> Message {
    match nudge {
        Nudge::AllTheSame => Message::NudgeAllTheSame,
        Nudge::DifferentWays => Message::NudgeDifferentWays,
    }
}

fn count(props: &ReviewProps) -> String {
    let ReviewProps { run, cx, .. } = props;
    let total = run.instrument.len();
    let answered = run.instrument.definition().places().filter(|&at| run.answers.code(at).is_some()).count();
    let values = [("answered", &*cx.words.whole(answered)), ("total", &*cx.words.whole(total))];
    let count = cx.words.fill(Message::ReviewCount, &values);
    if answered < total {
        format!("{count} {}", cx.words.say(Message::ReviewGaps))
    } else {
        count.to_string()
    }
}

fn answer(props: &ReviewProps, at: ItemIdx) -> Html {
    let ReviewProps { run, cx, .. } = props;
    let Some(row) = run.instrument.row(at) else { return Html::default() };
    let item = cx.words.item(run.instrument.perspective, row.id);
    let number = cx.words.whole(at.0 + 1);
    let given = run.answers.get(at);
    let more = cx.words.fill(Message::ReviewChangeItem, &[("number", &number), ("item", &item.text)]);
    html! {
        <li key={at.0}>
            <span class="item">{ AttrValue::from(item.text.clone()) }</span>
            <span class={classes!("given", run.answers.code(at).is_none().then_some("gap"))}>
                { cx.words.say(wording::answer(given)) }
            </span>
            <Button
                label={cx.words.say(Message::ReviewChange)}
                label_more={more}
                weight={Weight::Quiet}
                onpress={cx.sends(Msg::Reopened(at))}
            />
        </li>
    }
}

fn actions(props: &ReviewProps) -> Html {
    let cx = &props.cx;
    let button = |label, weight, msg: Msg| html! { <Button label={cx.words.say(label)} {weight} repeats={msg == Msg::WentBack} onpress={cx.sends(msg)} /> };
    html! {
        <>
            <div class="actions">
                { button(Message::SeeResults, Weight::Primary, Msg::ResultsAsked) }
                { button(Message::Back, Weight::Secondary, Msg::WentBack) }
            </div>
            <div class="asides">
                { button(Message::StartOver, Weight::Quiet, Msg::StartOverAsked) }
            </div>
        </>
    }
}
