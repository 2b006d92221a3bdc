//! What the page calls: put the check-in into an element of its own, change it, and take it away again.

mod accent;
mod compare;
mod export;
mod intl;
mod page;
mod saving;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::domain::session::{Catalog, Moment};
use crate::edition::Full;
use crate::formats;
use crate::language::{HelpLines, Links, Owner};
use crate::ui::{App, AppProps, Comparing, Device, Shared, Words};

pub use self::page::Page;

/// The entry of the wasm. It does nothing: naming it from `main` is what links the exports below.
pub fn start() {}

/// A check-in on the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    props: AppProps,
}

#[wasm_bindgen]
impl Mounted {
    /// Shows the words, region, contact and links that the page asks for now. Answers stay.
    ///
    /// # Errors
    /// A file that cannot be read; what was there stays.
    pub fn update(&mut self, words: &str, page: Page) -> Result<(), JsError> {
        let (text, lines) =
            formats::data_file::read(words, intl::format(&page.language())).map_err(refused)?;
        self.props = AppProps {
            region: lines.region_for(page.region().as_deref(), &locale()),
            words: Words::new(Rc::new(text)),
            lines: Shared::new(lines),
            language: page.language().into(),
            owner: Shared::new(owner(&page)),
            device: device(&page, self.props.device.take()),
            comparing: comparing(&page, self.props.comparing.take()),
            ..self.props.clone()
        };
        self.app.update(self.props.clone());
        Ok(())
    }

    /// Nobody has touched the page, or seen it, for a while. `had_focus` is whether the focus is in the check-in.
    pub fn left_alone(&mut self, had_focus: bool) {
        self.props.left_alone = (self.props.left_alone.0.wrapping_add(1), had_focus);
        self.app.update(self.props.clone());
    }

    /// Something in the browser's storage was changed by another tab.
    pub fn kept_elsewhere(&mut self) {
        self.props.kept_elsewhere = self.props.kept_elsewhere.wrapping_add(1);
        self.app.update(self.props.clone());
    }

    /// Takes the check-in off the page and forgets its answers.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

/// Puts a check-in into `root`, a fresh `<div>` of the caller's: mounting twice on one leaks listeners.
/// `words` is the text of a language's data file.
///
/// # Errors
/// A file that cannot be read, with the place in it; the caller keeps its fallback.
#[wasm_bindgen]
pub fn mount(root: Element, words: &str, page: Page) -> Result<Mounted, JsError> {
    let (text, lines) = formats::data_file::read(words, intl::format(&page.language())).map_err(refused)?;
    let props = props(&page, root.clone(), Words::new(Rc::new(text)), lines)?;
    let app = Renderer::<App>::with_root_and_props(root, props.clone()).render();
    Ok(Mounted { app, props })
}

fn props(page: &Page, root: Element, words: Words, lines: HelpLines) -> Result<AppProps, JsError> {
    let catalog =
        Catalog::built_in().map_err(|_| JsError::new("the questionnaire that is built in is not sound"))?;
    let is_judged = Cell::new(false);
    let (print, leave, tell, take) = (page.clone(), page.clone(), page.clone(), page.clone());
    Ok(AppProps {
        catalog: Shared::new(catalog),
        words,
        region: lines.region_for(page.region().as_deref(), &locale()),
        lines: Shared::new(lines),
        language: AttrValue::from(page.language()),
        owner: Shared::new(owner(page)),
        sealed: page.sealed(),
        device: device(page, None),
        comparing: comparing(page, None),
        opening: Shared::new(page.opening()),
        take: Callback::from(move |taken| export::take(&take, taken)),
        now: Callback::from(|()| js_sys::Date::now() as i64),
        print: Callback::from(move |()| print.print()),
        leave: Callback::from(move |()| leave.leave()),
        left_alone: (0, false),
        kept_elsewhere: 0,
        tell: Callback::from(move |moment| {
            tell.tell(name(moment));
            // From the first moment on the check-in is on the page, and has its colours.
            if !is_judged.replace(true) {
                accent::judge(&root, &tell);
            }
        }),
    })
}

/// What the device may be asked for, where the owner allows to ask and this build can; the one that is there stays.
fn device(page: &Page, there: Option<Device>) -> Option<Device> {
    let full = Full::build()?;
    let answers = page.clone();
    let new = || Device {
        full,
        answer: Callback::from(move |request| saving::answer(&answers, request)),
        open: Callback::from(|(input, opened)| saving::open(&input, opened)),
    };
    page.may_save().then(|| there.unwrap_or_else(new))
}

/// What two people who compare need, where the owner has turned it on and this build can; what is there stays.
fn comparing(page: &Page, there: Option<Comparing>) -> Option<Comparing> {
    let full = Full::build()?;
    page.may_compare().then(|| there.unwrap_or_else(|| compare::comparing(full, page)))
}

/// The name of a moment in the events of the element.
fn name(moment: Moment) -> &'static str {
    match moment {
        Moment::Started => "start",
        Moment::Completed => "complete",
    }
}

/// What the owner adds. Links that cannot be read are left out, and the page is told why.
fn owner(page: &Page) -> Owner {
    let links =
        page.links().map_or_else(|| Ok(Links::default()), |links| formats::links(&links, page::fields));
    let links = links.unwrap_or_else(|why| {
        page.warn(&format!("links: {why}"));
        Links::default()
    });
    Owner::new(page.contact().as_deref(), links)
}

fn refused(why: formats::Unreadable) -> JsError {
    JsError::new(&format!("the language file: {why}"))
}

/// The browser's own locale, such as `en-GB`; a location is never looked up.
fn locale() -> String {
    gloo::utils::window().navigator().language().unwrap_or_default()
}
