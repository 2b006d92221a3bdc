//! "How are you right now?": optional, passes empty, and brings help lines where they are wanted.

use yew::prelude::*;

use super::context::Cx;
use super::help::FirstLines;
use super::parts::{Button, Choice, Choices, Weight, focus_on, when};
use super::wording;
use crate::domain::guidance::Feeling;
use crate::domain::session::Msg;
use crate::text::{Group, Message};

/// Props of [`FeelingScreen`].
#[derive(Clone, PartialEq, Properties)]
pub struct FeelingProps {
    /// What is chosen, if anything.
    pub feeling: Option<Feeling>,
    /// The surroundings.
    pub cx: Cx,
}

/// The question, and what follows from its answer at once.
#[component]
pub fn FeelingScreen(props: &FeelingProps) -> Html {
    let Cx { words, focus, .. } = &props.cx;
    let heading = html! {
        <h2 id="heading" tabindex="-1" ref={focus.heading.clone()}>{ words.say(Message::FeelingQuestion) }</h2>
    };
    let choices: Vec<Choice> = Feeling::ALL
        .into_iter()
        .map(|feeling| Choice {
            label: words.say(wording::feeling(feeling)),
            hint: None,
            chosen: props.feeling == Some(feeling),
        })
        .collect();
    let onchoose = when(&props.cx.send, |place: usize| {
        Feeling::ALL.get(place).map(|&feeling| Msg::FeelingChosen(feeling))
    });
    let lines = lines(props.feeling);
    let first_lines = use_node_ref();
    // Enter on an answer that brings lines leads to them, not past them.
    let onenter = match lines {
        None => props.cx.sends(Msg::Settled),
        Some(_) => Callback::from({
            let first_lines = first_lines.clone();
            move |()| focus_on(&first_lines)
        }),
    };
    // Where lines are the first thing to do, Continue steps back.
    let weight = if lines.is_some() { Weight::PrimaryQuiet } else { Weight::Primary };
    html! {
        <section class="screen feeling">
            <Choices
                name="feeling"
                legend={heading}
                described_by="feeling-optional"
                {choices}
                {onchoose}
                {onenter}
            >
                <p class="hint" id="feeling-optional">{ words.say(Message::FeelingOptional) }</p>
            </Choices>
            <p class="reply" role="status">{ reply(props.feeling).map(|message| words.say(message)) }</p>
            if let Some(groups) = lines {
                <div class="lines" tabindex="-1" ref={first_lines}>
                    <FirstLines {groups} level=3 cx={props.cx.clone()} />
                </div>
                <p>{ words.say(Message::FeelingCanStop) }</p>
            }
            <div class="actions">
                <Button label={words.say(Message::Continue)} {weight} onpress={props.cx.sends(Msg::Settled)} />
                <Button
                    label={words.say(Message::Back)}
                    weight={Weight::Secondary}
                    repeats=true
                    onpress={props.cx.sends(Msg::WentBack)}
                />
            </div>
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
