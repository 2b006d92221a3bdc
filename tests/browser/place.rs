//! A place on the page with a check-in in it, and a reader's hands and eyes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, JSON, Object, Reflect};
use trust_checkin::host::{Mounted, Page, mount};
use trust_checkin::language::Format;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit, ShadowRoot,
    ShadowRootInit, ShadowRootMode,
};

/// An element of the page with a shadow root, and a check-in in it.
pub(crate) struct Place {
    host: HtmlElement,
    pub(crate) root: ShadowRoot,
    mounted: Option<Mounted>,
    /// What the check-in told the page, in order.
    pub(crate) told: Rc<RefCell<Vec<String>>>,
    /// What it warned the owner of, in order.
    pub(crate) warned: Rc<RefCell<Vec<String>>>,
    /// How often it asked for paper.
    pub(crate) printed: Rc<Cell<u32>>,
    /// How often it asked to leave.
    pub(crate) left: Rc<Cell<u32>>,
}

/// A function of the page that counts its calls.
fn counts(calls: &Rc<Cell<u32>>) -> Function {
    let calls = calls.clone();
    let count = Closure::<dyn FnMut()>::new(move || calls.set(calls.get() + 1));
    count.into_js_value().unchecked_into()
}

/// A function of the page that keeps what it is told.
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

impl Place {
    /// A place with nothing in it, at the end of the page.
    pub(crate) fn empty() -> Place {
        Place::inside(&web_sys::window().unwrap().document().unwrap().body().unwrap())
    }

    /// A place with nothing in it, inside an element of somebody else's.
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
            left: Rc::default(),
        }
    }

    /// A check-in in English.
    pub(crate) async fn with_checkin() -> Place {
        let mut place = Place::empty();
        place.mount("en", &shipped(), &[]).await.unwrap();
        place
    }

    /// What the element around would say and do; `more` sets or replaces fields.
    pub(crate) fn page(&self, language: &str, more: &[(&str, JsValue)]) -> Page {
        let page = Object::new();
        let fields = [
            ("language", language.into()),
            ("region", "US".into()),
            ("sealed", false.into()),
            ("noOne", false.into()),
            ("print", counts(&self.printed).into()),
            ("leave", counts(&self.left).into()),
            ("tell", hears(&self.told).into()),
            ("warn", hears(&self.warned).into()),
        ];
        for (name, value) in fields.iter().chain(more) {
            Reflect::set(&page, &(*name).into(), value).unwrap();
        }
        page.unchecked_into()
    }

    /// Mounts a check-in into a fresh div; the error is what `mount` says.
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

    /// The owner changes something.
    pub(crate) async fn update(&mut self, words: &str, more: &[(&str, JsValue)]) -> Result<(), String> {
        let page = self.page("en", more);
        let updated = self.mounted.as_mut().unwrap().update(words, page);
        settled().await;
        updated.map_err(|error| js_sys::Error::from(JsValue::from(error)).message().into())
    }

    /// Nobody has touched the page for a while.
    pub(crate) async fn leave_alone(&mut self, had_focus: bool) {
        self.mounted.as_mut().unwrap().left_alone(had_focus);
        settled().await;
    }

    /// Takes the check-in away; gives back what it left in its div.
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

    /// What has the focus inside this root, by its id or else its class.
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

    /// Presses the button with these words, as they are seen.
    pub(crate) async fn press(&self, words: &str) {
        let found = self.all("button").into_iter().find(|button| button.inner_text() == words);
        found.unwrap_or_else(|| panic!("there is no button {words}")).click();
        settled().await;
    }

    /// A key goes down on the element, as the first of a press or as a repeat.
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

    /// Chooses an option of a select by its place.
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

    /// From the card to the first question, as a person in recovery.
    pub(crate) async fn to_first_question(&self) {
        self.click("#perspective-0").await;
        self.press("Begin").await;
        self.press("Continue").await;
    }

    /// Answers from here on, by the place of each choice, and goes on after each.
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

/// Waits until Yew has drawn and run its effects: both wait in the queue of microtasks, which is empty before
/// the next task begins.
pub(crate) async fn settled() {
    // Twice: an effect may draw again.
    for _ in 0..2 {
        yew::platform::time::sleep(Duration::ZERO).await;
    }
}
