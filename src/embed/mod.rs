//! What the page calls: put the check-in into an element of its own, and take it away again.

mod intl;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::domain::definition::Problem;
use crate::domain::session::Catalog;
use crate::ui::{App, AppProps, Words};
use crate::wire;

/// The entry of the wasm. It does nothing: naming it from `main` is what links the exports below.
pub fn start() {}

/// A check-in on the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the check-in off the page and forgets its answers.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

/// Puts a check-in into `root`, a fresh `<div>` of the caller's: mounting twice on one leaks listeners.
///
/// `language` is a BCP 47 tag, `words` and `help_lines` are the texts of the files in `content/`, `region`
/// is the ISO 3166 code that the owner of the page asked for. `print` prints, `ready` is called once the card
/// is on the page.
///
/// # Errors
/// A file that cannot be read, with the place in it; the caller keeps its fallback.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    language: &str,
    words: &str,
    help_lines: &str,
    region: Option<String>,
    print: Function,
    ready: Function,
) -> Result<Mounted, JsError> {
    let text = wire::language(words, intl::format(language)).map_err(|why| refused("language", &why))?;
    let lines = wire::help_lines(help_lines).map_err(|why| refused("help lines", &why))?;
    let catalog = Catalog::built_in().map_err(|problems| listed(&problems))?;
    let region = lines.region_for(region.as_deref(), &locale());
    let props = AppProps {
        catalog: Rc::new(catalog),
        words: Words::new(Rc::new(text)),
        lines: Rc::new(lines),
        region,
        language: AttrValue::from(language.to_owned()),
        print: calls(print),
        ready: calls(ready),
    };
    Ok(Mounted { app: Renderer::<App>::with_root_and_props(root, props).render() })
}

/// A callback into the page. What the page's function throws is its own affair.
fn calls(function: Function) -> Callback<()> {
    Callback::from(move |()| drop(function.call0(&JsValue::UNDEFINED)))
}

fn refused(file: &str, why: &wire::Unreadable) -> JsError {
    JsError::new(&format!("the {file} file: {why}"))
}

fn listed(problems: &[Problem]) -> JsError {
    JsError::new(&problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; "))
}

/// The browser's own locale, such as `en-GB`; a location is never looked up.
fn locale() -> String {
    gloo::utils::window().navigator().language().unwrap_or_default()
}
