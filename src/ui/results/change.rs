//! Change since an earlier check-in of the same list, in words, never in arrows.

use yew::prelude::*;

use crate::domain::chance::Certainty;
use crate::domain::change::{Change, Interval, Verdict, Why};
use crate::domain::content::Content;
use crate::domain::device::Request;
use crate::domain::instrument::{Area, Perspective};
use crate::domain::saved::{Mark, Record};
use crate::domain::session::{Run, SavingMsg};
use crate::edition::FullOnly;
use crate::language::Message;
use crate::ui::capabilities::Saving;
use crate::ui::context::Cx;
use crate::ui::help::{Level, overdose};
use crate::ui::parts::{Button, Weight};
use crate::ui::wording;

/// Choice between the first and the last check-in to compare with.
pub struct ToFirst {
    /// Whether the first one is chosen.
    pub is: bool,
    /// Chooses the first one, or the last.
    pub set: Callback<bool>,
}

/// The comparison to draw.
struct Compared<'a> {
    perspective: Perspective,
    earlier: &'a Record,
    change: Change,
    first: bool,
}

/// This check-in as the record it is saved as, or would be if it were saved now.
pub fn this_record(run: &Run, saving: &Saving, keep_answers: bool) -> Record {
    let archive = &saving.shelf.archive;
    let saved = run.saved_as.and_then(|mark| archive.find(mark));
    let list = run.list.or_else(|| Some(saved?.content.list()));
    let list = list.unwrap_or_else(|| archive.last_list(run.instrument.perspective));
    let content = run.content(keep_answers).in_list(list).noting(&saving.note);
    Record { mark: saved.map_or_else(|| archive.next_mark(saving.shelf.now), |record| record.mark), content }
}

/// Request to save a check-in of a run, in the place of a record that it saved before.
pub fn save(content: Content, replaces: Option<Mark>, run: &Run) -> Request {
    Request::Save { content, replaces, finishes: run.unfinished.map(|revision| *revision) }
}

/// The part about change. It shows as soon as there is an earlier check-in to compare with, or once this one is saved.
/// For a reader who is not safe it shows only once this one is saved: nothing may tell an onlooker of an earlier time.
pub fn change(this: &Record, run: &Run, to_first: &ToFirst, saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let words = &cx.words;
    let archive = &saving.shelf.archive;
    let is_saved = run.saved_as.is_some_and(|mark| archive.find(mark).is_some());
    let before = archive.before(this);
    let has_earlier = !before.is_empty() && !run.is_unsafe();
    // In a list of its own there is nothing to compare with, but a way back.
    if !(is_saved || has_earlier || run.list.is_some()) {
        return Html::default();
    }
    let many = before.len() > 1;
    let earlier = if to_first.is { before.first() } else { before.last() };
    let other = if to_first.is { Message::ChangeToLast } else { Message::ChangeToFirst };
    let is_first = to_first.is;
    let turn = to_first.set.reform(move |()| !is_first);
    let perspective = this.content.perspective();
    let compared = earlier.and_then(|earlier| {
        let change = Change::between(earlier, this)?;
        Some(Compared { perspective, earlier, change, first: is_first && many })
    });
    let new_list = archive.new_list(perspective);
    html! {
        <section class="change" aria-labelledby="change-title">
            <h4 id="change-title">{ words.text(Message::ChangeTitle) }</h4>
            if let Some(compared) = &compared {
                { since(compared, cx) }
                if many {
                    { Button::new(words.say(other), Weight::Secondary, turn).html() }
                }
                { move_to(new_list, words.say(Message::ListNew), this, run, saving, cx) }
            } else {
                <p>{ words.text(Message::ChangeAlone) }</p>
            }
            { other_lists(this, run, saving, cx) }
        </section>
    }
}

/// Button that moves this check-in to another list, also in the store if it is saved.
fn move_to(
    list: Option<i64>,
    label: AttrValue,
    this: &Record,
    run: &Run,
    saving: &FullOnly<Saving>,
    cx: &Cx,
) -> Html {
    let Some(list) = list else { return Html::default() };
    let (send, ask, archive) = (cx.send.clone(), saving.ask.clone(), &saving.shelf.archive);
    let saved = run
        .saved_as
        .and_then(|mark| archive.find(mark))
        .map(|record| save(record.content.clone().in_list(list), Some(this.mark), run));
    let chosen = saving.msg(SavingMsg::ListChosen(list));
    let press = Callback::from(move |()| {
        send.emit(chosen);
        saved.iter().for_each(|request| ask.emit(request.clone()));
    });
    Button::new(label, Weight::Secondary, press).html()
}

