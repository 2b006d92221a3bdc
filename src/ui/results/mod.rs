//! The results: support first where it is needed, then strengths, the profile, a place to begin, support, the workings,
//! and a kind ending.

mod begin;
mod change;
mod closing;
mod export;
mod plain_text;
mod profile;
mod props;
mod remind;
mod saving;
mod sheet;
mod strengths;
mod workings;

use yew::prelude::*;

use self::begin::begin;
use self::closing::{Inside, Paper, closing};
use self::export::use_take;
use self::profile::profile;
use self::props::ResultsProps;
use self::remind::use_reminder;
use self::saving::use_saving;
pub use self::sheet::Sheet;
use self::strengths::strengths;
use self::workings::workings;
use crate::domain::guidance::SupportFirst;
use crate::domain::session::CompareMsg;
use crate::edition::FullOnly;
use crate::language::{Group, Message};
use crate::ui::capabilities::Comparing;
use crate::ui::context::Cx;
use crate::ui::export::setter;
use crate::ui::help::{Level, first_lines, support_list};
use crate::ui::parts::Weight;

/// All of the results.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let ResultsProps { outcome, cx, .. } = props;
    let words = &cx.words;
    let print_numbers = use_state(|| false);
    let set = setter(&print_numbers);
    let unprinted = use_state(|| false);
    let print = Callback::from({
        let (print, unprinted) = (cx.host.print.clone(), unprinted.setter());
        move |()| unprinted.set(!print.emit(()))
    });
    let take = use_take(props);
    let saving = use_saving(props);
    let inside = Inside { take, reminder: use_reminder(cx), saving };
    let parts = html! {
        <>
            <h2 id="heading" tabindex="-1" ref={cx.focus.heading.clone()}>{ words.text(Message::ResultsTitle) }</h2>
            if let Some(reason) = outcome.support_first {
                { support_first(cx, reason) }
            }
            <p class="small">{ words.text(Message::Disclaimer) }</p>
            { strengths(props) }
            { profile(props) }
            { begin(props) }
            <section class="part">
                <h3>{ words.text(Message::SupportTitle) }</h3>
                <p>{ words.text(Message::SupportAbout) }</p>
                { support_list(Level::Four, cx) }
            </section>
            { workings(props) }
            if let Some(comparing) = &cx.host.comparing {
                { compare(comparing, cx) }
            }
            { closing(*print_numbers, &set, Paper { print, unprinted: *unprinted }, inside, cx) }
        </>
    };
    html! {
        if *print_numbers {
            <section class="screen results prints-numbers">{ parts }</section>
        } else {
            <section class="screen results">{ parts }</section>
        }
    }
}

/// Button to a comparison. It is there for everyone, whatever the answers: its absence would give them away.
fn compare(comparing: &FullOnly<Comparing>, cx: &Cx) -> Html {
    let words = &cx.words;
    let button = cx.button(Message::CompareTitle, Weight::Secondary, comparing.msg(CompareMsg::Asked));
    html! {
        <section class="part compare">
            <h3>{ words.text(Message::CompareInvite) }</h3>
            <p>{ words.text(Message::CompareInviteAbout) }</p>
            <div class="actions">{ button.html() }</div>
        </section>
    }
}

fn support_first(cx: &Cx, reason: SupportFirst) -> Html {
    let words = &cx.words;
    let lead = match reason {
        // Others may see the screen, so these words fit everyone.
        SupportFirst::NotSafe => Message::SupportFirstPlain,
        SupportFirst::HelpNow => Message::SupportFirstHelpNow,
        SupportFirst::HardStretch => Message::SupportFirstHardStretch,
        SupportFirst::OutOfReach => Message::SupportFirstOutOfReach,
        SupportFirst::Alone => Message::SupportFirstAlone,
        SupportFirst::HardTime => Message::SupportFirstHardTime,
        SupportFirst::LowArea => Message::SupportFirstLowArea,
    };
    let groups = match reason {
        SupportFirst::NotSafe => [Group::Abuse, Group::Crisis, Group::Emergency],
        _ => [Group::Crisis, Group::Emergency, Group::Abuse],
    };
    html! {
        <section class="part support-first">
            <h3>{ words.text(Message::SupportFirstTitle) }</h3>
            <p class="lead">{ words.text(lead) }</p>
            { first_lines(&groups, Level::Four, cx) }
            <p>{ words.text(Message::SupportFirstStep) }</p>
            <p class="small">{ words.text(Message::SupportMore) }</p>
        </section>
    }
}
