//! One question.

use yew::prelude::*;

use super::context::Cx;
use super::parts::{Button, Choice, Choices, Problem, Weight, when};
use super::wording;
use crate::domain::answers::Answer;
use crate::domain::definition::ItemIdx;
use crate::domain::instrument::Row;
use crate::domain::session::{Missed, Msg, Run};
use crate::text::{ItemWords, Message};

/// Props of [`Question`].
#[derive(Clone, PartialEq, Properties)]
pub struct QuestionProps {
    /// The run.
    pub run: Run,
    /// The question.
    pub at: ItemIdx,
    /// How often Continue was pressed without an answer.
    pub missed: Missed,
    /// Whether "Finish now" is offered.
    pub can_finish: bool,
    /// The surroundings.
    pub cx: Cx,
}

/// A question with its choices; Skip stands apart from them.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let QuestionProps { run, at, .. } = props;
    let Some(&row) = run.instrument.row(*at) else { return Html::default() };
    let words = props.cx.words.item(run.instrument.perspective, row.id);
    html! {
        <section class="screen question">
            { place(props) }
            { choices(props, row, words) }
            { actions(props) }
        </section>
    }
}

fn place(props: &QuestionProps) -> Html {
    let QuestionProps { run, at, cx, .. } = props;
    let words = &cx.words;
    let (number, total) = (at.0 + 1, run.instrument.len());
    let counter =
        words.fill(Message::Counter, &[("number", &words.whole(number)), ("total", &words.whole(total))]);
    html! {
        <div class="place">
            <p class="counter" id="counter">{ counter }</p>
            <progress aria-hidden="true" max={total.to_string()} value={number.to_string()} />
            <p class="who">
                { words.say(wording::answering_as(run.instrument.perspective)) }{ " · " }
                <Button
                    label={words.say(Message::Change)}
                    label_more={words.say(Message::ChangePerspective)}
                    weight={Weight::Quiet}
                    onpress={cx.sends(Msg::ChangePerspectiveAsked)}
                />
            </p>
        </div>
    }
}

fn choices(props: &QuestionProps, row: Row, item: ItemWords) -> Html {
    let QuestionProps { run, at, missed, cx, .. } = props;
    let (words, at) = (&cx.words, *at);
    let given = run.answers.get(at);
    let answers: Vec<Answer> =
        (0..).zip(wording::CHOICES).map(|(code, _)| Answer::Chosen(code)).chain([Answer::Skipped]).collect();
    let labels = wording::CHOICES.into_iter().chain([Message::Skip]);
    let choices: Vec<Choice> = labels
        .zip(&answers)
        .map(|(label, answer)| Choice { label: words.say(label), hint: None, chosen: given == Some(*answer) })
        .collect();
    let onchoose =
        when(&cx.send, move |place: usize| answers.get(place).map(|&answer| Msg::Answered(at, answer)));
    let missing = *missed > Missed::default();
    let first = NodeRef::default();
    let heading = html! {
        <h2 id="heading" tabindex="-1" aria-describedby="counter" ref={cx.focus.heading.clone()}>
            { AttrValue::from(item.text.clone()) }
        </h2>
    };
    html! {
        <>
            <p class="stem" id="stem">{ words.say(wording::stem(&run.instrument)) }</p>
            <Choices
                name="answer"
                legend={heading}
                described_by={if missing { "stem notes problem" } else { "stem notes" }}
                before_last={words.say(Message::Or)}
                {choices}
                {onchoose}
                onenter={cx.sends(Msg::WentOn(at))}
                first={first.clone()}
            >
                <div class="notes" id="notes">{ notes(props, row, &item) }</div>
                if missing {
                    <Problem
                        id="problem"
                        label={words.say(Message::Error)}
                        message={words.say(Message::AnswerMissing)}
                        target={first}
                        node={cx.focus.problem.clone()}
                    />
                }
            </Choices>
        </>
    }
}

fn notes(props: &QuestionProps, row: Row, item: &ItemWords) -> Html {
    let words = &props.cx.words;
    html! {
        <>
            if let Some(help) = &item.help {
                <p class="hint">{ AttrValue::from(help.clone()) }</p>
            }
            if row.may_not_come_up {
                <p class="hint">{ words.say(Message::MayNotComeUp) }</p>
            }
            if props.at == ItemIdx(0) {
                <p class="hint">{ words.say(Message::NewToThis) }</p>
            }
        </>
    }
}

fn actions(props: &QuestionProps) -> Html {
    let QuestionProps { at, can_finish, cx, .. } = props;
    let words = &cx.words;
    let button = |label, weight, msg| html! { <Button label={words.say(label)} {weight} repeats={msg == Msg::WentBack} onpress={cx.sends(msg)} /> };
    html! {
        <>
            <div class="actions">
                { button(Message::Continue, Weight::Primary, Msg::WentOn(*at)) }
                { button(Message::Back, Weight::Secondary, Msg::WentBack) }
            </div>
            <div class="asides">
                if *can_finish {
                    { button(Message::FinishNow, Weight::Quiet, Msg::FinishedEarly) }
                }
                { button(Message::StartOver, Weight::Quiet, Msg::StartOverAsked) }
            </div>
        </>
    }
}
