//! "Get help now": the bar that stands on every screen, the panel behind it, and lists of help lines.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::{Cx, Help, Words};
use super::parts::{Button, Weight, when};
use super::wording;
use crate::text::{Contact, Group, Line, Message, Reach, Region, speaks};

/// Props of a part that needs nothing but its surroundings.
#[derive(Clone, PartialEq, Properties)]
pub struct CxProps {
    /// The surroundings.
    pub cx: Cx,
}

/// The bar, and the panel when it is open. Opening moves the focus to the panel, closing back to the bar.
#[component]
pub fn HelpBar(props: &CxProps) -> Html {
    let Cx { words, help, .. } = &props.cx;
    let (button, title) = (use_node_ref(), use_node_ref());
    let was_open = use_mut_ref(|| help.open);
    use_effect_with(help.open, {
        let (button, title) = (button.clone(), title.clone());
        move |&open| {
            if was_open.replace(open) != open {
                let node = if open { title } else { button };
                if let Some(element) = node.cast::<web_sys::HtmlElement>() {
                    // Fails only for an element that has left the page.
                    let _ = element.focus();
                }
            }
        }
    });
    let toggle = help.set_open.reform({
        let open = help.open;
        move |()| !open
    });
    let onkeydown = when(&help.set_open, |event: KeyboardEvent| (event.key() == "Escape").then_some(false));
    html! {
        <div class="help" {onkeydown}>
            <div class="bar">
                <Button
                    label={words.say(Message::HelpOpen)}
                    weight={Weight::Secondary}
                    expanded={help.open}
                    onpress={toggle}
                    node={button}
                />
            </div>
            if help.open {
                <section class="panel" aria-labelledby="help-title">
                    <h2 id="help-title" tabindex="-1" ref={title}>{ words.say(Message::HelpOpen) }</h2>
                    <SupportList cx={props.cx.clone()} />
                    <Button
                        label={words.say(Message::HelpClose)}
                        weight={Weight::Secondary}
                        onpress={help.set_open.reform(|()| false)}
                    />
                </section>
            }
        </div>
    }
}

/// Every line of the region, in the same order for everyone, with what to know before calling.
#[component]
pub fn SupportList(props: &CxProps) -> Html {
    let Cx { words, help, .. } = &props.cx;
    let Some(region) = help.shown() else { return Html::default() };
    html! {
        <div class="support">
            <p>{ words.say(Message::HelpAbout) }</p>
            <CountrySelect cx={props.cx.clone()} />
            for group in Group::ALL {
                { lines_of(words, help, region, group) }
            }
            <p class="small">{ words.say(Message::HelpBill) }</p>
            if !region.all_verified() {
                <p class="small">{ words.say(Message::HelpUnverified) }</p>
            }
            <h4>{ words.say(Message::OverdoseTitle) }</h4>
            <p>{ words.say(Message::OverdoseBreak) }</p>
            <p>{ words.say(Message::OverdoseStop) }</p>
            if let Some(facts) = &region.facts {
                <p>{ outside_link(facts.to_string(), words.say(Message::FactsLink)) }</p>
            }
        </div>
    }
}

/// Props of [`FirstLines`].
#[derive(Clone, PartialEq, Properties)]
pub struct FirstLinesProps {
    /// The groups, most wanted first.
    pub groups: Vec<Group>,
    /// The surroundings.
    pub cx: Cx,
}

/// A few groups of lines, large, where they are the first thing to do.
#[component]
pub fn FirstLines(props: &FirstLinesProps) -> Html {
    let Cx { words, help, .. } = &props.cx;
    let Some(region) = help.shown() else { return Html::default() };
    html! {
        <div class="support first-lines">
            <CountrySelect cx={props.cx.clone()} />
            for &group in &props.groups {
                { lines_of(words, help, region, group) }
            }
            <p class="small">{ words.say(Message::HelpBill) }</p>
            if !region.all_verified() {
                <p class="small">{ words.say(Message::HelpUnverified) }</p>
            }
        </div>
    }
}

#[component]
fn CountrySelect(props: &CxProps) -> Html {
    let Cx { words, help, .. } = &props.cx;
    let onchange = when(&help.set_region, |event: Event| {
        let select: HtmlSelectElement = event.target_dyn_into()?;
        usize::try_from(select.selected_index()).ok()
    });
    html! {
        <label class="country">
            <span>{ words.say(Message::HelpCountry) }</span>
            <select {onchange}>
                for (place, region) in help.lines.regions.iter().enumerate() {
                    <option selected={place == help.region}>{ words.region(region) }</option>
                }
            </select>
        </label>
    }
}

fn lines_of(words: &Words, help: &Help, region: &Region, group: Group) -> Html {
    html! {
        <div class="group">
            <h4>{ words.say(wording::group(group)) }</h4>
            <ul>
                for line in region.of(group, &help.language) {
                    <li>{ one_line(words, line, &help.language) }</li>
                }
            </ul>
        </div>
    }
}

fn one_line(words: &Words, line: &Line, language: &str) -> Html {
    html! {
        <>
            <span class="line-name">
                <bdi>{ AttrValue::from(line.name.clone()) }</bdi>
                if !speaks(&line.languages, language) {
                    { format!(" ({})", words.languages(&line.languages)) }
                }
            </span>
            <span class="contacts">
                for contact in &line.contacts {
                    { reach(words, line, contact, language) }
                }
            </span>
        </>
    }
}

fn reach(words: &Words, line: &Line, contact: &Contact, language: &str) -> Html {
    let label = match &contact.reach {
        Reach::Call { number, press: None } => words.fill(Message::ContactCall, &[("number", number)]),
        Reach::Call { number, press: Some(key) } => {
            words.fill(Message::ContactCallPress, &[("number", number), ("key", key)])
        }
        Reach::Tty(number) => words.fill(Message::ContactTty, &[("number", number)]),
        Reach::Text { number, word: None } => words.fill(Message::ContactText, &[("number", number)]),
        Reach::Text { number, word: Some(word) } => {
            words.fill(Message::ContactTextWord, &[("number", number), ("word", word)])
        }
        Reach::TextZip(number) => words.fill(Message::ContactTextZip, &[("number", number)]),
        Reach::Link(address) => Reach::site(address).to_owned().into(),
    };
    let marked = speaks(&line.languages, language) && !speaks(&contact.languages, language);
    let label = match marked {
        false => label,
        true => {
            let languages = words.languages(&contact.languages);
            words.fill(Message::ContactIn, &[("contact", &label), ("languages", &languages)])
        }
    };
    let href = contact.reach.href();
    match contact.reach {
        Reach::Link(_) => outside_link(href, label),
        _ => html! { <a class="contact" {href}>{ label }</a> },
    }
}

fn outside_link(href: String, label: AttrValue) -> Html {
    html! { <a class="contact" {href} target="_blank" rel="noopener noreferrer">{ label }</a> }
}
