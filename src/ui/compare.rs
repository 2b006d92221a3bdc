//! Comparing with someone: two safety questions, a warning, the codes, and the two side by side. Every refusal is the
//! same screen.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::capabilities::Comparing;
use super::context::Cx;
use super::help::{Level, first_lines};
use super::parts::{Button, Problem, Radio, Radios, Weight, field, is_enter, problem, radios, when};
use super::wording;
use crate::domain::compare::{Beside, CodeError, Comparison, Figures, Gap};
use crate::domain::instrument::Area;
use crate::domain::score::rounded;
use crate::domain::session::{CompareMsg, Missed, Msg, Question, Reply, Stage};
use crate::edition::FullOnly;
use crate::language::{Group, Message};

/// Draws a stage of a comparison.
pub fn comparison(stage: Stage, comparing: &FullOnly<Comparing>, cx: &Cx) -> Html {
    match stage {
        Stage::Asking { question, reply, missed } => ask(question, reply, missed, comparing, cx),
        Stage::Warned { .. } => warned(comparing, cx),
        Stage::Exchanging { mine, trouble, .. } => exchange(&mine, trouble, comparing, cx),
        Stage::Compared { mine, comparison } => compared(&mine, &comparison, cx),
        Stage::Refused => refused(cx),
    }
}

fn heading(message: Message, cx: &Cx) -> Html {
    html! {
        <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ cx.words.text(message) }</h2>
    }
}

fn back(weight: Weight, cx: &Cx) -> Html {
    cx.button(Message::Back, weight, Msg::WentBack).html()
}

fn ask(
    question: Question,
    reply: Option<Reply>,
    missed: Missed,
    comparing: &FullOnly<Comparing>,
    cx: &Cx,
) -> Html {
    let words = &cx.words;
    let (key, message) = match question {
        Question::Watched => ("watched", Message::CompareWatched),
        Question::Afraid => ("afraid", Message::CompareAfraid),
    };
    let answer = |&one: &Reply| Radio {
        label: words.say(wording::reply(one)),
        hint: None,
        chosen: reply == Some(one),
    };
    let on = comparing.msg(CompareMsg::Replied(question));
    let first = NodeRef::default();
    let is_missing = missed > Missed::default();
    let missing = Problem {
        label: words.say(Message::Error),
        message: words.say(Message::CompareMissing),
        id: "reply-missing",
        target: first.clone(),
        node: cx.focus.problem.clone(),
    };
    let notes = html! {
        if is_missing {
            { problem(missing) }
        }
    };
    let group = Radios {
        name: key,
        legend: None,
        described_by: is_missing.then_some("reply-missing"),
        notes,
        choices: question.replies().iter().map(answer).collect(),
        before_last: None,
        onchoose: when(&cx.send, {
            let chosen = comparing.with(());
            move |place: usize| {
                let reply = question.replies().get(place)?;
                Some(Msg::Compare(chosen.with(CompareMsg::Chose(question, *reply))))
            }
        }),
        onenter: cx.sends(on),
        first,
    };
    html! {
        <section {key} class="screen">
            { heading(message, cx) }
            { radios(group) }
            <div class="actions">
                { cx.button(Message::Continue, Weight::Primary, on).html() }
                { cx.button(Message::Back, Weight::Secondary, Msg::WentBack).repeats().html() }
            </div>
        </section>
    }
}

fn warned(comparing: &FullOnly<Comparing>, cx: &Cx) -> Html {
    let words = &cx.words;
    html! {
        <section key="warned" class="screen">
            { heading(Message::CompareTitle, cx) }
            <p>{ words.text(Message::CompareBothWant) }</p>
            <p>{ words.text(Message::CompareAnyone) }</p>
            <p>{ words.text(Message::CompareNotLocked) }</p>
            <p>{ words.text(Message::CompareEnds) }</p>
            <div class="actions">
                { cx.button(Message::CompareShow, Weight::Primary, comparing.msg(CompareMsg::CodeAsked)).html() }
                { back(Weight::Secondary, cx) }
            </div>
        </section>
    }
}

fn exchange(mine: &Figures, trouble: Option<CodeError>, comparing: &FullOnly<Comparing>, cx: &Cx) -> Html {
    let words = &cx.words;
    let code = comparing.write.emit(*mine);
    let file = Button::new(
        words.say(Message::CompareFile),
        Weight::Secondary,
        comparing.download.reform({
            let code = code.clone();
            move |()| code.clone()
        }),
    );
    html! {
        <section key="exchange" class="screen exchange">
            { heading(Message::CompareTitle, cx) }
            <h3>{ words.text(Message::CompareMine) }</h3>
            <p class="code" dir="ltr">
                for group in code.split(' ') {
                    <span>{ group.to_owned() }</span>{ " " }
                }
            </p>
            <p class="small">{ words.text(Message::CompareMineAbout) }</p>
            <div class="actions">{ file.html() }</div>
            { theirs(trouble, comparing, cx) }
            <div class="actions">
                { back(Weight::Secondary, cx) }
                { cx.button(Message::StartOver, Weight::Secondary, Msg::StartOverAsked).html() }
            </div>
        </section>
    }
}

