//! The rules of the results: support first, strengths, a place to begin, a second look.

use expect_test::{Expect, expect};
use trust_checkin::domain::answers::{Answer, Answers};
use trust_checkin::domain::definition::{Draft, check};
use trust_checkin::domain::guidance::{Feeling, HowOften, Offer, Outcome, outcome};
use trust_checkin::domain::instrument::{CODES, Instrument, Perspective, Scope, Strategy as Step};
use trust_checkin::domain::item::{Item, Keying};
use trust_checkin::domain::nudge::nudge;

use super::given::{L, P, by_area, by_strategy, full, given, id, letters, stability_only};

const OKAY: Option<Feeling> = Some(Feeling::Okay);
const HARD: Option<Feeling> = Some(Feeling::Hard);
const HELP_NOW: Option<Feeling> = Some(Feeling::HelpNow);
const NOT_SAFE: Option<Feeling> = Some(Feeling::NotSafe);

type Notation = fn(&Instrument, &str) -> Answers;

fn results(perspective: Perspective, feeling: Option<Feeling>, notation: Notation, of: &str) -> Outcome {
    let instrument = full(perspective);
    outcome(&instrument, &notation(&instrument, of), feeling)
}

// --- 0. Support first

/// "Sometimes" to everything: 50 everywhere, and no trigger.
const CALM: &str = "222222 222222 222222";

fn support(outcome: &Outcome) -> String {
    outcome.support_first.map_or("-".to_owned(), |why| format!("{why:?}"))
}

fn check_support(feeling: Option<Feeling>, notation: Notation, of: &str, expected: Expect) {
    let found = [P, L].map(|perspective| support(&results(perspective, feeling, notation, of)));
    assert_eq!(found[0], found[1], "the same for both perspectives: {of}");
    expected.assert_eq(&found[0]);
}

#[test]
fn anything_but_okay_or_empty_brings_support_first() {
    check_support(None, given, CALM, expect!["-"]);
    check_support(OKAY, given, CALM, expect!["-"]);
    check_support(HARD, given, CALM, expect!["HardTime"]);
    check_support(HELP_NOW, given, CALM, expect!["HelpNow"]);
    check_support(NOT_SAFE, given, CALM, expect!["NotSafe"]);
    check_support(OKAY, given, "------ ------ ------", expect!["-"]);
    check_support(HARD, given, "------ ------ ------", expect!["HardTime"]);
}

#[test]
fn being_out_of_reach_brings_support_first() {
    let s5 = |raw: &str, expected: Expect| {
        check_support(OKAY, given, &format!("{CALM} S5={raw}"), expected);
    };
    s5("0", expect!["OutOfReach"]);
    s5("1", expect!["OutOfReach"]);
    s5("2", expect!["-"]);
    s5("3", expect!["-"]);
    s5("-", expect!["-"]);
    check_support(OKAY, given, "222222 222222 2222.2", expect!["-"]);
}

/// S6 is reverse-keyed: it is the raw answer "Often" that counts here.
#[test]
fn handling_it_alone_without_anyone_safe_brings_support_first() {
    let s6_h6 = |s6: &str, h6: &str, expected: Expect| {
        check_support(OKAY, given, &format!("{CALM} S6={s6} H6={h6}"), expected);
    };
    s6_h6("3", "1", expect!["Alone"]);
    s6_h6("3", "0", expect!["Alone"]);
    s6_h6("4", "1", expect!["Alone"]);
    s6_h6("3", "2", expect!["-"]);
    s6_h6("4", "2", expect!["-"]);
    s6_h6("3", "-", expect!["-"]);
    s6_h6("2", "1", expect!["-"]);
    s6_h6("1", "1", expect!["-"]);
    s6_h6("-", "1", expect!["-"]);
    s6_h6("-", "-", expect!["-"]);
}

/// In area S the raw answers are arranged so that S5 stays at "Sometimes".
#[test]
fn a_low_area_brings_support_first() {
    check_support(OKAY, by_area, "8/6 12/6 12/6", expect!["LowArea"]);
    check_support(OKAY, by_area, "12/6 8/6 12/6", expect!["LowArea"]);
    check_support(OKAY, by_area, "12/6 12/6 8/6 S1=1 S5=2", expect!["LowArea"]);
    check_support(OKAY, by_area, "7/5 12/6 12/6", expect!["LowArea"]);
    check_support(OKAY, by_area, "5/4 12/6 12/6", expect!["LowArea"]);
    check_support(None, by_area, "0/4 12/6 12/6", expect!["LowArea"]);
}

