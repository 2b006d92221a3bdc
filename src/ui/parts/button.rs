//! A button that acts once per press.

use yew::prelude::*;

use super::callback::when;

/// Visual weight of a button.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The way on, with `part="primary"`. At most one per screen.
    Primary,
    /// The way on, on a screen where something else matters more.
    PrimaryQuiet,
    /// An alternative to the way on.
    Secondary,
    /// Styled as text.
    Quiet,
}

impl Weight {
    fn part(self) -> Option<&'static str> {
        matches!(self, Weight::Primary | Weight::PrimaryQuiet).then_some("primary")
    }
}

/// A button. It ignores the second click of a double click, which would hit the next screen and skip a question, unless
/// it `repeats`. It also ignores the repeats of a held Enter.
pub struct Button {
    label: AttrValue,
    more: Option<AttrValue>,
    weight: Weight,
    repeats: bool,
    onpress: Callback<()>,
    expanded: Option<bool>,
    node: NodeRef,
}

impl Button {
    /// A button with a label and an action.
    pub fn new(label: AttrValue, weight: Weight, onpress: Callback<()>) -> Button {
        let node = NodeRef::default();
        Button { label, more: None, weight, repeats: false, onpress, expanded: None, node }
    }

    /// Adds text after the label for screen readers only.
    pub fn more(self, more: AttrValue) -> Button {
        Button { more: Some(more), ..self }
    }

    /// Lets a quick second press count, as for Back.
    pub fn repeats(self) -> Button {
        Button { repeats: true, ..self }
    }

    /// Makes it a button that opens something: whether that is open, and a handle to the button.
    pub fn opens(self, expanded: bool, node: NodeRef) -> Button {
        Button { expanded: Some(expanded), node, ..self }
    }

    /// The markup.
    pub fn html(self) -> Html {
        let repeats = self.repeats;
        let onclick =
            when(&self.onpress, move |event: MouseEvent| (repeats || event.detail() <= 1).then_some(()));
        let onkeydown = Callback::from(|event: KeyboardEvent| {
            if event.repeat() {
                event.prevent_default();
            }
        });
        let expanded = self.expanded.map(|open| if open { "true" } else { "false" });
        let (part, node) = (self.weight.part(), self.node);
        let said = html! {
            <>
                { self.label }
                if let Some(more) = self.more {
                    <span class="only-read">{ " " }{ more }</span>
                }
            </>
        };
        // A computed class would link Yew's class sets, 2 KB.
        match self.weight {
            Weight::Primary => html! {
                <button
                    type="button" class="button primary" {part} {onclick} {onkeydown} aria-expanded={expanded} ref={node}
                >
                    { said }
                </button>
            },
            Weight::PrimaryQuiet | Weight::Secondary => html! {
                <button
                    type="button" class="button secondary" {part} {onclick} {onkeydown} aria-expanded={expanded} ref={node}
                >
                    { said }
                </button>
            },
            Weight::Quiet => html! {
                <button
                    type="button" class="button quiet" {part} {onclick} {onkeydown} aria-expanded={expanded} ref={node}
                >
                    { said }
                </button>
            },
        }
    }
}
