//! The review and the way back to it: changes, hidden answers, a second look.

use expect_test::expect;

use super::walk::{ASKED, REVIEWED, check_from};

#[test]
fn change_leads_back_to_the_review() {
    check_from(
        REVIEWED,
        "change:H1 0 on change:S5 back change:A1 on",
        expect![[r#"
        change:H1: Q2 H1 = 3 (18 answered, 0 open), to the review *heading
        0: Q2 H1 = 0 (18 answered, 0 open), to the review
        on: Review (18 answered, 0 open) *heading
        change:S5: Q18 S5 = 3 (18 answered, 0 open), to the review *heading
        back: Review (18 answered, 0 open) *heading
        change:A1: Q1 A1 = 3 (18 answered, 0 open), to the review *heading
        on: Review (18 answered, 0 open) *heading
    "#]],
    );
    // A question that was not reached, after Finish now.
    check_from(
        "P begin settle 3>*6 finish",
        "change:S5 on back change:S5 2 on back",
        expect![[r#"
        change:S5: Q18 S5 = empty (6 answered, 12 open), to the review *heading
        on: Q18 S5 = empty (6 answered, 12 open), to the review, missed 1 *problem
        back: Review (6 answered, 12 open) *heading
        change:S5: Q18 S5 = empty (6 answered, 12 open), to the review *heading
        2: Q18 S5 = 2 (7 answered, 11 open), to the review
        on: Review (7 answered, 11 open) *heading
        back: Q7 A3 = empty (7 answered, 11 open), may finish *heading
    "#]],
    );
    check_from(
        REVIEWED,
        "change:A1 finish",
        expect![[r#"
        change:A1: Q1 A1 = 3 (18 answered, 0 open), to the review *heading
        finish: ignored
    "#]],
    );
    check_from(
        "P no-one begin settle 3>*10",
        "change:A1 change:S5",
        expect![[r#"
            change:A1: ignored
            change:S5: Q10 S5 = 3 (10 answered, 0 open), to the review *heading
        "#]],
    );
}

#[test]
fn back_leaves_the_results_and_the_review() {
    check_from(
        REVIEWED,
        "results back back",
        expect![[r#"
        results: Results (18 answered, 0 open) *heading
        back: Review (18 answered, 0 open) *heading
        back: Q18 S5 = 3 (18 answered, 0 open) *heading
    "#]],
    );
    check_from(
        "P begin settle 3>*8 finish",
        "results back back",
        expect![[r#"
        results: Results (8 answered, 10 open) *heading
        back: Review (8 answered, 10 open) *heading
        back: Q9 S1 = empty (8 answered, 10 open), may finish *heading
    "#]],
    );
}

#[test]
fn answers_can_be_hidden_on_the_review() {
    check_from(
        REVIEWED,
        "hide change:H1 on hide results hide",
        expect![[r#"
        hide: Review (18 answered, 0 open, hidden) AllTheSame
        change:H1: Q2 H1 = 3 (18 answered, 0 open, hidden), to the review *heading
        on: Review (18 answered, 0 open, hidden) *heading
        hide: Review (18 answered, 0 open)
        results: Results (18 answered, 0 open) *heading
        hide: ignored
    "#]],
    );
}

#[test]
fn a_second_look_is_suggested_once() {
    check_from(
        ASKED,
        "3>*18 hide change:H1 on results back",
        expect![[r#"
        3>*18: Review (18 answered, 0 open) AllTheSame *heading
        hide: Review (18 answered, 0 open, hidden) AllTheSame
        change:H1: Q2 H1 = 3 (18 answered, 0 open, hidden), to the review *heading
        on: Review (18 answered, 0 open, hidden) *heading
        results: Results (18 answered, 0 open, hidden) *heading
        back: Review (18 answered, 0 open, hidden) *heading
    "#]],
    );
    // It comes when the answers first call for it, even after a change.
    check_from(
        ASKED,
        "3>*17 2> change:S5 3 on",
        expect![[r#"
        3>*17: Q18 S5 = empty (17 answered, 1 open) *heading
        2>: Review (18 answered, 0 open) *heading
        change:S5: Q18 S5 = 2 (18 answered, 0 open), to the review *heading
        3: Q18 S5 = 3 (18 answered, 0 open), to the review
        on: Review (18 answered, 0 open) AllTheSame *heading
    "#]],
    );
    // It stays through a question that is answered with no.
    check_from(
        REVIEWED,
        "over no",
        expect![[r#"
        over: Sure to start over? or Review (18 answered, 0 open) AllTheSame *heading
        no: Review (18 answered, 0 open) AllTheSame *heading
    "#]],
    );
    check_from(
        ASKED,
        "2>*18",
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
    "#]],
    );
}

#[test]
fn a_second_look_is_not_suggested_again_after_the_card() {
    check_from(
        REVIEWED,
        "back*20 no-one begin settle back*2 someone begin settle 3>*18",
        expect![[r#"
            back*20: Card: Recovery, keeps (18 answered, 0 open) *heading
            no-one: Card: Recovery, no one in mind, keeps (18 answered, 0 open)
            begin: Check-in: empty, Recovery StabilityOnly (10 answered, 0 open) *heading
            settle: Q1 H1 = 3 (10 answered, 0 open) *heading
            back*2: Card: Recovery, no one in mind, keeps (10 answered, 0 open) *heading
            someone: Card: Recovery, keeps (10 answered, 0 open)
            begin: Check-in: empty, Recovery Full (18 answered, 0 open) *heading
            settle: Q1 A1 = 3 (18 answered, 0 open) *heading
            3>*18: Review (18 answered, 0 open) *heading
        "#]],
    );
}
