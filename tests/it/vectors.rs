//! Published scales, reproduced exactly from `tests/fixtures/scales.json`.

use serde::Deserialize;
use serde_json::Value;
use trust_checkin::domain::answers::{Answer, Answers};
use trust_checkin::domain::definition::{Definition, Draft, DraftScale, check};
use trust_checkin::domain::item::{Codes, Item, Keying};
use trust_checkin::domain::score::{Exact, Method, Score, rounded};

const SCALES: &str = include_str!("../fixtures/scales.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    about: String,
    scales: Vec<Published>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    name: String,
    items: usize,
    min: i64,
    max: i64,
    method: Rule,
    factor: Option<Value>,
    reverse: Vec<usize>,
    missing: Option<Missing>,
    #[serde(default)]
    bands: Vec<(Value, String)>,
    cases: Vec<Case>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Rule {
    Sum,
    Mean,
    Pomp,
}

/// Both rules are one in the engine: the person's own mean replaces missing answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Missing {
    max_missing: Option<usize>,
    min_answered: Option<usize>,
    rule: MissingRule,
}

#[derive(PartialEq, Eq, Debug, Deserialize)]
enum MissingRule {
    #[serde(rename = "prorate by the person's mean")]
    Prorate,
    #[serde(rename = "mean of answered")]
    MeanOfAnswered,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    answers: Vec<Option<i64>>,
    score: Value,
    band: Option<String>,
    pomp: Option<Value>,
    #[serde(default, rename = "note")]
    _note: String,
}

/// A number as the authors of a scale print it: fractions and JSON numbers are exact, decimal strings are rounded half
/// away from zero.
#[derive(Debug, PartialEq)]
enum Printed {
    Exactly(Exact),
    Rounded { units: i64, decimals: u32 },
}

impl Printed {
    fn read(value: &Value) -> Printed {
        match value {
            Value::Number(number) => Printed::Exactly(decimal(&number.to_string())),
            Value::String(text) => match text.split_once('/') {
                Some((over, under)) => {
                    Printed::Exactly(Exact::new(over.parse().unwrap(), under.parse().unwrap()))
                }
                None => {
                    let (_, after) = text.split_once('.').unwrap();
                    let decimals = after.len() as u32;
                    Printed::Rounded { units: text.replace('.', "").parse().unwrap(), decimals }
                }
            },
            other => panic!("not a number: {other}"),
        }
    }

    fn is(&self, value: Exact) -> bool {
        match *self {
            Printed::Exactly(exact) => value == exact,
            Printed::Rounded { units, decimals } => rounded(value, decimals) == units,
        }
    }
}

fn decimal(text: &str) -> Exact {
    let (whole, after) = text.split_once('.').unwrap_or((text, ""));
    Exact::new(format!("{whole}{after}").parse().unwrap(), 10_i64.pow(after.len() as u32))
}

fn exactly(value: &Value) -> Exact {
    match value {
        Value::Number(number) => decimal(&number.to_string()),
        Value::String(text) => decimal(text),
        other => panic!("not a number: {other}"),
    }
}

fn published() -> Vec<Published> {
    let file: File = serde_json::from_str(SCALES).unwrap();
    assert!(file.about.contains("numbers only"), "the fixture says what it holds");
    file.scales
}

fn named(name: &str) -> Published {
    published().into_iter().find(|scale| scale.name == name).unwrap()
}

impl Published {
    fn needed(&self) -> usize {
        match &self.missing {
            None => self.items,
            Some(Missing { max_missing: Some(most), min_answered: None, rule }) => {
                assert_eq!(*rule, MissingRule::Prorate, "{}", self.name);
                self.items - most
            }
            Some(Missing { max_missing: None, min_answered: Some(least), rule }) => {
                assert_eq!(*rule, MissingRule::MeanOfAnswered, "{}", self.name);
                *least
            }
            Some(_) => panic!("{}: one of max_missing and min_answered", self.name),
        }
    }

    fn definition(&self) -> Definition {
        let ids: Vec<String> = (1..=self.items).map(|n| n.to_string()).collect();
        let keying = |n| if self.reverse.contains(&n) { Keying::Reverse } else { Keying::Forward };
        let scale = |id: &str, method, factor, bands| DraftScale {
            id: id.to_owned(),
            items: ids.clone(),
            method,
            factor,
            min_answered: self.needed(),
            bands,
        };
        let method = match self.method {
            Rule::Sum => Method::Sum,
            Rule::Mean => Method::Mean,
            Rule::Pomp => Method::Pomp,
        };
        let factor = self.factor.as_ref().map_or(Exact::from(1), exactly);
        let bands = self.bands.iter().map(|(lowest, _)| exactly(lowest)).collect();
        let draft = Draft {
            codes: Codes { min: self.min, max: self.max },
            items: (1..=self.items).map(|n| Item { id: n.to_string(), keying: keying(n) }).collect(),
            scales: vec![
                scale("published", method, factor, bands),
                scale("pomp", Method::Pomp, Exact::from(1), Vec::new()),
            ],
        };
        check(draft).unwrap_or_else(|problems| panic!("{}: {problems:?}", self.name))
    }

    fn fill(&self, definition: &Definition, codes: &[Option<i64>]) -> Answers {
        assert_eq!(codes.len(), self.items, "{}: an answer or null for each item", self.name);
        definition.places().zip(codes).fold(definition.no_answers(), |answers, (at, code)| {
            answers.with(at, code.map_or(Answer::Skipped, Answer::Chosen)).unwrap()
        })
    }

