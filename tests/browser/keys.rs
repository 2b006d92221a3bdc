//! Keys that the app handles in addition to the browser.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

#[wasm_bindgen_test]
async fn enter_on_a_radio_goes_on_once_a_press() {
    let place = Place::with_checkin().await;
    place.to_first_question().await;
    place.click("#answer-1").await;
    place.key("#answer-1", "Enter", true).await;
    assert_eq!(place.texts(".counter"), ["Question 1 of 18"]);
    place.key("#answer-1", "Enter", false).await;
    assert_eq!(place.texts(".counter"), ["Question 2 of 18"]);
}

#[wasm_bindgen_test]
async fn enter_elsewhere_in_the_group_and_other_keys_do_nothing() {
    let place = Place::with_checkin().await;
    place.to_first_question().await;
    place.press("Continue").await;
    for target in ["#heading", ".problem", ".problem button"] {
        place.get("#answer-0").focus().unwrap();
        place.key(target, "Enter", false).await;
        assert_eq!(place.focused(), "answer-0", "Enter on {target}");
    }
    place.click("#answer-1").await;
    for key in ["ArrowDown", " ", "Escape", "3", "a"] {
        place.key("#answer-1", key, false).await;
    }
    place.key("#heading", "Enter", false).await;
    assert_eq!(place.texts(".counter"), ["Question 1 of 18"]);
}

#[wasm_bindgen_test]
async fn enter_on_the_card_begins_or_says_what_is_missing() {
    let place = Place::with_checkin().await;
    place.key("#perspective-0", "Enter", false).await;
    assert_eq!(place.focused(), "problem");
    place.click("#perspective-1").await;
    place.key("#perspective-1", "Enter", false).await;
    assert_eq!(place.heading(), "How are you right now?");
}
