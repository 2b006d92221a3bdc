//! State that survives when a reader goes back, changes the perspective, or opens an answer again.

use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::session::{Msg, Reply};

use crate::comparing::worked;
use crate::given::L;

#[test]
fn whoever_is_afraid_of_someone_stays_so_with_the_other_perspective() {
    let afraid = worked().says(Reply::No, Reply::NotSure).then(Msg::WentBack);
    assert!(afraid.session.run().unwrap().is_unsafe());
    let card = afraid.then(Msg::ChangePerspectiveAsked).then(Msg::LossConfirmed);
    let other = card.then(Msg::PerspectiveChosen(L)).then(Msg::Began);
    let run = other.session.run().unwrap();
    assert!(run.is_unsafe() && run.feeling.is_none() && !run.answers.any());
}

#[test]
fn an_unfinished_check_in_goes_on_where_the_reader_was_before_looking_at_an_answer_again() {
    let review = worked().then(Msg::WentBack);
    let at = review.session.unfinished().unwrap().at();
    let looking = review.then(Msg::Reopened(ItemIdx(2)));
    assert_eq!(looking.session.unfinished().unwrap().at(), at);
    assert_eq!(looking.then(Msg::WentOn(ItemIdx(2))).session.unfinished().unwrap().at(), at);
}
