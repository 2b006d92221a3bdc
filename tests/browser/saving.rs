//! Saving on the device, in the browser's own storage.

use js_sys::{Date, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use crate::place::{Place, shipped};

const SAVED: &str = "kept-notes";
const UNFINISHED: &str = "kept-notes-part";
const SHARED: &str = "kept-notes-off";
const NOTE: &str = "I called Sam.";

fn stored(key: &str) -> Option<String> {
    storage().get_item(key).unwrap()
}

fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// A check-in that may save, on a device with nothing saved.
async fn on_a_new_device() -> Place {
    storage().clear().unwrap();
    again().await
}

/// A check-in that may save.
async fn again() -> Place {
    let mut place = Place::empty();
    place.mount("en", &shipped(), &[("maySave", true.into()), ("asksToSave", true.into())]).await.unwrap();
    place
}

async fn to_results(place: &Place) {
    place.to_first_question().await;
    place.answer(&[3, 2, 3, 1, 3, 1, 2, 3, 1, 3, 5, 2, 2, 2, 5, 4, 1, 5]).await;
    place.press("See my results").await;
}

fn note(place: &Place) -> String {
    place.get("#own-note").unchecked_into::<HtmlTextAreaElement>().value()
}

/// The new screen has the focus on its heading.
#[track_caller]
fn is_at(place: &Place, heading: &str) {
    assert_eq!((&*place.heading(), &*place.focused()), (heading, "heading"));
}

#[wasm_bindgen_test]
async fn what_is_saved_is_there_until_it_is_erased_and_the_note_goes_with_it() {
    let place = on_a_new_device().await;
    to_results(&place).await;
    place.type_in("#own-note", NOTE).await;
    assert_eq!(stored(SAVED), None, "nothing is saved before the press");
    place.press("Save on this device").await;
    assert_eq!(place.texts(".saving-said"), ["Saved on this device."]);
    assert!(stored(SAVED).unwrap().contains(NOTE));
    // Another press replaces the record.
    place.press("Save on this device").await;
    assert_eq!(stored(SAVED).unwrap().matches(NOTE).count(), 1);
    place.press("My saved check-ins").await;
    is_at(&place, "My saved check-ins");
    assert_eq!(place.texts(".notes dd"), [NOTE]);
    let downloaded = |place: &Place| place.downloaded.borrow().last().unwrap().1.clone();
    place.press("Download my answers (JSON)").await;
    assert!(downloaded(&place).contains("\"A1\":3") || downloaded(&place).contains("\"areas\""));
    assert!(!downloaded(&place).contains(NOTE), "notes go along only where they are ticked");
    place.click("#file-notes").await;
    place.press("Download my answers (JSON)").await;
    assert!(downloaded(&place).contains(NOTE));
    place.press("Erase everything").await;
    is_at(&place, "Erase all you saved here?");
    place.press("No, keep it").await;
    is_at(&place, "My saved check-ins");
    assert!(stored(SAVED).is_some());
    place.press("Erase everything").await;
    place.press("Yes, erase").await;
    is_at(&place, "My saved check-ins");
    assert_eq!(place.texts(".saving-said"), ["All you saved here is erased."]);
    assert_eq!(stored(SAVED), None);
    place.press("Back").await;
    is_at(&place, "Your check-in");
    assert_eq!(note(&place), "", "the note is erased as well");
}

#[wasm_bindgen_test]
async fn whoever_starts_over_finds_no_note() {
    let place = on_a_new_device().await;
    to_results(&place).await;
    place.type_in("#own-note", NOTE).await;
    place.press("Start over").await;
    place.press("Keep my answers").await;
    assert_eq!(note(&place), NOTE);
    place.press("Start over").await;
    place.press("Yes, start over").await;
    to_results(&place).await;
    assert_eq!(note(&place), "");
}

#[wasm_bindgen_test]
async fn a_shared_device_loses_everything_and_saves_nothing() {
    let place = on_a_new_device().await;
    to_results(&place).await;
    place.type_in("#own-note", NOTE).await;
    place.press("Save on this device").await;
    place.press("My saved check-ins").await;
    place.press("This is a shared device").await;
    assert_eq!(place.focused(), "heading");
    place.press("Yes, turn saving off").await;
    is_at(&place, "My saved check-ins");
    assert_eq!(place.texts(".saving-said"), ["All you saved here is erased, and saving is off."]);
    assert_eq!((stored(SAVED), stored(SHARED).as_deref()), (None, Some("1")));
    place.press("Back").await;
    assert!(place.find("#own-note").is_none());
    assert!(place.find("#take-note").is_none(), "the note is erased as well");
    assert!(!place.texts("button").contains(&"Save on this device".to_owned()));
    place.press("My saved check-ins").await;
    place.press("Erase everything").await;
    place.press("Yes, erase").await;
    place.press("Back").await;
    assert_eq!((stored(SHARED), note(&place)), (None, String::new()), "saving is on again, without the note");
}

#[wasm_bindgen_test]
async fn an_unfinished_check_in_stays_up_to_date_until_the_reader_stops_it_or_saves_the_whole() {
    let place = on_a_new_device().await;
    place.to_first_question().await;
    place.answer(&[3, 2]).await;
    assert_eq!(stored(UNFINISHED), None, "nothing is saved before the press");
    place.press("Save and finish later").await;
    let first = stored(UNFINISHED).unwrap();
    place.answer(&[4]).await;
    let second = stored(UNFINISHED).unwrap();
    assert_ne!(second, first, "an answer more is saved too");
    assert!(place.texts(".finish-later [aria-live]")[0].starts_with("Saved in this browser for 24 hours."));
    place.press("Stop saving and erase it").await;
    assert_eq!(stored(UNFINISHED), None);
    assert!(place.texts(".finish-later [aria-live]")[0].starts_with("Erased."));
    place.answer(&[4]).await;
    assert_eq!(stored(UNFINISHED), None, "and not again by itself");
    place.press("Save and finish later").await;
    place.answer(&[4; 14]).await;
    place.press("See my results").await;
    assert!(stored(UNFINISHED).is_some());
    place.press("Save on this device").await;
    assert_eq!(stored(UNFINISHED), None);
    assert!(stored(SAVED).is_some());
}

#[wasm_bindgen_test]
async fn starting_over_erases_the_unfinished_check_in() {
    let place = on_a_new_device().await;
    place.to_first_question().await;
    place.answer(&[3, 2]).await;
    place.press("Save and finish later").await;
    place.press("Start over").await;
    assert!(stored(UNFINISHED).is_some());
    place.press("Yes, start over").await;
    assert_eq!(stored(UNFINISHED), None);
}

#[wasm_bindgen_test]
async fn an_unfinished_check_in_goes_on_where_it_was_left_and_in_one_place_only() {
    let left = on_a_new_device().await;
    left.to_first_question().await;
    left.answer(&[3, 2, 1]).await;
    left.press("Save and finish later").await;
    let place = again().await;
    place.press("My saved check-ins").await;
    place.click(".saved-list button").await;
    assert_eq!(place.focused(), "heading");
    place.press("Yes, go on").await;
    is_at(&place, "How are you right now?");
    place.press("Continue").await;
    assert_eq!(place.texts(".counter"), ["Question 4 of 18"]);
    let now = stored(UNFINISHED).unwrap();
    // The other place no longer has it, and says so.
    left.answer(&[4]).await;
    assert_eq!(stored(UNFINISHED).unwrap(), now);
    assert!(!left.texts(".finish-later [aria-live]")[0].is_empty());
}

/// Sets the clock of the page to this many days after some moment, or back to that of the machine.
fn set_clock(days: Option<f64>) {
    let date = Reflect::get(&js_sys::global(), &"Date".into()).unwrap();
    // The real one is kept beside it.
    let real = Reflect::get(&date, &"real".into()).unwrap();
    let real = if real.is_undefined() { Reflect::get(&date, &"now".into()).unwrap() } else { real };
    Reflect::set(&date, &"real".into(), &real).unwrap();
    let now = match days {
        None => real,
        Some(days) => Closure::<dyn Fn() -> f64>::new(move || 1.78e12 + days * 86_400_000.0).into_js_value(),
    };
    Reflect::set(&date, &"now".into(), &now).unwrap();
}

/// A reader who gives every question the same answer.
async fn to_results_with(place: &Place, answer: usize) {
    place.to_first_question().await;
    place.answer(&[answer; 18]).await;
    place.press("See my results").await;
}

#[wasm_bindgen_test]
async fn a_change_is_since_the_last_or_the_first_as_the_reader_likes() {
    let (lower, higher) = ("This part is lower than", "This part is higher than");
    // Reversed items make these 33, 50 and 67 out of 100: last the middle one.
    for (answers, since_last, since_first) in [([0, 4, 2], lower, higher), ([4, 0, 2], higher, lower)] {
        let place = on_a_new_device().await;
        for (month, answer) in answers.into_iter().enumerate() {
            set_clock(Some(35.0 * month as f64));
            to_results_with(&place, answer).await;
            if month < 2 {
                place.press("Save on this device").await;
                place.press("Start over").await;
                place.press("Yes, start over").await;
            }
        }
        let ways = |place: &Place| place.texts(".change dd");
        assert_eq!(ways(&place), vec![format!("{since_last} last time."); 3]);
        place.press("Compare with the first one").await;
        assert_eq!(ways(&place), vec![format!("{since_first} the first time."); 3]);
        place.press("Compare with the last one").await;
        assert_eq!(ways(&place), vec![format!("{since_last} last time."); 3]);
        // In a list of its own there is nothing to compare with.
        place.press("Thinking of someone else? Start a new list").await;
        assert!(ways(&place).is_empty());
        place.press("Save on this device").await;
        assert!(stored(SAVED).unwrap().contains("\"list\":2"));
        assert!(Date::now() < 1.79e12, "the clock of the page is used");
        set_clock(None);
    }
}