    fn score(&self, codes: &[Option<i64>]) -> Score {
        let definition = self.definition();
        definition.score("published", &self.fill(&definition, codes)).unwrap()
    }

    fn try_case(&self, case: &Case) {
        let Published { name, .. } = self;
        let definition = self.definition();
        let answers = self.fill(&definition, &case.answers);
        let score = definition.score("published", &answers).unwrap();
        let scored = score.scored().unwrap_or_else(|| panic!("{name}: {score:?}"));
        let expected = Printed::read(&case.score);
        assert!(expected.is(scored.value), "{name}: {} is not {expected:?}", scored.value);
        if let Some(band) = &case.band {
            let at = scored.band.unwrap_or_else(|| panic!("{name}: {band}, but no band was given"));
            assert_eq!(&self.bands[at].1, band, "{name}: {}", scored.value);
        }
        if let Some(pomp) = &case.pomp {
            let value = definition.score("pomp", &answers).unwrap().value().unwrap();
            assert!(Printed::read(pomp).is(value), "{name}: POMP {value} is not {pomp}");
        }
    }
}

#[test]
fn every_published_case_is_reproduced() {
    let mut tried = Vec::new();
    for scale in published() {
        for case in &scale.cases {
            scale.try_case(case);
        }
        tried.push((scale.name, scale.cases.len()));
    }
    let expected = [
        ("PHQ-9", 4),
        ("GAD-7", 1),
        ("WHO-5", 1),
        ("AUDIT-C", 1),
        ("DAST-10", 3),
        ("K10", 1),
        ("PSS-10", 3),
        ("SWLS", 1),
        ("BRS", 2),
        ("POMP example", 2),
        ("CAGE", 1),
    ];
    assert_eq!(tried, expected.map(|(name, cases)| (name.to_owned(), cases)));
    assert_eq!(tried.iter().map(|(_, cases)| cases).sum::<usize>(), 20);
}

#[test]
fn every_band_of_every_scale_starts_where_it_was_published() {
    for scale in published() {
        let scored = scale.definition();
        let bands = scale.bands.iter().map(|(lowest, _)| exactly(lowest)).collect::<Vec<_>>();
        // Every total of this scale, in units of its score.
        for total in scale.min * scale.items as i64..=scale.max * scale.items as i64 {
            let mut left = total - scale.min * scale.items as i64;
            let keyed = (1..=scale.items).map(|n| {
                let more = left.min(scale.max - scale.min);
                left -= more;
                let keyed = scale.min + more;
                Some(if scale.reverse.contains(&n) { scale.min + scale.max - keyed } else { keyed })
            });
            let answers = scale.fill(&scored, &keyed.collect::<Vec<_>>());
            let score = scored.score("published", &answers).unwrap();
            let score = score.scored().unwrap();
            let expected = bands.iter().filter(|&&lowest| lowest <= score.value).count().checked_sub(1);
            assert_eq!(score.band, expected, "{}: {}", scale.name, score.value);
        }
    }
}

#[test]
fn more_missing_than_the_rule_allows_gives_no_score() {
    let phq = named("PHQ-9");
    let full = [3, 3, 3, 3, 3, 3, 3, 3, 3].map(Some);
    let without = |missing: usize| -> Vec<Option<i64>> {
        full.iter().enumerate().map(|(n, code)| code.filter(|_| n >= missing)).collect()
    };
    assert_eq!(phq.score(&without(2)).value(), Some(Exact::from(27)), "two missing: prorated");
    match phq.score(&without(3)) {
        Score::TooFew(few) => assert_eq!((few.answered, few.needed, few.of), (6, 7, 9)),
        scored => panic!("three missing: {scored:?}"),
    }
    let gad = named("GAD-7");
    let one_missing = [None, Some(3), Some(3), Some(3), Some(3), Some(3), Some(3)];
    assert_eq!(gad.score(&one_missing).value(), None, "no rule for blanks: none is allowed");
}

#[test]
fn a_key_that_nobody_reads_is_refused() {
    let keys = [
        (r#"{"about""#, r#"{"wieghts": 1, "about""#),
        (r#""method": "sum""#, r#""method": "sum", "wieghts": 1"#),
        (r#""max_missing": 2"#, r#""max_missing": 2, "wieghts": 1"#),
        (r#""band": "moderate""#, r#""band": "moderate", "wieghts": 1"#),
    ];
    let compact = SCALES.replacen("{\n \"about\"", "{\"about\"", 1);
    assert!(serde_json::from_str::<File>(&compact).is_ok());
    for (from, to) in keys {
        assert!(compact.contains(from), "{from}");
        let error = serde_json::from_str::<File>(&compact.replacen(from, to, 1)).err().unwrap();
        assert!(error.to_string().contains("unknown field `wieghts`"), "{to}: {error}");
    }
}

#[test]
fn a_method_or_a_rule_that_nobody_knows_is_refused() {
    for (from, to) in [(r#""method": "sum""#, r#""method": "median""#), ("mean of answered", "zero")] {
        let error = serde_json::from_str::<File>(&SCALES.replacen(from, to, 1)).err().unwrap();
        assert!(error.to_string().contains("unknown variant"), "{to}: {error}");
    }
}
