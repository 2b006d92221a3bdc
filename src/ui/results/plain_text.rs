//! The results as plain text and as a table.

use yew::AttrValue;

use super::props::ResultsProps;
use super::strengths::phrase;
use crate::domain::guidance::band;
use crate::domain::score::rounded;
use crate::language::Message;
use crate::ui::capabilities::TableRow;
use crate::ui::context::Words;
use crate::ui::wording;

/// The parts of an export.
#[derive(Clone, Copy, PartialEq)]
pub struct Ticks {
    /// The numbers.
    pub numbers: bool,
    /// The answers.
    pub answers: bool,
    /// The reader's note, if there is one.
    pub note: bool,
}

/// The results as lines of plain text.
pub fn text(props: &ResultsProps, ticks: Ticks) -> String {
    let ResultsProps { run, outcome, cx } = props;
    let mut text = String::new();
    let mut line = |words: &str| {
        text.push_str(words);
        text.push('\n');
    };
    line(&cx.words.say(Message::ResultsTitle));
    line("");
    line(&cx.words.say(Message::StrengthsTitle));
    for &(at, often) in &outcome.strengths.items {
        line(&phrase(props, at, often));
    }
    for &strategy in &outcome.strengths.strategies {
        line(&cx.words.say(wording::strategy(strategy)));
    }
    line("");
    line(&cx.words.say(Message::BeginTitle));
    line(&cx.words.say(Message::BeginAfraid));
    for &strategy in &outcome.beginning.steps {
        line(&cx.words.say(wording::small_step(strategy, &run.instrument)));
    }
    line("");
    for [_, _, words, answer, value] in rows(props, ticks, Words::number) {
        line(&words);
        if !answer.is_empty() {
            line(&["  ", &answer, "  ", &value].concat());
        }
    }
    text
}

/// The ticked parts as a table for a spreadsheet.
pub fn table(props: &ResultsProps, ticks: Ticks) -> Vec<TableRow> {
    rows(props, ticks, for_programs)
}

/// Rows of the ticked parts; `number` writes a number given in units of `10^-decimals`. Programs read the names of
/// columns and rows, which docs/saved-data.md lists.
fn rows(props: &ResultsProps, ticks: Ticks, number: fn(&Words, i64, u32) -> String) -> Vec<TableRow> {
    let ResultsProps { run, outcome, cx } = props;
    let perspective = run.instrument.perspective;
    let mut rows = Vec::new();
    let mut add = |what, id, words: AttrValue, answer, value: String| {
        rows.push([AttrValue::Static(what), AttrValue::Static(id), words, answer, value.into()]);
    };
    add("about", "", cx.words.say(Message::Disclaimer), AttrValue::default(), String::new());
    for (area, score) in outcome.areas.iter().filter(|_| ticks.numbers) {
        let said = band(score).map_or(Message::ProfileNoNumber, |band| wording::band(band).0);
        let value = score.value().map(|value| number(&cx.words, rounded(value, 2), 2)).unwrap_or_default();
        add("area", area.id(), cx.words.say(wording::area(*area, perspective).0), cx.words.say(said), value);
    }
    for at in run.instrument.definition().places().filter(|_| ticks.answers) {
        let id = run.instrument.row(at).map_or("", |row| row.id);
        let said = cx.words.say(wording::answer(run.answers.get(at)));
        let code = run.answers.code(at).map(|code| number(&cx.words, code, 0)).unwrap_or_default();
        add("question", id, cx.words.item(perspective, id).text.into(), said, code);
    }
    if ticks.note {
        add("note", "", cx.note().to_owned().into(), AttrValue::default(), String::new());
    }
    rows
}

/// Writes a number the way every program reads it, in any language.
fn for_programs(_: &Words, scaled: i64, decimals: u32) -> String {
    if decimals == 0 {
        return scaled.to_string();
    }
    let digits = (1000 + scaled % 100).to_string();
    [&(scaled / 100).to_string(), ".", digits.get(2..).unwrap_or_default()].concat()
}
