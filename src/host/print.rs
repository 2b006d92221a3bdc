//! Printing a check-in by itself, whatever the page around it does on paper.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::browser::{Tried, act, call, function, get, global, new, set};

/// Style sheet that takes the page off the paper.
const ALONE: &str = include_str!("../../styles/alone.css");

type Listener = Closure<dyn FnMut(JsValue)>;

thread_local! {
    /// Listener of the last request to print.
    static LAST: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Asks the browser to print what `root` shows, without the page. The paper has a copy beside the body, in a closed root of
/// its own, so nothing of the page can hide, cut or restyle it; print.css has its styles. It is there only from
/// `beforeprint` to `afterprint`. Returns whether the browser began to print; if not, its menu prints the copy.
pub fn print_alone(root: &JsValue) -> bool {
    let has_begun = Rc::new(Cell::new(false));
    let (told, root) = (has_begun.clone(), root.clone());
    let begin: Listener = Closure::once(move |_: JsValue| {
        told.set(true);
        show(&root).ok();
    });
    let window = gloo::utils::window();
    LAST.with_borrow_mut(|last| {
        if let Some(last) = last.take() {
            function(&window, "removeEventListener")
                .call2(&window, &"beforeprint".into(), last.as_ref())
                .ok();
        }
        listen_once("beforeprint", begin.as_ref()).ok();
        *last = Some(begin);
    });
    // Some in-app browsers have no print function.
    act(&window, "print").ok();
    has_begun.get()
}

/// Puts the copy beside the body until the browser has printed, unless the reader has moved on.
fn show(root: &JsValue) -> Tried {
    let results = call(root, "querySelector", &".results, .sheet".into())?;
    if results.is_null() {
        return Ok(results);
    }
    let shown = call(&call(&results, "closest", &".checkin".into())?, "cloneNode", &JsValue::TRUE)?;
    let document = global("document");
    let copy = call(&document, "createElement", &"div".into())?;
    set(&copy, "hidden", &"".into())?;
    let paper = call(&copy, "attachShadow", &object("mode", &"closed".into())?)?;
    Reflect::set(&paper, &"adoptedStyleSheets".into(), &get(root, "adoptedStyleSheets"))?;
    call(&paper, "appendChild", &shown)?;
    let sheet = new("CSSStyleSheet", &JsValue::UNDEFINED)?;
    call(&sheet, "replaceSync", &ALONE.into())?;
    let sheets = get(&document, "adoptedStyleSheets");
    call(&sheets, "push", &sheet)?;
    call(&get(&document, "documentElement"), "appendChild", &copy)?;
    let end = Closure::once_into_js(move |_: JsValue| {
        act(&copy, "remove").ok();
        let place = call(&sheets, "indexOf", &sheet).unwrap_or_default();
        function(&sheets, "splice").call2(&sheets, &place, &1.into()).ok();
    });
    listen_once("afterprint", &end)
}

/// Listens to the next event of the window of this type.
fn listen_once(event: &str, listener: &JsValue) -> Tried {
    let window = gloo::utils::window();
    let options = object("once", &JsValue::TRUE)?;
    function(&window, "addEventListener").call3(&window, &event.into(), listener, &options)
}

/// An object with one property.
fn object(name: &str, value: &JsValue) -> Tried {
    let object = Object::new();
    Reflect::set(&object, &name.into(), value)?;
    Ok(object.into())
}
