//! What holds for every answer and every order of clicks. The seed is fixed, so that each run tries the same
//! cases and a failure can be seen again.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use trust_checkin::domain::answers::{Answer, Answers};
use trust_checkin::domain::definition::{
    Codes, Definition, Draft, DraftScale, Item, ItemIdx, Keying, MAX_CODE, MAX_ITEMS, check,
};
use trust_checkin::domain::guidance::{Feeling, Offer, Outcome, band, outcome};
use trust_checkin::domain::instrument::{Band, Instrument, Perspective, Scope};
use trust_checkin::domain::partial::{Partial, Revision};
use trust_checkin::domain::saved::Mark;
use trust_checkin::domain::score::{Exact, Method, Score, rounded};
use trust_checkin::domain::session::{
    Catalog, Choice, DeviceMsg, Effect, Loss, Msg, Run, Session, Then, effects, step,
};

use super::given::{AREAS, L, P, REVERSE, area, device, letter, letters, strategies};

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(18), failure_persistence: None, ..Config::default() }
}

// --- one scale of up to eight items

/// A scale and a person's raw codes; `None` is a skip.
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

    /// The same case with every code (and the range) put through `with`, every keying through `keyed`.
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
        // Coded the other way round, every item turns its keying.
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

// --- the questionnaire, against the rules in whole numbers

/// Points in 240ths of the whole, so that every score of 3 to 6 answers is a whole number: 60 · Σ / k.
const LOW: i64 = 90; // 37.5
const STEADY: i64 = 150; // 62.5
const STRONG: i64 = 120; // 50
const HIGH: i64 = 180; // 75
const CLOSE: i64 = 15; // 6.25

/// What a person answered, by id, and how they are.
#[derive(Clone, Debug)]
struct Person {
    perspective: Perspective,
    scope: Scope,
    feeling: Option<Feeling>,
    raw: BTreeMap<String, i64>,
}

fn perspective() -> impl Strategy<Value = Perspective> {
    prop_oneof![Just(P), Just(L)]
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![4 => Just(Scope::Full), 1 => Just(Scope::StabilityOnly)]
}

/// Answers around a level, so that high, low and even months all come up.
fn person() -> impl Strategy<Value = Person> {
    let feeling = prop_oneof![2 => Just(None), 3 => prop::sample::select(&Feeling::ALL[..]).prop_map(Some)];
    (perspective(), scope(), feeling, 0..=4_i64, 0..=4_i64, 0.4..1.0_f64).prop_flat_map(
        |(perspective, scope, feeling, level, spread, answered)| {
            let keyed = (level - spread).max(0)..=(level + spread).min(4);
            prop::collection::vec(prop::option::weighted(answered, keyed), 18).prop_map(move |keyed| {
                let ids = AREAS.iter().flat_map(|(_, ids)| ids);
                let raw = ids.zip(keyed).filter_map(|(&id, keyed)| {
                    let keyed = keyed?;
                    Some((id.to_owned(), if REVERSE.contains(&id) { 4 - keyed } else { keyed }))
                });
                Person { perspective, scope, feeling, raw: raw.collect() }
            })
        },
    )
}

impl Person {
    fn outcome(&self) -> (Instrument, Outcome) {
        let instrument = Instrument::new(self.perspective, self.scope).unwrap();
        let definition = instrument.definition();
        let answers = definition.places().fold(definition.no_answers(), |answers, at| {
            let code = self.raw.get(&definition.items()[at.0].id);
            answers.with(at, code.map_or(Answer::Skipped, |&code| Answer::Chosen(code))).unwrap()
        });
        let outcome = outcome(&instrument, &answers, self.feeling);
        (instrument, outcome)
    }

    fn raw(&self, id: &str) -> Option<i64> {
        const ABOUT_TWO: [&str; 8] = ["A1", "A2", "A3", "A4", "A5", "H3", "H4", "H5"];
        let asked = self.scope == Scope::Full || !ABOUT_TWO.contains(&id);
        self.raw.get(id).copied().filter(|_| asked)
    }

    fn keyed(&self, id: &str) -> Option<i64> {
        Some(if REVERSE.contains(&id) { 4 - self.raw(id)? } else { self.raw(id)? })
    }

