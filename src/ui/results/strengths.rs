//! Strengths: what is going well.

use yew::prelude::*;

use super::props::ResultsProps;
use crate::domain::guidance::HowOften;
use crate::domain::item::ItemIdx;
use crate::language::Message;
use crate::ui::wording;

/// The strongest items, each with its strength phrase, then the strategies that stand out.
pub fn strengths(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    let strengths = &outcome.strengths;
    let none_answered = run.instrument.definition().places().all(|at| run.answers.code(at).is_none());
    let none = strengths.items.is_empty() && strengths.strategies.is_empty();
    html! {
        <section class="part strengths">
            <h3>{ words.text(Message::StrengthsTitle) }</h3>
            if none {
                <p>
                    { words.text(if none_answered { Message::StrengthsSkipped } else { Message::StrengthsNone }) }
                </p>
            }
            if !strengths.items.is_empty() {
                <ul role="list">
                    for &(at, how_often) in &strengths.items {
                        <li>{ phrase(props, at, how_often) }</li>
                    }
                </ul>
            }
            if !strengths.strategies.is_empty() {
                <p>{ words.text(Message::StrengthsStandOut) }</p>
                <ul role="list">
                    for &strategy in &strengths.strategies {
                        <li>{ words.text(wording::strategy(strategy)) }</li>
                    }
                </ul>
            }
        </section>
    }
}

/// The words of a strength.
pub fn phrase(props: &ResultsProps, at: ItemIdx, how_often: HowOften) -> AttrValue {
    let ResultsProps { run, cx, .. } = props;
    let Some(row) = run.instrument.row(at) else { return AttrValue::default() };
    let item = cx.words.item(run.instrument.perspective, row.id);
    AttrValue::from(match how_often {
        HowOften::Often => item.often,
        HowOften::Sometimes => item.sometimes,
    })
}
