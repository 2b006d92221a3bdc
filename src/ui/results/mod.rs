//! The results, in the order that serves the reader: support first where it is needed, then what is going
//! well, the profile, a place to begin, support, how it was worked out, and a kind ending.

mod begin;
mod closing;
mod profile;
mod strengths;
mod workings;

use std::rc::Rc;

use yew::prelude::*;

use self::begin::Begin;
use self::closing::Closing;
use self::profile::Profile;
use self::strengths::Strengths;
use self::workings::Workings;
use super::context::Cx;
use super::help::{FirstLines, SupportList};
use crate::domain::guidance::{Outcome, SupportFirst};
use crate::domain::session::Run;
use crate::text::{Group, Message};

/// Props of the results and of each of their parts.
#[derive(Clone, PartialEq, Properties)]
pub struct ResultsProps {
    /// The run.
    pub run: Run,
    /// What the results show.
    pub outcome: Rc<Outcome>,
    /// The surroundings.
    pub cx: Cx,
}

/// All of the results.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props.clone();
    let words = &cx.words;
    let print_numbers = use_state(|| false);
    let set = Callback::from({
        let print_numbers = print_numbers.clone();
        move |now| print_numbers.set(now)
    });
    html! {
        <section
            class={classes!("screen", "results", print_numbers.then_some("prints-numbers"))}>
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.say(Message::ResultsTitle) }</h2>
            if let Some(reason) = outcome.support_first {
                { support_first(&cx, reason) }
            }
            <p class="small">{ words.say(Message::Disclaimer) }</p>
            <Strengths run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} />
            <Profile run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} />
            <Begin run={run.clone()} outcome={outcome.clone()} cx={cx.clone()} />
            <section class="part">
                <h3>{ words.say(Message::SupportTitle) }</h3>
                <p>{ words.say(Message::SupportAbout) }</p>
                <SupportList groups={Group::ALL.to_vec()} level=4 cx={cx.clone()} />
            </section>
            <Workings {run} {outcome} cx={cx.clone()} />
            <Closing print_numbers={*print_numbers} set_print_numbers={set} cx={cx.clone()} />
        </section>
    }
}

fn support_first(cx: &Cx, reason: SupportFirst) -> Html {
    let words = &cx.words;
    let lead = match reason {
        // The screen may be seen by others: these words fit everyone.
        SupportFirst::NotSafe => Message::SupportFirstPlain,
        SupportFirst::HelpNow => Message::SupportFirstHelpNow,
        SupportFirst::HardStretch => Message::SupportFirstHardStretch,
        SupportFirst::OutOfReach => Message::SupportFirstOutOfReach,
        SupportFirst::Alone => Message::SupportFirstAlone,
        SupportFirst::HardTime => Message::SupportFirstHardTime,
        SupportFirst::LowArea => Message::SupportFirstLowArea,
    };
    let groups = match reason {
        SupportFirst::NotSafe => vec![Group::Abuse, Group::Crisis, Group::Emergency],
        _ => vec![Group::Crisis, Group::Emergency, Group::Abuse],
    };
    html! {
        <section class="part support-first">
            <h3>{ words.say(Message::SupportFirstTitle) }</h3>
            <p class="lead">{ words.say(lead) }</p>
            <FirstLines {groups} level=4 cx={cx.clone()} />
            <p>{ words.say(Message::SupportFirstStep) }</p>
            <p class="small">{ words.say(Message::SupportMore) }</p>
        </section>
    }
}
