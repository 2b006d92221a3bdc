//! A question.

use yew::prelude::*;

use super::context::Cx;
use super::parts::{Problem, Radio, Radios, Weight, problem, radios, when};
use super::wording::{self, dot};
use crate::domain::answers::Answer;
use crate::domain::instrument::Row;
use crate::domain::item::ItemIdx;
use crate::domain::session::{Missed, Msg, Run};
use crate::language::{ItemWords, Message};

/// Props of a question.
pub struct QuestionProps<'a> {
    /// The run.
    pub run: &'a Run,
    /// The question.
    pub at: ItemIdx,
    /// How often Continue was pressed without an answer.
    pub missed: Missed,
    /// Whether "Finish now" is offered.
    pub can_finish: bool,
    /// Button to save the check-in and finish later.
    pub later: Html,
    /// The context.
    pub cx: &'a Cx,
}

/// A question with its choices, and Skip apart from them. All questions share their elements, which halves the response
/// time to a tap; parts that differ between questions have a key and are new each time.
pub fn question(props: &QuestionProps) -> Html {
    let &QuestionProps { run, at, .. } = props;
    let Some(&row) = run.instrument.row(at) else { return Html::default() };
    let words = props.cx.words.item(run.instrument.perspective, row.id);
    html! {
        <section key="question" class="screen question">
            { place(props) }
            { answers(props, row, words) }
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
    let change = cx
        .button(Message::Change, Weight::Quiet, Msg::ChangePerspectiveAsked)
        .more(words.say(Message::ChangePerspective));
    html! {
        <div class="place">
            <p class="counter" id="counter"><span key={at.0}>{ counter }</span></p>
            <progress aria-hidden="true" max={total.to_string()} value={number.to_string()} />
            <p class="who">
                { words.text(wording::answering_as(run.instrument.perspective)) }{ dot() }
                { change.html() }
            </p>
        </div>
    }
}

fn answers(props: &QuestionProps, row: Row, item: ItemWords) -> Html {
    let QuestionProps { run, at, missed, cx, .. } = props;
    let (words, at) = (&cx.words, *at);
    let given = run.answers.get(at);
    let answers: Vec<Answer> =
        (0..).zip(wording::CHOICES).map(|(code, _)| Answer::Chosen(code)).chain([Answer::Skipped]).collect();
    let labels = wording::CHOICES.into_iter().chain([Message::Skip]);
    let offered: Vec<Radio> = labels
        .zip(&answers)
        .map(|(label, answer)| Radio { label: words.say(label), hint: None, chosen: given == Some(*answer) })
        .collect();
    let onchoose =
        when(&cx.send, move |place: usize| answers.get(place).map(|&answer| Msg::Answered(at, answer)));
    let missing = *missed > Missed::default();
    let first = NodeRef::default();
    // The focus goes to the heading, and some screen readers never read the description of a group. The stem is the same
    // for all questions.
    let described_by = if at.0 == 0 { "counter stem notes" } else { "counter notes" };
    let problem = missing.then(|| {
        problem(Problem {
            id: "problem",
            label: words.say(Message::Error),
            message: words.say(Message::AnswerMissing),
            target: first.clone(),
            node: cx.focus.problem.clone(),
        })
    });
    let group = Radios {
        name: "answer",
        legend: None,
        described_by: missing.then_some("problem"),
        notes: html! {
            <>
                <div class="notes" id="notes">{ notes(props, row, &item) }</div>
                { problem }
            </>
        },
        choices: offered,
        before_last: Some(words.say(Message::Or)),
        onchoose,
        onenter: cx.sends(Msg::WentOn(at)),
        first,
    };
    html! {
        <>
            <p class="stem" id="stem">{ words.text(wording::stem(&run.instrument)) }</p>
            <h2 key={at.0} id="heading" tabindex="-1" aria-describedby={described_by} ref={cx.focus.heading.clone()}>
                { AttrValue::from(item.text.clone()) }
            </h2>
            { radios(group) }
        </>
    }
}

/// Notes under a question. Each has its own key: a fieldset that gains or loses a child is laid out anew as a whole.
fn notes(props: &QuestionProps, row: Row, item: &ItemWords) -> Html {
    let (at, words) = (props.at.0, &props.cx.words);
    html! {
        <>
            if let Some(help) = &item.help {
                <p key={at} class="hint">{ AttrValue::from(help.clone()) }</p>
            }
            if row.may_not_come_up {
                <p key={at} class="hint">{ words.text(Message::MayNotComeUp) }</p>
            }
            if at == 0 {
                <p key={at} class="hint">{ words.text(Message::NewToThis) }</p>
            }
        </>
    }
}

fn actions(props: &QuestionProps) -> Html {
    let QuestionProps { at, can_finish, later, cx, .. } = props;
    html! {
        <>
            <div class="actions">
                { cx.button(Message::Continue, Weight::Primary, Msg::WentOn(*at)).html() }
                { cx.button(Message::Back, Weight::Secondary, Msg::WentBack).repeats().html() }
            </div>
            <div class="asides">
                if *can_finish {
                    { cx.button(Message::FinishNow, Weight::Quiet, Msg::FinishedEarly).html() }
                }
                { cx.button(Message::StartOver, Weight::Quiet, Msg::StartOverAsked).html() }
            </div>
            { later.clone() }
        </>
    }
}
