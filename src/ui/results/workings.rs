//! "How this was worked out": every answer, reversal and sum, so that a reader can check it by hand.

use yew::prelude::*;

use super::props::ResultsProps;
use crate::domain::instrument::{CODES, Row};
use crate::domain::item::{ItemIdx, Keying};
use crate::domain::score::{Exact, Score, Scored, TooFew, rounded};
use crate::language::Message;
use crate::ui::context::Words;
use crate::ui::wording;

/// The workings, folded.
pub fn workings(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    let perspective = run.instrument.perspective;
    let rules = [
        Message::WorkingsAbout,
        Message::WorkingsCodes,
        Message::WorkingsBlank,
        Message::WorkingsBands,
        Message::WorkingsRange,
    ];
    html! {
        <details class="part workings">
            <summary><h3>{ words.text(Message::WorkingsTitle) }</h3></summary>
            for rule in rules {
                <p>{ words.text(rule) }</p>
            }
            for (area, score) in &outcome.areas {
                <h4>{ words.text(wording::area(*area, perspective).0) }</h4>
                { answers(props, wording::area(*area, perspective).0, &|row| row.area == *area) }
                <p class="formula">{ formula(words, score) }</p>
            }
            if outcome.areas.len() > 1 {
                <h4>{ words.text(Message::WorkingsOverall) }</h4>
                { overall(props) }
            }
            <h4>{ words.text(Message::WorkingsStrategies) }</h4>
            <p>{ words.text(Message::WorkingsStrategiesAbout) }</p>
            { others(props) }
            { strategies(props) }
        </details>
    }
}

fn places<'a>(
    props: &'a ResultsProps,
    wanted: &'a dyn Fn(&Row) -> bool,
) -> impl Iterator<Item = (ItemIdx, Row)> + 'a {
    let rows = props.run.instrument.definition().places();
    rows.filter_map(|at| Some((at, *props.run.instrument.row(at)?))).filter(|(_, row)| wanted(row))
}

/// Table of the answers that are `wanted`, under a heading. Its caption says the heading again to screen readers, which go
/// from table to table.
fn answers(props: &ResultsProps, heading: Message, wanted: &dyn Fn(&Row) -> bool) -> Html {
    let ResultsProps { run, cx, .. } = props;
    let words = &cx.words;
    let columns = [Message::WorkingsQuestion, Message::WorkingsAnswer, Message::WorkingsCounts];
    html! {
        <table role="table">
            <caption class="only-read">{ words.text(heading) }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    for column in columns {
                        <th scope="col" role="columnheader">{ words.text(column) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (at, row) in places(props, wanted) {
                    <tr role="row">
                        <th scope="row" role="rowheader">
                            { words.whole(at.0 + 1) }{ ". " }
                            { AttrValue::from(words.item(run.instrument.perspective, row.id).text) }
                        </th>
                        <td role="cell">{ given(props, at) }</td>
                        <td role="cell">{ counts(props, at, row) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn given(props: &ResultsProps, at: ItemIdx) -> AttrValue {
    let ResultsProps { run, cx, .. } = props;
    let answer = cx.words.say(wording::answer(run.answers.get(at)));
    match run.answers.code(at) {
        None => answer,
        Some(code) => {
            let code = cx.words.number(code, 0);
            cx.words.fill(Message::WorkingsPlain, &[("answer", &answer), ("code", &code)])
        }
    }
}

fn counts(props: &ResultsProps, at: ItemIdx, row: Row) -> AttrValue {
    let ResultsProps { run, cx, .. } = props;
    let (Some(code), Some(keyed)) =
        (run.answers.code(at), run.instrument.definition().keyed(&run.answers, at))
    else {
        return AttrValue::from("–");
    };
    let [max, code, keyed] = [CODES.max, code, keyed].map(|number| cx.words.number(number, 0));
    match row.keying {
        Keying::Forward => keyed.into(),
        Keying::Reverse => {
            let values = [("max", &*max), ("code", &*code), ("keyed", &*keyed)];
            cx.words.fill(Message::WorkingsReversed, &values)
        }
    }
}

/// Answers that count in a strategy but in none of the areas shown.
fn others(props: &ResultsProps) -> Html {
    let ResultsProps { run, cx, .. } = props;
    let other = |row: &Row| !run.instrument.areas().contains(&row.area);
    if places(props, &other).next().is_none() {
        return Html::default();
    }
    html! {
        <>
            <p>{ cx.words.text(Message::WorkingsOthers) }</p>
            { answers(props, Message::WorkingsStrategies, &other) }
        </>
    }
}

fn two_decimals(words: &Words, value: Exact) -> String {
    words.number(rounded(value, 2), 2)
}

fn formula(words: &Words, score: &Score) -> AttrValue {
    match score {
        Score::Scored(Scored { value, sum, answered, .. }) => {
            let [sum, max] = [*sum, CODES.max].map(|number| words.number(number, 0));
            let (answered, value) = (words.whole(*answered), two_decimals(words, *value));
            let values = [("sum", &*sum), ("max", &*max), ("answered", &*answered), ("value", &*value)];
            words.fill(Message::WorkingsFormula, &values)
        }
        Score::TooFew(TooFew { answered, needed, of }) => {
            let [answered, needed, of] = [answered, needed, of].map(|&number| words.whole(number));
            let values = [("answered", &*answered), ("needed", &*needed), ("of", &*of)];
            words.fill(Message::WorkingsNone, &values)
        }
    }
}

fn overall(props: &ResultsProps) -> Html {
    let ResultsProps { outcome, cx, .. } = props;
    let words = &cx.words;
    let Some(overall) = outcome.overall else {
        return html! { <p>{ words.text(Message::WorkingsOverallNone) }</p> };
    };
    let values: Vec<String> = outcome
        .areas
        .iter()
        .filter_map(|(_, score)| score.value())
        .map(|value| two_decimals(words, value))
        .collect();
    let filled = [("values", &*values.join(" + ")), ("value", &*two_decimals(words, overall))];
    html! {
        <>
            <p class="formula">{ words.fill(Message::WorkingsOverallFormula, &filled) }</p>
            <p>{ words.text(Message::WorkingsOverallAbout) }</p>
        </>
    }
}

fn strategies(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    html! {
        <dl>
            for &(strategy, score) in &outcome.strategies {
                <dt>{ words.text(wording::strategy(strategy)) }</dt>
                <dd>
                    {
                        words.fill(
                            Message::WorkingsFrom,
                            &[("numbers", &numbers(props, &|row| {
                                row.strategy(run.instrument.perspective) == Some(strategy)
                            }))],
                        )
                    }
                    <br />
                    { formula(words, &score) }
                </dd>
            }
        </dl>
    }
}

fn numbers(props: &ResultsProps, wanted: &dyn Fn(&Row) -> bool) -> String {
    let numbers: Vec<String> = places(props, wanted).map(|(at, _)| props.cx.words.whole(at.0 + 1)).collect();
    props.cx.words.list(&numbers)
}