    fn points(&self, ids: &[&str], needed: i64) -> Option<i64> {
        let keyed: Vec<i64> = ids.iter().filter_map(|id| self.keyed(id)).collect();
        let answered = keyed.len() as i64;
        (answered >= needed).then(|| 60 * keyed.iter().sum::<i64>() / answered)
    }

    fn areas(&self) -> Vec<(&'static str, Option<i64>)> {
        let shown = AREAS.iter().filter(|(name, _)| self.scope == Scope::Full || *name == "S");
        shown.map(|(name, ids)| (*name, self.points(ids, 4))).collect()
    }

    fn low_areas(&self) -> usize {
        self.areas().iter().filter(|(_, points)| points.is_some_and(|points| points < LOW)).count()
    }

    fn strategies(&self) -> Vec<(&'static str, i64)> {
        let all = strategies(self.perspective).into_iter();
        all.filter_map(|(name, ids)| Some((name, self.points(ids, 3)?))).collect()
    }

    fn support_first(&self) -> bool {
        !matches!(self.feeling, None | Some(Feeling::Okay))
            || self.low_areas() > 0
            || self.raw("S5").is_some_and(|raw| raw <= 1)
            || (self.raw("S6").is_some_and(|raw| raw >= 3) && self.raw("H6").is_some_and(|raw| raw <= 1))
    }

    fn steps(&self) -> Vec<&'static str> {
        if self.feeling == Some(Feeling::NotSafe) {
            return vec!["S"];
        }
        let scored = self.strategies();
        let lowest = scored.iter().map(|&(_, points)| points).min();
        let mut steps: Vec<&str> = match lowest {
            Some(lowest) if scored.len() >= 2 && lowest >= HIGH => vec!["S"],
            Some(lowest) if scored.len() >= 2 => {
                scored.iter().filter(|(_, points)| points - lowest <= CLOSE).map(|&(name, _)| name).collect()
            }
            _ => vec!["C", "R", "P", "S"],
        };
        let hard_stretch = self.low_areas() >= if self.scope == Scope::StabilityOnly { 1 } else { 2 };
        if hard_stretch || matches!(self.feeling, Some(Feeling::Hard | Feeling::HelpNow)) {
            steps.retain(|&step| step != "S");
            steps.insert(0, "S");
        } else if self.perspective == L && !steps.contains(&"S") {
            steps.push("S");
        }
        steps
    }

    fn going_well(&self, suggested: &[&str]) -> Vec<&'static str> {
        if self.feeling == Some(Feeling::NotSafe) {
            return Vec::new();
        }
        let scored = self.strategies();
        let lowest = scored.iter().map(|&(_, points)| points).min().unwrap_or_default();
        let strong = scored.into_iter().filter(|&(_, points)| points >= STRONG && points > lowest);
        strong.map(|(name, _)| name).filter(|name| !suggested.contains(name)).collect()
    }
}

fn points(score: &Score) -> Option<i64> {
    score.value().map(|value| {
        let points = value * 240 / 100;
        assert!(points.is_integer(), "{value}");
        points.to_integer()
    })
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn scores_and_bands_follow_the_rules(person in person()) {
        let (_, outcome) = person.outcome();
        let areas: Vec<_> = outcome.areas.iter().map(|(at, score)| (area(*at), points(score))).collect();
        prop_assert_eq!(areas, person.areas());
        for (_, score) in &outcome.areas {
            let expected = points(score).map(|points| match points {
                ..LOW => Band::RoomToGrow,
                LOW..STEADY => Band::TakingShape,
                _ => Band::GrowingSteady,
            });
            prop_assert_eq!(band(score), expected);
        }
        let scored = outcome.strategies.iter().filter_map(|(at, score)| Some((letter(*at), points(score)?)));
        prop_assert_eq!(scored.collect::<Vec<_>>(), person.strategies());
        let all: Option<Vec<i64>> = person.areas().into_iter().map(|(_, points)| points).collect();
        let overall = all.filter(|all| all.len() == 3).map(|all| Exact::new(all.iter().sum::<i64>() * 100, 3 * 240));
        prop_assert_eq!(outcome.overall, overall);
    }

    #[test]
    fn guidance_follows_the_rules(person in person()) {
        let (instrument, outcome) = person.outcome();
        prop_assert_eq!(outcome.support_first.is_some(), person.support_first());
        let steps = person.steps();
        prop_assert_eq!(letters(&outcome.beginning.steps), steps.join(" "));
        let strong: Vec<&str> = outcome.strengths.strategies.iter().copied().map(letter).collect();
        prop_assert_eq!(strong, person.going_well(&steps));
        prop_assert!(outcome.strengths.items.len() <= 2);
        for &(at, _) in &outcome.strengths.items {
            let keyed = person.keyed(instrument.row(at).unwrap().id);
            prop_assert!(keyed.is_some_and(|keyed| keyed >= 2));
        }
        let not_safe = person.feeling == Some(Feeling::NotSafe);
        prop_assert_eq!(outcome.beginning.offer == Offer::SupportOnly, not_safe);
        prop_assert_eq!(letters(&outcome.beginning.others), if not_safe { "S" } else { "C R P S" });
    }
}

