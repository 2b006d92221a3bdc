//! What the screens show of earlier check-ins: what has changed, the list, and when there is nothing to see.

use expect_test::expect_file;
use prerender::{Draw, draw_saving, english, states};
use trust_checkin::domain::saved::{Archive, Content, Mark, Record, Shelf};
use trust_checkin::domain::session::{Catalog, Msg, Session, step};
use trust_checkin::text::Owner;

use super::given::L;

const DAY: i64 = 24 * 60 * 60 * 1000;
const FIRST: i64 = 20_700 * DAY;
const NOW: i64 = FIRST + 35 * DAY;

fn state(name: &str) -> Session {
    states::all().into_iter().find(|(known, _)| *known == name).unwrap().1
}

fn next(session: &Session, msg: Msg) -> Session {
    step(&Catalog::built_in().unwrap(), session, msg).unwrap()
}

/// What would be kept of the results with this name.
fn content(name: &str) -> Content {
    Content::of(state(name).run().unwrap(), false)
}

/// The same sums, answered by a loved one.
fn loved(content: &Content) -> Content {
    Content::checked(L, content.scope(), content.areas().to_vec(), None).unwrap()
}

/// Saved one after the other, with so many days between.
fn shelf(contents: impl IntoIterator<Item = Content>, days: i64) -> Shelf {
    let record = |(place, content)| {
        let place = place as i64;
        Record { mark: Mark { sequence: place + 1, saved: FIRST + place * days * DAY }, content }
    };
    let records = contents.into_iter().enumerate().map(record).collect();
    Shelf { archive: Archive::of(records).unwrap(), now: NOW, ..Shelf::default() }
}

fn drawn(session: &Session, shelf: Shelf) -> String {
    let what = Draw { session: session.clone(), words: english(), help_open: false, owner: Owner::default() };
    draw_saving(what, shelf).replace("><", ">\n<") + "\n"
}

/// The part about change, where there is one.
fn change(session: &Session, shelf: Shelf) -> Option<String> {
    let markup = drawn(session, shelf);
    let part = &markup[markup.find("<section aria-labelledby=\"change-title\"")?..];
    let end = part.find("</section>").unwrap();
    Some(part[..end].to_owned() + "</section>\n")
}

#[test]
fn each_part_has_a_row_with_one_of_three_words_and_each_word_its_sentence() {
    let drawn = change(&state("results"), shelf([content("results-hard-stretch")], 0)).unwrap();
    expect_file!["snapshots/change.html"].assert_eq(&drawn);
    let cells: Vec<&str> =
        drawn.split("<td role=\"cell\">").skip(1).map(|rest| rest.split_once('<').unwrap().0).collect();
    assert_eq!(cells, ["clear change", "possible change", "about the same"]);
    // Saved or not, it says the same.
    let kept = shelf([content("results-hard-stretch"), content("results")], 35);
    let session = next(&state("results"), Msg::Kept(kept.archive.records()[1].mark));
    assert_eq!(change(&session, kept), Some(drawn));
}

#[test]
fn a_fall_is_met_with_words_and_the_lines_on_overdose() {
    let earlier = loved(&content("results-going-well"));
    let drawn = change(&state("results-loved"), shelf([earlier], 0)).unwrap();
    expect_file!["snapshots/change-fall.html"].assert_eq(&drawn);
}

#[test]
fn nothing_of_an_earlier_time_shows_without_one_of_the_same_person_or_where_it_may_not() {
    let session = state("results");
    assert_eq!(change(&session, Shelf::default()), None);
    assert_eq!(change(&session, shelf([loved(&content("results"))], 0)), None);
    // A reader who is not safe sees none until they save.
    let session = state("results-not-safe");
    let shelf = shelf([loved(&content("results-going-well")), loved(&content("results"))], 35);
    assert_eq!(change(&session, shelf.clone()), None);
    let kept = next(&session, Msg::Kept(shelf.archive.records()[1].mark));
    assert!(change(&kept, shelf).is_some());
}

#[test]
fn another_list_has_nothing_before_it_and_a_way_back() {
    let session = next(&state("results"), Msg::ListChosen(2));
    let drawn = change(&session, shelf([content("results-hard-stretch")], 0)).unwrap();
    expect_file!["snapshots/change-alone.html"].assert_eq(&drawn);
}

#[test]
fn the_list_has_a_picture_a_table_and_the_notes_of_each_list() {
    let saved = next(&state("results"), Msg::SavedAsked);
    expect_file!["snapshots/saved-none.html"].assert_eq(&drawn(&saved, Shelf::default()));
    let contents = [
        content("results-hard-stretch"),
        content("results").noting("Rest <first>."),
        loved(&content("results-all-skipped")),
        content("results-going-well").in_list(2),
    ];
    expect_file!["snapshots/saved.html"].assert_eq(&drawn(&saved, shelf(contents, 7)));
    let erasing = next(&saved, Msg::EraseAsked);
    expect_file!["snapshots/saved-erase.html"].assert_eq(&drawn(&erasing, Shelf::default()));
}
