//! Conditional callbacks.

use yew::prelude::*;

/// A callback that maps its input with `pick`, and calls `callback` unless that is `None`.
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