fn other_lists(this: &Record, run: &Run, saving: &FullOnly<Saving>, cx: &Cx) -> Html {
    let groups = saving.shelf.archive.groups();
    let others = groups.iter().filter_map(|group| {
        let last = group.iter().rev().find(|record| record.mark != this.mark)?;
        let other = last.content.perspective() == this.content.perspective()
            && !last.content.belongs_with(&this.content);
        other.then_some(last)
    });
    html! {
        for last in others {
            {
                move_to(
                    Some(last.content.list()),
                    cx.words.fill(Message::ListOther, &[("date", &cx.words.day(last.mark.saved))]),
                    this,
                    run,
                    saving,
                    cx,
                )
            }
        }
    }
}

fn since(compared: &Compared, cx: &Cx) -> Html {
    let words = &cx.words;
    let Compared { earlier, change, .. } = compared;
    let day = words.day(earlier.mark.saved);
    let date = [("date", &*day)];
    html! {
        <>
            <p>{ words.fill(Message::ChangeWith, &date) }</p>
            if change.interval == Interval::Close {
                <p>{ words.text(Message::ChangeClose) }</p>
            }
            { table(compared, &words.fill(Message::ChangeTable, &date), cx) }
            { sentences(compared, cx) }
            <p class="small">{ words.text(Message::ChangeRule) }</p>
            { ways(compared, cx) }
        </>
    }
}

fn table(compared: &Compared, caption: &AttrValue, cx: &Cx) -> Html {
    let words = &cx.words;
    html! {
        <table role="table">
            <caption>{ caption.clone() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ words.text(Message::ProfileArea) }</th>
                    <th scope="col" role="columnheader">{ words.text(Message::ChangeColumn) }</th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                for &(area, verdict) in &compared.change.areas {
                    <tr role="row">
                        <th scope="row" role="rowheader">
                            { words.text(wording::area(area, compared.perspective).0) }
                        </th>
                        <td role="cell">{ words.text(wording::verdict(verdict)) }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// Meaning of each word in the table, once; or the reason why there is none.
fn sentences(compared: &Compared, cx: &Cx) -> Html {
    let mut said: Vec<AttrValue> = Vec::new();
    for &(_, verdict) in &compared.change.areas {
        let sentence = meaning(verdict, cx);
        if !said.contains(&sentence) {
            said.push(sentence);
        }
    }
    html! {
        for sentence in said {
            <p>{ sentence }</p>
        }
    }
}

fn meaning(verdict: Verdict, cx: &Cx) -> AttrValue {
    let words = &cx.words;
    match verdict {
        Verdict::Higher(Certainty::Clear) | Verdict::Lower(Certainty::Clear) => {
            words.say(Message::ChangeClearMeans)
        }
        Verdict::Higher(Certainty::Possible) | Verdict::Lower(Certainty::Possible) => {
            words.say(Message::ChangePossibleMeans)
        }
        Verdict::Same => words.say(Message::ChangeSameMeans),
        Verdict::None(Why::TooSoon(days)) => {
            words.fill(Message::ChangeTooSoon, &[("days", &words.number(days, 0))])
        }
        Verdict::None(Why::ClockSetBack) => words.say(Message::ChangeClock),
        Verdict::None(Why::NotScored) => words.say(Message::ChangeNotScored),
        Verdict::None(Why::FewSame(count)) => {
            words.fill(Message::ChangeFewSame, &[("count", &words.whole(count))])
        }
    }
}

/// Direction of each area, and warm words where one is lower.
fn ways(compared: &Compared, cx: &Cx) -> Html {
    let words = &cx.words;
    let way = |&(area, verdict): &(Area, Verdict)| {
        let said = match (verdict, compared.first) {
            (Verdict::Higher(_), false) => Message::ChangeHigher,
            (Verdict::Higher(_), true) => Message::ChangeHigherFirst,
            (Verdict::Lower(_), false) => Message::ChangeLower,
            (Verdict::Lower(_), true) => Message::ChangeLowerFirst,
            _ => return None,
        };
        Some((wording::area(area, compared.perspective).0, said))
    };
    let fall = match compared.perspective {
        Perspective::Recovery => Message::ChangeFallRecovery,
        Perspective::Loved => Message::ChangeFallLoved,
    };
    html! {
        <>
            <dl>
                for (area, said) in compared.change.areas.iter().filter_map(way) {
                    <dt>{ words.text(area) }</dt>
                    <dd>{ words.text(said) }</dd>
                }
            </dl>
            if compared.change.has_fall() {
                <p class="lead">{ words.text(fall) }</p>
                <details>
                    <summary>{ words.text(Message::ChangeOverdose) }</summary>
                    { overdose(Level::Four, cx) }
                </details>
            }
        </>
    }
}
