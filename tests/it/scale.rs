//! Properties of every scale and every answer to it. The seed is fixed, so that every run tries the same cases and
//! failures can be reproduced.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::domain::answers::{Answer, Answers};
use trust_checkin::domain::definition::{Definition, Draft, DraftScale, MAX_CODE, MAX_ITEMS, check};
use trust_checkin::domain::item::{Codes, Item, Keying};
use trust_checkin::domain::score::{Exact, Method, Score, rounded};

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(18), failure_persistence: None, ..Config::default() }
}

/// A scale, and raw codes of a person; `None` is a skip.
#[derive(Clone, Debug)]
struct Case {
    codes: Codes,
    items: Vec<(Keying, Option<i64>)>,
}

fn flipped(keying: Keying) -> Keying {
    match keying {
        Keying::Forward => Keying::Reverse,
        Keying::Reverse => Keying::Forward,
    }
}

fn case() -> impl Strategy<Value = Case> {
    (-3..=3_i64, 1..=6_i64).prop_flat_map(|(min, width)| {
        let codes = Codes { min, max: min + width };
        let keying = prop_oneof![Just(Keying::Forward), Just(Keying::Reverse)];
        let code = prop::option::weighted(0.8, codes.min..=codes.max);
        prop::collection::vec((keying, code), 1..=8).prop_map(move |items| Case { codes, items })
    })
}

impl Case {
    fn definition(&self, method: Method, order: &[usize], bands: Vec<Exact>) -> Definition {
        let id = |n: &usize| n.to_string();
        check(Draft {
            codes: self.codes,
            items: self
                .items
                .iter()
                .enumerate()
                .map(|(n, &(keying, _))| Item { id: id(&n), keying })
                .collect(),
            scales: vec![DraftScale {
                id: "x".to_owned(),
                items: order.iter().map(id).collect(),
                method,
                factor: Exact::from(1),
                min_answered: 1,
                bands,
            }],
        })
        .unwrap()
    }

    fn answers(&self, definition: &Definition) -> Answers {
        definition.places().zip(&self.items).fold(definition.no_answers(), |answers, (at, (_, code))| {
            answers.with(at, code.map_or(Answer::Skipped, Answer::Chosen)).unwrap()
        })
    }

    fn score_in(&self, method: Method, order: &[usize], bands: Vec<Exact>) -> Score {
        let definition = self.definition(method, order, bands);
        definition.score("x", &self.answers(&definition)).unwrap()
    }

    fn value(&self, method: Method) -> Option<Exact> {
        let order: Vec<usize> = (0..self.items.len()).collect();
        self.score_in(method, &order, Vec::new()).value()
    }

    /// The same case with `with` applied to every code and to the range, and `keyed` to every keying.
    fn recoded(&self, with: impl Fn(i64) -> i64, keyed: impl Fn(Keying) -> Keying) -> Case {
        let (one, other) = (with(self.codes.min), with(self.codes.max));
        let codes = Codes { min: one.min(other), max: one.max(other) };
        let items = self.items.iter().map(|&(keying, code)| (keyed(keying), code.map(&with))).collect();
        Case { codes, items }
    }

    fn answered(&self) -> Vec<usize> {
        (0..self.items.len()).filter(|&n| self.items[n].1.is_some()).collect()
    }

    fn without(&self, n: usize) -> Case {
        let mut items = self.items.clone();
        items.remove(n);
        Case { items, ..*self }
    }

    fn skipping(&self, n: usize) -> Case {
        let mut case = self.clone();
        case.items[n].1 = None;
        case
    }

