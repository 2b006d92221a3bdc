//! Keys that act.

use web_sys::KeyboardEvent;

/// `keyCode` of a key that belongs to an input method. Safari ends a composition before it tells of the key that did so.
const OF_INPUT_METHOD: u32 = 229;

/// Whether a key that went down is a press of Enter: neither a repeat of a held key, nor the end of a composition, by
/// which a reader of Chinese, Japanese or Korean takes over a word.
pub fn is_enter(event: &KeyboardEvent) -> bool {
    let composes = event.is_composing() || event.key_code() == OF_INPUT_METHOD;
    event.key() == "Enter" && !event.repeat() && !composes
}
