//! Detects that nobody has used or seen the page for a while.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Date;
use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::browser::{call, function, get, global};

/// Time without input on a visible page, in milliseconds.
const UNTOUCHED: f64 = 600_000.0;
/// Time out of view, in milliseconds.
const HIDDEN: f64 = 120_000.0;
/// Poll interval in milliseconds; timers pause during sleep.
const POLL: i32 = 15_000;
/// Events by which a person uses a page. Not scroll: pages scroll by themselves.
const USES: [&str; 6] = ["visibilitychange", "pointerdown", "pointermove", "touchmove", "wheel", "keydown"];

/// Calls back after ten minutes without input, or two out of view, until it is dropped.
pub struct Inactivity {
    _listeners: Vec<EventListener>,
    _tick: Closure<dyn FnMut(JsValue)>,
    timer: JsValue,
}

impl Inactivity {
    /// Starts to watch the page.
    pub fn watch(callback: impl Fn() + 'static) -> Inactivity {
        let (since, limit) = (Cell::new(Date::now()), Cell::new(UNTOUCHED));
        let look = Rc::new(move |event: Option<&Event>| {
            if Date::now() - since.get() >= limit.get() {
                since.set(Date::now());
                callback();
            }
            let Some(event) = event else { return };
            let next = if get(&global("document"), "hidden") == JsValue::TRUE { HIDDEN } else { UNTOUCHED };
            // Scripts of the page send events, too.
            if get(event, "isTrusted") == JsValue::TRUE || next != limit.get() {
                since.set(Date::now());
            }
            limit.set(next);
        });
        let window = gloo::utils::window();
        // On the window: element/keys.js stops some of them there.
        let listen = |name: &'static str| {
            let look = look.clone();
            EventListener::new_with_options(
                &window,
                name,
                EventListenerOptions::run_in_capture_phase(),
                move |event| {
                    look(Some(event));
                },
            )
        };
        let _listeners = USES.map(listen).into();
        let tick = Closure::<dyn FnMut(JsValue)>::new(move |_| look(None));
        let timer =
            function(&window, "setInterval").call2(&window, tick.as_ref(), &POLL.into()).unwrap_or_default();
        Inactivity { _listeners, _tick: tick, timer }
    }
}

impl Drop for Inactivity {
    fn drop(&mut self) {
        call(&gloo::utils::window(), "clearInterval", &self.timer).ok();
    }
}
