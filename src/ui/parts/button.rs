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

impl Weight {
    fn part(self) -> Option<&'static str> {
        matches!(self, Weight::Primary | Weight::PrimaryQuiet).then_some("primary")
    }
}

/// A button. The second click of a double click is ignored, unless it `repeats`: it would fall on whatever
/// the first one brought up, and skip a question. So is Enter held down.
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
    /// A button that says `label` and does `onpress`.
    pub fn new(label: AttrValue, weight: Weight, onpress: Callback<()>) -> Button {
        let node = NodeRef::default();
        Button { label, more: None, weight, repeats: false, onpress, expanded: None, node }
    }

    /// With what only a screen reader hears after the label.
    pub fn more(self, more: AttrValue) -> Button {
        Button { more: Some(more), ..self }
    }

    /// A quick second press means what it says, as with Back.
    pub fn repeats(self) -> Button {
        Button { repeats: true, ..self }
    }

    /// For a button that opens something: whether that is open, and a handle to the element.
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
        // A class that is worked out would bring in sets of classes, 2 KB of them.
        match self.weight {
            Weight::Primary => html! {
                <button type="button" class="button primary" {part} {onclick} {onkeydown} aria-expanded={expanded} ref={node}>{ said }</button>
            },
            Weight::PrimaryQuiet | Weight::Secondary => html! {
                <button type="button" class="button secondary" {part} {onclick} {onkeydown} aria-expanded={expanded} ref={node}>{ said }</button>
            },
            Weight::Quiet => html! {
                <button type="button" class="button quiet" {part} {onclick} {onkeydown} aria-expanded={expanded} ref={node}>{ said }</button>
            },
        }
    }
}
