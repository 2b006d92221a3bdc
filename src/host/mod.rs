//! The exports that the page calls: mount the check-in in an element of its own, update it, and take it away.

mod accent;
mod bridge;
mod browser;
mod compare;
mod export;
mod inactivity;
mod intl;
mod print;
mod saving;

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::html::Scope;
use yew::{AppHandle, AttrValue, Callback, Renderer};

use crate::domain::session::{Catalog, Moment, Msg};
use crate::edition::FullOnly;
use crate::formats;
use crate::language::{HelpLines, Links, Owner};
use crate::store;
use crate::ui::{App, AppMsg, AppProps, Host, Shared, Words};

pub use self::bridge::HostElement;
use self::inactivity::Inactivity;

/// Entry point of the wasm, when the reader comes near: erases what has been saved for its time.
pub fn start() {
    if FullOnly::new(()).is_some() {
        store::expire(js_sys::Date::now() as i64);
    }
}

/// A check-in on the page.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
    props: AppProps,
    _inactivity: Inactivity,
    _elsewhere: EventListener,
}

#[wasm_bindgen]
impl Mounted {
    /// Shows the words, region, contact and links that the host element asks for now. Answers stay.
    ///
    /// # Errors
    /// A file that cannot be read. What was there stays.
    pub fn update(&mut self, words: &str, element: HostElement) -> Result<(), JsError> {
        let (text, lines) =
            formats::data_file::read(words, intl::format(&element.language())).map_err(refused)?;
        let before = self.props.host.clone();
        self.props = AppProps {
            region: lines.region_for(element.region().as_deref(), &locale()),
            words: Words::new(Rc::new(text)),
            lines: Shared::new(lines),
            language: element.language().into(),
            owner: Shared::new(owner(&element)),
            host: Host {
                device: allowed(element.may_save(), before.device, || saving::device(&element)),
                asks_to_save: element.asks_to_save(),
                comparing: allowed(element.may_compare(), before.comparing, || compare::comparing(&element)),
                ..before
            },
            ..self.props.clone()
        };
        self.app.update(self.props.clone());
        Ok(())
    }

    /// Takes the check-in off the page and forgets its answers.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

impl Mounted {
    /// Nobody has touched or seen the page for a while. `had_focus` tells whether the focus is in the check-in.
    pub fn left_alone(&self, had_focus: bool) {
        left_alone(&self.app, had_focus);
    }
}

fn left_alone(app: &Scope<App>, had_focus: bool) {
    app.send_message(AppMsg::Session(Msg::LeftAlone { had_focus }));
}

/// Puts a check-in into `root`, a fresh `<div>` of the caller's: mounting twice on one leaks listeners.
/// `words` is the text of a language's data file.
///
/// # Errors
/// A file that cannot be read, with the place in it. The caller keeps its fallback.
#[wasm_bindgen]
pub fn mount(root: Element, words: &str, element: HostElement) -> Result<Mounted, JsError> {
    let (text, lines) =
        formats::data_file::read(words, intl::format(&element.language())).map_err(refused)?;
    let props = props(&element, root.clone(), Words::new(Rc::new(text)), lines)?;
    let app = Renderer::<App>::with_root_and_props(root.clone(), props.clone()).render();
    let (alone, look) = (app.clone(), app.clone());
    let inactivity = Inactivity::watch(move || {
        let place = browser::act(&root, "getRootNode").unwrap_or_default();
        left_alone(&alone, browser::get(&place, "activeElement") != JsValue::NULL);
    });
    // Another tab changed something in the browser's storage.
    let elsewhere =
        EventListener::new(&gloo::utils::window(), "storage", move |_| look.send_message(AppMsg::Look));
    Ok(Mounted { app, props, _inactivity: inactivity, _elsewhere: elsewhere })
}

fn props(element: &HostElement, root: Element, words: Words, lines: HelpLines) -> Result<AppProps, JsError> {
    let catalog =
        Catalog::built_in().map_err(|_| JsError::new("the questionnaire that is built in is not sound"))?;
    Ok(AppProps {
        catalog: Shared::new(catalog),
        words,
        region: lines.region_for(element.region().as_deref(), &locale()),
        lines: Shared::new(lines),
        language: AttrValue::from(element.language()),
        owner: Shared::new(owner(element)),
        opening: Shared::new(element.opening()),
        host: host(element, root),
    })
}

fn host(element: &HostElement, root: Element) -> Host {
    let is_judged = Cell::new(false);
    let (print, leave, tell, take) = (element.clone(), element.clone(), element.clone(), element.clone());
    Host {
        sealed: element.sealed(),
        device: allowed(element.may_save(), None, || saving::device(element)),
        asks_to_save: element.asks_to_save(),
        comparing: allowed(element.may_compare(), None, || compare::comparing(element)),
        take: Callback::from(move |taken| export::take(&take, taken)),
        now: Callback::from(|()| js_sys::Date::now() as i64),
        print: Callback::from(move |()| print.print()),
        leave: Callback::from(move |()| leave.leave()),
        tell: Callback::from(move |moment| {
            tell.tell(name(moment));
            // By the first moment the check-in is on the page and has its colours.
            if !is_judged.replace(true) {
                accent::judge(&root, &tell);
            }
        }),
    }
}

/// A capability of the full edition, if the owner allows it. One that is there already stays.
fn allowed<T>(is_allowed: bool, there: Option<FullOnly<T>>, new: impl FnOnce() -> T) -> Option<FullOnly<T>> {
    let full = FullOnly::new(())?;
    is_allowed.then(|| there.unwrap_or_else(|| full.with(new())))
}

/// Name of a moment in the events of the element.
fn name(moment: Moment) -> &'static str {
    match moment {
        Moment::Started => "start",
        Moment::Completed => "complete",
    }
}

/// The owner's additions. Links that cannot be read are left out, and the owner is warned.
fn owner(element: &HostElement) -> Owner {
    let links =
        element.links().map_or_else(|| Ok(Links::default()), |links| formats::links(&links, bridge::fields));
    let links = links.unwrap_or_else(|why| {
        element.warn(&format!("links: {why}"));
        Links::default()
    });
    Owner::new(element.contact().as_deref(), links)
}

fn refused(why: formats::Unreadable) -> JsError {
    JsError::new(&format!("the language file: {why}"))
}

/// The browser's locale, such as `en-GB`. The location is never looked up.
fn locale() -> String {
    gloo::utils::window().navigator().language().unwrap_or_default()
}
