//! The card: who answers, whether someone comes to mind, and what becomes of a run that was begun before.

use expect_test::expect;

use super::walk::{check_from, check_walk};

#[test]
fn from_the_card_to_the_results() {
    check_walk(
        "P begin okay settle 3 on 2> -> 3>*15 results",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        okay: Check-in: Okay, Recovery Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        3: Q1 A1 = 3 (1 answered, 17 open)
        on: Q2 H1 = empty (1 answered, 17 open) *heading
        2>: Q3 S2 = empty (2 answered, 16 open) *heading
        ->: Q4 A2 = empty (3 answered, 15 open) *heading
        3>*15: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open) *heading
    "#]],
    );
}

#[test]
fn begin_needs_a_perspective() {
    check_walk(
        "begin begin no-one begin L begin",
        expect![[r#"
        begin: Card: no one chosen, missed 1 *problem
        begin: Card: no one chosen, missed 2 *problem
        no-one: Card: no one chosen, no one in mind, missed 2
        begin: Card: no one chosen, no one in mind, missed 3 *problem
        L: Card: Loved, no one in mind
        begin: Check-in: empty, Loved StabilityOnly (0 answered, 10 open) *heading
    "#]],
    );
}

#[test]
fn a_run_is_kept_across_back_to_the_card() {
    check_walk(
        "P begin hard settle 3> 2> back*4 begin settle on on",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Recovery Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        2>: Q3 S2 = empty (2 answered, 16 open) *heading
        back*4: Card: Recovery, keeps (2 answered, 16 open) *heading
        begin: Check-in: Hard, Recovery Full (2 answered, 16 open) *heading
        settle: Q1 A1 = 3 (2 answered, 16 open) *heading
        on: Q2 H1 = 2 (2 answered, 16 open) *heading
        on: Q3 S2 = empty (2 answered, 16 open) *heading
    "#]],
    );
    // Another perspective keeps it too, until Begin: nothing is lost by looking.
    check_from(
        "P begin settle 3> back*3",
        "L P begin",
        expect![[r#"
        L: Card: Loved, keeps (1 answered, 17 open)
        P: Card: Recovery, keeps (1 answered, 17 open)
        begin: Check-in: empty, Recovery Full (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn beginning_with_the_other_perspective_asks_first() {
    check_from(
        "P begin settle 3> back*3",
        "L begin no begin back P L begin yes settle",
        expect![[r#"
        L: Card: Loved, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
        no: Card: Loved, keeps (1 answered, 17 open) *heading
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
        back: Card: Loved, keeps (1 answered, 17 open) *heading
        P: Card: Recovery, keeps (1 answered, 17 open)
        L: Card: Loved, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
        yes: Check-in: empty, Loved Full (0 answered, 18 open) *heading
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
    "#]],
    );
    // Without an answer there is nothing to lose.
    check_from(
        "P begin settle back*2",
        "L begin",
        expect![[r#"
        L: Card: Loved, keeps (0 answered, 18 open)
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
    check_from(
        "P begin settle 3> back*3",
        "no-one L begin yes",
        expect![[r#"
        no-one: Card: Recovery, no one in mind, keeps (1 answered, 17 open)
        L: Card: Loved, no one in mind, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, no one in mind, keeps (1 answered, 17 open) *heading
        yes: Check-in: empty, Loved StabilityOnly (0 answered, 10 open) *heading
    "#]],
    );
    // A skip is an answer, too.
    check_from(
        "P begin settle -> back*3",
        "L begin",
        expect![[r#"
        L: Card: Loved, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn switching_no_one_comes_to_mind_and_back_keeps_every_answer() {
    check_from(
        "P begin hard settle 4> 3> 2> 1> 0> -> back*8",
        "no-one begin settle on on on on back*5 someone begin settle",
        expect![[r#"
            no-one: Card: Recovery, no one in mind, keeps (6 answered, 12 open)
            begin: Check-in: Hard, Recovery StabilityOnly (3 answered, 7 open) *heading
            settle: Q1 H1 = 3 (3 answered, 7 open) *heading
            on: Q2 S2 = 2 (3 answered, 7 open) *heading
            on: Q3 S4 = - (3 answered, 7 open) *heading
            on: Q4 H2 = empty (3 answered, 7 open) *heading
            on: Q4 H2 = empty (3 answered, 7 open), missed 1 *problem
            back*5: Card: Recovery, no one in mind, keeps (3 answered, 7 open) *heading
            someone: Card: Recovery, keeps (3 answered, 7 open)
            begin: Check-in: Hard, Recovery Full (6 answered, 12 open) *heading
            settle: Q1 A1 = 4 (6 answered, 12 open) *heading
        "#]],
    );
}

/// Answers that the shorter questionnaire does not ask are not shown there, yet they would be lost.
#[test]
fn answers_set_aside_are_not_lost_without_asking() {
    check_from(
        "P begin settle 3> back*3 no-one begin back",
        "L begin no P someone begin",
        expect![[r#"
        L: Card: Loved, no one in mind, keeps (0 answered, 10 open)
        begin: Sure to begin with the other perspective? or Card: Loved, no one in mind, keeps (0 answered, 10 open) *heading
        no: Card: Loved, no one in mind, keeps (0 answered, 10 open) *heading
        P: Card: Recovery, no one in mind, keeps (0 answered, 10 open)
        someone: Card: Recovery, keeps (0 answered, 10 open)
        begin: Check-in: empty, Recovery Full (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn start_over_on_the_card_forgets_the_run_that_was_left() {
    check_from(
        "P begin unsafe settle 3> back*3",
        "over no over yes P begin",
        expect![[r#"
            over: Sure to start over? or Card: Recovery, keeps (1 answered, 17 open) *heading
            no: Card: Recovery, keeps (1 answered, 17 open) *heading
            over: Sure to start over? or Card: Recovery, keeps (1 answered, 17 open) *heading
            yes: Card: no one chosen *heading
            P: Card: Recovery
            begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        "#]],
    );
}
