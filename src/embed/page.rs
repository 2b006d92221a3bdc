//! What the element around the app says and can do, as an object of the page's.

use wasm_bindgen::prelude::*;

use crate::domain::instrument::Perspective;
use crate::domain::session::Msg;
use crate::ui::Opening;

// What the page's functions throw is their own affair, so every call gives a Result to drop.
#[wasm_bindgen]
extern "C" {
    /// The page, made by `embed/element.js`.
    #[derive(Clone)]
    pub type Page;

    /// BCP 47 tag of the words.
    #[wasm_bindgen(method, getter)]
    pub fn language(this: &Page) -> String;

    /// ISO 3166 code that the owner asked for.
    #[wasm_bindgen(method, getter)]
    pub fn region(this: &Page) -> Option<String>;

    /// The owner's own line.
    #[wasm_bindgen(method, getter)]
    pub fn contact(this: &Page) -> Option<String>;

    /// The owner's links, as JSON.
    #[wasm_bindgen(method, getter)]
    pub fn links(this: &Page) -> Option<String>;

    /// Whether the page is a frame that seals itself off.
    #[wasm_bindgen(method, getter)]
    pub fn sealed(this: &Page) -> bool;

    /// Whether the reader may be asked to save.
    #[wasm_bindgen(method, getter, js_name = maySave)]
    pub fn may_save(this: &Page) -> bool;

    /// The perspective chosen on the first view: `recovery` or `loved`.
    #[wasm_bindgen(method, getter)]
    fn perspective(this: &Page) -> Option<String>;

    /// Whether "No one comes to mind" is ticked there.
    #[wasm_bindgen(method, getter, js_name = noOne)]
    fn no_one(this: &Page) -> bool;

    /// What was pressed there: `begin` or `help`.
    #[wasm_bindgen(method, getter)]
    fn pressed(this: &Page) -> Option<String>;

    /// Prints the check-in; whether the browser has begun.
    #[wasm_bindgen(method, catch)]
    pub fn print(this: &Page) -> Result<bool, JsValue>;

    /// Wipes the check-in and leaves the page.
    #[wasm_bindgen(method, catch)]
    pub fn leave(this: &Page) -> Result<(), JsValue>;

    /// Something that the owner may want to know, by its name; nothing goes along.
    #[wasm_bindgen(method, catch)]
    pub fn tell(this: &Page, moment: &str) -> Result<(), JsValue>;

    /// Tells the owner what is wrong with what they wrote.
    #[wasm_bindgen(method, catch)]
    pub fn warn(this: &Page, what: &str) -> Result<(), JsValue>;
}

impl Page {
    /// What the reader did on the first view.
    pub fn opening(&self) -> Opening {
        let perspective =
            Perspective::ALL.into_iter().find(|&one| self.perspective().as_deref() == Some(name(one)));
        let pressed = self.pressed();
        let chosen = perspective.map(Msg::PerspectiveChosen);
        let alone = self.no_one().then_some(Msg::NoOneInMind(true));
        let began = (pressed.as_deref() == Some("begin")).then_some(Msg::Began);
        Opening {
            messages: [chosen, alone, began].into_iter().flatten().collect(),
            help: pressed.as_deref() == Some("help"),
        }
    }
}

/// The name of a perspective in the attribute of the element.
fn name(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Recovery => "recovery",
        Perspective::Loved => "loved",
    }
}
