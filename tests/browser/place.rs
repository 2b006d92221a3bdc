//! A place on the page with a check-in in it, and the actions and observations of a reader.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Object, Promise, Reflect};
use trust_checkin::host::{HostElement, Mounted, mount};
use trust_checkin::language::Format;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent,
    KeyboardEventInit, ShadowRoot, ShadowRootInit, ShadowRootMode,
};

/// An element of the page with a shadow root that contains a check-in.
pub(crate) struct Place {
    host: HtmlElement,
    pub(crate) root: ShadowRoot,
    mounted: Option<Mounted>,
    /// Notifications to the host page, in order.
    pub(crate) told: Rc<RefCell<Vec<String>>>,
    /// Warnings to the owner, in order.
    pub(crate) warned: Rc<RefCell<Vec<String>>>,
    /// Number of print requests.
    pub(crate) printed: Rc<Cell<u32>>,
    /// Whether the page can print.
    pub(crate) prints: Rc<Cell<bool>>,
    /// Copied texts, in order.
    pub(crate) copied: Rc<RefCell<Vec<String>>>,
    /// Downloads, in order: file name extension and text.
    pub(crate) downloaded: Rc<RefCell<Vec<(String, String)>>>,
    /// Number of requests to leave.
    pub(crate) left: Rc<Cell<u32>>,
}

/// A JavaScript function that counts its calls.
fn counts(calls: &Rc<Cell<u32>>) -> Function {
    let calls = calls.clone();
    let count = Closure::<dyn FnMut()>::new(move || calls.set(calls.get() + 1));
    count.into_js_value().unchecked_into()
}

/// A JavaScript function that records its argument.
fn hears(heard: &Rc<RefCell<Vec<String>>>) -> Function {
    let heard = heard.clone();
    let hear = Closure::<dyn FnMut(String)>::new(move |what| heard.borrow_mut().push(what));
    hear.into_js_value().unchecked_into()
}

/// The English data file as it ships.
pub(crate) fn shipped() -> String {
    let words = content::language(include_str!("../../content/en.json"), Format::plain_english()).unwrap();
    let lines = content::help_lines(include_str!("../../content/helplines.json")).unwrap();
    content::write(&words, &lines).unwrap()
}

/// A function of the page that returns a text.
fn says(text: &'static str) -> Function {
    Closure::<dyn Fn() -> String>::new(move || text.to_owned()).into_js_value().unchecked_into()
}

impl Place {
    /// An empty place at the end of the page.
    pub(crate) fn empty() -> Place {
        Place::inside(&web_sys::window().unwrap().document().unwrap().body().unwrap())
    }

