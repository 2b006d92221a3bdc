//! What must not happen by mistake: lost answers, presses that were meant for something else, answers left in sight.

use expect_test::expect;
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::session::Effect;

use super::walk::{ASKED, REVIEWED, Walk, check_from, check_walk};

#[test]
fn start_over_asks_first() {
    check_from(
        ASKED,
        "3> over no over back over over switch yes",
        expect![[r#"
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        over: Sure to start over? or Q2 H1 = empty (1 answered, 17 open) *heading
        no: Q2 H1 = empty (1 answered, 17 open) *heading
        over: Sure to start over? or Q2 H1 = empty (1 answered, 17 open) *heading
        back: Q2 H1 = empty (1 answered, 17 open) *heading
        over: Sure to start over? or Q2 H1 = empty (1 answered, 17 open) *heading
        over: ignored
        switch: ignored
        yes: Card: no one chosen *heading
    "#]],
    );
    check_walk(
        "over switch P over",
        expect![[r#"
        over: ignored
        switch: ignored
        P: Card: Recovery
        over: ignored
    "#]],
    );
    check_from(
        REVIEWED,
        "over no results over no over yes",
        expect![[r#"
        over: Sure to start over? or Review (18 answered, 0 open) AllTheSame *heading
        no: Review (18 answered, 0 open) AllTheSame *heading
        results: Results (18 answered, 0 open) *heading
        over: Sure to start over? or Results (18 answered, 0 open) *heading
        no: Results (18 answered, 0 open) *heading
        over: Sure to start over? or Results (18 answered, 0 open) *heading
        yes: Card: no one chosen *heading
    "#]],
    );
    check_walk(
        "P begin unsafe over yes P begin",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        unsafe: Check-in: NotSafe, Recovery Full (0 answered, 18 open)
        over: Sure to start over? or Check-in: NotSafe, Recovery Full (0 answered, 18 open) *heading
        yes: Card: no one chosen *heading
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
    "#]],
    );
}

#[test]
fn change_perspective_asks_first() {
    check_from(
        ASKED,
        "3> switch no switch switch yes L begin",
        expect![[r#"
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        switch: Sure to change perspective? or Q2 H1 = empty (1 answered, 17 open) *heading
        no: Q2 H1 = empty (1 answered, 17 open) *heading
        switch: Sure to change perspective? or Q2 H1 = empty (1 answered, 17 open) *heading
        switch: ignored
        yes: Card: no one chosen *heading
        L: Card: Loved
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
    check_from(
        REVIEWED,
        "results switch no",
        expect![[r#"
        results: Results (18 answered, 0 open) *heading
        switch: Sure to change perspective? or Results (18 answered, 0 open) *heading
        no: Results (18 answered, 0 open) *heading
    "#]],
    );
}

#[test]
fn r25_a_double_continue_advances_once() {
    check_from(
        ASKED,
        "3 on@A1 on@A1 2@A1 2@H1 on@H1 on@H1",
        expect![[r#"
        3: Q1 A1 = 3 (1 answered, 17 open)
        on@A1: Q2 H1 = empty (1 answered, 17 open) *heading
        on@A1: ignored
        2@A1: ignored
        2@H1: Q2 H1 = 2 (2 answered, 16 open)
        on@H1: Q3 S2 = empty (2 answered, 16 open) *heading
        on@H1: ignored
    "#]],
    );
    check_from(
        "P begin settle 3>*17",
        "3 on@S5 on@S5",
        expect![[r#"
        3: Q18 S5 = 3 (18 answered, 0 open)
        on@S5: Review (18 answered, 0 open) AllTheSame *heading
        on@S5: ignored
    "#]],
    );
}

#[test]
fn r27_a_late_click_is_given_to_no_other_question() {
    check_from(
        "P begin settle 3>*2",
        "0@A1 0@H1 0@A2 on@A1 on@H1 on@A2 0@none",
        expect![[r#"
        0@A1: ignored
        0@H1: ignored
        0@A2: ignored
        on@A1: ignored
        on@H1: ignored
        on@A2: ignored
        0@none: ignored
    "#]],
    );
    check_from(
        REVIEWED,
        "0@A1 on@A1 on@S5 results 0@A1 results",
        expect![[r#"
        0@A1: ignored
        on@A1: ignored
        on@S5: ignored
        results: Results (18 answered, 0 open) *heading
        0@A1: ignored
        results: ignored
    "#]],
    );
}

#[test]
fn every_screen_ignores_what_does_not_belong_to_it() {
    let all = [
        "P",
        "L",
        "no-one",
        "someone",
        "begin",
        "okay",
        "hard",
        "help",
        "unsafe",
        "settle",
        "3",
        "-",
        "on",
        "finish",
        "hide",
        "results",
        "back",
        "over",
        "switch",
        "yes",
        "no",
        "change:A1",
        "alone",
        "show",
    ];
    let heard = |before: &str| -> String {
        let heard = all.iter().filter(|word| {
            let mut walk = Walk::new();
            before.split_whitespace().for_each(|word| drop(walk.word(word)));
            walk.word(word) != "ignored"
        });
        heard.copied().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(heard(""), "P L no-one someone begin");
    assert_eq!(heard("P begin back"), "P L no-one someone begin over switch");
    assert_eq!(heard("P begin"), "okay hard help unsafe settle back over switch");
    assert_eq!(heard(ASKED), "3 - on back over switch");
    assert_eq!(heard("P begin settle 3>*6"), "3 - on finish back over switch");
    assert_eq!(heard("P begin settle 3>*17"), "3 - on back over switch");
    assert_eq!(heard(REVIEWED), "hide results back over switch change:A1 alone");
    assert_eq!(heard("P begin settle 3>*18 results"), "back over switch alone");
    assert_eq!(heard("P begin settle 3>*18 alone"), "show");
    assert_eq!(heard("P begin settle 3>*18 results alone"), "show");
    assert_eq!(heard("P begin settle over"), "back yes no");
    assert_eq!(heard("P begin settle switch"), "back yes no");
    assert_eq!(heard("P begin settle 3> back*3 L begin"), "back yes no");
}

#[test]
fn what_shows_answers_is_covered_when_left_alone_and_nothing_of_it_is_lost() {
    check_from(
        REVIEWED,
        "alone results show results alone-elsewhere back over show back",
        expect![[r#"
            alone: Covered: Review (18 answered, 0 open) AllTheSame *cover
            results: ignored
            show: Review (18 answered, 0 open) AllTheSame *heading in place
            results: Results (18 answered, 0 open) *heading
            alone-elsewhere: Covered: Results (18 answered, 0 open)
            back: ignored
            over: ignored
            show: Results (18 answered, 0 open) *heading in place
            back: Review (18 answered, 0 open) *heading
        "#]],
    );
    let mut walk = Walk::new();
    for word in "P begin unsafe settle 3>*18 results".split_whitespace() {
        walk.word(word);
    }
    let before = walk.session.clone();
    walk.word("alone");
    assert_ne!(walk.session, before);
    assert_eq!(walk.run().feeling, Some(Feeling::NotSafe));
    walk.word("show");
    assert_eq!(walk.session, before);
}

#[test]
fn a_cover_tells_the_page_nothing() {
    let mut walk = Walk::new();
    for word in REVIEWED.split_whitespace().chain(["results", "alone"]) {
        walk.word(word);
    }
    assert_eq!(walk.effects, [Effect::FocusCover]);
    walk.word("show");
    assert_eq!(walk.effects, [Effect::FocusHeadingInPlace]);
}
