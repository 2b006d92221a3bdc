//! The browser's `Intl`: numbers, lists, and names of countries and languages.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::{Place, shipped};

/// The specification's worked case, in the order of the questions; 5 is Skip.
const WORKED: [usize; 18] = [3, 2, 3, 1, 3, 1, 2, 3, 1, 3, 5, 2, 2, 2, 5, 4, 1, 5];

async fn results(language: &str) -> Place {
    let mut place = Place::empty();
    place.mount(language, &shipped(), &[]).await.unwrap();
    place.to_first_question().await;
    place.answer(&WORKED).await;
    place.press("See my results").await;
    place
}

#[wasm_bindgen_test]
async fn in_english() {
    let place = results("en").await;
    assert_eq!(place.texts(".area .number"), ["71", "55", "44"]);
    assert_eq!(
        place.texts(".workings .formula"),
        [
            "100 × 17 ÷ (4 × 6) = 70.83",
            "100 × 11 ÷ (4 × 5) = 55.00",
            "100 × 7 ÷ (4 × 4) = 43.75",
            "(70.83 + 55.00 + 43.75) ÷ 3 = 56.53",
        ]
    );
    assert!(place.texts(".workings dd")[0].starts_with("Questions 1, 2, 4, 8, and 9"));
    assert_eq!(place.texts(".country option")[..3], ["United States", "United Kingdom", "Ireland"]);
    assert!(place.get(".support").text_content().unwrap().contains("(Spanish)"));
}

#[wasm_bindgen_test]
async fn in_german() {
    let place = results("de").await;
    assert_eq!(place.texts(".area .number"), ["71", "55", "44"]);
    assert_eq!(place.texts(".workings .formula")[0], "100 × 17 ÷ (4 × 6) = 70,83");
    assert!(place.texts(".workings dd")[0].starts_with("Questions 1, 2, 4, 8 und 9"));
    assert_eq!(
        place.texts(".country option")[..3],
        ["Vereinigte Staaten", "Vereinigtes Königreich", "Irland"]
    );
}

#[wasm_bindgen_test]
async fn another_country_brings_its_own_lines() {
    let place = Place::with_checkin().await;
    place.press("Get help now").await;
    assert!(place.find("a[href='tel:988']").is_some());
    place.select(".panel select", 1).await;
    assert!(place.find("a[href='tel:999']").is_some());
    assert!(place.find("a[href='tel:988']").is_none());
}