#[test]
fn exactly_37_5_is_not_low() {
    check_support(OKAY, by_area, "9/6 12/6 12/6", expect!["-"]);
    check_support(OKAY, by_area, "12/6 9/6 12/6", expect!["-"]);
    check_support(OKAY, by_area, "12/6 12/6 9/6 S1=1 S5=2", expect!["-"]);
    check_support(OKAY, by_area, "6/4 12/6 12/6", expect!["-"]);
    check_support(OKAY, by_area, "9/6 9/6 9/6 S1=1 S5=2 H1=1 H6=2", expect!["-"]);
    // An area without a number is not a low one.
    check_support(OKAY, by_area, "0/3 0/3 12/6", expect!["-"]);
}

#[test]
fn two_low_areas_are_a_hard_stretch() {
    check_support(OKAY, by_area, "8/6 8/6 12/6", expect!["HardStretch"]);
    check_support(OKAY, by_area, "8/6 12/6 8/6", expect!["HardStretch"]);
    check_support(OKAY, by_area, "12/6 8/6 8/6", expect!["HardStretch"]);
    check_support(None, by_area, "0/6 0/6 0/6", expect!["HardStretch"]);
    check_support(OKAY, by_area, "8/6 9/6 12/6", expect!["LowArea"]);
    check_support(OKAY, by_area, "8/6 0/3 12/6", expect!["LowArea"]);
}

/// Where several reasons hold, the most pressing one is named.
#[test]
fn one_reason_is_named() {
    check_support(NOT_SAFE, by_area, "0/6 0/6 0/6", expect!["NotSafe"]);
    check_support(HELP_NOW, by_area, "0/6 0/6 0/6", expect!["HelpNow"]);
    check_support(HARD, by_area, "0/6 0/6 0/6", expect!["HardStretch"]);
    check_support(HARD, given, &format!("{CALM} S5=1"), expect!["OutOfReach"]);
    check_support(HARD, given, &format!("{CALM} S6=3 H6=1"), expect!["Alone"]);
    check_support(OKAY, given, &format!("{CALM} S5=1 S6=3 H6=1"), expect!["OutOfReach"]);
    check_support(HARD, by_area, "8/6 12/6 12/6", expect!["HardTime"]);
    check_support(OKAY, by_area, "8/6 12/6 12/6 S5=1", expect!["OutOfReach"]);
}

#[test]
fn with_no_one_in_mind_the_same_triggers_hold() {
    for perspective in [P, L] {
        let instrument = stability_only(perspective);
        let found = |feeling, of: &str| support(&outcome(&instrument, &given(&instrument, of), feeling));
        assert_eq!(found(OKAY, ".....2 22...2 222222"), "-");
        assert_eq!(found(HARD, ".....2 22...2 222222"), "HardTime");
        assert_eq!(found(OKAY, ".....2 22...2 222212"), "OutOfReach");
        assert_eq!(found(OKAY, ".....2 22...1 222223"), "Alone");
        assert_eq!(found(OKAY, ".....2 22...2 113122"), "HardStretch");
    }
}

// --- 1. What is going well

fn going_well(instrument: &Instrument, outcome: &Outcome) -> String {
    let items = outcome.strengths.items.iter().map(|&(at, how_often)| match how_often {
        HowOften::Often => id(instrument, at).to_owned(),
        HowOften::Sometimes => format!("{} sometimes", id(instrument, at)),
    });
    let items = items.collect::<Vec<_>>().join(", ");
    if items.is_empty() { "-".to_owned() } else { items }
}

fn check_strong(perspective: Perspective, by_strategy_of: &str, expected: Expect) {
    let results = results(perspective, OKAY, by_strategy, by_strategy_of);
    expected.assert_eq(&letters(&results.strengths.strategies));
}

#[test]
fn a_strategy_is_named_from_50_up() {
    check_strong(P, "0/5 10/5 7/4 -", expect!["R"]);
    check_strong(P, "0/5 9/5 8/4 -", expect!["P"]);
    check_strong(P, "0/5 9/5 7/4 -", expect!["-"]);
    check_strong(P, "0/5 20/5 16/4 16/4", expect!["R P S"]);
    check_strong(L, "0/3 6/3 5/3 -", expect!["R"]);
}

