//! What is missing on a screen, said kindly, with a way to it.

use yew::prelude::*;

use super::focus::focus_on;

/// What is missing.
pub struct Problem {
    /// The word before it, such as "Error:".
    pub label: AttrValue,
    /// What is missing and what to do.
    pub message: AttrValue,
    /// Id that the group of choices names as its description.
    pub id: &'static str,
    /// What takes the focus when the button is pressed.
    pub target: NodeRef,
    /// Handle that effects move the focus to.
    pub node: NodeRef,
}

/// An error that takes the focus and leads to the first choice.
pub fn problem(Problem { label, message, id, target, node }: Problem) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| focus_on(&target));
    html! {
        <div class="problem" role="group" aria-labelledby={id} tabindex="-1" ref={node}>
            <p {id}>
                <strong>{ label }</strong>{ " " }
                <button type="button" class="button quiet" {onclick}>{ message }</button>
            </p>
        </div>
    }
}