/// Field for the other person's code. The text stays in the field: nothing keeps a copy.
fn theirs(trouble: Option<CodeError>, comparing: &FullOnly<Comparing>, cx: &Cx) -> Html {
    let words = &cx.words;
    let field = NodeRef::default();
    let given = cx.send.reform({
        let given = comparing.with(());
        move |code| Msg::Compare(given.with(CompareMsg::CodeGiven(code)))
    });
    let read = Callback::from({
        let (field, read, given) = (field.clone(), comparing.read.clone(), given.clone());
        move |()| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                given.emit(read.emit(input.value()));
            }
        }
    });
    let onkeydown = when(&read, |event: KeyboardEvent| is_enter(&event).then_some(()));
    let onchange = when(&comparing.open, move |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        let file = input.files()?.get(0)?;
        // Lets the reader choose the same file again.
        input.set_value("");
        Some((file, given.clone()))
    });
    let problem = trouble.map(|why| Problem {
        label: words.say(Message::Error),
        message: words.say(wording::code_error(why)),
        id: "code-problem",
        target: field.clone(),
        node: cx.focus.problem.clone(),
    });
    let described = if problem.is_some() { "code-about code-problem" } else { "code-about" };
    let invalid = problem.is_some().then_some("true");
    html! {
        <>
            <h3><label for="code">{ words.text(Message::CompareTheirs) }</label></h3>
            <p class="small" id="code-about">{ words.text(Message::CompareTheirsAbout) }</p>
            if let Some(problem) = problem {
                { self::problem(problem) }
            }
            { field!(input
                    type="text"
                    id="code"
                    inputmode="numeric"
                    maxlength="200"
                    autocapitalize="off"
                    dir="ltr"
                    aria-describedby={described}
                    aria-invalid={invalid}
                    {onkeydown}
                    ref={field}
            ) }
            <div class="actions">
                { Button::new(words.say(Message::CompareNow), Weight::Primary, read).html() }
            </div>
            <p class="file">
                <label for="code-file">{ words.text(Message::CompareOpen) }</label>
                <input type="file" id="code-file" accept=".txt,text/plain" {onchange} />
            </p>
        </>
    }
}

fn compared(mine: &Figures, comparison: &Comparison, cx: &Cx) -> Html {
    let words = &cx.words;
    let Comparison { accountability, gap, healing, stability } = comparison;
    let rows = [
        (Message::AreaAccountability, accountability),
        (wording::area(Area::Healing, mine.perspective).0, healing),
        (wording::area(Area::Stability, mine.perspective).0, stability),
    ];
    html! {
        <section key="compared" class="screen compared">
            { heading(Message::CompareSideBySide, cx) }
            { table(&rows, cx) }
            <p class="lead">{ words.text(wording::gap(*gap)) }</p>
            if *gap == Gap::Different {
                <p>{ words.text(Message::CompareDifferentAbout) }</p>
            }
            <p class="small">
                { words.text(Message::CompareAccountabilityAbout) }{ " " }{ words.text(Message::CompareGapAbout) }
            </p>
            <p class="small">{ words.text(Message::CompareOthersAbout) }</p>
            <p class="small">{ words.text(Message::Disclaimer) }</p>
            <div class="actions">
                { back(Weight::Primary, cx) }
                { cx.button(Message::StartOver, Weight::Secondary, Msg::StartOverAsked).html() }
            </div>
        </section>
    }
}

fn table(rows: &[(Message, &Beside)], cx: &Cx) -> Html {
    let words = &cx.words;
    let people = [Message::CompareYou, Message::CompareOther];
    let columns = [Message::ProfileArea, people[0], people[1]];
    let number = |value| match value {
        Some(value) => words.number(rounded(value, 0), 0).into(),
        None => words.say(Message::ProfileNoNumber),
    };
    html! {
        <table role="table">
            <caption>{ words.text(Message::CompareTable) }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    for column in columns {
                        <th scope="col" role="columnheader">{ words.text(column) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (title, beside) in rows.iter() {
                    <tr role="row">
                        <th scope="row" role="rowheader">{ words.text(*title) }</th>
                        for (label, value) in people.into_iter().zip(beside.iter()) {
                            <td role="cell">
                                <span class="whose" aria-hidden="true">{ words.text(label) }{ " " }</span>
                                { number(*value) }
                            </td>
                        }
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// The one screen for all refusals. It is given no reason, so it can tell none. The help lines are there for everyone:
/// the results behind it do not change for a reader who is afraid.
fn refused(cx: &Cx) -> Html {
    html! {
        <section key="refused" class="screen">
            { heading(Message::CompareTitle, cx) }
            <p>{ cx.words.text(Message::CompareRefused) }</p>
            <p>{ cx.words.text(Message::SupportFirstPlain) }</p>
            { first_lines(&[Group::Abuse, Group::Crisis, Group::Emergency], Level::Three, cx) }
            <div class="actions">{ back(Weight::Primary, cx) }</div>
        </section>
    }
}
