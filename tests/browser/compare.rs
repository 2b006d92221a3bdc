//! Comparing with someone, in two check-ins side by side.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{Place, shipped};

/// The results of a reader with the place of their perspective on the card.
async fn results(perspective: usize) -> Place {
    let mut place = Place::empty();
    place.mount("en", &shipped(), &[("mayCompare", true.into())]).await.unwrap();
    place.click(&format!("#perspective-{perspective}")).await;
    place.press("Begin").await;
    place.press("Continue").await;
    place.answer(&[3, 2, 3, 1, 3, 1, 2, 3, 1, 3, 5, 2, 2, 2, 5, 4, 1, 5]).await;
    place.press("See my results").await;
    place
}

/// The new screen has the focus on its heading.
#[track_caller]
fn is_at(place: &Place, heading: &str) {
    assert_eq!((&*place.heading(), &*place.focused()), (heading, "heading"));
}

/// Answers both questions with "No" and returns the code.
async fn code(place: &Place) -> String {
    place.press("Compare with someone").await;
    is_at(place, "Can anyone else see your screen right now?");
    place.press("Continue").await;
    assert_eq!(place.focused(), "problem");
    place.click("#watched-0").await;
    place.press("Continue").await;
    is_at(place, "Is anyone making you feel afraid or unsafe?");
    place.click("#afraid-2").await;
    place.press("Continue").await;
    is_at(place, "Compare with someone");
    place.press("Show my code").await;
    is_at(place, "Compare with someone");
    place.texts(".code span").join(" ")
}

#[wasm_bindgen_test]
async fn two_people_see_the_two_side_by_side() {
    let (one, other) = (results(0).await, results(1).await);
    let (mine, theirs) = (code(&one).await, code(&other).await);
    assert_eq!((mine.len(), theirs.len()), (23, 23));
    assert_ne!(mine, theirs);
    one.type_in("#code", "123").await;
    one.press("Compare").await;
    assert_eq!(one.focused(), "problem");
    assert_eq!(one.get("#code").get_attribute("aria-invalid").as_deref(), Some("true"));
    one.click(".problem button").await;
    assert_eq!(one.focused(), "code");
    one.type_in("#code", &theirs).await;
    one.press("Compare").await;
    is_at(&one, "Side by side");
    assert_eq!(one.all(".compared tbody tr").len(), 3);
    one.press("Back").await;
    one.press("Back").await;
    one.press("Back").await;
    is_at(&one, "Your check-in");
}

#[wasm_bindgen_test]
async fn whoever_is_not_alone_or_not_sure_is_given_no_code() {
    for (question, place_of_reply) in
        [("watched", 1), ("watched", 2), ("afraid", 0), ("afraid", 1), ("afraid", 3)]
    {
        let place = results(0).await;
        place.press("Compare with someone").await;
        if question == "afraid" {
            place.click("#watched-0").await;
            place.press("Continue").await;
        }
        place.click(&format!("#{question}-{place_of_reply}")).await;
        place.press("Continue").await;
        is_at(&place, "Compare with someone");
        assert_eq!(place.texts(".screen button"), ["Back"], "{question} {place_of_reply}");
        place.press("Back").await;
        is_at(&place, "Your check-in");
    }
}
