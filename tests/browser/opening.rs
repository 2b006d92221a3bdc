//! The handover from the first view, the owner's additions, and notifications to the host page.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{Place, shipped};

async fn opened(more: &[(&str, wasm_bindgen::JsValue)]) -> Place {
    let mut place = Place::empty();
    place.mount("en", &shipped(), more).await.unwrap();
    place
}

#[wasm_bindgen_test]
async fn begin_leads_on_with_what_was_chosen() {
    let place =
        opened(&[("perspective", "loved".into()), ("noOne", true.into()), ("pressed", "begin".into())]).await;
    assert_eq!((place.heading(), place.focused()), ("How are you right now?".into(), "heading".into()));
    place.press("Continue").await;
    assert_eq!(place.texts(".counter"), ["Question 1 of 10"]);
    assert!(place.texts(".who")[0].starts_with("Answering as a loved one"));
}

#[wasm_bindgen_test]
async fn begin_without_a_choice_says_what_is_missing() {
    let place = opened(&[("pressed", "begin".into())]).await;
    assert_eq!(
        (place.heading(), place.focused()),
        ("Trust, one small step at a time".into(), "problem".into())
    );
}

#[wasm_bindgen_test]
async fn help_opens_with_the_choice_kept() {
    let place = opened(&[("perspective", "recovery".into()), ("pressed", "help".into())]).await;
    assert_eq!(place.focused(), "help-title");
    assert!(place.is_chosen("#perspective-0"));
    place.press("Close help").await;
    assert_eq!(place.focused(), "button secondary");
}

#[wasm_bindgen_test]
async fn the_page_is_told_of_a_start_and_of_results_once_each() {
    let place = opened(&[("perspective", "recovery".into()), ("pressed", "begin".into())]).await;
    assert_eq!(*place.told.borrow(), ["start"]);
    for button in ["Back", "Begin", "Continue"] {
        place.press(button).await;
    }
    place.answer(&[5; 18]).await;
    assert_eq!(*place.told.borrow(), ["start"]);
    place.press("See my results").await;
    assert_eq!(*place.told.borrow(), ["start", "complete"]);
}

#[wasm_bindgen_test]
async fn the_owner_can_change_region_contact_and_links_at_any_time_and_answers_stay() {
    let mut place = Place::with_checkin().await;
    place.to_first_question().await;
    place.answer(&[3, 2]).await;
    place.click("#answer-1").await;
    let links = r#"{"C": "http://blog.example/"}"#;
    let more =
        [("region", "GB".into()), ("contact", "Our practice: 555 0100".into()), ("links", links.into())];
    place.update(&shipped(), &more).await.unwrap();
    assert_eq!(place.texts(".counter"), ["Question 3 of 18"]);
    assert!(place.is_chosen("#answer-1"));
    assert_eq!(
        *place.warned.borrow(),
        ["links: C: must be an https address without spaces, at most 2000 characters"]
    );
    place.press("Get help now").await;
    assert!(place.find("a[href='tel:999']").is_some());
    assert_eq!(place.texts(".panel bdi").last().map(String::as_str), Some("Our practice: 555 0100"));
    let why = place.update("{}", &[]).await.unwrap_err();
    assert!(why.contains("line 2: missing"), "{why}");
    assert_eq!(place.texts(".counter"), ["Question 3 of 18"]);
}

#[wasm_bindgen_test]
async fn links_that_cannot_be_read_are_left_out_and_the_owner_is_told_why() {
    let mut place = Place::with_checkin().await;
    let long = format!("{{{}}}", " ".repeat(61_000));
    for (links, why) in [
        (r#"{"C": "https://blog.example/a", "more": null}"#, None),
        (
            r#"{"C": 1, "P": ["https://blog.example/"], "R": false}"#,
            Some("C: must be text; P: must be text; R: must be text"),
        ),
        (r#"{"D": "https://blog.example/", "__proto__": 1}"#, Some("D: unknown; __proto__: unknown")),
        (r#"["https://blog.example/"]"#, Some("the file: must be an object")),
        ("null", Some("the file: must be an object")),
        (&long, Some("the file: is too long")),
    ] {
        place.warned.borrow_mut().clear();
        place.update(&shipped(), &[("links", links.into())]).await.unwrap();
        let said: Vec<String> = why.iter().map(|why| format!("links: {why}")).collect();
        assert_eq!(*place.warned.borrow(), said, "{links}");
    }
    place.update(&shipped(), &[("links", "{\"C\": ".into())]).await.unwrap();
    let warned = place.warned.borrow().last().cloned().unwrap_or_default();
    assert!(warned.contains("JSON"), "the browser says what is wrong: {warned}");
}

#[wasm_bindgen_test]
async fn only_a_sealed_page_promises_what_a_sealed_page_keeps() {
    let words = "This box blocks itself from sending data in the background.";
    for sealed in [true, false] {
        let place = opened(&[("sealed", sealed.into())]).await;
        assert_eq!(place.texts(".privacy")[0].contains(words), sealed);
    }
}
