//! Bridge to the host element: its options and its callbacks.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use yew::Callback;

use super::browser::{self, function, get};
use super::print::print_alone;
use crate::domain::instrument::Perspective;
use crate::domain::session::{Msg, SavingMsg};
use crate::edition::FullOnly;
use crate::formats::{Fields, Given};
use crate::ui::Opening;

#[wasm_bindgen]
extern "C" {
    /// The host element's side of the bridge, made by `element/element.js`. Fields are looked up by name: glue for each
    /// would weigh more. A page of tests may have `print`, `download`, `copy`, `inFourWeeks` and `now` in place of the browser's own.
    #[derive(Clone)]
    pub type HostElement;
}

impl HostElement {
    /// BCP 47 tag of the words.
    pub fn language(&self) -> String {
        self.text("language").unwrap_or_default()
    }

    /// ISO 3166 code of the region that the owner asked for.
    pub fn region(&self) -> Option<String> {
        self.text("region")
    }

    /// The owner's contact line.
    pub fn contact(&self) -> Option<String> {
        self.text("contact")
    }

    /// The owner's links, as JSON.
    pub fn links(&self) -> Option<String> {
        self.text("links")
    }

    /// Whether the check-in runs in a frame that seals itself off.
    pub fn sealed(&self) -> bool {
        self.is("sealed")
    }

    /// Whether the reader may see what is saved.
    pub fn may_save(&self) -> bool {
        self.is("maySave")
    }

    /// Whether the owner lets readers save.
    pub fn asks_to_save(&self) -> bool {
        self.is("asksToSave")
    }

    /// Whether two people may compare.
    pub fn may_compare(&self) -> bool {
        self.is("mayCompare")
    }

    /// Prints the check-in alone, and returns whether the browser has begun.
    pub fn print(&self) -> bool {
        let own = |_| Ok::<_, JsValue>(print_alone(&self.get("root")).into());
        browser::act(self, "print").or_else(own).is_ok_and(|said| said == JsValue::TRUE)
    }

    /// Wipes the check-in and leaves the page.
    pub fn leave(&self) {
        self.act("leave", "");
    }

    /// Gives the reader a file. `ending` is the extension of its name, such as `json`.
    pub fn download(&self, ending: &str, text: &str) {
        let function: Function = self.get("download").unchecked_into();
        let text = text.into();
        let own = |_| browser::download(&self.get("root"), ending, &text);
        // If the browser makes no file, the reader can copy the text.
        function.call2(self, &text, &ending.into()).or_else(own).ok();
    }

    /// Copies a text to the clipboard, and calls back with whether the browser did.
    pub fn copy(&self, text: &str, copied: Callback<bool>) {
        let own = get(&browser::global("navigator"), "clipboard");
        let (of, name) =
            if self.get("copy").is_undefined() { (&own, "writeText") } else { (&**self, "copy") };
        promised(of, name, &text.into(), move |said| copied.emit(said.is_some()));
    }

    /// Tells the owner of an event, by its name and without data.
    pub fn tell(&self, moment: &str) {
        self.act("tell", moment);
    }

    /// Warns the owner about what they wrote.
    pub fn warn(&self, what: &str) {
        self.act("warn", what);
    }

    fn get(&self, name: &str) -> JsValue {
        get(self, name)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name).as_string()
    }

    fn is(&self, name: &str) -> bool {
        self.get(name) == JsValue::TRUE
    }

    /// Calls a function of the bridge, and returns whether it returned true. Exceptions are ignored.
    fn act(&self, name: &str, with: &str) -> bool {
        let function: Function = self.get(name).unchecked_into();
        function.call1(self, &with.into()).is_ok_and(|said| said == JsValue::TRUE)
    }

    /// The local date in four weeks, and the time now, both in ISO 8601. Empty if the browser cannot say.
    pub fn times(&self) -> (String, String) {
        let day = browser::act(self, "inFourWeeks").or_else(|_| browser::day_in(28));
        let now = browser::act(self, "now").or_else(|_| browser::now());
        let text =
            |said: Result<JsValue, JsValue>| said.ok().and_then(|said| said.as_string()).unwrap_or_default();
        (text(day), text(now))
    }

    /// The reader's actions on the first view: chose `perspective`, ticked `noOne`, and `pressed` a button.
    pub fn opening(&self) -> Opening {
        let perspective = self.text("perspective").and_then(|id| Perspective::find(&id));
        let pressed = self.text("pressed");
        let chosen = perspective.map(Msg::PerspectiveChosen);
        let alone = self.is("noOne").then_some(Msg::NoOneInMind(true));
        let began = (pressed.as_deref() == Some("begin")).then_some(Msg::Began);
        let looked = match pressed.as_deref() {
            Some("saved") => FullOnly::new(SavingMsg::SavedAsked).map(Msg::Saving),
            _ => None,
        };
        Opening {
            messages: [chosen, alone, began, looked].into_iter().flatten().collect(),
            help: pressed.as_deref() == Some("help"),
        }
    }
}

/// Calls a function unless it was called before.
fn once<T>(function: &Cell<Option<impl FnOnce(T)>>, with: T) {
    if let Some(function) = function.take() {
        function(with);
    }
}

/// Calls a function that returns a promise, and calls `tell` with its value, or with `None` if it fails. Only one of the two
/// closures is ever called and freed, so `tell`, which may hold a text of the reader's, belongs to neither of them.
pub fn promised(of: &JsValue, name: &str, with: &JsValue, tell: impl FnOnce(Option<JsValue>) + 'static) {
    let tell = Rc::new(Cell::new(Some(tell)));
    let (kept, broken) = (tell.clone(), tell.clone());
    let kept = Closure::once_into_js(move |said: JsValue| once(&kept, Some(said)));
    let broken = Closure::once_into_js(move |_: JsValue| once(&broken, None));
    let promise = function(of, name).call1(of, with);
    if promise.and_then(|promise| function(&promise, "then").call2(&promise, &kept, &broken)).is_err() {
        once(&tell, None);
    }
}

/// Fields of a JSON text, parsed by the browser.
pub fn fields(json: &str) -> Fields {
    let of = |name: &str| get(&gloo::utils::window(), name);
    let call = |of: JsValue, name: &str, with: &JsValue| function(&of, name).call1(&of, with);
    let read = call(of("JSON"), "parse", &json.into());
    let read = read.map_err(|why| get(&why, "message").as_string().unwrap_or_default())?;
    let entries = call(of("Object"), "entries", &read).unwrap_or_default();
    let field = |place: u32| {
        let entry = get(&entries, &place.to_string());
        let (name, value) = (get(&entry, "0").as_string()?, get(&entry, "1"));
        let given = match value.as_string() {
            Some(text) => Given::Text(text.into()),
            None if value == JsValue::NULL => Given::Nothing,
            None => Given::Other,
        };
        Some((name, given))
    };
    Ok((0..).map_while(field).collect())
}
