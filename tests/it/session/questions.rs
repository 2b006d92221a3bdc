//! One question after the other: answers, skips, Back, and finishing early.

use expect_test::expect;

use super::walk::{ASKED, check_from, check_walk};

#[test]
fn continue_needs_an_answer() {
    check_from(
        ASKED,
        "on on 3 on on -> on",
        expect![[r#"
        on: Q1 A1 = empty (0 answered, 18 open), missed 1 *problem
        on: Q1 A1 = empty (0 answered, 18 open), missed 2 *problem
        3: Q1 A1 = 3 (1 answered, 17 open)
        on: Q2 H1 = empty (1 answered, 17 open) *heading
        on: Q2 H1 = empty (1 answered, 17 open), missed 1 *problem
        ->: Q3 S2 = empty (2 answered, 16 open) *heading
        on: Q3 S2 = empty (2 answered, 16 open), missed 1 *problem
    "#]],
    );
}

#[test]
fn r24_back_keeps_answers() {
    check_from(
        ASKED,
        "3> 1> -> back on back back back settle on on on",
        expect![[r#"
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        1>: Q3 S2 = empty (2 answered, 16 open) *heading
        ->: Q4 A2 = empty (3 answered, 15 open) *heading
        back: Q3 S2 = - (3 answered, 15 open) *heading
        on: Q4 A2 = empty (3 answered, 15 open) *heading
        back: Q3 S2 = - (3 answered, 15 open) *heading
        back: Q2 H1 = 1 (3 answered, 15 open) *heading
        back: Q1 A1 = 3 (3 answered, 15 open) *heading
        settle: ignored
        on: Q2 H1 = 1 (3 answered, 15 open) *heading
        on: Q3 S2 = - (3 answered, 15 open) *heading
        on: Q4 A2 = empty (3 answered, 15 open) *heading
    "#]],
    );
    check_from(
        ASKED,
        "3 back settle on",
        expect![[r#"
        3: Q1 A1 = 3 (1 answered, 17 open)
        back: Check-in: empty, Recovery Full (1 answered, 17 open) *heading
        settle: Q1 A1 = 3 (1 answered, 17 open) *heading
        on: Q2 H1 = empty (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn an_answer_can_be_replaced_by_another_and_by_a_skip() {
    check_from(
        ASKED,
        "3 0 - 4",
        expect![[r#"
        3: Q1 A1 = 3 (1 answered, 17 open)
        0: Q1 A1 = 0 (1 answered, 17 open)
        -: Q1 A1 = - (1 answered, 17 open)
        4: Q1 A1 = 4 (1 answered, 17 open)
    "#]],
    );
    check_from(
        ASKED,
        "5 -1 3 9",
        expect![[r#"
        5: ignored
        -1: ignored
        3: Q1 A1 = 3 (1 answered, 17 open)
        9: ignored
    "#]],
    );
}

#[test]
fn finish_now_is_offered_from_question_7() {
    check_from(
        ASKED,
        "3>*5 finish 3> finish results",
        expect![[r#"
        3>*5: Q6 S4 = empty (5 answered, 13 open) *heading
        finish: ignored
        3>: Q7 A3 = empty (6 answered, 12 open), may finish *heading
        finish: Review (6 answered, 12 open) *heading
        results: Results (6 answered, 12 open) *heading
    "#]],
    );
    check_from(
        ASKED,
        "3>*16 3>",
        expect![[r#"
        3>*16: Q17 H5 = empty (16 answered, 2 open), may finish *heading
        3>: Q18 S5 = empty (17 answered, 1 open) *heading
    "#]],
    );
    check_from(
        ASKED,
        "->*6 finish back 3",
        expect![[r#"
        ->*6: Q7 A3 = empty (6 answered, 12 open), may finish *heading
        finish: Review (6 answered, 12 open) *heading
        back: Q7 A3 = empty (6 answered, 12 open), may finish *heading
        3: Q7 A3 = 3 (7 answered, 11 open), may finish
    "#]],
    );
}

/// On the last question Continue leads to the review anyway.
#[test]
fn finish_now_is_not_offered_on_the_last_question() {
    check_from(
        "P begin settle 3>*16",
        "finish back 3> finish 3 finish on",
        expect![[r#"
        finish: Review (16 answered, 2 open) AllTheSame *heading
        back: Q17 H5 = empty (16 answered, 2 open), may finish *heading
        3>: Q18 S5 = empty (17 answered, 1 open) *heading
        finish: ignored
        3: Q18 S5 = 3 (18 answered, 0 open)
        finish: ignored
        on: Review (18 answered, 0 open) *heading
    "#]],
    );
    check_from(
        "P no-one begin settle 3>*8",
        "finish back 3> finish",
        expect![[r#"
        finish: Review (8 answered, 2 open) *heading
        back: Q9 A6 = empty (8 answered, 2 open), may finish *heading
        3>: Q10 S5 = empty (9 answered, 1 open) *heading
        finish: ignored
    "#]],
    );
}

#[test]
fn with_no_one_in_mind_ten_questions_lead_to_the_review() {
    check_walk(
        "P no-one begin settle 3>*5 3> 3>*3 3> results",
        expect![[r#"
        P: Card: Recovery
        no-one: Card: Recovery, no one in mind
        begin: Check-in: empty, Recovery StabilityOnly (0 answered, 10 open) *heading
        settle: Q1 H1 = empty (0 answered, 10 open) *heading
        3>*5: Q6 S3 = empty (5 answered, 5 open) *heading
        3>: Q7 H6 = empty (6 answered, 4 open), may finish *heading
        3>*3: Q10 S5 = empty (9 answered, 1 open) *heading
        3>: Review (10 answered, 0 open) *heading
        results: Results (10 answered, 0 open) *heading
    "#]],
    );
}
