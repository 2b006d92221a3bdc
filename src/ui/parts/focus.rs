//! Moving the focus.

use yew::prelude::*;

/// Moves the focus to an element, if it is on the page.
pub fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        // This fails only if the element has left the page.
        let _ = element.focus();
    }
}

/// Moves the focus to an element without scrolling the page.
pub fn focus_in_place(node: &NodeRef) {
    if let Some(element) = node.cast::<web_sys::HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
