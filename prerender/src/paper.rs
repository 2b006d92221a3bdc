//! The whole questionnaire for pen and paper: nothing in it can be tapped, so nothing can be watched or kept.

use std::rc::Rc;

use trust_checkin::domain::definition::{ItemIdx, Keying};
use trust_checkin::domain::instrument::{Area, Band, CODES, Instrument, Perspective, Row, Scope, Strategy};
use trust_checkin::domain::score::Exact;
use trust_checkin::text::{Format, Group, Message};
use trust_checkin::ui::{Cx, Help, Level, lines, overdose, wording};
use trust_checkin::wire;
use yew::prelude::*;

use crate::draw::{ENGLISH, render, surroundings};

/// Items of an area, and the fewest answers that give it a word.
const ITEMS: std::ops::RangeInclusive<i64> = 4..=6;

/// The page between its head and its end.
pub fn paper() -> String {
    render::<Paper>(())
}

#[component]
fn Paper() -> Html {
    let cx = surroundings(wire::language(ENGLISH, format()).unwrap());
    html! {
        <main>
            { opening() }
            { support(&cx) }
            for perspective in Perspective::ALL {
                { questionnaire(perspective, &cx) }
            }
            <p class="small">{ cx.words.say(Message::Disclaimer) }</p>
            <p class="small">{ say("privacy") }</p>
        </main>
    }
}

/// Names of countries and languages are left to the build's `Intl`: `@region(US)`, `@language(es)`.
fn format() -> Format {
    let plain = Rc::new(Format::plain_english());
    let (numbers, lists) = (plain.clone(), plain);
    Format::new(
        move |number, decimals| numbers.number(number, decimals),
        |milliseconds| milliseconds.to_string(),
        |milliseconds| milliseconds.to_string(),
        move |parts| lists.list(parts),
        |code| format!("@region({code})"),
        |tag| format!("@language({tag})"),
    )
}

/// The words of the paper page, which the app never loads.
fn say(key: &str) -> AttrValue {
    let file: serde_json::Value = serde_json::from_str(ENGLISH).unwrap();
    let words = file["paper"][key].as_str();
    words.unwrap_or_else(|| panic!("content/en.json: paper.{key} is missing")).to_owned().into()
}

fn opening() -> Html {
    html! {
        <header>
            <p class="screen-only">
                <a class="leave" href="https://www.bbc.com/weather" rel="noreferrer">{ say("leave") }</a>{ " " }
                <span class="small">{ say("leave_about") }</span>
            </p>
            <h1>{ say("title") }</h1>
            <p>{ say("about") }</p>
            <p>{ say("privacy") }</p>
        </header>
    }
}

fn support(cx: &Cx) -> Html {
    html! {
        <section class="support" aria-labelledby="support">
            <h2 id="support">{ say("support") }</h2>
            <p>{ say("support_about") }</p>
            <p class="small screen-only">{ say("support_open") }</p>
            for place in 0..cx.help.lines.regions.len() {
                { country(place, cx) }
            }
            { overdose(Level::Three, cx) }
        </section>
    }
}

fn country(place: usize, cx: &Cx) -> Html {
    let cx = Cx { help: Help { region: place, ..cx.help.clone() }, ..cx.clone() };
    let Some(region) = cx.help.shown() else { return Html::default() };
    html! {
        <details>
            <summary>{ cx.words.region(region) }</summary>
            { lines(&Group::ALL, Level::Three, &cx) }
        </details>
    }
}

fn questionnaire(perspective: Perspective, cx: &Cx) -> Html {
    let instrument = Instrument::new(perspective, Scope::Full).unwrap();
    let (id, hint) = match perspective {
        Perspective::Recovery => ("recovery", Message::PerspectiveRecoveryHint),
        Perspective::Loved => ("loved", Message::PerspectiveLovedHint),
    };
    html! {
        <section class="sheet" aria-labelledby={id}>
            <h2 {id}>{ say(id) }</h2>
            <p>{ cx.words.say(hint) }</p>
            <p><strong>{ cx.words.say(wording::stem(&instrument)) }</strong></p>
            <p class="small">{ say("mark") }{ " " }{ cx.words.say(Message::NewToThis) }</p>
            <ol class="items">
                for (_, row) in rows(&instrument) {
                    { item(perspective, row, cx) }
                }
            </ol>
            { count(&instrument, cx) }
            { find_word(cx) }
            { steps(&instrument, cx) }
        </section>
    }
}

fn rows(instrument: &Instrument) -> impl Iterator<Item = (usize, &Row)> {
    (0..instrument.len()).filter_map(|at| Some((at + 1, instrument.row(ItemIdx(at))?)))
}

fn item(perspective: Perspective, row: &Row, cx: &Cx) -> Html {
    let words = cx.words.item(perspective, row.id);
    let boxes = wording::CHOICES.into_iter().chain([Message::Skip]);
    html! {
        <li>
            <p>
                { AttrValue::from(words.text) }
                if let Some(help) = words.help {
                    { " " }<span class="small">{ AttrValue::from(help) }</span>
                }
                if row.may_not_come_up {
                    { " " }<span class="small">{ cx.words.say(Message::MayNotComeUp) }</span>
                }
            </p>
            <p class="boxes">
                for label in boxes {
                    <span class="box">{ cx.words.say(label) }</span>{ " " }
                }
            </p>
        </li>
    }
}

