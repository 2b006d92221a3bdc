//! Scores calculated by hand from the rules, and the structure of the questionnaire.

use expect_test::{Expect, expect};
use trust_checkin::domain::answers::{Answer, Refused};
use trust_checkin::domain::chance::margin;
use trust_checkin::domain::definition::{Draft, DraftScale, MAX_CODE, check};
use trust_checkin::domain::guidance::{band, outcome};
use trust_checkin::domain::instrument::{Area, Band, Instrument, ROWS, Strategy};
use trust_checkin::domain::item::{Codes, Item, ItemIdx, Keying};
use trust_checkin::domain::score::{Exact, Method, Score, rounded};

use super::given::{
    L, P, area, by_area, full, given, id, letter, letters, stability_only, strategies, two_decimals,
};

/// A score with both roundings: `17/6 = 70.83, 71`.
fn shown(score: &Score) -> String {
    match score {
        Score::Scored(scored) => {
            let (sum, answered) = (scored.sum, scored.answered);
            let (exact, whole) = (two_decimals(scored.value), rounded(scored.value, 0));
            format!("{sum}/{answered} = {exact}, {whole}")
        }
        Score::TooFew(few) => format!("{} of {}, needs {}", few.answered, few.of, few.needed),
    }
}

fn shown_area(score: &Score) -> String {
    match (band(score), score) {
        (Some(band), Score::Scored(scored)) => {
            format!("{} ±{} {band:?}", shown(score), margin(scored.answered))
        }
        (None, Score::TooFew(_)) => shown(score),
        (band, score) => panic!("{band:?} for {score:?}"),
    }
}

fn check_scores(instrument: &Instrument, notation: &str, expected: Expect) {
    let outcome = outcome(instrument, &given(instrument, notation), None);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(outcome.areas.iter().map(|(at, score)| format!("{} {}", area(*at), shown_area(score))));
    let overall = outcome.overall.map_or("none".to_owned(), |value| {
        format!("{value} = {}, {}", two_decimals(value), rounded(value, 0))
    });
    lines.push(format!("overall {overall}"));
    let strategies = outcome.strategies.iter();
    lines.extend(strategies.map(|(strategy, score)| format!("{} {}", letter(*strategy), shown(score))));
    expected.assert_eq(&(lines.join("\n") + "\n"));
}

