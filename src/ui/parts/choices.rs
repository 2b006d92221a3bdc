//! A group of radios under one legend.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::callback::when;

/// One radio.
#[derive(Clone, PartialEq)]
pub struct Choice {
    /// What it says.
    pub label: AttrValue,
    /// A sentence under it.
    pub hint: Option<AttrValue>,
    /// Whether it is the chosen one.
    pub chosen: bool,
}

/// Props of [`Choices`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChoicesProps {
    /// Name of the group, unique within the screen; also the stem of ids.
    pub name: AttrValue,
    /// The legend.
    pub legend: Html,
    /// Ids of what describes the group.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// What stands between the legend and the radios.
    #[prop_or_default]
    pub children: Html,
    /// The radios.
    pub choices: Vec<Choice>,
    /// The word that sets the last radio apart from the others, if it is set apart.
    #[prop_or_default]
    pub before_last: Option<AttrValue>,
    /// A radio was chosen, by its place.
    pub onchoose: Callback<usize>,
    /// Enter was pressed on a radio, once a press.
    #[prop_or_default]
    pub onenter: Callback<()>,
    /// The first radio.
    #[prop_or_default]
    pub first: NodeRef,
}

/// Native radios, vertical, none chosen beforehand, the whole row a target.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    // Only from a radio: Enter on the heading means nothing, and on the error it leads to the first radio.
    let onkeydown = when(&props.onenter, |event: KeyboardEvent| {
        event.target_dyn_into::<HtmlInputElement>()?;
        (event.key() == "Enter" && !event.repeat()).then_some(())
    });
    let last = props.choices.len().saturating_sub(1);
    html! {
        <fieldset class="choices" aria-describedby={props.described_by.clone()} {onkeydown}>
            <legend>{ props.legend.clone() }</legend>
            { props.children.clone() }
            for (place, choice) in props.choices.iter().enumerate() {
                if let Some(word) = props.before_last.as_ref().filter(|_| place == last) {
                    <p class="divider">{ word.clone() }</p>
                }
                { radio(props, place, choice) }
            }
        </fieldset>
    }
}

fn radio(props: &ChoicesProps, place: usize, choice: &Choice) -> Html {
    let id = format!("{}-{place}", props.name);
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-hint"));
    let onchange = props.onchoose.reform(move |_| place);
    let node = match place {
        0 => props.first.clone(),
        _ => NodeRef::default(),
    };
    html! {
        <div class="choice">
            <input
                type="radio"
                id={id.clone()}
                name={props.name.clone()}
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
