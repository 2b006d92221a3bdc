//! The bar on every screen, with "Get help now" and "Leave quickly"; the help panel; lists of help lines.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::{Cx, Words};
use super::leaving::leaving;
use super::parts::{Button, Weight, focus_on, when};
use super::wording;
use crate::language::{Contact, Group, Line, Link, Message, Reach, Region, speaks};

/// Directory of help lines to which every list points.
const FIND_A_HELPLINE: &str = "https://findahelpline.com/";

/// Props of a part that needs only the context.
#[derive(Clone, PartialEq, Properties)]
pub struct CxProps {
    /// The context.
    pub cx: Cx,
}

/// Level of the headings of the groups.
#[derive(Clone, Copy)]
pub enum Level {
    /// `<h3>`
    Three,
    /// `<h4>`
    Four,
}

/// The bar, and the panel while it is open. Opening moves the focus to the panel, closing moves it back to the bar.
#[component]
pub fn HelpBar(props: &CxProps) -> Html {
    let Cx { words, help, host, .. } = &props.cx;
    let (button, title) = (use_node_ref(), use_node_ref());
    // A panel opened on the first view, before the app was there, takes the focus, too.
    let seen = use_mut_ref(|| 0);
    use_effect_with((help.open, help.asked), {
        let (button, title) = (button.clone(), title.clone());
        move |&(open, asked)| {
            if seen.replace(asked) != asked {
                focus_on(if open { &title } else { &button });
            }
        }
    });
    let toggle = help.set_open.reform({
        let open = help.open;
        move |()| !open
    });
    let is_open = help.open;
    let onkeydown = when(&help.set_open, move |event: KeyboardEvent| {
        let closes = is_open && event.key() == "Escape";
        if closes {
            // A dialog of the page around stays open.
            event.prevent_default();
        }
        closes.then_some(false)
    });
    let open = Button::new(words.say(Message::HelpOpen), Weight::Secondary, toggle);
    let close = help.set_open.reform(|()| false);
    let close = Button::new(words.say(Message::HelpClose), Weight::Secondary, close);
    let leave = Button::new(words.say(Message::Leave), Weight::Secondary, host.leave.clone());
    html! {
        <div class="help" {onkeydown}>
            <div class="bar">
                { open.opens(help.open, button).html() }
                { leave.html() }
            </div>
            if help.open {
                <section class="panel" aria-labelledby="help-title">
                    <h2 id="help-title" tabindex="-1" ref={title}>{ words.text(Message::HelpOpen) }</h2>
                    { support_list(Level::Three, &props.cx) }
                    { leaving(words) }
                    { close.html() }
                </section>
            }
        </div>
    }
}

/// All lines of the region, in the same order for everyone, with what to know before calling.
pub fn support_list(level: Level, cx: &Cx) -> Html {
    let words = &cx.words;
    html! {
        <div class="support">
            <p>{ words.text(Message::HelpAbout) }</p>
            <CountrySelect cx={cx.clone()} />
            { lines(&Group::ALL, level, cx) }
            if let Some(contact) = &cx.owner.contact {
                <p>{ words.text(Message::HelpContact) }{ " " }<bdi>{ AttrValue::from(contact.clone()) }</bdi></p>
            }
            { overdose(level, cx) }
        </div>
    }
}

/// Advice on overdose, for everyone, with a link to facts if the region has one.
pub fn overdose(level: Level, cx: &Cx) -> Html {
    let words = &cx.words;
    let facts = cx.help.shown().and_then(|region| region.facts.clone());
    html! {
        <>
            { heading(level, words.say(Message::OverdoseTitle)) }
            <p>{ words.text(Message::OverdoseEmergency) }</p>
            <p>{ words.text(Message::OverdoseBreak) }</p>
            <p>{ words.text(Message::OverdoseStop) }</p>
            if let Some(facts) = facts {
                <p>{ outside_link(words, facts.to_string(), words.say(Message::FactsLink).into()) }</p>
            }
        </>
    }
}

/// A few groups of lines in large type, where they come first, followed by the choice of country.
pub fn first_lines(groups: &[Group], level: Level, cx: &Cx) -> Html {
    html! {
        <div class="support first-lines">
            { lines(groups, level, cx) }
            <CountrySelect cx={cx.clone()} />
        </div>
    }
}

fn heading(level: Level, said: AttrValue) -> Html {
    match level {
        Level::Three => html! { <h3>{ said }</h3> },
        Level::Four => html! { <h4>{ said }</h4> },
    }
}

