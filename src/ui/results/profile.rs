//! The profile: each area as a picture, and the same in a table.

use yew::prelude::*;

use super::props::ResultsProps;
use crate::domain::chance::margin;
use crate::domain::guidance::band;
use crate::domain::instrument::{Area, Band, Perspective};
use crate::domain::score::{Score, Scored, TooFew, rounded};
use crate::language::Message;
use crate::ui::context::Words;
use crate::ui::wording;

/// The most points of an area.
const MOST: usize = 100;

/// The profile, folded where support comes first.
pub fn profile(props: &ResultsProps) -> Html {
    let ResultsProps { outcome, cx, .. } = props;
    let words = &cx.words;
    html! {
        <section class="part profile">
            <h3>{ words.text(Message::ProfileTitle) }</h3>
            <p>{ words.text(Message::ProfileAbout) }</p>
            if outcome.support_first.is_some() {
                <details>
                    <summary>{ words.text(Message::ProfileFold) }</summary>
                    { numbers(props) }
                </details>
            } else {
                { numbers(props) }
            }
        </section>
    }
}

fn numbers(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    let perspective = run.instrument.perspective;
    html! {
        <>
            for &(area, score) in &outcome.areas {
                { one_area(words, perspective, area, &score) }
            }
            if outcome.areas.iter().any(|(_, score)| score.scored().is_some()) {
                { meanings(props) }
                { margins(props) }
                { table(props) }
            }
        </>
    }
}

fn one_area(words: &Words, perspective: Perspective, area: Area, score: &Score) -> Html {
    let (title, feeds) = wording::area(area, perspective);
    let note = (area, perspective) == (Area::Accountability, Perspective::Loved);
    html! {
        <div class="area">
            <h4>{ words.text(title) }</h4>
            if let (Score::Scored(scored), Some(band)) = (score, band(score)) {
                <p class="reading">
                    <span class="number">{ words.number(rounded(scored.value, 0), 0) }</span>
                    <span class="only-read">
                        { words.fill(Message::ProfileOf, &[("most", &words.whole(MOST))]) }
                    </span>
                    <span class="band">{ words.text(wording::band(band).0) }</span>
                </p>
                { picture(scored) }
            } else if let Score::TooFew(too_few) = score {
                <p>{ too_few_said(words, too_few) }</p>
            }
            <p class="small">{ words.text(feeds) }</p>
            if note {
                <p class="small">{ words.text(Message::AreaAccountabilityLovedNote) }</p>
            }
        </div>
    }
}

/// Picture of a score on a path from 0 to 100, with its range and the two cuts between bands. Hidden from screen
/// readers: the table says the same.
fn picture(scored: &Scored) -> Html {
    let (low, high) = range(scored);
    let at = rounded(scored.value, 0);
    let cuts = [Band::TakingShape, Band::GrowingSteady].map(|band| rounded(band.lowest() * 10, 0));
    html! {
        <svg class="path" viewBox="-28 0 1056 76" aria-hidden="true" focusable="false">
            <rect class="ground" x="0" y="30" width="1000" height="16" rx="8" />
            for cut in cuts {
                <line class="cut" x1={cut.to_string()} x2={cut.to_string()} y1="12" y2="64" />
            }
            <rect
                class="range"
                x={(low * 10).to_string()}
                y="20"
                width={((high - low) * 10).to_string()}
                height="36"
                rx="18"
            />
            <circle class="here" cx={(at * 10).to_string()} cy="38" r="26" />
        </svg>
    }
}

/// Range around the whole number that is shown, clipped to 0 and 100.
fn range(scored: &Scored) -> (i64, i64) {
    let (at, margin) = (rounded(scored.value, 0), margin(scored.answered));
    ((at - margin).max(0), (at + margin).min(100))
}

fn too_few_said(words: &Words, TooFew { answered, of, .. }: &TooFew) -> AttrValue {
    let values = [("answered", &*words.whole(*answered)), ("of", &*words.whole(*of))];
    words.fill(Message::TooFew, &values)
}

/// Meaning of each band that occurs, once.
fn meanings(props: &ResultsProps) -> Html {
    let ResultsProps { outcome, cx, .. } = props;
    let seen: Vec<Band> = outcome.areas.iter().filter_map(|(_, score)| band(score)).collect();
    html! {
        <dl class="meanings">
            for band in Band::ALL.into_iter().filter(|band| seen.contains(band)) {
                <dt>{ cx.words.text(wording::band(band).0) }</dt>
                <dd>{ cx.words.text(wording::band(band).1) }</dd>
            }
        </dl>
    }
}

fn margins(props: &ResultsProps) -> Html {
    let ResultsProps { outcome, cx, .. } = props;
    let points: Vec<i64> =
        outcome.areas.iter().filter_map(|(_, score)| Some(margin(score.scored()?.answered))).collect();
    let message = if points.len() == 1 { Message::ProfileMargin } else { Message::ProfileMargins };
    let Some((least, most)) = points.iter().min().zip(points.iter().max()) else { return Html::default() };
    let (least, most) = (cx.words.number(*least, 0), cx.words.number(*most, 0));
    let said = match least == most {
        true => least,
        false => cx.words.fill(Message::ProfileFromTo, &[("low", &least), ("high", &most)]).to_string(),
    };
    html! {
        <p class="small">
            { cx.words.fill(message, &[("points", &said)]) }{ " " }{ cx.words.text(Message::ProfileMarginSource) }
        </p>
    }
}

fn table(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    let columns = [Message::ProfileArea, Message::ProfileNumber, Message::ProfileRange, Message::ProfileBand];
    html! {
        <table role="table">
            <caption>{ words.text(Message::ProfileTable) }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    for column in columns {
                        <th scope="col" role="columnheader">{ words.text(column) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for (area, score) in &outcome.areas {
                    <tr role="row">
                        <th scope="row" role="rowheader">
                            { words.text(wording::area(*area, run.instrument.perspective).0) }
                        </th>
                        { cells(words, score) }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn cells(words: &Words, score: &Score) -> Html {
    let (Score::Scored(scored), Some(band)) = (score, band(score)) else {
        return html! { <td colspan="3" role="cell">{ words.text(Message::ProfileNoNumber) }</td> };
    };
    let (low, high) = range(scored);
    let (low, high) = (words.number(low, 0), words.number(high, 0));
    html! {
        <>
            <td role="cell">{ words.number(rounded(scored.value, 0), 0) }</td>
            <td role="cell">{ words.fill(Message::ProfileFromTo, &[("low", &low), ("high", &high)]) }</td>
            <td role="cell">{ words.text(wording::band(band).0) }</td>
        </>
    }
}