// --- the way through

/// Something a reader does; most of it fits the screen they see, so that runs get far.
#[derive(Clone, Debug)]
enum Act {
    /// Answers the question shown.
    Here(Answer),
    /// Presses Continue under the question shown.
    On,
    /// Both, some times.
    Through(Answer, u8),
    /// Goes Back until the card, chooses and begins.
    Card(Perspective, bool),
    /// Sends any message at all.
    Any(Msg),
}

fn some_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![1 => Just(Answer::Skipped), 6 => (0..=4_i64).prop_map(Answer::Chosen)]
}

fn some_msg() -> impl Strategy<Value = Msg> {
    let at = || (0..20_usize).prop_map(ItemIdx);
    let odd = prop_oneof![some_answer(), (-2..=6_i64).prop_map(Answer::Chosen)];
    prop_oneof![
        1 => perspective().prop_map(Msg::PerspectiveChosen),
        1 => any::<bool>().prop_map(Msg::NoOneInMind),
        2 => Just(Msg::Began),
        1 => prop::sample::select(&Feeling::ALL[..]).prop_map(Msg::FeelingChosen),
        2 => Just(Msg::Settled),
        2 => (at(), odd).prop_map(|(at, answer)| Msg::Answered(at, answer)),
        1 => at().prop_map(Msg::WentOn),
        1 => Just(Msg::FinishedEarly),
        2 => at().prop_map(Msg::Reopened),
        1 => Just(Msg::HideToggled),
        2 => Just(Msg::ResultsAsked),
        2 => Just(Msg::WentBack),
        1 => Just(Msg::StartOverAsked),
        1 => Just(Msg::ChangePerspectiveAsked),
        1 => Just(Msg::LossConfirmed),
        2 => Just(Msg::LossDeclined),
        1 => any::<bool>().prop_map(|had_focus| Msg::LeftAlone { had_focus }),
        3 => Just(Msg::Shown),
        20 => Just(Msg::SheetAsked),
        3 => Just(Msg::SavedAsked),
        4 => Just(Msg::EraseAsked),
        1 => Just(Msg::Erased),
        1 => (1..9_i64, 0..9_i64).prop_map(|(sequence, saved)| Msg::Kept(Mark { sequence, saved })),
        4 => Just(device(DeviceMsg::SharedAsked)),
        1 => Just(device(DeviceMsg::Shared)),
        4 => revision().prop_map(|revision| device(DeviceMsg::ResumeAsked(revision))),
        2 => (revision(), partial()).prop_map(|(revision, partial)| device(DeviceMsg::Resumed(revision, partial))),
        1 => revision().prop_map(|revision| device(DeviceMsg::Kept(revision))),
        1 => Just(device(DeviceMsg::Unkept)),
    ]
}

fn revision() -> impl Strategy<Value = Revision> {
    (1..9_i64, 1..9_i64).prop_map(|(sequence, number)| Revision { sequence, number, saved: 0 })
}

