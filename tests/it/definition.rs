//! Every problem of a definition, with the exact text of its place and message.

use std::collections::BTreeSet;

use expect_test::{Expect, expect};
use trust_checkin::domain::definition::{
    Draft, DraftScale, MAX_CODE, MAX_ITEMS, MAX_SCALES, ProblemKind, check,
};
use trust_checkin::domain::instrument::{Instrument, Perspective, Scope};
use trust_checkin::domain::item::{Codes, Item, Keying};
use trust_checkin::domain::score::{Exact, Method};

fn item(id: &str) -> Item {
    Item { id: id.to_owned(), keying: Keying::Forward }
}

fn scale(id: &str, items: &[&str]) -> DraftScale {
    DraftScale {
        id: id.to_owned(),
        items: items.iter().map(|&id| id.to_owned()).collect(),
        method: Method::Sum,
        factor: Exact::from(1),
        min_answered: 1,
        bands: Vec::new(),
    }
}

/// Three items coded 0 to 4, a sum of all (0 to 12) and a sum of two (0 to 8).
fn sound() -> Draft {
    Draft {
        codes: Codes { min: 0, max: 4 },
        items: vec![item("a"), item("b"), item("c")],
        scales: vec![scale("all", &["a", "b", "c"]), scale("two", &["a", "b"])],
    }
}

fn problems(spoil: impl FnOnce(&mut Draft)) -> (String, Vec<ProblemKind>) {
    let mut draft = sound();
    spoil(&mut draft);
    let found = check(draft).err().unwrap_or_default();
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    (lines.join("\n"), found.into_iter().map(|problem| problem.kind).collect())
}

fn check_problems(spoil: impl FnOnce(&mut Draft), expected: Expect) {
    expected.assert_eq(&problems(spoil).0);
}

fn bands(draft: &mut Draft, starts: &[i64]) {
    draft.scales[1].bands = starts.iter().copied().map(Exact::from).collect();
}

#[test]
fn a_sound_draft_has_no_problem() {
    check_problems(|_| {}, expect![[""]]);
    check_problems(|d| d.scales.clear(), expect![[""]]);
    check_problems(|d| bands(d, &[0, 4, 8]), expect![[""]]);
    check_problems(|d| bands(d, &[-1, 8]), expect![[""]]);
    check_problems(|d| d.scales[0].min_answered = 3, expect![[""]]);
    check_problems(|d| d.codes = Codes { min: -MAX_CODE, max: MAX_CODE }, expect![[""]]);
    check_problems(|d| d.scales[0].factor = Exact::new(1, MAX_CODE), expect![[""]]);
    check_problems(|d| d.scales[0].factor = Exact::from(MAX_CODE), expect![[""]]);
}

#[test]
fn the_built_in_questionnaires_have_no_problem() {
    for perspective in Perspective::ALL {
        for scope in [Scope::Full, Scope::StabilityOnly] {
            assert_eq!(Instrument::new(perspective, scope).err(), None);
        }
    }
}

#[test]
fn codes() {
    let codes = |min, max| move |d: &mut Draft| d.codes = Codes { min, max };
    check_problems(
        codes(4, 0),
        expect!["codes: codes from 4 to 0; the first must be below the second, both within ±1000"],
    );
    check_problems(
        codes(2, 2),
        expect!["codes: codes from 2 to 2; the first must be below the second, both within ±1000"],
    );
    check_problems(
        codes(-1001, 0),
        expect!["codes: codes from -1001 to 0; the first must be below the second, both within ±1000"],
    );
    check_problems(
        codes(0, 1001),
        expect!["codes: codes from 0 to 1001; the first must be below the second, both within ±1000"],
    );
    check_problems(
        codes(i64::MIN, i64::MAX),
        expect![
            "codes: codes from -9223372036854775808 to 9223372036854775807; the first must be below the second, both within ±1000"
        ],
    );
}