#[test]
fn a_strategy_is_named_only_strictly_above_the_lowest_and_when_not_suggested() {
    check_strong(P, "10/5 10/5 8/4 8/4", expect!["-"]);
    // P is 6.25 above C and so suggested with it.
    check_strong(P, "10/5 10/5 9/4 16/4", expect!["S"]);
    check_strong(P, "15/5 15/5 12/4 12/4", expect!["-"]);
    // Keep going: only the support line is suggested.
    check_strong(P, "15/5 20/5 16/4 12/4", expect!["R P"]);
    // Only one has a score, so it is the lowest as well, and all four are suggested.
    check_strong(P, "20/5 - - -", expect!["-"]);
    check_strong(P, "- - - -", expect!["-"]);
    // A loved one is always offered the support step.
    check_strong(P, "0/5 16/5 12/4 16/4", expect!["R P S"]);
    check_strong(L, "0/3 12/3 12/3 16/4", expect!["R P"]);
}

#[test]
fn support_is_not_praised_where_its_step_leads() {
    let strong =
        |feeling| letters(&results(P, feeling, by_strategy, "0/5 16/5 12/4 16/4").strengths.strategies);
    assert_eq!(strong(OKAY), "R P S");
    assert_eq!(strong(HARD), "R P");
    assert_eq!(strong(NOT_SAFE), "-");
}

/// Every keyed code is 1, but for the raw answers given.
fn check_items(perspective: Perspective, raw: &str, expected: Expect) {
    let instrument = full(perspective);
    let results = outcome(&instrument, &by_area(&instrument, &format!("6/6 6/6 6/6 {raw}")), OKAY);
    expected.assert_eq(&going_well(&instrument, &results));
}

#[test]
fn items_from_keyed_3_up_are_named_at_most_two() {
    check_items(P, "A3=3", expect!["A3"]);
    check_items(P, "A2=1", expect!["A2"]);
    check_items(P, "A2=0 S6=1", expect!["A2, S6"]);
    check_items(P, "A1=3 H1=3 S2=3", expect!["A1, H1"]);
    // The higher keyed code first, then the order of the questions.
    check_items(P, "A1=3 H1=3 S5=4", expect!["S5, A1"]);
    check_items(P, "A2=3 A4=4", expect!["-"]);
}

#[test]
fn without_one_keyed_2_is_named_with_sometimes() {
    check_items(P, "A1=2", expect!["A1 sometimes"]);
    check_items(P, "A1=2 S3=2 S5=2", expect!["A1 sometimes, S3 sometimes"]);
    check_items(P, "A1=2 S3=2 S5=3", expect!["S5"]);
    check_items(P, "", expect!["-"]);
    check_items(L, "", expect!["-"]);
    check_items(P, "A1=0 A2=4", expect!["-"]);
}

/// For a loved one A1-A4 and H5 are acts of the other person.
#[test]
fn own_acts_come_first() {
    check_items(L, "A1=4 A3=4 S5=3", expect!["S5, A1"]);
    check_items(L, "A1=4 A5=3 A6=3", expect!["A5, A6"]);
    check_items(L, "H5=0 A6=3 S5=3", expect!["A6, S5"]);
    check_items(P, "H5=0 A6=3 S5=3", expect!["H5, A6"]);
    check_items(L, "A1=3 A2=1 A3=3 A4=1 H5=1", expect!["A1, A2"]);
    check_items(L, "A4=0 H5=1", expect!["A4, H5"]);
    // "Sometimes" counts only where nothing happened often.
    check_items(L, "A1=3 S5=2", expect!["A1"]);
    check_items(L, "A1=2 A2=2 S5=2", expect!["S5 sometimes, A1 sometimes"]);
}

#[test]
fn nothing_is_praised_in_favour_of_someone_unsafe() {
    let well = |feeling, raw: &str| {
        let instrument = full(L);
        let answers = by_area(&instrument, &format!("6/6 6/6 6/6 {raw}"));
        going_well(&instrument, &outcome(&instrument, &answers, feeling))
    };
    assert_eq!(well(HARD, "A1=4 S5=2"), "A1");
    assert_eq!(well(NOT_SAFE, "A1=4 S5=2"), "S5 sometimes");
    assert_eq!(well(NOT_SAFE, "A1=4 A2=0 A3=4 A4=0 H5=0"), "-");
}

// --- 3. A place to begin

