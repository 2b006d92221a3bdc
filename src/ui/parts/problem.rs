//! An error on a screen, in kind words, with a link to the field.

use yew::prelude::*;

use super::focus::focus_on;

/// An error about a missing answer.
pub struct Problem {
    /// Word before the message, such as "Error:".
    pub label: AttrValue,
    /// The error message: names the missing answer and says what to do.
    pub message: AttrValue,
    /// Id by which the group of radios refers to its description.
    pub id: &'static str,
    /// Element that takes the focus when the message is pressed.
    pub target: NodeRef,
    /// Focus target for effects.
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
