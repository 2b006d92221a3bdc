//! What a reader can take along: files, a copy, paper.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

/// Answers in the order of the questions, by the places of the choices; 5 is Skip.
const WORKED: [usize; 18] = [3, 2, 3, 1, 3, 1, 2, 3, 1, 3, 5, 2, 2, 2, 5, 4, 1, 5];

/// The results of a reader with this answer to "How are you right now?".
async fn results(feeling: usize) -> Place {
    let place = Place::with_checkin().await;
    place.click("#perspective-0").await;
    place.press("Begin").await;
    place.click(&format!("#feeling-{feeling}")).await;
    place.press("Continue").await;
    place.answer(&WORKED).await;
    place.press("See my results").await;
    place
}

fn downloaded(place: &Place) -> (String, String) {
    place.downloaded.borrow().last().unwrap().clone()
}

#[wasm_bindgen_test]
async fn the_copy_says_what_is_ticked_line_by_line() {
    let place = results(0).await;
    place.press("Copy as text").await;
    assert_eq!(place.texts(".taken-said"), ["Copied. Whoever uses this device next can paste it."]);
    let text = place.copied.borrow()[0].clone();
    assert!(
        text.starts_with("Your check-in\n\nWhat is going well\nYou often used outside support"),
        "{text}"
    );
    let afraid =
        "If you feel afraid of someone, leave out any step that involves them. Your safety comes first.";
    assert!(text.contains(&format!("\nA place to begin\n{afraid}\nPick one small true thing")), "{text}");
    for lines in [
        "\nAccountability\n  Growing steady  70.83\nEmotional healing\n  Taking shape  55.00\n",
        "\nWhen they asked me a hard question, I told the truth.\n  Often  3\n",
        "\nI let them take the time they need.\n  Skipped  \n",
    ] {
        assert!(text.contains(lines), "{lines} is not in {text}");
    }
    place.click("#take-answers").await;
    place.press("Copy as text").await;
    let text = place.copied.borrow()[1].clone();
    assert!(text.ends_with("\nStability\n  Taking shape  43.75\n"), "{text}");
    place.click("#take-numbers").await;
    place.press("Copy as text").await;
    assert_eq!(place.texts(".taken-said"), ["Nothing is ticked. Tick what you want to take along."]);
    assert_eq!(place.copied.borrow().len(), 2);
}

#[wasm_bindgen_test]
async fn a_reader_who_is_not_safe_is_given_no_copy_and_everything_else() {
    let place = results(3).await;
    place.press("Copy as text").await;
    assert!(place.texts(".taken-said")[0].starts_with("Copying is not available right now."));
    assert!(place.copied.borrow().is_empty());
    assert!(place.find(".file-text").is_none(), "nor is the text shown");
    place.press("Download my answers (CSV)").await;
    assert_eq!(downloaded(&place).0, "csv");
}

#[wasm_bindgen_test]
async fn files_have_what_is_ticked_and_a_text_beside_them() {
    let place = results(0).await;
    place.press("Download my answers (CSV)").await;
    let (ending, table) = downloaded(&place);
    assert_eq!(ending, "csv");
    for row in [
        "\"area\",\"accountability\",\"Accountability\",\"Growing steady\",\"70.83\"\r\n",
        "\"area\",\"healing\",\"Emotional healing\",\"Taking shape\",\"55.00\"\r\n",
        "\"question\",\"A1\",\"When they asked me a hard question, I told the truth.\",\"Often\",\"3\"\r\n",
    ] {
        assert!(table.contains(row), "{row} is not in {table}");
    }
    assert!(place.find("details.file-text").is_some_and(|text| !text.has_attribute("open")));
    place.press("Download my answers (JSON)").await;
    let (ending, file) = downloaded(&place);
    assert_eq!(ending, "json");
    assert!(file.starts_with("{\"version\":2,\"about\":") && file.contains("\"A1\":3"), "{file}");
    place.click("#take-answers").await;
    place.press("Download my answers (JSON)").await;
    assert!(!downloaded(&place).1.contains("\"A1\":3"));
    place.click("#take-numbers").await;
    place.press("Download my answers (JSON)").await;
    assert_eq!(place.texts(".taken-said"), ["Nothing is ticked. Tick what you want to take along."]);
    place.press("Remind me in 4 weeks").await;
    let (ending, reminder) = downloaded(&place);
    assert_eq!(ending, "ics");
    for line in [
        "DTSTAMP:20261125T091500Z",
        "DTSTART;VALUE=DATE:20261223",
        "SUMMARY:A quiet half hour",
        "CLASS:PRIVATE",
    ] {
        assert!(reminder.contains(&format!("\r\n{line}\r\n")), "{line} is not in {reminder}");
    }
    assert_eq!(place.downloaded.borrow().len(), 4);
}

#[wasm_bindgen_test]
async fn a_browser_that_does_not_print_is_explained_and_one_that_does_is_not() {
    let place = results(0).await;
    let explained =
        |place: &Place| place.texts("[aria-live]").iter().any(|said| said.starts_with("No print window?"));
    for sheet in [false, true] {
        if sheet {
            place.press("Make a sheet to talk from").await;
            assert_eq!(place.focused(), "heading");
        }
        if !sheet {
            assert!(place.find(".prints-numbers").is_none());
            place.click("#print-numbers").await;
            assert!(place.find(".prints-numbers").is_some());
        }
        place.prints.set(true);
        place.press("Print").await;
        assert!(!explained(&place));
        place.prints.set(false);
        place.press("Print").await;
        assert!(explained(&place));
    }
    assert_eq!(place.printed.get(), 4);
}

#[wasm_bindgen_test]
async fn numbers_and_the_day_stand_on_the_sheet_where_they_are_ticked_and_a_blank_one_stays_blank() {
    for (feeling, scores) in [(0, 1), (3, 0)] {
        let place = results(feeling).await;
        place.press("Make a sheet to talk from").await;
        let counts = |place: &Place| ["h3", "p"].map(|tag| place.all(&format!(".sheet-page > {tag}")).len());
        let [titles, paragraphs] = counts(&place);
        place.click("#sheet-date").await;
        assert_eq!(counts(&place), [titles, paragraphs + 1]);
        place.click("#sheet-numbers").await;
        assert_eq!(counts(&place), [titles + scores, paragraphs + 1 + scores]);
    }
}
