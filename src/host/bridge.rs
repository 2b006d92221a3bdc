//! Bridge to the host element: its options and its callbacks.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use yew::Callback;

use crate::domain::instrument::Perspective;
use crate::domain::session::{Msg, SavingMsg};
use crate::edition::FullOnly;
use crate::formats::{Fields, Given};
use crate::ui::Opening;

#[wasm_bindgen]
extern "C" {
    /// The host element's side of the bridge, made by `element/element.js`. Fields are looked up by name: glue for each
    /// would weigh more.
    #[derive(Clone)]
    pub type HostElement;
}

impl HostElement {
    /// BCP 47 tag of the words.
    pub fn language(&self) -> String {
        self.text("language").unwrap_or_default()
    }

    /// ISO 3166 code that the owner asked for.
    pub fn region(&self) -> Option<String> {
        self.text("region")
    }

    /// The owner's own line.
    pub fn contact(&self) -> Option<String> {
        self.text("contact")
    }

    /// The owner's links, as JSON.
    pub fn links(&self) -> Option<String> {
        self.text("links")
    }

    /// Whether the page is a frame that seals itself off.
    pub fn sealed(&self) -> bool {
        self.is("sealed")
    }

    /// Whether the reader may be asked to save.
    pub fn may_save(&self) -> bool {
        self.is("maySave")
    }

    /// Whether two people may compare.
    pub fn may_compare(&self) -> bool {
        self.is("mayCompare")
    }

    /// Prints the check-in; whether the browser has begun.
    pub fn print(&self) -> bool {
        self.act("print", "")
    }

    /// Wipes the check-in and leaves the page.
    pub fn leave(&self) {
        self.act("leave", "");
    }

    /// Gives the reader a file; `ending` is that of its name, such as `json`.
    pub fn download(&self, ending: &str, text: &str) {
        let function: Function = self.get("download").unchecked_into();
        // Where a browser does not, the text is there to be copied.
        function.call2(self, &text.into(), &ending.into()).ok();
    }

    /// Copies a text; tells whether the browser did.
    pub fn copy(&self, text: &str, copied: Callback<bool>) {
        promised(self, "copy", &text.into(), move |said| copied.emit(said.is_some()));
    }

    /// Something that the owner may want to know, by its name; nothing goes along.
    pub fn tell(&self, moment: &str) {
        self.act("tell", moment);
    }

    /// Tells the owner what is wrong with what they wrote.
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

    /// Calls one of the page's functions; whether it says yes. What it throws is its own affair.
    fn act(&self, name: &str, with: &str) -> bool {
        let function: Function = self.get(name).unchecked_into();
        function.call1(self, &with.into()).is_ok_and(|said| said == JsValue::TRUE)
    }

    /// What one of the page's functions says, such as the day it is; nothing where it fails.
    pub fn ask(&self, name: &str) -> String {
        let function: Function = self.get(name).unchecked_into();
        function.call0(self).ok().and_then(|said| said.as_string()).unwrap_or_default()
    }

    /// What the reader did on the first view: the `perspective` chosen, whether `noOne` is ticked, what was `pressed`.
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

/// Calls a function of an object that promises something, and tells what became of it; nothing where that failed.
pub fn promised(of: &JsValue, name: &str, with: &JsValue, tell: impl Fn(Option<JsValue>) + 'static) {
    let tell = Rc::new(tell);
    let (kept, broken) = (tell.clone(), tell.clone());
    let kept = Closure::once_into_js(move |said: JsValue| kept(Some(said)));
    let broken = Closure::once_into_js(move |_: JsValue| broken(None));
    let promise = function(of, name).call1(of, with);
    if promise.and_then(|promise| function(&promise, "then").call2(&promise, &kept, &broken)).is_err() {
        tell(None);
    }
}

/// The fields of a JSON text, as the browser reads it.
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

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn function(of: &JsValue, name: &str) -> Function {
    get(of, name).unchecked_into()
}
