//! Callbacks that choose whether to act.

use yew::prelude::*;

/// A callback that calls `callback` with what `pick` makes of its input, and not at all for `None`.
pub fn when<In, Out: 'static>(
    callback: &Callback<Out>,
    pick: impl Fn(In) -> Option<Out> + 'static,
) -> Callback<In> {
    let callback = callback.clone();
    Callback::from(move |input| {
        if let Some(output) = pick(input) {
            callback.emit(output);
        }
    })
}