#[test]
fn items() {
    check_problems(
        |d| {
            d.items.clear();
            d.scales.clear();
        },
        expect!["items: there are no items; at least one is needed"],
    );
    let many = |count: usize| {
        move |d: &mut Draft| d.items.extend((d.items.len()..count).map(|n| item(&n.to_string())))
    };
    check_problems(many(MAX_ITEMS), expect![""]);
    check_problems(many(MAX_ITEMS + 1), expect!["items: 1001 items; at most 1000 are accepted"]);
    check_problems(|d| d.items.push(item("")), expect!["items[3].id: the id is empty"]);
}

#[test]
fn r49_duplicate_ids_name_both_places() {
    check_problems(
        |d| d.items.push(item("a")),
        expect![[r#"items[3].id: "a" was used before, at items[0].id; each id stands once"#]],
    );
    check_problems(
        |d| d.items.extend([item("b"), item("b")]),
        expect![[r#"
        items[3].id: "b" was used before, at items[1].id; each id stands once
        items[4].id: "b" was used before, at items[1].id; each id stands once"#]],
    );
    check_problems(
        |d| d.scales.push(scale("two", &["c"])),
        expect![[r#"scales[2].id: "two" was used before, at scales[1].id; each id stands once"#]],
    );
    check_problems(
        |d| d.scales[1].items.push("a".to_owned()),
        expect![[r#"scales[1].items[2]: "a" was used before, at scales[1].items[0]; each id stands once"#]],
    );
}

#[test]
fn scales() {
    check_problems(|d| d.scales[1].id.clear(), expect!["scales[1].id: the id is empty"]);
    check_problems(
        |d| d.scales[1].items.clear(),
        expect!["scales[1].items: the scale has no items; at least one is needed"],
    );
    check_problems(
        |d| d.scales[1].items[0] = "x".to_owned(),
        expect![[r#"scales[1].items[0]: there is no item "x""#]],
    );
    check_problems(
        |d| d.scales[1].min_answered = 0,
        expect!["scales[1].min_answered: needs 0 answers; accepted are 1 to 2, the items of the scale"],
    );
    check_problems(
        |d| d.scales[1].min_answered = 3,
        expect!["scales[1].min_answered: needs 3 answers; accepted are 1 to 2, the items of the scale"],
    );
    check_problems(
        |d| d.scales[1].min_answered = usize::MAX,
        expect![
            "scales[1].min_answered: needs 18446744073709551615 answers; accepted are 1 to 2, the items of the scale"
        ],
    );
}

#[test]
fn r50_factors_outside_their_range_are_refused() {
    let factor = |over, under| move |d: &mut Draft| d.scales[0].factor = Exact::new(over, under);
    check_problems(
        factor(0, 1),
        expect![
            "scales[0].factor: the factor is 0; it must be above 0, at most 1000, its denominator at most 1000"
        ],
    );
    check_problems(
        factor(-1, 2),
        expect![
            "scales[0].factor: the factor is -1/2; it must be above 0, at most 1000, its denominator at most 1000"
        ],
    );
    check_problems(
        factor(1001, 1),
        expect![
            "scales[0].factor: the factor is 1001; it must be above 0, at most 1000, its denominator at most 1000"
        ],
    );
    check_problems(
        factor(1, 1001),
        expect![
            "scales[0].factor: the factor is 1/1001; it must be above 0, at most 1000, its denominator at most 1000"
        ],
    );
    check_problems(
        factor(i64::MAX, 1),
        expect![
            "scales[0].factor: the factor is 9223372036854775807; it must be above 0, at most 1000, its denominator at most 1000"
        ],
    );
}

#[test]
fn r51_a_fraction_without_a_sound_denominator_is_refused() {
    let refused = "it must be above 0, at most 1000, its denominator at most 1000";
    for (over, under) in [(1, 0), (0, 0), (-1, 0), (1, -1), (-1, -1), (i64::MIN, -1), (i64::MAX, i64::MIN)] {
        let raw = Exact::new_raw(over, under);
        let (found, _) = problems(|d| d.scales[0].factor = raw);
        assert_eq!(found, format!("scales[0].factor: the factor is {over}/{under}; {refused}"));
        let (found, _) = problems(|d| d.scales[1].bands = vec![Exact::from(0), raw]);
        assert_eq!(found, "scales[1].bands[1]: is no number: its denominator is below 1");
    }
    check_problems(
        |d| d.scales[1].bands = vec![Exact::from(i64::MIN), Exact::from(i64::MAX)],
        expect!["scales[1].bands[1]: starts at 9223372036854775807, but the greatest possible score is 8"],
    );
    check_problems(|d| d.scales[0].factor = Exact::new_raw(2, 2), expect![""]);
}

#[test]
fn r48_the_most_items_and_scales_are_accepted_and_one_more_is_not() {
    let ids: Vec<String> = (0..MAX_ITEMS).map(|n| n.to_string()).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let names: Vec<String> = (0..=MAX_SCALES).map(|n| n.to_string()).collect();
    let draft = |scales: usize| Draft {
        codes: Codes { min: 0, max: 4 },
        items: ids.iter().copied().map(item).collect(),
        scales: names[..scales].iter().map(|name| scale(name, &ids)).collect(),
    };
    let definition = check(draft(MAX_SCALES)).unwrap();
    assert_eq!(definition.places().count(), MAX_ITEMS);
    let found = check(draft(MAX_SCALES + 1)).unwrap_err();
    assert_eq!(
        found.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["scales: 101 scales; at most 100 are accepted"]
    );
}

#[test]
fn bands_cover_the_scale_in_ascending_order() {
    check_problems(
        |d| bands(d, &[1, 4]),
        expect!["scales[1].bands[0]: the first band starts at 1, but scores go down to 0"],
    );
    check_problems(
        |d| bands(d, &[0, 4, 4]),
        expect!["scales[1].bands[2]: starts at 4; it must start above 4"],
    );
    check_problems(
        |d| bands(d, &[0, 4, 3]),
        expect!["scales[1].bands[2]: starts at 3; it must start above 4"],
    );
    check_problems(
        |d| bands(d, &[0, 9]),
        expect!["scales[1].bands[1]: starts at 9, but the greatest possible score is 8"],
    );
    check_problems(
        |d| d.scales[0].bands = vec![Exact::new(1, 2)],
        expect!["scales[0].bands[0]: the first band starts at 1/2, but scores go down to 0"],
    );
}

/// Least and greatest scores follow from the method, the codes and the factor.
#[test]
fn band_limits_follow_the_method() {
    let limits = |method, factor| {
        move |d: &mut Draft| {
            d.codes = Codes { min: 1, max: 5 };
            let bands = [999, i64::MAX].map(Exact::from).to_vec();
            d.scales[0] = DraftScale { method, factor, bands, ..d.scales[0].clone() };
        }
    };
    check_problems(
        limits(Method::Sum, Exact::from(4)),
        expect![[r#"
        scales[0].bands[0]: the first band starts at 999, but scores go down to 12
        scales[0].bands[0]: starts at 999, but the greatest possible score is 60
        scales[0].bands[1]: starts at 9223372036854775807, but the greatest possible score is 60"#]],
    );
    check_problems(
        limits(Method::Mean, Exact::from(1)),
        expect![[r#"
        scales[0].bands[0]: the first band starts at 999, but scores go down to 1
        scales[0].bands[0]: starts at 999, but the greatest possible score is 5
        scales[0].bands[1]: starts at 9223372036854775807, but the greatest possible score is 5"#]],
    );
    check_problems(
        limits(Method::Pomp, Exact::new(1, 2)),
        expect![[r#"
        scales[0].bands[0]: the first band starts at 999, but scores go down to 0
        scales[0].bands[0]: starts at 999, but the greatest possible score is 50
        scales[0].bands[1]: starts at 9223372036854775807, but the greatest possible score is 50"#]],
    );
}

#[test]
fn several_problems_come_at_once_in_the_order_of_the_draft() {
    check_problems(
        |d| {
            d.codes = Codes { min: 3, max: 1 };
            d.items = vec![item("a"), item(""), item("a"), item("b")];
            d.scales = vec![
                DraftScale { min_answered: 9, factor: Exact::from(0), ..scale("s", &["x", "a", "a"]) },
                DraftScale { factor: Exact::from(-1), ..scale("s", &[]) },
                scale("", &["y"]),
            ];
        },
        expect![[r#"
            codes: codes from 3 to 1; the first must be below the second, both within ±1000
            items[1].id: the id is empty
            items[2].id: "a" was used before, at items[0].id; each id stands once
            scales[0].items[0]: there is no item "x"
            scales[0].items[2]: "a" was used before, at scales[0].items[1]; each id stands once
            scales[0].factor: the factor is 0; it must be above 0, at most 1000, its denominator at most 1000
            scales[0].min_answered: needs 9 answers; accepted are 1 to 3, the items of the scale
            scales[1].id: "s" was used before, at scales[0].id; each id stands once
            scales[1].items: the scale has no items; at least one is needed
            scales[1].factor: the factor is -1; it must be above 0, at most 1000, its denominator at most 1000
            scales[2].id: the id is empty
            scales[2].items[0]: there is no item "y""#]],
    );
    check_problems(
        |d| {
            d.scales[0].bands = [1, 13, 13].map(Exact::from).to_vec();
            d.scales[1].bands = [3, 2].map(Exact::from).to_vec();
        },
        expect![[r#"
            scales[0].bands[0]: the first band starts at 1, but scores go down to 0
            scales[0].bands[1]: starts at 13, but the greatest possible score is 12
            scales[0].bands[2]: starts at 13; it must start above 13
            scales[0].bands[2]: starts at 13, but the greatest possible score is 12
            scales[1].bands[0]: the first band starts at 3, but scores go down to 0
            scales[1].bands[1]: starts at 2; it must start above 3"#]],
    );
}

/// Fails for a kind that the table lacks, and for a kind that no draft can cause.
#[test]
fn every_kind_of_problem_can_be_met() {
    let drafts: [fn(&mut Draft); 14] = [
        |d| d.items.clear(),
        |d| d.items.extend((3..=MAX_ITEMS).map(|n| item(&n.to_string()))),
        |d| d.scales.extend((2..=MAX_SCALES).map(|n| scale(&n.to_string(), &["a"]))),
        |d| d.codes.max = 0,
        |d| d.scales[0].id.clear(),
        |d| d.items.push(item("a")),
        |d| d.scales[0].items.clear(),
        |d| d.scales[0].items.push("x".to_owned()),
        |d| d.scales[0].min_answered = 0,
        |d| d.scales[0].factor = Exact::from(0),
        |d| d.scales[0].bands = vec![Exact::new_raw(0, 0)],
        |d| bands(d, &[1]),
        |d| bands(d, &[0, 0]),
        |d| bands(d, &[0, 9]),
    ];
    let met: BTreeSet<&str> =
        drafts.iter().flat_map(|spoil| problems(spoil).1).map(|kind| name(&kind)).collect();
    assert_eq!(met.len(), 14, "{met:?}");
}

fn name(kind: &ProblemKind) -> &'static str {
    match kind {
        ProblemKind::NoItems => "no items",
        ProblemKind::TooManyItems(_) => "too many items",
        ProblemKind::TooManyScales(_) => "too many scales",
        ProblemKind::BadCodes(_) => "bad codes",
        ProblemKind::EmptyId => "empty id",
        ProblemKind::Twice { .. } => "twice",
        ProblemKind::NoScaleItems => "no scale items",
        ProblemKind::UnknownItem(_) => "unknown item",
        ProblemKind::BadMinAnswered { .. } => "bad min answered",
        ProblemKind::BadFactor(_) => "bad factor",
        ProblemKind::BadBand => "bad band",
        ProblemKind::BandGap { .. } => "band gap",
        ProblemKind::BandOrder { .. } => "band order",
        ProblemKind::BandUnreachable { .. } => "band unreachable",
    }
}
