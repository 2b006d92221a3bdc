//! Coming and going, and files that cannot be read.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{LINES, Place, WORDS};

#[wasm_bindgen_test]
async fn unmounting_leaves_nothing_and_the_next_begins_afresh() {
    let mut place = Place::with_checkin().await;
    for _ in 0..3 {
        place.to_first_question().await;
        place.answer(&[3, 2]).await;
        assert_eq!(place.texts(".counter"), ["Question 3 of 18"]);
        assert_eq!(place.unmount().await, "<div></div>");
        place.mount("en", WORDS, LINES).await.unwrap();
        assert_eq!(place.heading(), "Trust, one small step at a time");
        assert!(!place.is_chosen("#perspective-0"));
        assert_eq!(place.focused(), "");
    }
    place.to_first_question().await;
    assert!(!place.is_chosen("#answer-3"));
    // One click is heard once: nothing still listens for those that went.
    place.answer(&[4]).await;
    assert_eq!(place.texts(".counter"), ["Question 2 of 18"]);
}

#[wasm_bindgen_test]
async fn it_is_ready_once_when_the_card_is_there_and_not_for_a_file_that_is_refused() {
    let mut place = Place::empty();
    assert!(place.mount("en", "{}", LINES).await.is_err());
    assert_eq!(place.ready.get(), 0);
    place.mount("en", WORDS, LINES).await.unwrap();
    assert_eq!(place.ready.get(), 1);
    place.to_first_question().await;
    place.press("Start over").await;
    place.press("Yes, start over").await;
    assert_eq!(place.ready.get(), 1);
}

#[wasm_bindgen_test]
async fn paper_is_asked_for_once_a_press() {
    let place = Place::with_checkin().await;
    place.to_first_question().await;
    place.answer(&[5; 18]).await;
    place.press("See my results").await;
    assert_eq!(place.printed.get(), 0);
    place.press("Print").await;
    assert_eq!(place.printed.get(), 1);
}

#[wasm_bindgen_test]
async fn two_stay_apart() {
    let (one, two) = (Place::with_checkin().await, Place::with_checkin().await);
    one.to_first_question().await;
    assert_eq!(two.heading(), "Trust, one small step at a time");
    assert_eq!(two.focused(), "");
    two.to_first_question().await;
    one.click("#answer-1").await;
    two.click("#answer-4").await;
    assert!(one.is_chosen("#answer-1") && !one.is_chosen("#answer-4"));
    assert!(two.is_chosen("#answer-4") && !two.is_chosen("#answer-1"));
    drop(two);
    one.press("Continue").await;
    assert_eq!(one.texts(".counter"), ["Question 2 of 18"]);
    assert_eq!(one.focused(), "heading");
}

#[wasm_bindgen_test]
async fn a_bad_language_file_is_refused_with_its_place() {
    let mut place = Place::empty();
    let broken = WORDS.replacen("\"begin\":", "\"beginn\":", 1);
    let why = place.mount("en", &broken, LINES).await.unwrap_err();
    assert!(why.starts_with("the language file: ") && why.contains("begin"), "{why}");
    let why = place.mount("en", "{\"language\": \"en\",", LINES).await.unwrap_err();
    assert!(why.starts_with("the language file: "), "{why}");
    let broken = LINES.replacen("\"crisis\"", "\"crises\"", 1);
    let why = place.mount("en", WORDS, &broken).await.unwrap_err();
    assert!(why.starts_with("the help lines file: regions[0].lines[0].group: "), "{why}");
    assert_eq!(place.root.inner_html(), "");
    // What could not be read does no harm to the next.
    place.mount("en", WORDS, LINES).await.unwrap();
    assert_eq!(place.heading(), "Trust, one small step at a time");
}
