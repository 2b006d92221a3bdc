//! The check-ins of one list: each area over time as a picture and in a table, and the notes.

use yew::prelude::*;

use crate::domain::content::FIRST_LIST;
use crate::domain::instrument::{Area, Band};
use crate::domain::saved::Record;
use crate::domain::score::rounded;
use crate::language::Message;
use crate::ui::context::Cx;
use crate::ui::wording;

/// Most check-ins with dots; more dots would overlap.
const MOST_DOTS: usize = 40;
/// Left and right end of the picture.
const SIDES: (i64, i64) = (20, 580);

/// Draws a list in the order of saving. It is never empty.
pub fn group(records: &[&Record], cx: &Cx) -> Html {
    let words = &cx.words;
    let Some(last) = records.last() else { return Html::default() };
    let content = &last.content;
    let shows =
        |area: &Area| records.iter().any(|record| record.content.areas().iter().any(|sum| sum.area == *area));
    let areas: Vec<Area> = Area::ALL.into_iter().filter(shows).collect();
    html! {
        <section key={last.mark.sequence.to_string()} class="saved-group">
            <h3>
                { words.text(wording::answering_as(content.perspective())) }
                if content.list() != FIRST_LIST {
                    { ". " }
                    { words.fill(Message::SavedList, &[("number", &words.number(content.list(), 0))]) }
                }
            </h3>
            for &area in &areas {
                { line(records, area, cx) }
            }
            if areas.iter().any(|&area| is_drawn(records, area)) {
                { ends(records, cx) }
            }
            { table(records, &areas, cx) }
            { notes(records, cx) }
        </section>
    }
}

fn value(record: &Record, area: Area) -> Option<i64> {
    let sum = record.content.areas().iter().find(|sum| sum.area == area)?;
    sum.value().map(|value| rounded(value, 0))
}

/// Whether an area has a picture: one number makes no line.
fn is_drawn(records: &[&Record], area: Area) -> bool {
    records.iter().filter_map(|record| value(record, area)).nth(1).is_some()
}

/// Picture of an area over time, from the first check-in to the last, evenly spaced, so that no clock moves them.
/// Hidden from screen readers: the table says the same.
fn line(records: &[&Record], area: Area, cx: &Cx) -> Html {
    let (start, end) = SIDES;
    let steps = records.len().saturating_sub(1).max(1) as i64;
    let place = |at: usize| start + (end - start) * at as i64 / steps;
    let points: Vec<(usize, i64, i64)> = records
        .iter()
        .enumerate()
        .filter_map(|(at, record)| Some((at, place(at), 110 - value(record, area)?)))
        .collect();
    if !is_drawn(records, area) {
        return Html::default();
    }
    let perspective = records[0].content.perspective();
    let cuts = [Band::TakingShape, Band::GrowingSteady].map(|band| 110 - rounded(band.lowest(), 0));
    html! {
        <>
            <p class="line-title" aria-hidden="true">{ cx.words.text(wording::area(area, perspective).0) }</p>
            <svg class="line" viewBox="0 0 600 120" aria-hidden="true" focusable="false">
                for cut in cuts {
                    <line class="cut" x1="0" x2="600" y1={cut.to_string()} y2={cut.to_string()} />
                }
                <path d={path(&points)} />
                if points.len() <= MOST_DOTS {
                    for (_, x, y) in points {
                        <circle cx={x.to_string()} cy={y.to_string()} r="6" />
                    }
                }
            </svg>
        </>
    }
}

/// Days of the first and of the last check-in under the pictures: in some languages time runs from right to left.
fn ends(records: &[&Record], cx: &Cx) -> Html {
    let [first, .., last] = records else { return Html::default() };
    html! {
        <p class="small ends" aria-hidden="true">
            <span>{ cx.words.day(first.mark.saved) }</span>
            <span>{ cx.words.day(last.mark.saved) }</span>
        </p>
    }
}

/// Path of a line through neighbours, with a gap at a check-in without a number.
fn path(points: &[(usize, i64, i64)]) -> String {
    let mut path = String::new();
    let mut before = None;
    for &(at, x, y) in points {
        path.push_str(if at.checked_sub(1) == before && before.is_some() { "L" } else { "M" });
        path.push_str(&x.to_string());
        path.push(' ');
        path.push_str(&y.to_string());
        before = Some(at);
    }
    path
}

fn table(records: &[&Record], areas: &[Area], cx: &Cx) -> Html {
    let words = &cx.words;
    let perspective = records[0].content.perspective();
    html! {
        <table role="table">
            <caption>{ words.text(Message::SavedTable) }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ words.text(Message::SavedDate) }</th>
                    for &area in areas {
                        <th scope="col" role="columnheader">{ words.text(wording::area(area, perspective).0) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for record in records.iter().rev() {
                    { row(record, areas, cx) }
                }
            </tbody>
        </table>
    }
}

fn row(record: &Record, areas: &[Area], cx: &Cx) -> Html {
    let words = &cx.words;
    let with = if record.content.answers().is_some() { Message::SavedWith } else { Message::SavedWithout };
    let number = |area| match value(record, area) {
        Some(value) => words.number(value, 0).into(),
        None => words.say(Message::ProfileNoNumber),
    };
    html! {
        <tr key={record.mark.sequence.to_string()} role="row">
            <th scope="row" role="rowheader">
                <span class="saved-date">{ words.date(record.mark.saved) }</span>
                { " " }
                <span class="saved-with">{ words.text(with) }</span>
            </th>
            for &area in areas {
                <td role="cell">
                    <span class="cell-name" aria-hidden="true">
                        { words.text(wording::area(area, record.content.perspective()).0) }
                    </span>
                    <span class="cell-number">{ number(area) }</span>
                </td>
            }
        </tr>
    }
}

/// The notes, newest first. They may be in any script, so they are isolated from the text direction around them.
fn notes(records: &[&Record], cx: &Cx) -> Html {
    let mut noted =
        records.iter().rev().filter_map(|record| Some((record.mark, record.content.note()?))).peekable();
    if noted.peek().is_none() {
        return Html::default();
    }
    html! {
        <>
            <h4>{ cx.words.text(Message::NoteLabel) }</h4>
            <dl class="notes">
                for (mark, note) in noted {
                    <dt>{ cx.words.date(mark.saved) }</dt>
                    <dd><bdi>{ note.to_owned() }</bdi></dd>
                }
            </dl>
        </>
    }
}
