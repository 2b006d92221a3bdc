//! State that survives when a reader goes back, changes the perspective, or opens an answer again.

use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::session::Msg;

use crate::comparing::worked;

#[test]
fn an_unfinished_check_in_goes_on_where_the_reader_was_before_looking_at_an_answer_again() {
    let review = worked().then(Msg::WentBack);
    let at = review.session.unfinished().unwrap().at();
    let looking = review.then(Msg::Reopened(ItemIdx(2)));
    assert_eq!(looking.session.unfinished().unwrap().at(), at);
    assert_eq!(looking.then(Msg::WentOn(ItemIdx(2))).session.unfinished().unwrap().at(), at);
}
