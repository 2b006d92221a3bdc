//! Mounting, unmounting, and unreadable files.

use wasm_bindgen_test::wasm_bindgen_test;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::place::{Place, settled, shipped};

#[wasm_bindgen_test]
async fn unmounting_leaves_nothing_and_the_next_begins_afresh() {
    let mut place = Place::with_checkin().await;
    for _ in 0..3 {
        place.to_first_question().await;
        place.answer(&[3, 2]).await;
        assert_eq!(place.texts(".counter"), ["Question 3 of 18"]);
        assert_eq!(place.unmount().await, "<div></div>");
        place.mount("en", &shipped(), &[]).await.unwrap();
        assert_eq!(place.heading(), "Trust, one small step at a time");
        assert!(!place.is_chosen("#perspective-0"));
        assert_eq!(place.focused(), "");
    }
    place.to_first_question().await;
    assert!(!place.is_chosen("#answer-3"));
    // One click is handled once: no listeners of removed check-ins remain.
    place.answer(&[4]).await;
    assert_eq!(place.texts(".counter"), ["Question 2 of 18"]);
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
async fn leaving_is_asked_for_once_a_press_on_every_screen() {
    let place = Place::with_checkin().await;
    place.press("Leave quickly").await;
    place.to_first_question().await;
    place.press("Leave quickly").await;
    place.answer(&[5; 18]).await;
    place.press("Leave quickly").await;
    assert_eq!(place.left.get(), 3);
    assert_eq!(place.heading(), "Look over your answers");
}

#[wasm_bindgen_test]
async fn radios_lose_their_name_before_their_screen_goes_and_only_then() {
    let place = Place::with_checkin().await;
    let names =
        |radios: &[web_sys::HtmlElement]| radios.iter().filter(|radio| radio.has_attribute("name")).count();
    let card = place.all("[type=radio]");
    assert_eq!((card.len(), names(&card)), (2, 2));
    place.press("Begin").await;
    assert_eq!(names(&card), 2, "the card stays for its error");
    place.to_first_question().await;
    assert_eq!(names(&card), 0);
    let question = place.all("[type=radio]");
    place.click("#answer-1").await;
    assert_eq!((question.len(), names(&question)), (6, 6));
    place.press("Continue").await;
    assert_eq!(names(&question), 6, "questions share their radios");
    assert_eq!(place.all("[type=radio]"), question);
    assert!(!place.is_chosen("#answer-1"), "and no answer");
    place.press("Start over").await;
    assert_eq!(names(&question), 0);
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
    let broken = shipped().replacen('\n', "\n\n", 1);
    let why = place.mount("en", &broken, &[]).await.unwrap_err();
    assert_eq!(why, "the language file: line 2: missing");
    let why = place.mount("en", "{\"words\": {", &[]).await.unwrap_err();
    assert_eq!(why, "the language file: line 2: missing");
    let broken = shipped().replacen("\ncall\t988", "\ncalled\t988", 1);
    let why = place.mount("en", &broken, &[]).await.unwrap_err();
    assert!(why.ends_with(": must be call, tty, text, text_zip or link"), "{why}");
    assert_eq!(place.root.inner_html(), "");
    // A failed mount does not affect the next.
    place.mount("en", &shipped(), &[]).await.unwrap();
    assert_eq!(place.heading(), "Trust, one small step at a time");
}

/// A host page made with Yew, with a button that counts clicks. Yew marks elements with numbers, and two apps use the
/// same numbers: in an open root, a click in one would call a listener of the other.
#[component]
fn YewHost() -> Html {
    let clicks = use_state(|| 0);
    let count = {
        let clicks = clicks.clone();
        Callback::from(move |_: MouseEvent| clicks.set(*clicks + 1))
    };
    html! {
        <div class="host">
            <output>{ *clicks }</output>
            <button onclick={count}>{ "The page's own" }</button>
            <div class="inside"></div>
        </div>
    }
}

#[wasm_bindgen_test]
async fn r33_on_a_page_made_with_yew_neither_hears_the_other() {
    let document = web_sys::window().unwrap().document().unwrap();
    let page = document.create_element("main").unwrap();
    document.body().unwrap().append_child(&page).unwrap();
    let app = yew::Renderer::<YewHost>::with_root(page.clone()).render();
    settled().await;
    let find = |selector: &str| page.query_selector(selector).unwrap().unwrap();
    let mut place = Place::inside(&find(".inside"));
    place.mount("en", &shipped(), &[]).await.unwrap();
    place.to_first_question().await;
    place.answer(&[3, 2]).await;
    assert_eq!(place.texts(".counter"), ["Question 3 of 18"]);
    let clicks = || find("output").text_content().unwrap();
    assert_eq!(clicks(), "0", "the page heard a click in the check-in");
    find("button").unchecked_ref::<web_sys::HtmlElement>().click();
    settled().await;
    assert_eq!(clicks(), "1", "the page hears its own");
    assert_eq!(place.texts(".counter"), ["Question 3 of 18"]);
    drop(place);
    app.destroy();
    page.remove();
}
