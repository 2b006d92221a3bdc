//! "How are you right now?" can be left empty, affects the results, and is forgotten with the run.

use expect_test::expect;
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::session::Session;

use super::walk::{Walk, check_from, check_walk};

#[test]
fn the_check_in_passes_empty_and_can_be_changed() {
    check_walk(
        "L begin settle",
        expect![[r#"
        L: Card: Loved
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
    "#]],
    );
    check_walk(
        "L begin hard okay unsafe help settle back hard settle",
        expect![[r#"
        L: Card: Loved
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Loved Full (0 answered, 18 open)
        okay: Check-in: Okay, Loved Full (0 answered, 18 open)
        unsafe: Check-in: NotSafe, Loved Full (0 answered, 18 open)
        help: Check-in: HelpNow, Loved Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        back: Check-in: HelpNow, Loved Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Loved Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
    "#]],
    );
}

/// What the reader said on the way in decides what stands first on the way out.
#[test]
fn the_check_in_reaches_the_results() {
    let calm = "2>*18 results";
    check_from(
        "P begin settle",
        calm,
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open) *heading
    "#]],
    );
    check_from(
        "P begin hard settle",
        calm,
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open), HardTime first *heading
    "#]],
    );
    check_from(
        "P begin unsafe settle",
        calm,
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open), NotSafe first *heading
    "#]],
    );
}

/// How the reader is does not change with who answers.
#[test]
fn change_perspective_keeps_the_check_in_answer() {
    check_walk(
        "P begin hard settle 3> switch yes L begin",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Recovery Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        switch: Sure to change perspective? or Q2 H1 = empty (1 answered, 17 open) *heading
        yes: Card: no one chosen, keeps (0 answered, 18 open) *heading
        L: Card: Loved, keeps (0 answered, 18 open)
        begin: Check-in: Hard, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
}

/// How a reader is has nothing to do with who they answer as.
#[test]
fn the_check_in_answer_stays_when_the_perspective_changes_on_the_card() {
    check_from(
        "P begin unsafe back",
        "L begin",
        expect![[r#"
        L: Card: Loved, keeps (0 answered, 18 open)
        begin: Check-in: NotSafe, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
    check_from(
        "P begin unsafe settle 3>",
        "back*3 L begin yes",
        expect![[r#"
            back*3: Card: Recovery, keeps (1 answered, 17 open) *heading
            L: Card: Loved, keeps (1 answered, 17 open)
            begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
            yes: Check-in: NotSafe, Loved Full (0 answered, 18 open) *heading
        "#]],
    );
}

#[test]
fn r64_starting_over_forgets_the_check_in_answer() {
    let mut walk = Walk::new();
    for word in "P begin unsafe settle 3>*18 results".split_whitespace() {
        walk.word(word);
    }
    assert_eq!(walk.run().feeling, Some(Feeling::NotSafe));
    walk.word("over");
    walk.word("yes");
    assert_eq!(walk.session, Session::default());
}