#[test]
fn the_worked_case() {
    check_scores(
        &full(P),
        "312234 233-12 1321--",
        expect![[r#"
            A 17/6 = 70.83, 71 ±9 GrowingSteady
            H 11/5 = 55.00, 55 ±10 TakingShape
            S 7/4 = 43.75, 44 ±11 TakingShape
            overall 2035/36 = 56.53, 57
            C 10/5 = 50.00, 50
            R 12/5 = 60.00, 60
            P 7/3 = 58.33, 58
            S 2 of 4, needs 3
        "#]],
    );
    let instrument = full(P);
    let outcome = outcome(&instrument, &given(&instrument, "312234 233-12 1321--"), None);
    assert_eq!(letters(&outcome.beginning.steps), "C", "a place to begin: C, alone");
}

#[test]
fn the_worked_answers_of_a_loved_one() {
    check_scores(
        &full(L),
        "312234 233-12 1321--",
        expect![[r#"
            A 17/6 = 70.83, 71 ±9 GrowingSteady
            H 11/5 = 55.00, 55 ±10 TakingShape
            S 7/4 = 43.75, 44 ±11 TakingShape
            overall 2035/36 = 56.53, 57
            C 4/3 = 33.33, 33
            R 8/3 = 66.67, 67
            P 2 of 3, needs 3
            S 2 of 4, needs 3
        "#]],
    );
}

/// Helpful things often, hard things rarely: every keyed code is 3.
#[test]
fn everything_often() {
    let expected = expect![[r#"
        A 18/6 = 75.00, 75 ±9 GrowingSteady
        H 18/6 = 75.00, 75 ±9 GrowingSteady
        S 18/6 = 75.00, 75 ±9 GrowingSteady
        overall 75 = 75.00, 75
        C 15/5 = 75.00, 75
        R 15/5 = 75.00, 75
        P 12/4 = 75.00, 75
        S 12/4 = 75.00, 75
    "#]];
    check_scores(&full(P), "313133 313313 331331", expected);
    let expected = expect![[r#"
        A 18/6 = 75.00, 75 ±9 GrowingSteady
        H 18/6 = 75.00, 75 ±9 GrowingSteady
        S 18/6 = 75.00, 75 ±9 GrowingSteady
        overall 75 = 75.00, 75
        C 9/3 = 75.00, 75
        R 9/3 = 75.00, 75
        P 9/3 = 75.00, 75
        S 12/4 = 75.00, 75
    "#]];
    check_scores(&full(L), "313133 313313 331331", expected);
}

/// Some blanks. By hand: A 4 4 3 3 - 2, H 1 1 - 2 0 0, S six times 2.
#[test]
fn a_mixed_month_with_blanks() {
    let expected = expect![[r#"
        A 16/5 = 80.00, 80 ±10 GrowingSteady
        H 4/5 = 20.00, 20 ±10 RoomToGrow
        S 12/6 = 50.00, 50 ±9 TakingShape
        overall 50 = 50.00, 50
        C 12/5 = 60.00, 60
        R 10/4 = 62.50, 63
        P 4/3 = 33.33, 33
        S 6/4 = 37.50, 38
    "#]];
    check_scores(&full(P), "4031-2 13-240 222222", expected);
    let expected = expect![[r#"
        A 16/5 = 80.00, 80 ±10 GrowingSteady
        H 4/5 = 20.00, 20 ±10 RoomToGrow
        S 12/6 = 50.00, 50 ±9 TakingShape
        overall 50 = 50.00, 50
        C 4/3 = 33.33, 33
        R 2 of 3, needs 3
        P 2 of 3, needs 3
        S 6/4 = 37.50, 38
    "#]];
    check_scores(&full(L), "4031-2 13-240 222222", expected);
}

/// One area short by one answer, one that is truly 0, one all skipped. By hand: A 3 3 2 - - -, H 0 0 0 0 - -.
#[test]
fn too_few_is_not_zero_and_zero_is_not_too_few() {
    let expected = expect![[r#"
        A 3 of 6, needs 4
        H 0/4 = 0.00, 0 ±11 RoomToGrow
        S 0 of 6, needs 4
        overall none
        C 6/4 = 37.50, 38
        R 2 of 5, needs 3
        P 1 of 4, needs 3
        S 0 of 4, needs 3
    "#]];
    check_scores(&full(P), "312--- 0400-- ------", expected);
    let expected = expect![[r#"
        A 3 of 6, needs 4
        H 0/4 = 0.00, 0 ±11 RoomToGrow
        S 0 of 6, needs 4
        overall none
        C 2 of 3, needs 3
        R 1 of 3, needs 3
        P 1 of 3, needs 3
        S 0 of 4, needs 3
    "#]];
    check_scores(&full(L), "312--- 0400-- ------", expected);
}

/// "Almost always" to everything: four of six items at 4, the two reversed ones at 0.
#[test]
fn the_same_answer_everywhere() {
    let expected = expect![[r#"
        A 16/6 = 66.67, 67 ±9 GrowingSteady
        H 16/6 = 66.67, 67 ±9 GrowingSteady
        S 16/6 = 66.67, 67 ±9 GrowingSteady
        overall 200/3 = 66.67, 67
        C 12/5 = 60.00, 60
        R 12/5 = 60.00, 60
        P 12/4 = 75.00, 75
        S 12/4 = 75.00, 75
    "#]];
    check_scores(&full(P), "444444 444444 444444", expected);
    let expected = expect![[r#"
        A 16/6 = 66.67, 67 ±9 GrowingSteady
        H 16/6 = 66.67, 67 ±9 GrowingSteady
        S 16/6 = 66.67, 67 ±9 GrowingSteady
        overall 200/3 = 66.67, 67
        C 8/3 = 66.67, 67
        R 8/3 = 66.67, 67
        P 12/3 = 100.00, 100
        S 12/4 = 75.00, 75
    "#]];
    check_scores(&full(L), "444444 444444 444444", expected);
}

#[test]
fn r53_all_skipped_gives_no_number_anywhere() {
    let nothing = expect![[r#"
        A 0 of 6, needs 4
        H 0 of 6, needs 4
        S 0 of 6, needs 4
        overall none
        C 0 of 5, needs 3
        R 0 of 5, needs 3
        P 0 of 4, needs 3
        S 0 of 4, needs 3
    "#]];
    check_scores(&full(P), "------ ------ ------", nothing);
    // An unreached question counts as little as a skipped one.
    let nothing = expect![[r#"
        A 0 of 6, needs 4
        H 0 of 6, needs 4
        S 0 of 6, needs 4
        overall none
        C 0 of 5, needs 3
        R 0 of 5, needs 3
        P 0 of 4, needs 3
        S 0 of 4, needs 3
    "#]];
    check_scores(&full(P), "...... ...... ......", nothing);
}

#[test]
fn with_no_one_in_mind_only_stability_has_a_number() {
    let expected = expect![[r#"
        S 18/6 = 75.00, 75 ±9 GrowingSteady
        overall none
        C 9/3 = 75.00, 75
        S 12/4 = 75.00, 75
    "#]];
    check_scores(&stability_only(P), ".....3 31...3 331331", expected);
    // S1, S4 and S6 skipped: three answers in S, two in C, and A6, H6, S5 are enough for support.
    let expected = expect![[r#"
        S 3 of 6, needs 4
        overall none
        C 2 of 3, needs 3
        S 9/3 = 75.00, 75
    "#]];
    check_scores(&stability_only(L), ".....3 31...3 -31-3-", expected);
}

// --- rule 2: four of six

fn check_area(keyed: &str, expected: Expect) {
    let instrument = full(P);
    for n in 0..3 {
        let mut areas = ["-"; 3];
        areas[n] = keyed;
        let scores = instrument.area_scores(&by_area(&instrument, &areas.join(" ")));
        let others: Vec<&str> = scores.iter().map(|(at, _)| area(*at)).collect();
        assert_eq!(others, ["A", "H", "S"]);
        expected.assert_eq(&shown_area(&scores[n].1));
    }
}

#[test]
fn four_of_six_answers_make_a_number() {
    check_area("0/0", expect!["0 of 6, needs 4"]);
    check_area("4/1", expect!["1 of 6, needs 4"]);
    check_area("8/2", expect!["2 of 6, needs 4"]);
    check_area("12/3", expect!["3 of 6, needs 4"]);
    check_area("16/4", expect!["16/4 = 100.00, 100 ±11 GrowingSteady"]);
    check_area("0/4", expect!["0/4 = 0.00, 0 ±11 RoomToGrow"]);
    check_area("20/5", expect!["20/5 = 100.00, 100 ±10 GrowingSteady"]);
    check_area("24/6", expect!["24/6 = 100.00, 100 ±9 GrowingSteady"]);
}

#[test]
fn any_four_of_six_will_do() {
    let instrument = full(P);
    for skipped in 0..6 {
        for also in 0..6 {
            let area: String = (0..6).map(|n| if n == skipped || n == also { '-' } else { '2' }).collect();
            let answers = given(&instrument, &format!("{area} {area} {area}"));
            for (_, score) in instrument.area_scores(&answers) {
                assert_eq!(score.value(), Some(Exact::from(50)), "{area}");
            }
        }
    }
}

#[test]
fn three_answers_make_a_strategy_score() {
    let instrument = full(P);
    for (n, (name, ids)) in strategies(P).into_iter().enumerate() {
        for answered in 0..=ids.len() {
            let words: Vec<String> = ids.iter().take(answered).map(|id| format!("{id}=2")).collect();
            let answers = given(&instrument, &format!("------ ------ ------ {}", words.join(" ")));
            let (strategy, score) = instrument.strategy_scores(&answers)[n];
            assert_eq!(letter(strategy), name);
            assert_eq!(score.value(), (answered >= 3).then(|| Exact::from(50)), "{name} {answered}");
        }
    }
}

// --- rule 5: bands

#[test]
fn band_edges_with_six_answers() {
    check_area("8/6", expect!["8/6 = 33.33, 33 ±9 RoomToGrow"]);
    check_area("9/6", expect!["9/6 = 37.50, 38 ±9 TakingShape"]);
    check_area("14/6", expect!["14/6 = 58.33, 58 ±9 TakingShape"]);
    check_area("15/6", expect!["15/6 = 62.50, 63 ±9 GrowingSteady"]);
}

/// With five answers neither edge can be hit.
#[test]
fn band_edges_with_five_answers() {
    check_area("7/5", expect!["7/5 = 35.00, 35 ±10 RoomToGrow"]);
    check_area("8/5", expect!["8/5 = 40.00, 40 ±10 TakingShape"]);
    check_area("12/5", expect!["12/5 = 60.00, 60 ±10 TakingShape"]);
    check_area("13/5", expect!["13/5 = 65.00, 65 ±10 GrowingSteady"]);
}

#[test]
fn band_edges_with_four_answers() {
    check_area("5/4", expect!["5/4 = 31.25, 31 ±11 RoomToGrow"]);
    check_area("6/4", expect!["6/4 = 37.50, 38 ±11 TakingShape"]);
    check_area("9/4", expect!["9/4 = 56.25, 56 ±11 TakingShape"]);
    check_area("10/4", expect!["10/4 = 62.50, 63 ±11 GrowingSteady"]);
}

#[test]
fn every_sum_lies_in_the_band_of_the_integer_rule() {
    let instrument = full(L);
    for answered in 4..=6 {
        for sum in 0..=4 * answered {
            let score = &instrument.area_scores(&by_area(&instrument, &format!("{sum}/{answered} - -")))[0].1;
            let expected = match (2 * sum, 3 * answered, 5 * answered) {
                (twice, low, _) if twice < low => Band::RoomToGrow,
                (twice, _, high) if twice < high => Band::TakingShape,
                _ => Band::GrowingSteady,
            };
            assert_eq!(band(score), Some(expected), "{sum}/{answered}");
            assert_eq!(score.value(), Some(Exact::new(100 * sum, 4 * answered)), "{sum}/{answered}");
        }
    }
}

#[test]
fn bands_start_at_the_midpoints() {
    assert_eq!(Band::ALL.map(Band::lowest).map(two_decimals), ["0.00", "37.50", "62.50"]);
}

// --- rules 3 and 6

#[test]
fn overall_is_the_mean_of_unrounded_areas() {
    let overall = |sums: &str| {
        let instrument = full(P);
        outcome(&instrument, &by_area(&instrument, sums), None).overall
    };
    // 33.333… + 33.333… + 58.333… is 125 exactly; of rounded areas it would be 124.99.
    assert_eq!(overall("8/6 8/6 14/6"), Some(Exact::new(125, 3)));
    // The mean of areas, not of items: 100 from four items weighs as much as 0 from six.
    assert_eq!(overall("16/4 0/6 0/6"), Some(Exact::new(100, 3)));
    for two in ["16/4 0/6 12/3", "16/4 12/3 0/6", "12/3 16/4 0/6"] {
        assert_eq!(overall(two), None, "{two}");
    }
}

#[test]
fn margins() {
    assert_eq!([6, 5, 4].map(margin), [9, 10, 11]);
}

// --- rounding

#[test]
fn rounding_is_half_away_from_zero() {
    let cases = [
        ((525, 8), 2, 6563), // 65.625, printed 65.62 by {:.2}
        ((125, 2), 0, 63),   // 62.5, printed 62 by {:.0}
        ((75, 2), 0, 38),
        ((85, 2), 0, 43),
        ((-525, 8), 2, -6563),
        ((-125, 2), 0, -63),
        ((-1, 2), 0, -1),
        ((1, 200), 2, 1),
        ((1, 201), 2, 0),
        ((425, 6), 2, 7083),
        ((2035, 36), 2, 5653),
        ((0, 1), 2, 0),
    ];
    for ((over, under), decimals, expected) in cases {
        assert_eq!(rounded(Exact::new(over, under), decimals), expected, "{over}/{under}");
    }
    assert_eq!((format!("{:.2}", 65.625), format!("{:.0}", 62.5)), ("65.62".into(), "62".into()), "the trap");
}

#[test]
fn sixty_five_point_six_two_five_of_eight_items() {
    let ids: Vec<String> = (1..=8).map(|n| n.to_string()).collect();
    let definition = check(Draft {
        codes: Codes { min: 0, max: 4 },
        items: ids.iter().map(|id| Item { id: id.clone(), keying: Keying::Forward }).collect(),
        scales: vec![DraftScale {
            id: "x".into(),
            items: ids,
            method: Method::Pomp,
            factor: Exact::from(1),
            min_answered: 8,
            bands: Vec::new(),
        }],
    })
    .unwrap();
    let codes = [3, 3, 3, 3, 3, 2, 2, 2];
    let answers = definition
        .places()
        .zip(codes)
        .fold(definition.no_answers(), |answers, (at, code)| answers.with(at, Answer::Chosen(code)).unwrap());
    assert_eq!(two_decimals(definition.score("x", &answers).unwrap().value().unwrap()), "65.63");
    assert_eq!(definition.score("y", &answers), None, "no such scale");
}

/// Six raw steps are 25 points. In floating point four of the nineteen pairs fall short of it.
#[test]
fn six_steps_are_exactly_25_points() {
    let instrument = full(P);
    let value = |sum: i64| {
        let answers = by_area(&instrument, &format!("{sum}/6 - -"));
        instrument.area_scores(&answers)[0].1.value().unwrap()
    };
    let float = |sum: i64| 100.0 * sum as f64 / 24.0;
    let short = (0..=18).filter(|sum| float(sum + 6) - float(*sum) < 25.0).count();
    assert_eq!(short, 4, "the trap");
    assert!((0..=18).all(|sum| value(sum + 6) - value(sum) == Exact::from(25)));
}

// --- what is answered

#[test]
fn codes_outside_0_to_4_are_refused() {
    let none = full(P).definition().no_answers();
    let refused = |at, code| none.with(ItemIdx(at), Answer::Chosen(code)).map_err(|why| why.to_string());
    for code in 0..=4 {
        assert_eq!(refused(0, code).unwrap().code(ItemIdx(0)), Some(code));
    }
    for (code, message) in [
        (5, "5 is not a code from 0 to 4"),
        (-1, "-1 is not a code from 0 to 4"),
        (i64::MIN, "-9223372036854775808 is not a code from 0 to 4"),
        (i64::MAX, "9223372036854775807 is not a code from 0 to 4"),
    ] {
        assert_eq!(refused(17, code), Err(message.to_owned()));
    }
    assert_eq!(refused(18, 0), Err("there is no item number 19".to_owned()));
    assert!(none.with(ItemIdx(18), Answer::Skipped).is_err());
}

#[test]
fn the_largest_codes_are_kept_apart_from_a_skip_and_from_no_answer() {
    let codes = Codes { min: -MAX_CODE, max: MAX_CODE };
    let items = ["a", "b"].map(|id| Item { id: id.to_owned(), keying: Keying::Forward }).to_vec();
    let none = check(Draft { codes, items, scales: Vec::new() }).unwrap().no_answers();
    assert!(!none.any());
    for code in [-MAX_CODE, -1, 0, 1, MAX_CODE] {
        let one = none.with(ItemIdx(0), Answer::Chosen(code)).unwrap();
        assert_eq!(one.get(ItemIdx(0)), Some(Answer::Chosen(code)));
        assert_eq!(one.open().collect::<Vec<_>>(), [ItemIdx(1)]);
        assert!(one.any());
    }
    for code in [MAX_CODE + 1, -MAX_CODE - 1, i64::from(i16::MIN), 1 << 16, i64::MIN, i64::MAX] {
        assert_eq!(none.with(ItemIdx(0), Answer::Chosen(code)), Err(Refused::OutOfRange { code, codes }));
    }
}

#[test]
fn a_skip_is_an_answer_without_a_code() {
    let none = full(P).definition().no_answers();
    let skipped = none.with(ItemIdx(0), Answer::Skipped).unwrap();
    assert_eq!((none.any(), skipped.any()), (false, true));
    assert_eq!((none.get(ItemIdx(0)), skipped.get(ItemIdx(0))), (None, Some(Answer::Skipped)));
    assert_eq!((skipped.code(ItemIdx(0)), skipped.open().count()), (None, 17));
}

#[test]
fn raw_answers_are_kept_and_keyed_when_scoring() {
    let instrument = full(P);
    let answers = given(&instrument, "313133 ...... ......");
    let (a1, a2) = (ItemIdx(0), ItemIdx(3));
    assert_eq!((id(&instrument, a1), id(&instrument, a2)), ("A1", "A2"));
    assert_eq!((answers.code(a1), answers.code(a2)), (Some(3), Some(1)));
    let keyed = |at| instrument.definition().keyed(&answers, at);
    assert_eq!((keyed(a1), keyed(a2), keyed(ItemIdx(1))), (Some(3), Some(3), None));
    assert_eq!(instrument.code_of("A2", &answers), Some(1), "raw");
    assert_eq!(instrument.code_of("H1", &answers), None);
    assert_eq!(stability_only(P).code_of("A2", &stability_only(P).definition().no_answers()), None);
}

// --- the questionnaire

fn order(instrument: &Instrument) -> String {
    let ids: Vec<&str> = instrument.definition().items().iter().map(|item| item.id.as_str()).collect();
    let rows: Vec<&str> = instrument.definition().places().map(|at| id(instrument, at)).collect();
    assert_eq!(ids, rows, "items and rows stand side by side");
    assert_eq!((ids.len(), instrument.is_empty()), (instrument.len(), false));
    ids.join(" ")
}

#[test]
fn the_order_is_fixed() {
    let expected = "A1 H1 S2 A2 H3 S4 A3 H2 S1 A5 H4 S3 A4 H6 S6 A6 H5 S5";
    assert_eq!(order(&full(P)), expected);
    assert_eq!(order(&full(L)), expected);
}

#[test]
fn with_no_one_in_mind_ten_items_are_asked() {
    let expected = "H1 S2 S4 H2 S1 S3 H6 S6 A6 S5";
    assert_eq!(order(&stability_only(P)), expected);
    assert_eq!(order(&stability_only(L)), expected);
    for perspective in [P, L] {
        let instrument = stability_only(perspective);
        assert_eq!(instrument.areas(), [Area::Stability]);
        assert!(instrument.area(Area::Accountability).is_none() && instrument.area(Area::Healing).is_none());
        assert_eq!(instrument.area(Area::Stability).unwrap().items().len(), 6);
    }
    assert_eq!(full(P).areas(), Area::ALL);
}

/// The marks of the table: `r` reverse-keyed, `°` may not come up, `⁺` left out with no one in mind, and `please` for
/// an act that may please another person, for which a frightened reader is not praised.
#[test]
fn every_item_carries_the_marks_of_the_table() {
    let mut rows = ROWS.to_vec();
    rows.sort_by_key(|row| row.id);
    let marks = rows.iter().map(|row| {
        let mark = |on: bool, mark: &'static str| if on { mark } else { "" };
        let reverse = mark(row.keying == Keying::Reverse, "r");
        let (skip, two) = (mark(row.may_not_come_up, "°"), mark(row.about_two, "⁺"));
        let strategy = |perspective| row.strategy(perspective).map_or("-", letter);
        let please = mark(row.may_please_another(P), " please");
        format!("{}{reverse}{skip}{two} {} {}{}{please}", row.id, area(row.area), strategy(P), strategy(L))
    });
    expect![[r#"
        A1°⁺ A C- please
        A2r⁺ A C- please
        A3⁺ A R- please
        A4r⁺ A R- please
        A5°⁺ A PP please
        A6 A SS
        H1° H CC please
        H2r H CC
        H3⁺ H RR please
        H4⁺ H PP please
        H5r⁺ H P- please
        H6 H SS
        S1° S CC
        S2 S RR
        S3r S RR
        S4° S PP
        S5° S SS
        S6r° S SS
    "#]]
    .assert_eq(&(marks.collect::<Vec<_>>().join("\n") + "\n"));
}

/// Acts of the *other* person count in no strategy.
#[test]
fn strategies_take_exactly_their_items() {
    for perspective in [P, L] {
        let instrument = full(perspective);
        for (strategy, (name, ids)) in Strategy::ALL.into_iter().zip(strategies(perspective)) {
            assert_eq!(letter(strategy), name);
            let mut found: Vec<&str> = ROWS
                .iter()
                .filter(|row| row.strategy(perspective) == Some(strategy))
                .map(|row| row.id)
                .collect();
            found.sort_unstable();
            assert_eq!(found, ids, "{perspective:?} {name}");
            let of = match instrument.strategy_scores(&instrument.definition().no_answers())
                [Strategy::ALL.iter().position(|&other| other == strategy).unwrap()]
            {
                (_, Score::TooFew(few)) => few.of,
                (_, scored) => panic!("{scored:?}"),
            };
            assert_eq!(of, ids.len(), "{perspective:?} {name}");
        }
    }
}