    /// An empty place inside another element.
    pub(crate) fn inside(parent: &Element) -> Place {
        let document = web_sys::window().unwrap().document().unwrap();
        let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Closed)).unwrap();
        parent.append_child(&host).unwrap();
        Place {
            host,
            root,
            mounted: None,
            told: Rc::default(),
            warned: Rc::default(),
            printed: Rc::default(),
            prints: Rc::default(),
            copied: Rc::default(),
            downloaded: Rc::default(),
            left: Rc::default(),
        }
    }

    /// A check-in in English.
    pub(crate) async fn with_checkin() -> Place {
        let mut place = Place::empty();
        place.mount("en", &shipped(), &[]).await.unwrap();
        place
    }

    /// The options and callbacks of the host element; `more` sets or replaces fields.
    pub(crate) fn page(&self, language: &str, more: &[(&str, JsValue)]) -> HostElement {
        let page = Object::new();
        let fields = [
            ("language", language.into()),
            ("region", "US".into()),
            ("sealed", false.into()),
            ("noOne", false.into()),
            ("print", self.print().into()),
            ("inFourWeeks", says("2026-12-23").into()),
            ("now", says("2026-11-25T09:15:00.123Z").into()),
            ("copy", self.copy().into()),
            ("download", self.download().into()),
            ("leave", counts(&self.left).into()),
            ("tell", hears(&self.told).into()),
            ("warn", hears(&self.warned).into()),
        ];
        for (name, value) in fields.iter().chain(more) {
            Reflect::set(&page, &(*name).into(), value).unwrap();
        }
        page.unchecked_into()
    }

    fn print(&self) -> Function {
        let (calls, prints) = (self.printed.clone(), self.prints.clone());
        let print = Closure::<dyn FnMut() -> bool>::new(move || {
            calls.set(calls.get() + 1);
            prints.get()
        });
        print.into_js_value().unchecked_into()
    }

    fn copy(&self) -> Function {
        let copied = self.copied.clone();
        let copy = Closure::<dyn FnMut(String) -> Promise>::new(move |text| {
            copied.borrow_mut().push(text);
            Promise::resolve(&JsValue::UNDEFINED)
        });
        copy.into_js_value().unchecked_into()
    }

    fn download(&self) -> Function {
        let downloaded = self.downloaded.clone();
        let download = Closure::<dyn FnMut(String, String)>::new(move |text, ending| {
            downloaded.borrow_mut().push((ending, text));
        });
        download.into_js_value().unchecked_into()
    }

    /// Mounts a check-in into a fresh div and returns the error of `mount`, if any.
    pub(crate) async fn mount(
        &mut self,
        language: &str,
        words: &str,
        more: &[(&str, JsValue)],
    ) -> Result<(), String> {
        let div = self.host.owner_document().unwrap().create_element("div").unwrap();
        self.root.append_child(&div).unwrap();
        match mount(div.clone(), words, self.page(language, more)) {
            Ok(mounted) => self.mounted = Some(mounted),
            Err(error) => {
                div.remove();
                return Err(js_sys::Error::from(JsValue::from(error)).message().into());
            }
        }
        settled().await;
        Ok(())
    }

    /// Updates the check-in as after a change by the owner.
    pub(crate) async fn update(&mut self, words: &str, more: &[(&str, JsValue)]) -> Result<(), String> {
        let page = self.page("en", more);
        let updated = self.mounted.as_mut().unwrap().update(words, page);
        settled().await;
        updated.map_err(|error| js_sys::Error::from(JsValue::from(error)).message().into())
    }

    /// Reports inactivity to the check-in.
    pub(crate) async fn leave_alone(&mut self, had_focus: bool) {
        self.mounted.as_mut().unwrap().left_alone(had_focus);
        settled().await;
    }

    /// Unmounts the check-in and returns the remaining content of its div.
    pub(crate) async fn unmount(&mut self) -> String {
        self.mounted.take().unwrap().unmount();
        settled().await;
        let left = self.root.inner_html();
        self.root.set_inner_html("");
        left
    }

    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).unwrap().map(JsCast::unchecked_into)
    }

    pub(crate) fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector).unwrap_or_else(|| panic!("there is no {selector} in {}", self.root.inner_html()))
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap()).collect()
    }

    pub(crate) fn heading(&self) -> String {
        self.get("#heading").text_content().unwrap()
    }

    /// The focused element inside this root, by its id or else its class.
    pub(crate) fn focused(&self) -> String {
        let name = |element: Element| match &*element.id() {
            "" => element.class_name(),
            id => id.to_owned(),
        };
        self.root.active_element().map(name).unwrap_or_default()
    }

    /// Clicks the element.
    pub(crate) async fn click(&self, selector: &str) {
        self.get(selector).click();
        settled().await;
    }

    /// Writes into a text field in place of what it has.
    pub(crate) async fn type_in(&self, selector: &str, text: &str) {
        let field: HtmlTextAreaElement = self.get(selector).unchecked_into();
        field.set_value(text);
        let options = EventInit::new();
        options.set_bubbles(true);
        field.dispatch_event(&Event::new_with_event_init_dict("input", &options).unwrap()).unwrap();
        settled().await;
    }

    /// Presses the button with these words, as they are seen.
    pub(crate) async fn press(&self, words: &str) {
        let found = self.all("button").into_iter().find(|button| button.inner_text() == words);
        found.unwrap_or_else(|| panic!("there is no button {words}")).click();
        settled().await;
    }

    /// Sends a keydown to the element, either the first of a press or a repeat.
    pub(crate) async fn key(&self, selector: &str, key: &str, is_repeat: bool) {
        let options = KeyboardEventInit::new();
        options.set_key(key);
        options.set_repeat(is_repeat);
        options.set_bubbles(true);
        options.set_composed(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
        self.get(selector).dispatch_event(&event).unwrap();
        settled().await;
    }

    /// Chooses an option of a select by its index.
    pub(crate) async fn select(&self, selector: &str, place: i32) {
        let select = self.get(selector);
        select.unchecked_ref::<web_sys::HtmlSelectElement>().set_selected_index(place);
        let options = EventInit::new();
        options.set_bubbles(true);
        select.dispatch_event(&Event::new_with_event_init_dict("change", &options).unwrap()).unwrap();
        settled().await;
    }

    pub(crate) fn is_chosen(&self, selector: &str) -> bool {
        self.get(selector).unchecked_into::<HtmlInputElement>().checked()
    }

    /// Goes from the first view to the first question, as a person in recovery.
    pub(crate) async fn to_first_question(&self) {
        self.click("#perspective-0").await;
        self.press("Begin").await;
        self.press("Continue").await;
    }

    /// Answers the following questions by the index of each choice, and continues after each.
    pub(crate) async fn answer(&self, places: &[usize]) {
        for place in places {
            self.click(&format!("#answer-{place}")).await;
            self.press("Continue").await;
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(mounted) = self.mounted.take() {
            mounted.unmount();
        }
        self.host.remove();
    }
}

/// Waits until Yew has rendered and run its effects. Both are microtasks, until they have taken 16 ms: then Yew goes on in
/// a timer, so that the browser can paint. On a busy machine each step may take a timer of its own.
pub(crate) async fn settled() {
    // A message, its render, the effects, the render and the effects that follow from them.
    for _ in 0..5 {
        yew::platform::time::sleep(Duration::ZERO).await;
    }
}
