//! What the check-in asks of the browser itself: the clock, the clipboard, and files. Everything is looked up by name: glue
//! for each would weigh more.

use js_sys::{Date, Function, Reflect};
use wasm_bindgen::prelude::*;

/// What the browser returned, or threw.
pub type Tried = Result<JsValue, JsValue>;

/// A property, or undefined.
pub fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A method. Calling one that is not there is an error.
pub fn function(of: &JsValue, name: &str) -> Function {
    get(of, name).unchecked_into()
}

/// A value of the page, such as the constructor `Blob`.
pub fn global(name: &str) -> JsValue {
    get(&gloo::utils::window(), name)
}

/// Calls a method without arguments.
pub fn act(of: &JsValue, name: &str) -> Tried {
    function(of, name).call0(of)
}

/// Calls a method with one argument.
pub fn call(of: &JsValue, name: &str, with: &JsValue) -> Tried {
    function(of, name).call1(of, with)
}

/// Sets an attribute.
pub fn set(element: &JsValue, name: &str, value: &JsValue) -> Tried {
    function(element, "setAttribute").call2(element, &name.into(), value)
}

/// Constructs an object of a class.
pub fn new(class: &str, with: &JsValue) -> Tried {
    let arguments = call(&global("Array"), "of", with)?;
    function(&global("Reflect"), "construct").call2(&JsValue::NULL, &global(class), &arguments)
}

/// The time now in ISO 8601.
pub fn now() -> Tried {
    act(&new("Date", &Date::now().into())?, "toISOString")
}

/// The local date `days` from now in ISO 8601, which is how Swedish writes dates.
pub fn day_in(days: i32) -> Tried {
    let date = new("Date", &Date::now().into())?;
    let today = act(&date, "getDate")?.as_f64().unwrap_or_default();
    call(&date, "setDate", &(today + f64::from(days)).into())?;
    call(&date, "toLocaleDateString", &"sv".into())
}

/// Time after which Firefox has taken a file from a frame, in milliseconds. A frame that goes at once takes it along.
const TAKEN: i32 = 10_000;

/// Downloads a text file. Its name has the date, and does not reveal what the file is about. The link is in an empty frame
/// at the end of `place`, in the shadow root: browsers tell the page of addresses that its own links open, and it could
/// read the file there.
pub fn download(place: &JsValue, ending: &str, text: &JsValue) -> Tried {
    let blob = new("Blob", &call(&global("Array"), "of", text)?)?;
    let address = call(&global("URL"), "createObjectURL", &blob)?;
    let frame = call(&global("document"), "createElement", &"iframe".into())?;
    set(&frame, "hidden", &"".into())?;
    call(place, "append", &frame)?;
    let inside = get(&frame, "contentDocument");
    // In a sandbox a frame is out of reach, and so is the page around.
    let document = if inside.is_object() { inside } else { global("document") };
    let link = call(&document, "createElement", &"a".into())?;
    set(&link, "href", &address)?;
    set(&link, "download", &format!("notes-{}.{ending}", day_in(0)?.as_string().unwrap_or_default()).into())?;
    act(&link, "click")?;
    call(&global("URL"), "revokeObjectURL", &address)?;
    let remove = call(&get(&frame, "remove"), "bind", &frame)?;
    function(&gloo::utils::window(), "setTimeout").call2(&gloo::utils::window(), &remove, &TAKEN.into())
}

/// Reads a file as text, in UTF-8, or in UTF-16 if it begins with its byte order mark. Calls `tell` with the text, or with
/// `None` if it cannot be read.
pub fn read_file(file: &JsValue, tell: impl FnOnce(Option<String>) + 'static) {
    let reader = new("FileReader", &JsValue::UNDEFINED).unwrap_or_default();
    let read = reader.clone();
    let ended = Closure::once_into_js(move |_: JsValue| tell(get(&read, "result").as_string()));
    let is_set = Reflect::set(&reader, &"onloadend".into(), &ended).unwrap_or_default();
    if !is_set || call(&reader, "readAsText", file).is_err() {
        // The page may have taken the browser's own away.
        let _ = ended.unchecked_into::<Function>().call0(&JsValue::UNDEFINED);
    }
}