fn beginning(outcome: &Outcome) -> String {
    let beginning = &outcome.beginning;
    let leads = if beginning.support_leads { "support leads, " } else { "" };
    let offer = match &beginning.offer {
        Offer::One(_) => "one",
        Offer::Close(_) => "close",
        Offer::SupportOnly => "only",
        Offer::AllFour => "all",
        Offer::KeepGoing => "keep going",
    };
    if let Offer::One(only) = beginning.offer {
        assert!(beginning.steps.contains(&only), "what the answers point to is offered");
    }
    if let Offer::Close(close) = &beginning.offer {
        assert!(close.iter().all(|step| beginning.steps.contains(step)), "all of them are offered");
    }
    let others = match letters(&beginning.others).as_str() {
        "C R P S" => String::new(),
        fewer => format!(" (others {fewer})"),
    };
    let steps = match beginning.steps.as_slice() {
        [pointed_to @ .., Step::Support] if beginning.adds_support => format!("{} + S", letters(pointed_to)),
        steps => letters(steps),
    };
    format!("{leads}{offer}: {steps}{others}")
}

fn check_steps(perspective: Perspective, feeling: Option<Feeling>, of: &str, expected: Expect) {
    expected.assert_eq(&beginning(&results(perspective, feeling, by_strategy, of)));
}

#[test]
fn the_lowest_alone() {
    check_steps(P, OKAY, "10/5 12/5 7/3 -", expect!["one: C"]);
    check_steps(P, OKAY, "20/5 10/5 16/4 16/4", expect!["one: R"]);
    check_steps(P, OKAY, "20/5 20/5 8/4 16/4", expect!["one: P"]);
    check_steps(P, OKAY, "20/5 20/5 16/4 8/4", expect!["one: S"]);
    check_steps(P, None, "20/5 20/5 16/4 8/4", expect!["one: S"]);
}

/// 50 and 56.25 are close; 60 and 66.67 are as near as two scores can be beyond 6.25.
#[test]
fn within_exactly_6_25_and_just_beyond() {
    check_steps(P, OKAY, "10/5 20/5 9/4 16/4", expect!["close: C P"]);
    check_steps(P, OKAY, "20/5 20/5 8/4 9/4", expect!["close: P S"]);
    check_steps(P, OKAY, "12/5 20/5 8/3 16/4", expect!["one: C"]);
    check_steps(P, OKAY, "10/5 10/5 16/4 16/4", expect!["close: C R"]);
    // Unranked: in the fixed order, though P is the lowest.
    check_steps(P, OKAY, "11/5 20/5 8/4 16/4", expect!["close: C P"]);
    // Close to the lowest, not to each other: S is 6.25 above P, and P above C.
    check_steps(P, OKAY, "10/5 20/5 9/4 10/4", expect!["close: C P"]);
}

#[test]
fn three_or_four_close_together() {
    check_steps(P, OKAY, "10/5 11/5 9/4 16/4", expect!["close: C R P"]);
    check_steps(P, OKAY, "20/5 11/5 9/4 8/4", expect!["close: R P S"]);
    check_steps(P, OKAY, "10/5 10/5 8/4 8/4", expect!["close: C R P S"]);
    check_steps(P, OKAY, "11/5 10/5 9/4 8/4", expect!["close: C R P S"]);
}

#[test]
fn fewer_than_two_scored_offers_all_four() {
    check_steps(P, OKAY, "- - - -", expect!["all: C R P S"]);
    check_steps(P, OKAY, "10/5 - - -", expect!["all: C R P S"]);
    check_steps(P, OKAY, "20/5 8/2 8/2 8/2", expect!["all: C R P S"]);
    check_steps(L, OKAY, "- - - 0/4", expect!["all: C R P S"]);
    check_steps(P, OKAY, "10/5 16/5 - -", expect!["one: C"]);
}

#[test]
fn from_75_up_keep_going() {
    check_steps(P, OKAY, "15/5 20/5 12/4 16/4", expect!["keep going: S"]);
    check_steps(P, OKAY, "15/5 15/5 12/4 12/4", expect!["keep going: S"]);
    check_steps(P, OKAY, "20/5 20/5 16/4 16/4", expect!["keep going: S"]);
    check_steps(P, OKAY, "14/5 20/5 16/4 16/4", expect!["one: C"]);
    check_steps(P, OKAY, "14/5 15/5 12/4 12/4", expect!["close: C R P S"]);
    check_steps(L, OKAY, "9/3 12/3 9/3 12/4", expect!["keep going: S"]);
    check_steps(P, OKAY, "15/5 20/5 - -", expect!["keep going: S"]);
}

