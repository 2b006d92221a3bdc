//! Rules that JavaScript keeps as well, over the cases of `tests/fixtures/shared-rules.json`. `tests/e2e/host/shared-rules.spec.mjs`
//! runs the same cases.

use serde::Deserialize;
use trust_checkin::language::{Links, Owner, Reach};

const LINES: &str = include_str!("../../content/helplines.json");

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Rules {
    contact: Vec<Contact>,
    long_contact: LongContact,
    dial: Vec<Dial>,
    country: Vec<Country>,
}

#[derive(Deserialize)]
struct Contact {
    written: String,
    shown: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LongContact {
    prefix: String,
    repeated: String,
    times: usize,
    shown_times: usize,
}

#[derive(Deserialize)]
struct Dial {
    number: String,
    dialed: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Country {
    passed_on: Option<String>,
    locale: String,
    country: Option<String>,
}

fn rules() -> Rules {
    serde_json::from_str(include_str!("../fixtures/shared-rules.json")).unwrap()
}

fn shown(line: &str) -> Option<String> {
    Owner::new(Some(line), Links::default()).contact.map(|line| line.to_string())
}

#[test]
fn r54_an_owners_line_is_cleaned_as_javascript_cleans_it() {
    let Rules { contact, long_contact: long, .. } = rules();
    for case in contact {
        assert_eq!(shown(&case.written), case.shown, "{:?}", case.written);
        // The element passes the line on cleaned: cleaning it again changes nothing.
        assert_eq!(case.shown.as_deref().and_then(shown), case.shown);
    }
    let written = long.prefix + &long.repeated.repeat(long.times);
    assert_eq!(shown(&written), Some(long.repeated.repeat(long.shown_times)));
}

#[test]
fn a_number_is_dialed_as_in_the_first_view() {
    for Dial { number, dialed } in rules().dial {
        let reach = Reach::Call { number: number.into(), press: None };
        assert_eq!(reach.href(), format!("tel:{dialed}"));
    }
}

#[test]
fn the_country_of_the_help_lines_is_that_of_the_first_view() {
    let lines = content::help_lines(LINES).unwrap();
    for Country { passed_on, locale, country } in rules().country {
        let found = &lines.regions[lines.region_for(passed_on.as_deref(), &locale)];
        assert_eq!(*found.id, *country.as_deref().unwrap_or("001"), "{passed_on:?} {locale}");
    }
}
