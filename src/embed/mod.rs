//! What the page calls: put the check-in into an element of its own, and take it away again.

mod intl;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::domain::definition::Problem;
use crate::domain::session::Catalog;
use crate::ui::{App, AppProps};
use crate::wire;

/// Called once when the module is instantiated; nothing is shown before [`mount`].
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
/// is the ISO 3166 code that the owner of the page asked for.
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
) -> Result<Mounted, JsError> {
    let text = wire::language(words, intl::format(language)).map_err(|why| refused("language", &why))?;
    let lines = wire::help_lines(help_lines).map_err(|why| refused("help lines", &why))?;
    let catalog = Catalog::built_in().map_err(|problems| listed(&problems))?;
    let region = lines.region_for(region.as_deref(), &locale());
    let language = AttrValue::from(language.to_owned());
    let print = Callback::from(|()| print());
    let props = AppProps::new(catalog, text, lines, region, language, print);
    Ok(Mounted { app: Renderer::<App>::with_root_and_props(root, props).render() })
}

fn refused(file: &str, why: &wire::Unreadable) -> JsError {
    JsError::new(&format!("the {file} file: {why}"))
}

fn listed(problems: &[Problem]) -> JsError {
    JsError::new(&problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("; "))
}

/// The browser's own locale, such as `en-GB`; a location is never looked up.
fn locale() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

fn print() {
    if let Some(window) = web_sys::window() {
        // A sandbox may forbid printing; the page is there to read all the same.
        let _ = window.print();
    }
}