/// Lines of some groups in the region shown, with what to know before calling.
pub fn lines(groups: &[Group], level: Level, cx: &Cx) -> Html {
    let Cx { words, help, .. } = cx;
    let Some(region) = help.shown() else { return Html::default() };
    html! {
        <>
            for &group in groups {
                { one_group(group, region, level, cx) }
            }
            <p class="small">{ words.text(Message::HelpBill) }</p>
            if !region.all_verified() {
                <p class="small">{ words.text(Message::HelpUnverified) }</p>
                <p>{ outside_link(words, FIND_A_HELPLINE.to_owned(), isolated(Reach::site(FIND_A_HELPLINE))) }</p>
            }
        </>
    }
}

fn one_group(group: Group, region: &Region, level: Level, cx: &Cx) -> Html {
    let Cx { words, help, .. } = cx;
    let inside = html! {
        <>
            { heading(level, words.say(wording::group(group))) }
            <ul role="list">
                for line in region.of(group, &help.language) {
                    <li key={&*line.name}>{ one_line(words, line, &help.language) }</li>
                }
            </ul>
        </>
    };
    match group {
        Group::Abuse => html! { <div key={group as usize} class="group off-paper">{ inside }</div> },
        _ => html! { <div key={group as usize} class="group">{ inside }</div> },
    }
}

#[component]
fn CountrySelect(props: &CxProps) -> Html {
    let Cx { words, help, .. } = &props.cx;
    // Once a reader has used a select, its choice no longer follows the `selected` attribute.
    let select = use_node_ref();
    use_effect_with(help.region, {
        let select = select.clone();
        move |&region| {
            let select = select.cast::<HtmlSelectElement>();
            // A choice that is set anew draws some screen readers into the list.
            if let Some((select, region)) = select.zip(i32::try_from(region).ok())
                && select.selected_index() != region
            {
                select.set_selected_index(region);
            }
        }
    });
    let onchange = when(&help.set_region, |event: Event| {
        let select: HtmlSelectElement = event.target_dyn_into()?;
        usize::try_from(select.selected_index()).ok()
    });
    html! {
        <label class="country">
            <span>{ words.text(Message::HelpCountry) }</span>
            <select {onchange} ref={select}>
                for (place, region) in help.lines.regions.iter().enumerate() {
                    <option selected={place == help.region}>{ words.region(region) }</option>
                }
            </select>
        </label>
    }
}

fn one_line(words: &Words, line: &Line, language: &str) -> Html {
    html! {
        <>
            <span class="line-name">
                <bdi lang={line.name_language(language).map(str::to_owned)}>{ AttrValue::from(line.name.clone()) }</bdi>
                // In danger of life, the name of a language must not keep anyone from calling.
                if line.group != Group::Emergency && !speaks(&line.languages, language) {
                    { format!(" ({})", words.languages(&line.languages)) }
                }
            </span>
            <span class="contacts">
                for contact in line.contacts_for(language) {
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
    let label = match speaks(&contact.languages, language) {
        true => label,
        false => {
            let languages = words.languages(&contact.languages);
            words.fill(Message::ContactIn, &[("contact", &label), ("languages", &languages)])
        }
    };
    let href = contact.reach.href();
    match contact.reach {
        Reach::Link(_) => outside_link(words, href, isolated(&label)),
        // A screen reader's list of links leaves out the name above each link.
        _ => html! {
            // A page translator keeps its words for an element, whatever the element says later: other words need
            // another element.
            <a key={&*label} class="contact" {href}>
                { around(&label, contact.reach.number()) }
                <span class="only-read" lang={line.name_language(language).map(str::to_owned)}>
                    { words.fill(Message::ContactMore, &[("more", &line.name)]) }
                </span>
            </a>
        },
    }
}

/// Link to an article of the owner.
pub fn article(words: &Words, link: &Link) -> Html {
    let site = Reach::site(&link.0);
    let said = words.fill(Message::ReadMore, &[("site", site)]);
    outside_link(words, link.0.to_string(), around(&said, site))
}

/// Words around a number or a site. The part neither changes the text direction nor wraps.
fn around(said: &str, part: &str) -> Html {
    let (before, after) = said.split_once(part).unwrap_or((said, ""));
    html! { <>{ before.to_owned() }{ isolated(part) }{ after.to_owned() }</> }
}

/// A name from outside, isolated so that it cannot change the text direction around it.
fn isolated(name: &str) -> Html {
    html! { <bdi>{ name.to_owned() }</bdi> }
}

fn outside_link(words: &Words, href: String, label: Html) -> Html {
    html! {
        <a key={href.clone()} class="contact" {href} target="_blank" rel="noopener noreferrer">
            { label }
            <span class="only-read">
                { words.fill(Message::ContactMore, &[("more", &words.say(Message::ContactNewTab))]) }
            </span>
        </a>
    }
}
