//! The whole questionnaire for pen and paper: nothing in it can be tapped, so nothing can be watched or kept.

use trust_checkin::domain::instrument::{Area, Band, CODES, Instrument, Perspective, Row, Scope, Strategy};
use trust_checkin::domain::item::{ItemIdx, Keying};
use trust_checkin::domain::score::Exact;
use trust_checkin::language::{Format, Group, Message};
use trust_checkin::ui::{Cx, Help, Level, Shared, lines, overdose, wording};
use yew::prelude::*;

use crate::draw::{render, surroundings};
use crate::language::{file, lines_in, marks};

/// Items of an area, and the fewest answers that give it a word.
const ITEMS: std::ops::RangeInclusive<i64> = 4..=6;

/// The page between its head and its end, in the language with this tag.
pub fn paper(tag: &str) -> String {
    render::<Paper>(PaperProps { tag: tag.into() })
}

#[derive(PartialEq, Properties)]
struct PaperProps {
    tag: AttrValue,
}

/// The props of every part of the page.
struct Sheet {
    cx: Cx,
    /// The words of the paper page, which the app never loads.
    own: serde_json::Value,
}

impl Sheet {
    fn new(tag: &str) -> Sheet {
        let file = file(tag);
        let own = serde_json::from_str::<serde_json::Value>(&file).unwrap()["paper"].take();
        let cx = surroundings(content::language(&file, format()).unwrap());
        let help =
            Help { language: tag.to_owned().into(), lines: Shared::new(lines_in(tag)), ..cx.help.clone() };
        Sheet { cx: Cx { help, ..cx }, own }
    }

    fn say(&self, key: &str) -> AttrValue {
        let words = self.own[key].as_str();
        words.unwrap_or_else(|| panic!("paper.{key} is missing")).to_owned().into()
    }
}

#[component]
fn Paper(PaperProps { tag }: &PaperProps) -> Html {
    let sheet = &Sheet::new(tag);
    html! {
        <main class="on-paper">
            { opening(sheet) }
            { support(sheet) }
            for perspective in Perspective::ALL {
                { questionnaire(perspective, sheet) }
            }
            <p class="small">{ sheet.cx.words.say(Message::Disclaimer) }</p>
            <p class="small">{ sheet.say("privacy") }</p>
        </main>
    }
}

/// Lists and the names of countries and languages are left to the build's `Intl`.
fn format() -> Format {
    let plain = Format::plain_english();
    let milliseconds = |milliseconds: i64| milliseconds.to_string();
    marks(move |number, decimals| plain.number(number, decimals), milliseconds, milliseconds)
}

fn opening(sheet: &Sheet) -> Html {
    html! {
        <header>
            <p class="screen-only">
                <a class="leave" href="https://www.bbc.com/weather" rel="noreferrer">{ sheet.say("leave") }</a>{ " " }
                <span class="small">{ sheet.say("leave_about") }</span>
            </p>
            <h1>{ sheet.say("title") }</h1>
            <p>{ sheet.say("about") }</p>
            <p>{ sheet.say("privacy") }</p>
        </header>
    }
}