fn partial() -> impl Strategy<Value = Partial> {
    let answers = prop::collection::vec(some_answer(), 0..=10);
    (perspective(), any::<bool>(), answers, any::<Index>()).prop_map(|(perspective, alone, answers, at)| {
        let scope = if alone { Scope::StabilityOnly } else { Scope::Full };
        let ids: Vec<&str> = scope.rows().map(|row| row.id).collect();
        let at = ids[at.index(answers.len().min(ids.len() - 1) + 1)];
        Partial::checked(perspective, scope, at, ids.into_iter().zip(answers)).unwrap()
    })
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        2 => some_answer().prop_map(Act::Here),
        2 => Just(Act::On),
        2 => (some_answer(), 1..=18_u8).prop_map(|(answer, times)| Act::Through(answer, times)),
        1 => (perspective(), any::<bool>()).prop_map(|(who, no_one)| Act::Card(who, no_one)),
        10 => some_msg().prop_map(Act::Any),
    ];
    prop::collection::vec(act, 1..80)
}

/// Most walks begin as readers do; the others with anything.
fn walk() -> impl Strategy<Value = Vec<Act>> {
    (prop::option::weighted(0.8, (perspective(), any::<bool>())), acts()).prop_map(|(begun, acts)| {
        let begun = begun.map(|(perspective, alone)| {
            [Msg::PerspectiveChosen(perspective), Msg::NoOneInMind(alone), Msg::Began, Msg::Settled]
                .map(Act::Any)
        });
        begun.into_iter().flatten().chain(acts).collect()
    })
}

fn msgs(act: &Act, session: &Session) -> Vec<Msg> {
    let here = match session {
        Session::Asking { at, .. } => *at,
        _ => ItemIdx(0),
    };
    match *act {
        Act::Here(answer) => vec![Msg::Answered(here, answer)],
        Act::On => vec![Msg::WentOn(here)],
        Act::Through(answer, times) => (0..usize::from(times))
            .flat_map(|n| [Msg::Answered(ItemIdx(here.0 + n), answer), Msg::WentOn(ItemIdx(here.0 + n))])
            .collect(),
        Act::Card(who, no_one) => std::iter::repeat_n(Msg::WentBack, 24)
            .chain([Msg::PerspectiveChosen(who), Msg::NoOneInMind(no_one), Msg::Began])
            .collect(),
        Act::Any(msg) => vec![msg],
    }
}

fn screen(session: &Session) -> &'static str {
    match session {
        Session::Welcome { kept: None, .. } => "card",
        Session::Welcome { kept: Some(_), .. } => "card with a run",
        Session::Settling { .. } => "check-in",
        Session::Asking { then: Then::NextQuestion, .. } => "question",
        Session::Asking { then: Then::BackToReview { .. }, .. } => "question from the review",
        Session::Reviewing { nudge: None, .. } => "review",
        Session::Reviewing { nudge: Some(_), .. } => "review with a second look",
        Session::Done { .. } => "results",
        Session::Confirming { loss: Loss::StartOver, .. } => "sure to start over",
        Session::Confirming { loss: Loss::ChangePerspective, .. } => "sure to change perspective",
        Session::Confirming { loss: Loss::BeginAs(_), .. } => "sure to begin as the other",
        Session::Sheet { .. } => "sheet",
        Session::Saved { erasing: false, .. } => "saved",
        Session::Saved { erasing: true, .. } => "sure to erase",
        Session::Sharing { .. } => "sure that others use the device",
        Session::Resuming { .. } => "sure to go on",
        Session::Covered { .. } => "cover",
    }
}

/// The run that a session holds, wherever it holds it.
fn held(session: &Session) -> Option<&Run> {
    match session {
        Session::Welcome { kept, .. } => kept.as_ref(),
        Session::Confirming { back_to: inner, .. }
        | Session::Sheet { back_to: inner }
        | Session::Saved { back_to: inner, .. }
        | Session::Sharing { back_to: inner, .. }
        | Session::Resuming { back_to: inner, .. }
        | Session::Covered { under: inner, .. } => held(inner),
        _ => session.run(),
    }
}

fn is_given(run: &Run, at: usize) -> bool {
    run.answers.get(ItemIdx(at)).is_some()
}

