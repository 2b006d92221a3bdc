//! The results as plain text and as a table.

use super::ResultsProps;
use super::strengths::phrase;
use crate::domain::guidance::band;
use crate::domain::score::{Score, rounded};
use crate::text::Message;
use crate::ui::taking::Row;
use crate::ui::wording;

/// What goes along.
#[derive(Clone, Copy, PartialEq)]
pub struct Ticks {
    /// The numbers.
    pub numbers: bool,
    /// The answers.
    pub answers: bool,
    /// The reader's note, where there is one.
    pub note: bool,
}

/// The results in lines, to be pasted anywhere.
pub fn text(props: &ResultsProps, ticks: Ticks, note: &str) -> String {
    let ResultsProps { run, outcome, cx } = props;
    let say = |message| cx.words.say(message).to_string();
    let mut lines = vec![say(Message::ResultsTitle), say(Message::Disclaimer)];
    let heading = |lines: &mut Vec<String>, message| lines.extend([String::new(), say(message)]);
    heading(&mut lines, Message::StrengthsTitle);
    lines.extend(outcome.strengths.items.iter().map(|&(at, often)| phrase(props, at, often).to_string()));
    lines.extend(outcome.strengths.strategies.iter().map(|&strategy| say(wording::strategy(strategy))));
    heading(&mut lines, Message::BeginTitle);
    lines.push(say(Message::BeginAfraid));
    for &strategy in &outcome.beginning.steps {
        lines.push(say(wording::small_step(strategy, &run.instrument)));
    }
    if ticks.note {
        heading(&mut lines, Message::NoteLabel);
        lines.push(note.to_owned());
    }
    if ticks.numbers {
        heading(&mut lines, Message::TakeNumbers);
        lines
            .extend(numbers(props).into_iter().map(|[.., name, band, value]| [name, value, band].join("  ")));
    }
    if ticks.answers {
        heading(&mut lines, Message::TakeAnswers);
        lines.extend(answers(props).into_iter().map(|[.., words, answer, _]| [words, answer].join("  ")));
    }
    lines.join("\n")
}

/// The same for a spreadsheet. The names of columns and rows are for programs, and docs/saved-data.md has them.
pub fn rows(props: &ResultsProps, ticks: Ticks, note: &str) -> Vec<Row> {
    let mut rows = vec![["row", "id", "words", "answer", "value"].map(str::to_owned)];
    let about = props.cx.words.say(Message::Disclaimer);
    rows.push(row("about", "", &about, "", ""));
    if ticks.numbers {
        rows.extend(numbers(props));
    }
    if ticks.answers {
        rows.extend(answers(props));
    }
    if ticks.note {
        rows.push(row("note", "", note, "", ""));
    }
    rows
}

fn row(what: &str, id: &str, words: &str, answer: &str, value: &str) -> Row {
    [what, id, words, answer, value].map(str::to_owned)
}

fn numbers(props: &ResultsProps) -> Vec<Row> {
    let ResultsProps { run, outcome, cx } = props;
    let one = |(area, score): &(_, Score)| {
        let name = cx.words.say(wording::area(*area, run.instrument.perspective).0);
        let said = band(score).map_or(Message::ProfileNoNumber, |band| wording::band(band).0);
        let value = score.value().map(|value| hundredths(rounded(value, 2))).unwrap_or_default();
        row("area", area.id(), &name, &cx.words.say(said), &value)
    };
    outcome.areas.iter().map(one).collect()
}

/// A number of hundredths as every program reads it, whatever the language.
fn hundredths(number: i64) -> String {
    let digits = (1000 + number % 100).to_string();
    [&(number / 100).to_string(), ".", digits.get(2..).unwrap_or_default()].concat()
}

fn answers(props: &ResultsProps) -> Vec<Row> {
    let ResultsProps { run, cx, .. } = props;
    let one = |at| {
        let id = run.instrument.row(at)?.id;
        let said = cx.words.say(wording::answer(run.answers.get(at)));
        let code = run.answers.code(at).map(|code| code.to_string()).unwrap_or_default();
        Some(row("question", id, &cx.words.item(run.instrument.perspective, id).text, &said, &code))
    };
    run.instrument.definition().places().filter_map(one).collect()
}