fn support(sheet: &Sheet) -> Html {
    html! {
        <section class="support" aria-labelledby="support">
            <h2 id="support">{ sheet.say("support") }</h2>
            <p>{ sheet.say("support_about") }</p>
            <p class="small screen-only">{ sheet.say("support_open") }</p>
            for place in 0..sheet.cx.help.lines.regions.len() {
                { country(place, &sheet.cx) }
            }
            { overdose(Level::Three, &sheet.cx) }
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

fn questionnaire(perspective: Perspective, sheet: &Sheet) -> Html {
    let instrument = Instrument::new(perspective, Scope::Full).unwrap();
    let (id, (_, hint)) = (perspective.id(), wording::perspective(perspective));
    html! {
        <section class="sheet" aria-labelledby={id}>
            <h2 {id}>{ sheet.say(id) }</h2>
            <p>{ sheet.cx.words.say(hint) }</p>
            <p><strong>{ sheet.cx.words.say(wording::stem(&instrument)) }</strong></p>
            <p class="small">{ sheet.say("mark") }{ " " }{ sheet.cx.words.say(Message::NewToThis) }</p>
            <ol class="items">
                for (_, row) in rows(&instrument) {
                    { item(perspective, row, sheet) }
                }
            </ol>
            { count(&instrument, sheet) }
            { find_word(sheet) }
            { steps(&instrument, sheet) }
        </section>
    }
}

fn rows(instrument: &Instrument) -> impl Iterator<Item = (usize, &Row)> {
    (0..instrument.len()).filter_map(|at| Some((at + 1, instrument.row(ItemIdx(at))?)))
}

fn item(perspective: Perspective, row: &Row, sheet: &Sheet) -> Html {
    let words = sheet.cx.words.item(perspective, row.id);
    let boxes = wording::CHOICES.into_iter().chain([Message::Skip]);
    html! {
        <li>
            <p>
                { AttrValue::from(words.text) }
                if let Some(help) = words.help {
                    { " " }<span class="small">{ AttrValue::from(help) }</span>
                }
                if row.may_not_come_up {
                    { " " }<span class="small">{ sheet.cx.words.say(Message::MayNotComeUp) }</span>
                }
            </p>
            <p class="boxes">
                for label in boxes {
                    <span class="box">{ sheet.cx.words.say(label) }</span>{ " " }
                }
            </p>
        </li>
    }
}

/// How to come from the boxes to a sum for each area.
fn count(instrument: &Instrument, sheet: &Sheet) -> Html {
    let columns = ["count_part", "count_plain", "count_turned", "count_sum", "count_answered"];
    html! {
        <>
            <h3>{ sheet.say("count") }</h3>
            <p>{ sheet.say("count_about") }</p>
            <dl>
                { codes("count_plain", Keying::Forward, sheet) }
                { codes("count_turned", Keying::Reverse, sheet) }
            </dl>
            <table>
                <thead>
                    <tr>
                        for column in columns {
                            <th scope="col">{ sheet.say(column) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for area in Area::ALL {
                        { part(area, instrument, sheet) }
                    }
                </tbody>
            </table>
        </>
    }
}

fn codes(title: &str, keying: Keying, sheet: &Sheet) -> Html {
    let counts = wording::CHOICES.into_iter().zip(CODES.min..);
    let counts: Vec<String> = counts
        .map(|(label, code)| format!("{} {}", sheet.cx.words.say(label), keying.key(code, CODES)))
        .collect();
    html! { <><dt>{ sheet.say(title) }</dt><dd>{ sheet.cx.words.list(&counts) }</dd></> }
}

fn part(area: Area, instrument: &Instrument, sheet: &Sheet) -> Html {
    let numbers = |keying| {
        let mine = rows(instrument).filter(|(_, row)| row.area == area && row.keying == keying);
        mine.map(|(number, _)| number.to_string()).collect::<Vec<_>>().join(", ")
    };
    html! {
        <tr>
            <th scope="row">{ sheet.cx.words.say(wording::area(area, instrument.perspective).0) }</th>
            <td>{ numbers(Keying::Forward) }</td>
            <td>{ numbers(Keying::Reverse) }</td>
            <td class="blank"></td>
            <td class="blank"></td>
        </tr>
    }
}

/// From a sum to its band, for each number of answers.
fn find_word(sheet: &Sheet) -> Html {
    html! {
        <>
            <h3>{ sheet.say("words") }</h3>
            <p>{ sheet.say("words_about") }</p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ sheet.say("words_rows") }</th>
                        for band in Band::ALL {
                            <th scope="col">{ sheet.cx.words.say(wording::band(band).0) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for answered in ITEMS.rev() {
                        <tr>
                            <th scope="row">{ answered.to_string() }</th>
                            for (low, high) in sums(answered) {
                                <td>{ from_to(low, high, sheet) }</td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
            <dl>
                for band in Band::ALL {
                    <dt>{ sheet.cx.words.say(wording::band(band).0) }</dt>
                    <dd>{ sheet.cx.words.say(wording::band(band).1) }</dd>
                }
            </dl>
        </>
    }
}

fn from_to(low: i64, high: i64, sheet: &Sheet) -> AttrValue {
    sheet.cx.words.fill(Message::ProfileFromTo, &[("low", &low.to_string()), ("high", &high.to_string())])
}

/// The lowest and the highest keyed sum of each band, with so many items answered.
fn sums(answered: i64) -> [(i64, i64); 3] {
    let highest = CODES.max * answered;
    let lowest = Band::ALL.map(|band| (band.lowest() * highest / Exact::from(100)).ceil().to_integer());
    [(lowest[0], lowest[1] - 1), (lowest[1], lowest[2] - 1), (lowest[2], highest)]
}

fn steps(instrument: &Instrument, sheet: &Sheet) -> Html {
    let first = match instrument.perspective {
        Perspective::Recovery => Message::BeginRecovery,
        Perspective::Loved => Message::BeginLoved,
    };
    html! {
        <>
            <h3>{ sheet.cx.words.say(Message::BeginTitle) }</h3>
            <p>{ sheet.say("low") }</p>
            <p>{ sheet.cx.words.say(first) }</p>
            <p><strong>{ sheet.cx.words.say(Message::BeginAfraid) }</strong></p>
            <p>{ sheet.say("step") }</p>
            <dl>
                for strategy in Strategy::ALL {
                    <dt>{ sheet.cx.words.say(wording::strategy(strategy)) }</dt>
                    <dd>{ sheet.cx.words.say(wording::small_step(strategy, instrument)) }</dd>
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