#[test]
fn a_loved_one_always_has_the_support_step() {
    check_steps(L, OKAY, "6/3 12/3 12/3 16/4", expect!["one: C + S"]);
    check_steps(L, OKAY, "12/3 12/3 6/3 16/4", expect!["one: P + S"]);
    check_steps(L, OKAY, "12/3 12/3 12/3 8/4", expect!["one: S"]);
    check_steps(L, OKAY, "6/3 6/3 12/3 16/4", expect!["close: C R + S"]);
    check_steps(L, OKAY, "6/3 12/3 12/3 8/4", expect!["close: C S"]);
    check_steps(L, OKAY, "6/3 6/3 6/3 16/4", expect!["close: C R P + S"]);
}

#[test]
fn in_a_hard_time_the_support_step_comes_first() {
    for feeling in [HARD, HELP_NOW] {
        check_steps(P, feeling, "10/5 20/5 16/4 16/4", expect!["support leads, one: S C"]);
        check_steps(P, feeling, "20/5 20/5 16/4 8/4", expect!["support leads, one: S"]);
        check_steps(P, feeling, "10/5 20/5 9/4 16/4", expect!["support leads, close: S C P"]);
        check_steps(P, feeling, "10/5 10/5 8/4 8/4", expect!["support leads, close: S C R P"]);
        check_steps(P, feeling, "- - - -", expect!["support leads, all: S C R P"]);
        check_steps(P, feeling, "20/5 20/5 16/4 16/4", expect!["support leads, keep going: S"]);
        check_steps(L, feeling, "6/3 12/3 12/3 16/4", expect!["support leads, one: S C"]);
    }
}

/// By area: A, H and S 33.3, 33.3 and 66.7 leave the strategies at C 55, R 45, P 37.5, S 37.5.
#[test]
fn with_two_low_areas_the_support_step_comes_first() {
    let steps = |perspective, of: &str| beginning(&results(perspective, OKAY, by_area, of));
    assert_eq!(steps(P, "8/6 8/6 16/6"), "support leads, close: S P");
    assert_eq!(steps(P, "9/6 9/6 16/6"), "close: P S");
    assert_eq!(steps(P, "8/6 9/6 16/6"), "close: P S");
    assert_eq!(steps(P, "0/6 0/6 0/6"), "support leads, close: S C R P");
    // For a loved one: C 58.33, R 58.33, P 41.67, S 37.5.
    assert_eq!(steps(L, "8/6 8/6 16/6"), "support leads, close: S P");
}

/// Honesty, owning up and patience with somebody may be how a frightened reader keeps the peace.
#[test]
fn a_reader_who_is_not_safe_is_not_praised_for_giving_way() {
    let well = |raw: &str| {
        let instrument = full(P);
        let answers = by_area(&instrument, &format!("6/6 6/6 6/6 {raw}"));
        going_well(&instrument, &outcome(&instrument, &answers, NOT_SAFE))
    };
    assert_eq!(well("A1=4 A2=0 A3=4 A4=0 A5=4 H1=4 H3=4 H4=4 H5=0"), "-");
    assert_eq!(well("A1=4 H1=4 S2=3 S4=4"), "S4, S2");
    // A loved one's own acts are ways of looking after themselves.
    let instrument = full(L);
    let answers = by_area(&instrument, "6/6 6/6 6/6 A1=4 A5=4 H4=3");
    assert_eq!(going_well(&instrument, &outcome(&instrument, &answers, NOT_SAFE)), "A5, H4");
}

/// With one area shown, that one alone makes a hard stretch.
#[test]
fn with_no_one_in_mind_one_low_area_lets_support_lead() {
    for perspective in [P, L] {
        let instrument = stability_only(perspective);
        let leads = |of: &str| outcome(&instrument, &given(&instrument, of), OKAY).beginning.support_leads;
        assert!(leads(".....2 22...2 113122"));
        assert!(!leads(".....2 22...2 222222"));
    }
}

#[test]
fn to_a_reader_who_is_not_safe_only_support_is_offered() {
    for of in ["10/4 12/4 12/3 16/4", "- - - -"] {
        check_steps(P, NOT_SAFE, of, expect!["support leads, only: S (others S)"]);
    }
    for of in ["6/3 12/3 12/3 16/4", "9/3 12/3 9/3 12/4", "0/3 0/3 0/3 0/4", "- - - -"] {
        check_steps(L, NOT_SAFE, of, expect!["support leads, only: S (others S)"]);
    }
}

