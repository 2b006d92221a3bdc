//! What is missing on a screen, said kindly, with a way to it.

use yew::prelude::*;

use super::focus::focus_on;

/// Props of [`Problem`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProblemProps {
    /// The word before it, such as "Error:".
    pub label: AttrValue,
    /// What is missing and what to do.
    pub message: AttrValue,
    /// Id that the group of choices names as its description.
    pub id: AttrValue,
    /// What takes the focus when the button is pressed.
    pub target: NodeRef,
    /// Handle that effects move the focus to.
    pub node: NodeRef,
}

/// An error that takes the focus and leads to the first choice.
#[component]
pub fn Problem(props: &ProblemProps) -> Html {
    let target = props.target.clone();
    let onclick = Callback::from(move |_: MouseEvent| focus_on(&target));
    html! {
        <div class="problem" role="group" aria-labelledby={props.id.clone()} tabindex="-1" ref={props.node.clone()}>
            <p id={props.id.clone()}>
                <strong>{ props.label.clone() }</strong>{ " " }
                <button type="button" class="button quiet" {onclick}>{ props.message.clone() }</button>
            </p>
        </div>
    }
}
