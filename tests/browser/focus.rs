//! Focus movement.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

#[wasm_bindgen_test]
async fn mounting_takes_no_focus() {
    let place = Place::with_checkin().await;
    assert_eq!(place.heading(), "Trust, one small step at a time");
    assert_eq!(place.focused(), "");
    let document = web_sys::window().unwrap().document().unwrap();
    assert_eq!(document.active_element().unwrap().tag_name(), "BODY");
}

#[wasm_bindgen_test]
async fn each_new_screen_gives_it_to_its_heading() {
    let place = Place::with_checkin().await;
    place.click("#perspective-0").await;
    place.press("Begin").await;
    assert_eq!(place.heading(), "How are you right now?");
    assert_eq!(place.focused(), "heading");
    place.get("#feeling-0").focus().unwrap();
    assert_eq!(place.focused(), "feeling-0");
    place.press("Continue").await;
    assert_eq!(place.heading(), "When they asked me a hard question, I told the truth.");
    assert_eq!(place.focused(), "heading");
    place.click("#answer-3").await;
    place.get("#answer-3").focus().unwrap();
    place.press("Continue").await;
    assert_eq!(place.heading(), "I owned up to hurt that I caused.");
    assert_eq!(place.focused(), "heading");
}

#[wasm_bindgen_test]
async fn a_missing_answer_gives_it_to_the_error_each_time_and_the_error_to_the_first_radio() {
    let place = Place::with_checkin().await;
    place.to_first_question().await;
    for _ in 0..2 {
        place.get("#answer-2").focus().unwrap();
        place.press("Continue").await;
        assert_eq!(place.focused(), "problem");
    }
    assert_eq!(place.get("fieldset").get_attribute("aria-describedby").unwrap(), "problem");
    place.click(".problem button").await;
    assert_eq!(place.focused(), "answer-0");
    assert!(!place.is_chosen("#answer-0"));
    place.click("#answer-0").await;
    assert!(place.find(".problem").is_none());
}

#[wasm_bindgen_test]
async fn the_cover_takes_it_only_from_the_check_in_and_gives_it_to_the_heading() {
    let mut place = Place::with_checkin().await;
    place.leave_alone(true).await;
    assert!(place.find(".cover").is_none(), "the card shows no answers");
    place.to_first_question().await;
    place.answer(&[3; 18]).await;
    place.leave_alone(false).await;
    assert!(place.find(".cover").is_some());
    assert_ne!(place.focused(), "cover-title");
    place.press("Show").await;
    assert!(place.find(".cover").is_none());
    assert_eq!(place.focused(), "heading");
    place.press("See my results").await;
    place.click("#print-numbers").await;
    let heading = place.get("#heading");
    place.leave_alone(true).await;
    assert_eq!(place.focused(), "cover-title");
    assert!(heading.is_connected(), "what is covered stays as it is");
    place.press("Show").await;
    assert_eq!(place.focused(), "heading");
    assert!(place.is_chosen("#print-numbers"));
    // Every time, not only the first.
    place.leave_alone(true).await;
    assert_eq!(place.focused(), "cover-title");
}

#[wasm_bindgen_test]
async fn help_takes_it_and_gives_it_back() {
    let place = Place::with_checkin().await;
    place.press("Get help now").await;
    assert_eq!(place.focused(), "help-title");
    place.key("#help-title", "Escape", false).await;
    assert!(place.find(".panel").is_none());
    assert_eq!(place.root.active_element().unwrap().text_content().unwrap(), "Get help now");
}