/// How to come from the boxes to a sum for each area.
fn count(instrument: &Instrument, cx: &Cx) -> Html {
    let columns = ["count_part", "count_plain", "count_turned", "count_sum", "count_answered"];
    html! {
        <>
            <h3>{ say("count") }</h3>
            <p>{ say("count_about") }</p>
            <p>{ codes("count_plain", Keying::Forward, cx) }</p>
            <p>{ codes("count_turned", Keying::Reverse, cx) }</p>
            <table>
                <thead>
                    <tr>
                        for column in columns {
                            <th scope="col">{ say(column) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for area in Area::ALL {
                        { part(area, instrument, cx) }
                    }
                </tbody>
            </table>
        </>
    }
}

fn codes(title: &str, keying: Keying, cx: &Cx) -> Html {
    let counts = wording::CHOICES.into_iter().zip(CODES.min..);
    let counts: Vec<String> =
        counts.map(|(label, code)| format!("{} {}", cx.words.say(label), keying.key(code, CODES))).collect();
    html! { <><strong>{ say(title) }{ ":" }</strong>{ " " }{ cx.words.list(&counts) }{ "." }</> }
}

fn part(area: Area, instrument: &Instrument, cx: &Cx) -> Html {
    let numbers = |keying| {
        let mine = rows(instrument).filter(|(_, row)| row.area == area && row.keying == keying);
        mine.map(|(number, _)| number.to_string()).collect::<Vec<_>>().join(", ")
    };
    html! {
        <tr>
            <th scope="row">{ cx.words.say(wording::area(area, instrument.perspective).0) }</th>
            <td>{ numbers(Keying::Forward) }</td>
            <td>{ numbers(Keying::Reverse) }</td>
            <td class="blank"></td>
            <td class="blank"></td>
        </tr>
    }
}

/// From a sum to its band, for each number of answers.
fn find_word(cx: &Cx) -> Html {
    html! {
        <>
            <h3>{ say("words") }</h3>
            <p>{ say("words_about") }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ say("words_rows") }</th>
                        for band in Band::ALL {
                            <th scope="col">{ cx.words.say(wording::band(band).0) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for answered in ITEMS.rev() {
                        <tr>
                            <th scope="row">{ answered.to_string() }</th>
                            for (low, high) in sums(answered) {
                                <td>{ from_to(low, high, cx) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
            for band in Band::ALL {
                <p><strong>{ cx.words.say(wording::band(band).0) }</strong>{ ": " }{ cx.words.say(wording::band(band).1) }</p>
            }
        </>
    }
}

fn from_to(low: i64, high: i64, cx: &Cx) -> AttrValue {
    cx.words.fill(Message::ProfileFromTo, &[("low", &low.to_string()), ("high", &high.to_string())])
}

/// The lowest and the highest keyed sum of each band, with so many items answered.
fn sums(answered: i64) -> [(i64, i64); 3] {
    let highest = CODES.max * answered;
    let lowest = Band::ALL.map(|band| (band.lowest() * highest / Exact::from(100)).ceil().to_integer());
    [(lowest[0], lowest[1] - 1), (lowest[1], lowest[2] - 1), (lowest[2], highest)]
}

fn steps(instrument: &Instrument, cx: &Cx) -> Html {
    let first = match instrument.perspective {
        Perspective::Recovery => Message::BeginRecovery,
        Perspective::Loved => Message::BeginLoved,
    };
    html! {
        <>
            <h3>{ cx.words.say(Message::BeginTitle) }</h3>
            <p>{ say("low") }</p>
            <p>{ cx.words.say(first) }</p>
            <p><strong>{ cx.words.say(Message::BeginAfraid) }</strong></p>
            <p>{ say("step") }</p>
            <dl>
                for strategy in Strategy::ALL {
                    <dt>{ cx.words.say(wording::strategy(strategy)) }</dt>
                    <dd>{ cx.words.say(wording::small_step(strategy, instrument)) }</dd>
                }
            </dl>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::sums;
    use trust_checkin::domain::answers::Answer;
    use trust_checkin::domain::guidance::band;
    use trust_checkin::domain::instrument::{Area, Band, Instrument, Perspective, Scope};

    /// The band that the check-in itself gives a sum of forward-keyed answers.
    fn band_of(sum: i64, answered: i64) -> Option<Band> {
        let instrument = Instrument::new(Perspective::Recovery, Scope::Full).unwrap();
        let definition = instrument.definition();
        let mut answers = definition.no_answers();
        let mut left = sum;
        let items = (1..=answered).map(|n| format!("S{n}"));
        for id in items {
            let keyed = left.min(4);
            left -= keyed;
            let raw = if ["S3", "S6"].contains(&&*id) { 4 - keyed } else { keyed };
            answers = answers.with(definition.find(&id).unwrap(), Answer::Chosen(raw)).unwrap();
        }
        let scores = instrument.area_scores(&answers);
        band(&scores.iter().find(|(area, _)| *area == Area::Stability).unwrap().1)
    }

    #[test]
    fn the_table_gives_every_sum_the_band_that_the_check_in_gives_it() {
        for answered in super::ITEMS {
            let table = sums(answered);
            assert_eq!((table[0].0, table[2].1), (0, 4 * answered));
            for sum in 0..=4 * answered {
                let place = table.iter().position(|&(low, high)| (low..=high).contains(&sum)).unwrap();
                assert_eq!(band_of(sum, answered), Some(Band::ALL[place]), "{sum} of {answered}");
            }
        }
    }
}
