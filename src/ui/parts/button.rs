//! A button that acts once a press.

use yew::prelude::*;

use super::callback::when;

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one way on; carries `part="primary"`. At most one a screen.
    Primary,
    /// The way on, where something else on the screen matters more.
    PrimaryQuiet,
    /// Beside the way on.
    Secondary,
    /// A line of text that can be pressed.
    Quiet,
}

/// Props of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub struct ButtonProps {
    /// What it says.
    pub label: AttrValue,
    /// What only a screen reader hears after the label.
    #[prop_or_default]
    pub label_more: Option<AttrValue>,
    /// How much it asks for attention.
    pub weight: Weight,
    /// Whether a quick second press means what it says, as with Back.
    #[prop_or_default]
    pub repeats: bool,
    /// What it does.
    pub onpress: Callback<()>,
    /// Whether what it shows is open, for a button that opens something.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// Handle to the element.
    #[prop_or_default]
    pub node: NodeRef,
}

/// A button. The second click of a double click is ignored, unless it `repeats`: it would fall on whatever
/// the first one brought up, and skip a question. So is Enter held down.
#[component]
pub fn Button(props: &ButtonProps) -> Html {
    let repeats = props.repeats;
    let onclick =
        when(&props.onpress, move |event: MouseEvent| (repeats || event.detail() <= 1).then_some(()));
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.repeat() {
            event.prevent_default();
        }
    });
    let (class, part) = match props.weight {
        Weight::Primary => ("button primary", Some("primary")),
        Weight::PrimaryQuiet => ("button secondary", Some("primary")),
        Weight::Secondary => ("button secondary", None),
        Weight::Quiet => ("button quiet", None),
    };
    let expanded = props.expanded.map(|open| if open { "true" } else { "false" });
    html! {
        <button type="button" {class} {part} {onclick} {onkeydown} aria-expanded={expanded} ref={props.node.clone()}>
            { props.label.clone() }
            if let Some(more) = &props.label_more {
                <span class="only-read">{ " " }{ more.clone() }</span>
            }
        </button>
    }
}
