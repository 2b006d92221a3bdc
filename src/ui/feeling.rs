//! "How are you right now?": optional, with help lines for those who want them.

use yew::prelude::*;

use super::context::Cx;
use super::help::{Level, first_lines};
use super::leaving::leaving;
use super::parts::{Radio, Radios, Weight, focus_on, radios, when};
use super::wording;
use crate::domain::guidance::Feeling;
use crate::domain::session::{Msg, SavingMsg};
use crate::language::{Group, Message};

/// The question, and at once the reply to the chosen answer.
pub fn feeling(chosen: Option<Feeling>, cx: &Cx) -> Html {
    let Cx { words, focus, .. } = cx;
    let answers: Vec<Radio> = Feeling::ALL
        .into_iter()
        .map(|feeling| Radio {
            label: words.say(wording::feeling(feeling)),
            hint: None,
            chosen: chosen == Some(feeling),
        })
        .collect();
    let onchoose =
        when(&cx.send, |place: usize| Feeling::ALL.get(place).map(|&feeling| Msg::FeelingChosen(feeling)));
    let lines = lines(chosen);
    let lines_node = NodeRef::default();
    // Enter on an answer with help lines leads to them, not past them.
    let onenter = match lines {
        None => cx.sends(Msg::Settled),
        Some(_) => Callback::from({
            let lines_node = lines_node.clone();
            move |()| focus_on(&lines_node)
        }),
    };
    // Where help lines come first, Continue is less prominent.
    let weight = if lines.is_some() { Weight::PrimaryQuiet } else { Weight::Primary };
    let group = Radios {
        name: "feeling",
        legend: None,
        described_by: None,
        notes: html! { <p class="hint" id="feeling-optional">{ words.text(Message::FeelingOptional) }</p> },
        choices: answers,
        before_last: None,
        onchoose,
        onenter,
        first: NodeRef::default(),
    };
    html! {
        <section key="feeling" class="screen feeling">
            <h2 id="heading" tabindex="-1" aria-describedby="feeling-optional" ref={focus.heading.clone()}>
                { words.text(Message::FeelingQuestion) }
            </h2>
            { radios(group) }
            <p class="reply" aria-live="polite">
                if let Some(message) = reply(chosen) {
                    // A page translator replaces the words of an element: other words need another element.
                    <span key={message as usize}>{ words.text(message) }</span>
                }
            </p>
            if let Some(groups) = lines {
                <div class="lines" tabindex="-1" ref={lines_node}>
                    { first_lines(&groups, Level::Three, cx) }
                </div>
                <p>{ words.text(Message::FeelingCanStop) }</p>
            }
            <div class="actions">
                { cx.button(Message::Continue, weight, Msg::Settled).html() }
                { cx.button(Message::Back, Weight::Secondary, Msg::WentBack).repeats().html() }
            </div>
            { leaving(words) }
            if let Some(saving) = &cx.saving {
                <p>{ cx.button(Message::SavedTitle, Weight::Quiet, saving.msg(SavingMsg::SavedAsked)).html() }</p>
            }
        </section>
    }
}

fn reply(feeling: Option<Feeling>) -> Option<Message> {
    match feeling? {
        Feeling::Okay => None,
        Feeling::Hard => Some(Message::FeelingHardReply),
        Feeling::HelpNow => Some(Message::FeelingHelpNowReply),
        Feeling::NotSafe => Some(Message::FeelingNotSafeReply),
    }
}

fn lines(feeling: Option<Feeling>) -> Option<Vec<Group>> {
    match feeling? {
        Feeling::Okay | Feeling::Hard => None,
        Feeling::HelpNow => Some(vec![Group::Crisis, Group::Emergency, Group::Substances]),
        Feeling::NotSafe => Some(vec![Group::Abuse, Group::Emergency, Group::Crisis]),
    }
}
