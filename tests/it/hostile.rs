//! Hostile input: too long, too deep, or not what it seems. `tests/fuzz/` tries the same readers on random changes.

use std::time::{SystemTime, UNIX_EPOCH};

use fuzz::{TARGETS, Target, corpus, read_links, replay, search};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::formats::{Unreadable, data_file};
use trust_checkin::language::{Format, Links, Owner};

type Read = fn(&str) -> Option<Unreadable>;

/// Every reader of a text by its name; each returns the error for an input that it refuses.
const READERS: [(&str, Read); 4] = [
    ("links", |json| read_links(json).err()),
    ("help lines", |json| content::help_lines(json).err()),
    ("language", |json| content::language(json, Format::plain_english()).err()),
    ("data file", |text| data_file::read(text, Format::plain_english()).err()),
];

/// The readers of JSON.
fn of_json() -> impl Iterator<Item = (&'static str, Read)> {
    READERS.into_iter().take(3)
}

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(43), failure_persistence: None, ..Config::default() }
}

fn inputs(target: &Target) -> Vec<Vec<u8>> {
    corpus(target).unwrap_or_else(|error| panic!("{}: {error}", target.name))
}

#[test]
fn every_reader_holds_on_its_corpus() {
    for target in &TARGETS {
        let tally = replay(target, &inputs(target));
        assert!(tally.accepted > 0 && tally.refused > 0, "{}: {tally:?}", target.name);
    }
}

/// A finding names its seed, and `FUZZ_SEED=…` repeats the search. `cargo run -p fuzz` searches for longer.
#[test]
fn every_reader_holds_on_what_is_near_its_corpus() {
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let seed = std::env::var("FUZZ_SEED").map_or_else(|_| now(), |seed| seed.parse().unwrap());
    for target in &TARGETS {
        let tally = search(target, &inputs(target), seed, 200).unwrap_or_else(|found| panic!("{found}"));
        assert_eq!(tally.accepted + tally.refused, 200, "{}", target.name);
    }
}

#[test]
fn a_search_finds_what_does_not_hold() {
    let never_long = Target {
        name: "never long",
        shipped: String::new,
        read: |bytes| {
            assert!(bytes.len() < 100);
            true
        },
    };
    let found =
        search(&never_long, &[b"short".to_vec()], 1, 2000).err().map(|found| found.to_string()).unwrap();
    assert!(found.starts_with("never long: something does not hold, seed 1, round "), "{found}");
}

/// None of these is JSON: only a reader that does not look calls them too long.
#[test]
fn r43_a_text_of_10_mb_is_refused_before_it_is_read() {
    for text in ["[".repeat(10_000_000), " ".repeat(10_000_000), "\u{0}".repeat(10_000_000)] {
        for (name, read) in READERS {
            assert_eq!(read(&text), Some(Unreadable::TooLong), "{name}");
        }
    }
}

#[test]
fn a_text_may_be_as_long_as_its_limit_and_no_longer() {
    let file = 256 * 1024;
    for ((name, read), most) in READERS.into_iter().zip([61_000, file, file, file]) {
        let padded = |length: usize| format!("{{}}{}", " ".repeat(length - 2));
        assert_ne!(read(&padded(most)), Some(Unreadable::TooLong), "{name}");
        assert_eq!(read(&padded(most + 1)), Some(Unreadable::TooLong), "{name}");
    }
}

#[test]
fn r52_nesting_has_an_end_and_so_has_what_is_said_of_it() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        for (depth, refused) in [(126, false), (127, true), (5_000, true)] {
            let json = format!("{{\"C\":{}1{}}}", open.repeat(depth), close.repeat(depth));
            for (name, read) in of_json() {
                let why = read(&json);
                let too_deep =
                    matches!(&why, Some(Unreadable::NotJson(why)) if why.starts_with("recursion limit"));
                assert_eq!(too_deep, refused, "{name} {depth}: {why:?}");
            }
        }
    }
}

#[test]
fn r52_a_second_value_of_a_key_is_refused() {
    let twice = r#"{"compiled":"today","compiled":"tomorrow","regions":[]}"#;
    let why = content::help_lines(twice).unwrap_err().to_string();
    assert_eq!(why, "regions: the last must be \"001\"; compiled: unknown");
}

#[test]
fn r50_numbers_without_an_end_are_no_json() {
    for number in ["1e999", "-1e999", "NaN", "Infinity", "-Infinity"] {
        for (name, read) in of_json() {
            let why = read(&format!("{{\"C\": {number}}}"));
            assert!(matches!(why, Some(Unreadable::NotJson(_))), "{name} {number}: {why:?}");
        }
    }
}

#[test]
fn no_more_than_fifty_problems_are_named() {
    let wrong = |keys: usize| {
        let fields: Vec<String> = (0..keys).map(|n| format!("\"{n:04}\":1")).collect();
        read_links(&format!("{{{}}}", fields.join(","))).unwrap_err().to_string()
    };
    assert!(wrong(50).ends_with("; 0049: unknown"));
    assert!(wrong(51).ends_with("; 0049: unknown; and more"));
    assert!(wrong(5_000).ends_with("; 0049: unknown; and more"));
}

fn contact(line: &str) -> Option<String> {
    Owner::new(Some(line), Links::default()).contact.map(|line| line.to_string())
}

#[test]
fn r54_an_owners_line_loses_what_cannot_be_seen() {
    let check = |line: &str, shown: Option<&str>| assert_eq!(contact(line).as_deref(), shown, "{line:?}");
    check(" Our practice: 555 0100\n", Some("Our practice: 555 0100"));
    check("Call \u{202e}0010 555\u{202c}", Some("Call 0010 555"));
    check("\u{2066}a\u{2067}b\u{2068}c\u{2069}d\u{202a}e\u{202b}f\u{202d}g", Some("abcdefg"));
    check("a\u{200e}b\u{200f}c\u{61c}d", Some("abcd"));
    check("a\u{0}b\tc\u{7f}d\u{85}e", Some("abcde"));
    check("\u{202e} \u{0} ", None);
    // These join letters and emoji: without them the words and faces would be others.
    check("می\u{200c}خواهم 👩\u{200d}👧", Some("می\u{200c}خواهم 👩\u{200d}👧"));
    let long = format!("{}{}", "\u{202e}".repeat(300), "x".repeat(300));
    assert_eq!(contact(&long).unwrap(), "x".repeat(200));
}

/// Any JSON value, often with keys that a reader knows.
fn json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let key = prop::sample::select(vec![
        "C",
        "more",
        "compiled",
        "regions",
        "lines",
        "id",
        "language",
        "messages",
        "items",
        "words",
        "helplines",
        "A1",
        "x",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(config(256))]

    /// A reader accepts only what it knows; the error for anything else names at least one place.
    #[test]
    fn any_json_is_read_or_refused_by_its_places(value in json()) {
        let json = value.to_string();
        for (name, read) in of_json() {
            let empty = name == "links" && value.as_object().is_some_and(|fields| fields.values().all(serde_json::Value::is_null));
            let why = read(&json);
            prop_assert!(why.is_some() || empty, "{} {}", name, json);
            prop_assert!(why.is_none_or(|why| why.to_string().contains(": ")), "{} {}", name, json);
        }
    }
}
