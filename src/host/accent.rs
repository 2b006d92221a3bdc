//! Warns the owner about an accent that is hard to read. The style sheet measures and corrects it.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::bridge::HostElement;

const PROPERTY: &str = "--trust-checkin-accent";

/// Warns about the accent of a check-in that is on the page.
pub fn judge(root: &Element, element: &HostElement) {
    let style = call(&gloo::utils::window(), "getComputedStyle", root);
    let value = call(&style, "getPropertyValue", &PROPERTY.into()).as_string().unwrap_or_default();
    if value.trim().is_empty() {
        return;
    }
    let measured = Reflect::get(&style, &"columnRuleColor".into()).unwrap_or_default();
    if let Some(wrong) = measured.as_string().as_deref().and_then(wrong) {
        element.warn(&[PROPERTY, ": ", value.trim(), ": ", &wrong].concat());
    }
}

/// Calls a function by its name: glue for each would weigh more.
fn call(of: &JsValue, name: &str, with: &JsValue) -> JsValue {
    let function: Function = Reflect::get(of, &name.into()).unwrap_or_default().unchecked_into();
    function.call1(of, with).unwrap_or_default()
}

/// The warning for a measurement by `styles/accent.css`; `None` for a good accent, or if the browser cannot measure.
fn wrong(measured: &str) -> Option<String> {
    if measured.starts_with("rgb(") {
        return Some("is no colour, and is not used.".to_owned());
    }
    let (contrast, lacking) = measured.strip_prefix("color(xyz-d65 ")?.split_once(' ')?;
    let short = contrast.get(..4).unwrap_or(contrast);
    let is_enough = lacking.starts_with("0 ");
    (!is_enough)
        .then(|| [short, " to 1 is hard to read. It needs 4.5 to 1: a shade that has it is used."].concat())
}