/// What holds on every screen.
fn assert_sound(session: &Session) {
    match session {
        Session::Asking { run, at, then, missed } => {
            assert!(at.0 < run.instrument.len(), "the question exists");
            assert!(missed.0 == 0 || !is_given(run, at.0), "an error only while there is no answer");
            match then {
                Then::NextQuestion => {
                    assert!((0..at.0).all(|n| is_given(run, n)), "no question was jumped over");
                }
                Then::BackToReview { from } => assert!(from.0 < run.instrument.len()),
            }
            let may_finish = *then == Then::NextQuestion && (6..run.instrument.len() - 1).contains(&at.0);
            assert_eq!(session.can_finish(), may_finish);
        }
        Session::Reviewing { run, from, .. } => {
            assert!(from.0 < run.instrument.len() && (0..from.0).all(|n| is_given(run, n)));
        }
        Session::Done { run, from, outcome: shown } => {
            assert!(from.0 < run.instrument.len());
            assert_eq!(**shown, outcome(&run.instrument, &run.answers, run.feeling));
        }
        Session::Confirming { back_to, .. } => {
            assert!(!matches!(**back_to, Session::Confirming { .. }), "one question at a time");
            assert_sound(back_to);
        }
        Session::Covered { under, .. } => {
            let shows = matches!(
                **under,
                Session::Reviewing { .. }
                    | Session::Done { .. }
                    | Session::Sheet { .. }
                    | Session::Saved { .. }
            );
            assert!(shows, "only answers");
            assert_sound(under);
        }
        Session::Sheet { back_to } => {
            assert!(matches!(**back_to, Session::Done { .. }), "a sheet is of results");
            assert_sound(back_to);
        }
        Session::Saved { back_to, .. } => {
            let ways = matches!(
                **back_to,
                Session::Welcome { .. } | Session::Settling { .. } | Session::Done { .. }
            );
            assert!(ways, "three ways there");
            assert_sound(back_to);
        }
        Session::Sharing { back_to, .. } | Session::Resuming { back_to, .. } => {
            assert!(matches!(**back_to, Session::Saved { erasing: false, .. }), "one way there");
            assert_sound(back_to);
        }
        Session::Welcome { .. } | Session::Settling { .. } => {}
    }
}

/// What holds between a screen and the next.
fn assert_step(before: &Session, msg: Msg, after: &Session) {
    if matches!(msg, Msg::Device(_, DeviceMsg::Kept(_) | DeviceMsg::Unkept)) {
        assert_eq!((screen(before), before.partial()), (screen(after), after.partial()), "nothing moves");
        let kept = if let Msg::Device(_, DeviceMsg::Kept(revision)) = msg { Some(revision) } else { None };
        assert_eq!(held(after).unwrap().unfinished, kept);
        return;
    }
    if let Msg::Answered(question, answer) = msg {
        let (Session::Asking { run: was, at, .. }, Session::Asking { run, at: still, .. }) = (before, after)
        else {
            panic!("answered where nothing is asked");
        };
        assert!(question == *at && at == still, "an answer belongs to the question shown");
        assert_eq!(run.answers, was.answers.with(question, answer).unwrap(), "and to no other");
    } else if let Msg::Device(_, DeviceMsg::Resumed(revision, partial)) = msg {
        assert!(matches!(before, Session::Resuming { .. }), "only after asking");
        let Session::Settling { run } = after else { panic!("how the reader is comes first") };
        assert_eq!((after.partial(), run.unfinished), (Some(partial), Some(revision)));
        assert_eq!(run.feeling, held(before).and_then(|run| run.feeling), "how the reader is stays");
    } else if let (Some(was), Some(run)) = (held(before), held(after)) {
        assert_kept(was, msg, run);
    } else if held(before).is_some_and(|run| run.answers.any()) {
        assert_eq!(msg, Msg::LossConfirmed, "answers are lost only after asking");
    }
    if screen(after) == "results" && screen(before) != "results" {
        let asked = msg == Msg::ResultsAsked && matches!(before, Session::Reviewing { .. });
        let back = matches!(before, Session::Confirming { back_to, .. } | Session::Sheet { back_to } | Session::Saved { back_to, .. }
            if **back_to == *after);
        let shown = matches!(before, Session::Covered { under, .. } if **under == *after);
        assert!(asked || back || shown, "results only by way of the review");
    }
    if let (Session::Covered { under: same, .. }, other) | (other, Session::Covered { under: same, .. }) =
        (before, after)
    {
        assert_eq!(**same, *other, "the cover takes nothing and adds nothing");
        return;
    }
    let focus = effects(before, after);
    let same_screen = screen(before) == screen(after) || matches!(msg, Msg::Answered(..));
    assert!(
        focus == Some(Effect::FocusHeading) || same_screen,
        "a new screen moves the focus to its heading"
    );
}

