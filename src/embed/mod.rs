//! What the page calls: mount the check-in into an element of its own, and take it away again.
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// Called once when the module is instantiated; nothing is shown before `mount`.
pub fn start() {}

/// A check-in on the page. `unmount` takes it away.
#[wasm_bindgen]
pub struct Mounted {
    app: yew::AppHandle<Placeholder>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the check-in off the page and drops its state.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

#[component]
fn Placeholder() -> Html {
    html! { <h2>{ "Trust, one small step at a time" }</h2> }
}

/// Mounts into `root`, a fresh `<div>` of the caller's.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, words: &str, help_lines: &str, region: Option<String>) -> Result<Mounted, JsError> {
    let _ = (words, help_lines, region);
    Ok(Mounted { app: yew::Renderer::<Placeholder>::with_root(root).render() })
}
