//! Moving the focus.

use yew::prelude::*;

/// Moves the focus to an element, if it is on the page.
pub fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        // Fails only for an element that has left the page; then there is nothing to move to.
        let _ = element.focus();
    }
}

/// Moves the focus to an element that may be out of view; the page stays where it is.
pub fn focus_in_place(node: &NodeRef) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
