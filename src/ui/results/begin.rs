//! A place to begin: one or more small steps.

use yew::prelude::*;

use super::props::ResultsProps;
use crate::domain::guidance::Offer;
use crate::domain::instrument::{Instrument, Perspective, Scope, Strategy};
use crate::language::Message;
use crate::ui::context::{Cx, Words};
use crate::ui::help::article;
use crate::ui::wording;

/// The suggested steps, and all steps behind "Choose a different step".
pub fn begin(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let words = &cx.words;
    let beginning = &outcome.beginning;
    let first = match (&beginning.offer, run.instrument.scope, run.instrument.perspective) {
        (Offer::SupportOnly, ..) => Message::BeginNotSafe,
        (_, Scope::StabilityOnly, _) => Message::BeginNoOne,
        (_, Scope::Full, Perspective::Recovery) => Message::BeginRecovery,
        (_, Scope::Full, Perspective::Loved) => Message::BeginLoved,
    };
    html! {
        <section class="part begin">
            <h3>{ words.text(Message::BeginTitle) }</h3>
            <p>{ words.text(first) }</p>
            if !beginning.support_leads {
                { why(words, &beginning.offer) }
            }
            <p class="note">{ words.text(Message::BeginAfraid) }</p>
            { steps(props) }
            <details>
                <summary>{ words.text(Message::BeginDifferent) }</summary>
                if beginning.offer == Offer::SupportOnly {
                    <div class="step"><p>{ words.text(Message::SupportFirstStep) }</p></div>
                }
                for &strategy in beginning.others.iter().filter(|_| beginning.offer != Offer::SupportOnly) {
                    { small_step(cx, strategy, &run.instrument) }
                }
            </details>
        </section>
    }
}

fn why(words: &Words, offer: &Offer) -> Html {
    let said = match offer {
        Offer::SupportOnly | Offer::One(_) => return Html::default(),
        Offer::Close(_) => words.say(Message::BeginClose),
        Offer::AllFour => words.say(Message::BeginAllFour),
        Offer::KeepGoing => words.say(Message::BeginKeepGoing),
    };
    html! { <p>{ said }</p> }
}

fn steps(props: &ResultsProps) -> Html {
    let ResultsProps { run, outcome, cx } = props;
    let (words, beginning) = (&cx.words, &outcome.beginning);
    let later = if beginning.support_leads { 1 } else { beginning.steps.len() };
    html! {
        for (place, &strategy) in beginning.steps.iter().enumerate() {
            if place == later {
                <p class="between">{ words.text(Message::BeginWhenReady) }</p>
            } else if beginning.adds_support && strategy == Strategy::Support {
                <p class="between">{ words.text(Message::BeginSupportToo) }</p>
            }
            { small_step(cx, strategy, &run.instrument) }
        }
    }
}

fn small_step(Cx { words, owner, .. }: &Cx, strategy: Strategy, instrument: &Instrument) -> Html {
    html! {
        <div class="step">
            <h4>{ words.text(wording::strategy(strategy)) }</h4>
            <p>{ words.text(wording::small_step(strategy, instrument)) }</p>
            if let Some(link) = owner.links.on(strategy) {
                <p>{ article(words, link) }</p>
            }
        </div>
    }
}