fn assert_kept(was: &Run, msg: Msg, run: &Run) {
    let (of, now) = (&was.instrument, &run.instrument);
    if of == now && was.answers == run.answers {
        return;
    }
    if of.perspective == now.perspective && of.scope != now.scope && msg == Msg::Began {
        for (at, item) in now.definition().places().zip(now.definition().items()) {
            // What the scope before did not ask may come back from the one before that.
            let Some(asked) = of.definition().find(&item.id) else { continue };
            assert_eq!(run.answers.get(at), was.answers.get(asked), "answers to shared items stay");
        }
        assert_eq!(run.feeling, was.feeling);
        return;
    }
    assert!(!run.answers.any(), "another run starts empty");
    assert_eq!(run.feeling, was.feeling, "how the reader is stays");
    assert!(msg == Msg::LossConfirmed || !was.answers.any(), "answers are lost only after asking");
}

#[test]
fn no_order_of_clicks_breaks_the_way_through() {
    let catalog = Catalog::built_in().unwrap();
    let seen = std::cell::RefCell::new(BTreeMap::<&str, usize>::new());
    TestRunner::new(config(512))
        .run(&walk(), |acts| {
            let mut session = Session::default();
            let mut suggested = 0;
            for act in &acts {
                for msg in msgs(act, &session) {
                    let Some(next) = step(&catalog, &session, msg) else { continue };
                    assert_sound(&next);
                    assert_step(&session, msg, &next);
                    if msg == Msg::LossConfirmed {
                        suggested = 0;
                    }
                    let fresh = !matches!(
                        session,
                        Session::Reviewing { .. } | Session::Confirming { .. } | Session::Covered { .. }
                    );
                    suggested += usize::from(fresh && screen(&next) == "review with a second look");
                    assert!(suggested <= 1, "a second look is suggested once");
                    *seen.borrow_mut().entry(screen(&next)).or_default() += 1;
                    session = next;
                }
            }
            Ok(())
        })
        .unwrap();
    let seen = seen.into_inner();
    assert_eq!(seen.len(), 17, "every screen was visited: {seen:?}");
    assert!(seen.values().all(|&times| times >= 20), "and often: {seen:?}");
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn back_then_continue_loses_nothing(acts in walk()) {
        let catalog = Catalog::built_in().unwrap();
        let mut session = Session::default();
        for act in &acts {
            for msg in msgs(act, &session) {
                session = step(&catalog, &session, msg).unwrap_or(session);
                if let Session::Asking { run, at, then: Then::NextQuestion, .. } = &session {
                    let back = step(&catalog, &session, Msg::WentBack).unwrap();
                    let on = at.0.checked_sub(1).map_or(Msg::Settled, |before| Msg::WentOn(ItemIdx(before)));
                    let again = step(&catalog, &back, on).unwrap();
                    let Session::Asking { run: after, at: there, .. } = &again else { panic!("{again:?}") };
                    prop_assert_eq!((after, there), (run, at));
                }
            }
        }
    }

    #[test]
    fn a_message_twice_does_no_more_than_once(acts in walk()) {
        let catalog = Catalog::built_in().unwrap();
        let mut session = Session::default();
        for act in &acts {
            for msg in msgs(act, &session) {
                let Some(next) = step(&catalog, &session, msg) else { continue };
                // Continue, Begin, an answer, Finish now, See my results, Yes, No: the second is ignored or
                // changes nothing. Back and Hide mean what they say each time.
                if !matches!(msg, Msg::WentBack | Msg::HideToggled | Msg::Began | Msg::WentOn(_)) {
                    prop_assert_eq!(step(&catalog, &next, msg).unwrap_or(next.clone()), next.clone());
                }
                if let (Msg::WentOn(question), Session::Asking { at, .. }) = (msg, &next) && question != *at {
                    prop_assert_eq!(step(&catalog, &next, msg), None);
                }
                session = next;
            }
        }
    }
}

#[test]
fn the_card_starts_without_a_choice() {
    let card = Session::Welcome { choice: Choice::default(), kept: None, missed: Default::default() };
    assert_eq!(Session::default(), card);
    assert_eq!(Choice::default(), Choice { perspective: None, no_one_in_mind: false });
}