    fn keyed(&self, n: usize) -> Option<i64> {
        let (keying, code) = self.items[n];
        Some(if keying == Keying::Forward { code? } else { self.codes.min + self.codes.max - code? })
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn pomp_does_not_depend_on_how_choices_are_coded(case in case(), slope in 1..=5_i64, shift in -20..=20_i64) {
        let recoded = case.recoded(|code| slope * code + shift, |keying| keying);
        prop_assert_eq!(recoded.value(Method::Pomp), case.value(Method::Pomp));
        // With codes in reverse order, every item has the opposite keying.
        let mirrored = case.recoded(|code| shift - slope * code, flipped);
        prop_assert_eq!(mirrored.value(Method::Pomp), case.value(Method::Pomp));
    }

    #[test]
    fn turning_every_keying_turns_the_score(case in case()) {
        let turned = case.recoded(|code| code, flipped);
        let sum = case.value(Method::Pomp).map(|value| Exact::from(100) - value);
        prop_assert_eq!(turned.value(Method::Pomp), sum);
    }

    #[test]
    fn reversing_twice_changes_nothing(min in -50..50_i64, width in 1..50_i64, at in any::<Index>()) {
        let codes = Codes { min, max: min + width };
        let code = min + at.index(width as usize + 1) as i64;
        let turned = |code| Keying::Reverse.key(code, codes);
        prop_assert!(codes.contains(turned(code)));
        prop_assert_eq!(turned(turned(code)), code);
        prop_assert_eq!(Keying::Forward.key(code, codes), code);
    }

    #[test]
    fn a_higher_keyed_code_gives_a_higher_score(case in case(), at in any::<Index>()) {
        let n = at.index(case.items.len());
        let mut higher = case.clone();
        let (keying, code) = case.items[n];
        let code = code.map(|code| if keying == Keying::Forward { code + 1 } else { code - 1 });
        prop_assume!(code.is_some_and(|code| case.codes.contains(code)));
        higher.items[n].1 = code;
        for method in [Method::Sum, Method::Mean, Method::Pomp] {
            prop_assert!(higher.value(method) > case.value(method));
        }
    }

    #[test]
    fn a_skip_is_as_if_the_item_were_not_there(case in case(), at in any::<Index>()) {
        prop_assume!(case.items.len() > 1);
        let n = at.index(case.items.len());
        let (skipping, without) = (case.skipping(n), case.without(n));
        for method in [Method::Mean, Method::Pomp] {
            prop_assert_eq!(skipping.value(method), without.value(method));
        }
        let (of, fewer) = (case.items.len() as i64, case.items.len() as i64 - 1);
        prop_assert_eq!(skipping.value(Method::Sum).map(|sum| sum / of), without.value(Method::Sum).map(|sum| sum / fewer));
    }

    #[test]
    fn the_score_is_that_of_the_mean_of_the_answered(case in case()) {
        let answered = case.answered();
        let sum: i64 = answered.iter().filter_map(|&n| case.keyed(n)).sum();
        let mean = (!answered.is_empty()).then(|| Exact::new(sum, answered.len() as i64));
        prop_assert_eq!(case.value(Method::Mean), mean);
        prop_assert_eq!(case.value(Method::Sum), mean.map(|mean| mean * case.items.len() as i64));
        let Codes { min, max } = case.codes;
        prop_assert_eq!(case.value(Method::Pomp), mean.map(|mean| (mean - min) / (max - min) * 100));
    }

    #[test]
    fn not_reached_counts_as_little_as_skipped(case in case()) {
        let order: Vec<usize> = (0..case.items.len()).collect();
        let definition = case.definition(Method::Pomp, &order, Vec::new());
        let reached = definition.places().zip(&case.items).fold(definition.no_answers(), |answers, (at, (_, code))| {
            code.map_or(answers.clone(), |code| answers.with(at, Answer::Chosen(code)).unwrap())
        });
        prop_assert_eq!(definition.score("x", &reached), definition.score("x", &case.answers(&definition)));
    }

    #[test]
    fn the_order_of_items_does_not_matter(
        (case, order) in case().prop_flat_map(|case| {
            let order: Vec<usize> = (0..case.items.len()).collect();
            (Just(case), Just(order).prop_shuffle())
        }),
    ) {
        let straight: Vec<usize> = (0..case.items.len()).collect();
        let score = case.score_in(Method::Pomp, &straight, Vec::new());
        prop_assert_eq!(case.score_in(Method::Pomp, &order, Vec::new()), score);
        let shuffled = Case { items: order.iter().map(|&n| case.items[n]).collect(), ..case };
        prop_assert_eq!(shuffled.score_in(Method::Pomp, &straight, Vec::new()), score);
    }

    #[test]
    fn a_score_stays_within_its_range(case in case()) {
        let Codes { min, max } = case.codes;
        let of = case.items.len() as i64;
        for (method, least, most) in
            [(Method::Pomp, 0, 100), (Method::Mean, min, max), (Method::Sum, of * min, of * max)]
        {
            let value = case.value(method);
            prop_assert_eq!(value.is_some(), !case.answered().is_empty());
            prop_assert!(value.is_none_or(|value| Exact::from(least) <= value && value <= Exact::from(most)));
        }
    }

    #[test]
    fn bands_part_the_scale(case in case(), cuts in prop::collection::btree_set((1..=100_i64, 1..=8_i64), 0..6)) {
        let mut starts: BTreeSet<Exact> = cuts.into_iter().map(|(over, under)| Exact::new(over, under)).collect();
        starts.insert(Exact::from(0));
        let bands: Vec<Exact> = starts.into_iter().collect();
        let order: Vec<usize> = (0..case.items.len()).collect();
        if let Some(scored) = case.score_in(Method::Pomp, &order, bands.clone()).scored() {
            let within = |n: usize| bands[n] <= scored.value && bands.get(n + 1).is_none_or(|next| scored.value < *next);
            let found: Vec<usize> = (0..bands.len()).filter(|&n| within(n)).collect();
            prop_assert_eq!(found, Vec::from_iter(scored.band));
        }
    }

    #[test]
    fn rounding_agrees_with_whole_number_arithmetic(over in -1_000_000..=1_000_000_i64, under in 1..=1_000_i64, decimals in 0..=3_u32) {
        let scaled = over.abs() * 10_i64.pow(decimals);
        let away = (2 * scaled + under) / (2 * under);
        prop_assert_eq!(rounded(Exact::new(over, under), decimals), over.signum() * away);
    }
}

/// The largest definition that is accepted, at its extremes: no sum and no fraction leaves 64 bits.
#[test]
fn r51_the_largest_accepted_numbers_can_be_scored() {
    let ids: Vec<String> = (0..MAX_ITEMS).map(|n| n.to_string()).collect();
    let scale = |method| DraftScale {
        id: format!("{method:?}"),
        items: ids.clone(),
        method,
        factor: Exact::new(999_001, 1_000),
        min_answered: 1,
        bands: Vec::new(),
    };
    let definition = check(Draft {
        codes: Codes { min: -MAX_CODE, max: MAX_CODE },
        items: ids.iter().map(|id| Item { id: id.clone(), keying: Keying::Reverse }).collect(),
        scales: [Method::Sum, Method::Mean, Method::Pomp].map(scale).to_vec(),
    })
    .unwrap();
    for (skip, code) in [(0, MAX_CODE), (3, -MAX_CODE), (3, MAX_CODE - 1), (503, 997), (999, -MAX_CODE)] {
        let answers = definition.places().skip(skip).fold(definition.no_answers(), |answers, at| {
            let code = if at.0 == MAX_ITEMS - 1 { code / 2 } else { code };
            answers.with(at, Answer::Chosen(code)).unwrap()
        });
        for method in ["Sum", "Mean", "Pomp"] {
            let value = definition.score(method, &answers).unwrap().value().unwrap();
            assert!(rounded(value, 2).abs() <= 100 * 1_000 * 1_000 * 1_000, "{method} {value}");
        }
    }
}
