//! Earlier check-ins on the screens: changes since then, and when nothing of them may show.

use prerender::kept::{content, loved, next, shelf, state};
use prerender::{Draw, draw_saving, english};
use trust_checkin::domain::device::{Response, Shelf};
use trust_checkin::domain::session::{SavingMsg, Session};
use trust_checkin::language::Owner;

use super::given::{responded, saving};

fn drawn(session: &Session, shelf: Shelf) -> String {
    let what = Draw { session: session.clone(), words: english(), help_open: false, owner: Owner::default() };
    draw_saving(what, shelf).replace("><", ">\n<") + "\n"
}

/// The markup of the part about change, where there is one.
fn change(session: &Session, shelf: Shelf) -> Option<String> {
    let markup = drawn(session, shelf);
    let part = &markup[markup.find("<section aria-labelledby=\"change-title\"")?..];
    Some(part[..part.find("</section>").unwrap()].to_owned())
}

#[test]
fn each_part_has_a_row_with_one_of_three_words_and_each_word_its_sentence() {
    let drawn = change(&state("results"), shelf([content("results-hard-stretch")], 0)).unwrap();
    let cells: Vec<&str> =
        drawn.split("<td role=\"cell\">").skip(1).map(|rest| rest.split_once('<').unwrap().0).collect();
    assert_eq!(cells, ["clear change", "possible change", "about the same"]);
    // It says the same once this check-in is saved.
    let kept = shelf([content("results-hard-stretch"), content("results")], 35);
    let session = next(&state("results"), responded(Response::Saved(kept.archive.records()[1].mark)));
    assert_eq!(change(&session, kept), Some(drawn));
}

#[test]
fn nothing_of_an_earlier_time_shows_without_one_of_the_same_person_or_where_it_may_not() {
    let session = state("results");
    assert_eq!(change(&session, Shelf::default()), None);
    assert_eq!(change(&session, shelf([loved(&content("results"))], 0)), None);
    // A reader who is not safe sees nothing of it before saving.
    let session = state("results-not-safe");
    let shelf = shelf([loved(&content("results-going-well")), loved(&content("results"))], 35);
    assert_eq!(change(&session, shelf.clone()), None);
    let kept = next(&session, responded(Response::Saved(shelf.archive.records()[1].mark)));
    assert!(change(&kept, shelf).is_some());
}

#[test]
fn a_picture_has_dots_for_forty_check_ins_at_most() {
    let list = next(&state("results"), saving(SavingMsg::SavedAsked));
    let dots =
        |count: usize| drawn(&list, shelf(vec![content("results"); count], 0)).matches("<circle").count();
    assert_eq!([dots(1), dots(2), dots(40), dots(41)], [0, 3 * 2, 3 * 40, 0]);
}
