//! A group of radios under one legend, or under the heading of the screen.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::callback::when;
use super::keys::is_enter;

/// One radio.
pub struct Radio {
    /// The label.
    pub label: AttrValue,
    /// A sentence under the label.
    pub hint: Option<AttrValue>,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// A group of radios.
pub struct Radios {
    /// Name of the group, unique within the screen; also the stem of ids.
    pub name: &'static str,
    /// The legend. `None` if the heading of the screen, which stands before the group, names it: a heading that takes the
    /// focus is read out twice if it is inside the group.
    pub legend: Option<Html>,
    /// Ids of what describes the group.
    pub described_by: Option<&'static str>,
    /// Content before the radios.
    pub notes: Html,
    /// The radios.
    pub choices: Vec<Radio>,
    /// Word before the last radio, if that one is set apart.
    pub before_last: Option<AttrValue>,
    /// Called with the index of the radio that was chosen.
    pub onchoose: Callback<usize>,
    /// Called once per press of Enter on a radio.
    pub onenter: Callback<()>,
    /// The first radio.
    pub first: NodeRef,
}

/// Draws native radios in a column, none chosen by default, with the whole row as a target.
pub fn radios(group: Radios) -> Html {
    // Only from a radio: Enter on the heading does nothing, and on the error it leads to the first radio.
    let onkeydown = when(&group.onenter, |event: KeyboardEvent| {
        event.target_dyn_into::<HtmlInputElement>()?;
        is_enter(&event).then_some(())
    });
    let last = group.choices.len().saturating_sub(1);
    html! {
        <fieldset
            class="choices"
            aria-labelledby={group.legend.is_none().then_some("heading")}
            aria-describedby={group.described_by}
            {onkeydown}
        >
            if let Some(legend) = &group.legend {
                <legend>{ legend.clone() }</legend>
            }
            { group.notes.clone() }
            for (place, choice) in group.choices.iter().enumerate() {
                if let Some(word) = group.before_last.as_ref().filter(|_| place == last) {
                    <p class="divider">{ word.clone() }</p>
                }
                { radio(&group, place, choice) }
            }
        </fieldset>
    }
}

/// Removes the names of the radios on a screen that is about to go; `heading` is in it. Chromium never frees a named
/// radio that leaves a shadow root, and with it the whole screen.
pub fn release_radios(heading: &NodeRef) {
    let screen = heading.cast::<Element>().and_then(|heading| heading.closest(".screen").ok().flatten());
    let Some(screen) = screen else { return };
    while let Ok(Some(radio)) = screen.query_selector("[type=radio][name]") {
        if radio.remove_attribute("name").is_err() {
            break;
        }
    }
}

fn radio(group: &Radios, place: usize, choice: &Radio) -> Html {
    let id = format!("{}-{place}", group.name);
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-hint"));
    let onchange = group.onchoose.reform(move |_| place);
    let node = match place {
        0 => group.first.clone(),
        _ => NodeRef::default(),
    };
    html! {
        <div class="choice">
            <input
                type="radio"
                id={id.clone()}
                name={group.name}
                value={place.to_string()}
                checked={choice.chosen}
                aria-describedby={hint_id.clone()}
                {onchange}
                ref={node}
            />
            <label for={id}>{ choice.label.clone() }</label>
            if let Some(hint) = &choice.hint {
                <p class="hint" id={hint_id}>{ hint.clone() }</p>
            }
        </div>
    }
}