#[test]
fn with_no_one_in_mind_communication_and_support_can_be_compared() {
    let steps = |perspective, of: &str| {
        let instrument = stability_only(perspective);
        assert_eq!(instrument.scope, Scope::StabilityOnly);
        beginning(&outcome(&instrument, &given(&instrument, of), OKAY))
    };
    assert_eq!(steps(P, ".....2 22...2 222222"), "close: C S");
    assert_eq!(steps(P, ".....4 13...4 122240"), "one: C");
    assert_eq!(steps(L, ".....4 13...4 122240"), "one: C + S");
    assert_eq!(steps(P, ".....4 -3...4 122240"), "all: C R P S");
}

// --- Scoring, rule 8: a second look

fn check_nudge(of: &str, expected: Expect) {
    let found = [P, L].map(|perspective| {
        let instrument = full(perspective);
        nudge(instrument.definition(), &given(&instrument, of))
    });
    assert_eq!(found[0], found[1], "the same for both perspectives");
    expected.assert_eq(&found[0].map_or("-".to_owned(), |why| format!("{why:?}")));
}

#[test]
fn the_same_answer_everywhere_is_worth_a_second_look_but_for_sometimes() {
    check_nudge("000000 000000 000000", expect!["AllTheSame"]);
    check_nudge("111111 111111 111111", expect!["AllTheSame"]);
    check_nudge("222222 222222 222222", expect!["-"]);
    check_nudge("333333 333333 333333", expect!["AllTheSame"]);
    check_nudge("444444 444444 444444", expect!["AllTheSame"]);
    // One other answer, so little apart that the second rule is not met either: 37/12 − 6/6.
    check_nudge("433333 333333 333333", expect!["-"]);
    check_nudge("333333 333333 333332", expect!["-"]);
}

#[test]
fn a_second_look_needs_twelve_answers_and_three_reversed() {
    // Reversed here: H5, S3, S6.
    check_nudge("-----3 3-3333 333333", expect!["AllTheSame"]);
    check_nudge("------ 3-3333 333333", expect!["-"]);
    check_nudge(".....3 3.3333 333333", expect!["AllTheSame"]);
    check_nudge("...... 3.3333 333333", expect!["-"]);
    // 15 answers with three reversed, 14 with two.
    check_nudge("3-3-33 3-3333 333333", expect!["AllTheSame"]);
    check_nudge("3-3-33 3-33-3 333333", expect!["-"]);
    // The second rule needs as many.
    check_nudge("-----4 4-4434 443443", expect!["DifferentWays"]);
    check_nudge("-----4 --4434 443443", expect!["-"]);
    check_nudge("4-4-44 4-44-4 443443", expect!["-"]);
}

#[test]
fn means_exactly_3_apart_are_worth_a_second_look() {
    check_nudge("434344 434434 443443", expect!["DifferentWays"]); // 4 and 1
    check_nudge("334344 434434 443443", expect!["-"]); // 47/12 and 1
    check_nudge("434344 434434 443442", expect!["-"]); // 4 and 7/6
    check_nudge("434344 434434 443444", expect!["DifferentWays"]); // 4 and 5/6
    check_nudge("010100 010010 001001", expect!["DifferentWays"]); // 0 and 3
    check_nudge("110100 010010 001001", expect!["-"]); // 1/12 and 3
    check_nudge("010100 010010 001002", expect!["-"]); // 0 and 17/6
    check_nudge("313133 313313 331331", expect!["-"]); // 3 and 3
    check_nudge("------ ------ ------", expect!["-"]);
}

#[test]
fn with_no_one_in_mind_there_are_too_few_questions_for_a_second_look() {
    let instrument = stability_only(P);
    let answers = given(&instrument, ".....4 44...4 444444");
    assert_eq!(nudge(instrument.definition(), &answers), None);
}

#[test]
fn where_only_reverse_keyed_items_are_answered_there_are_no_different_ways() {
    let items = (0..12).map(|n| Item { id: n.to_string(), keying: Keying::Reverse }).collect();
    let definition = check(Draft { codes: CODES, items, scales: Vec::new() }).unwrap();
    let answers = definition.places().fold(definition.no_answers(), |answers, at| {
        answers.with(at, Answer::Chosen(at.0 as i64 % 2 * 4)).unwrap()
    });
    assert_eq!(nudge(&definition, &answers), None);
}
