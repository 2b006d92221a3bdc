//! The card: what this is, an honest word on privacy, the choice of perspective, Begin.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::context::Cx;
use super::parts::{Button, Problem, Radio, Radios, Weight, problem, radios, when};
use super::wording;
use crate::domain::instrument::Perspective;
use crate::domain::session::{Choice, Missed, Msg, SavingMsg};
use crate::language::Message;

/// Props of the card.
pub struct WelcomeProps<'a> {
    /// The choices so far.
    pub choice: Choice,
    /// Whether a run was left by Back.
    pub waiting: bool,
    /// How often Begin was pressed without a perspective.
    pub missed: Missed,
    /// The context.
    pub cx: &'a Cx,
}

/// The card.
pub fn welcome(props: &WelcomeProps) -> Html {
    let cx = props.cx;
    let Cx { words, help, focus, host, .. } = cx;
    let privacy = if host.sealed { Message::IntroPrivacyFrame } else { Message::IntroPrivacy };
    let support = words.say(Message::IntroStraightToSupport);
    let support = Button::new(support, Weight::Quiet, help.set_open.reform(|()| true));
    html! {
        <section key="welcome" class="screen welcome">
            <h2 id="heading" tabindex="-1" ref={focus.heading.clone()}>{ words.text(Message::Title) }</h2>
            <p class="lead">{ words.text(Message::IntroWhat) }</p>
            <p>{ words.text(Message::IntroGives) }</p>
            <p>{ words.text(Message::IntroFreedom) }</p>
            <p class="privacy">{ words.text(privacy) }</p>
            <p>{ words.text(Message::IntroLeave) }</p>
            { perspectives(props) }
            { no_one_in_mind(props) }
            <p class="small">{ words.text(Message::IntroUnder18) }</p>
            <div class="actions">
                { cx.button(Message::Begin, Weight::Primary, Msg::Began).html() }
                { support.html() }
                if let Some(saving) = &cx.saving {
                    { cx.button(Message::SavedTitle, Weight::Quiet, saving.msg(SavingMsg::SavedAsked)).html() }
                }
                if props.waiting {
                    { cx.button(Message::StartOver, Weight::Quiet, Msg::StartOverAsked).html() }
                }
            </div>
        </section>
    }
}

fn perspectives(props: &WelcomeProps) -> Html {
    let Cx { words, focus, .. } = props.cx;
    let first = NodeRef::default();
    let offered: Vec<Radio> = Perspective::ALL
        .into_iter()
        .map(|perspective| {
            let (label, hint) = wording::perspective(perspective);
            Radio {
                label: words.say(label),
                hint: Some(words.say(hint)),
                chosen: props.choice.perspective == Some(perspective),
            }
        })
        .collect();
    let onchoose = when(&props.cx.send, |place: usize| {
        Perspective::ALL.get(place).map(|&perspective| Msg::PerspectiveChosen(perspective))
    });
    let missing = props.missed > Missed::default();
    let problem = missing.then(|| {
        problem(Problem {
            id: "problem",
            label: words.say(Message::Error),
            message: words.say(Message::PerspectiveMissing),
            target: first.clone(),
            node: focus.problem.clone(),
        })
    });
    radios(Radios {
        name: "perspective",
        legend: Some(html! { <span class="legend">{ words.text(Message::PerspectiveQuestion) }</span> }),
        described_by: missing.then_some("problem"),
        notes: problem.unwrap_or_default(),
        choices: offered,
        before_last: None,
        onchoose,
        onenter: props.cx.sends(Msg::Began),
        first,
    })
}

fn no_one_in_mind(props: &WelcomeProps) -> Html {
    let words = &props.cx.words;
    let onchange = when(&props.cx.send, |event: Event| {
        let input: HtmlInputElement = event.target_dyn_into()?;
        Some(Msg::NoOneInMind(input.checked()))
    });
    html! {
        <div class="choice tick">
            <input
                type="checkbox"
                id="no-one"
                checked={props.choice.no_one_in_mind}
                aria-describedby="no-one-hint"
                {onchange}
            />
            <label for="no-one">{ words.text(Message::NoOneInMind) }</label>
            <p class="hint" id="no-one-hint">{ words.text(Message::NoOneInMindHint) }</p>
        </div>
    }
}
