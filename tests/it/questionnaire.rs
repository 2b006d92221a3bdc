//! Properties of the results for all answers, against the rules in whole numbers. The seed is fixed, so that every run
//! tries the same cases and failures can be reproduced.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::guidance::{Feeling, Offer, Outcome, band, outcome};
use trust_checkin::domain::instrument::{Band, Instrument, Perspective, Scope};
use trust_checkin::domain::score::{Exact, Score};

use super::given::{AREAS, L, REVERSE, area, letter, letters, perspective, strategies};

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(18), failure_persistence: None, ..Config::default() }
}

/// Points out of 240, so that every score of 3 to 6 answers is a whole number: 60 · Σ / k.
const LOW: i64 = 90; // 37.5
const STEADY: i64 = 150; // 62.5
const STRONG: i64 = 120; // 50
const HIGH: i64 = 180; // 75
const CLOSE: i64 = 15; // 6.25

/// Raw answers of a person by item id, and how they feel.
#[derive(Clone, Debug)]
struct Person {
    perspective: Perspective,
    scope: Scope,
    feeling: Option<Feeling>,
    raw: BTreeMap<String, i64>,
}

fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![4 => Just(Scope::Full), 1 => Just(Scope::StabilityOnly)]
}

/// Persons who answer around one level, so that high, low and even months all occur.
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
