//! The owner's links: accepted values, and the errors for all others.

use fuzz::read_links;
use trust_checkin::domain::instrument::Strategy;

#[track_caller]
fn refused(json: &str, why: &str) {
    assert_eq!(read_links(json).unwrap_err().to_string(), why, "{json}");
}

#[test]
fn each_link_stands_by_its_strategy() {
    let links = read_links(
        r#"{"C": "https://a.example/c", "R": "https://a.example/r", "P": "https://a.example/@p?x=1#y",
            "S": "https://a.example/s", "more": "https://a.example/more"}"#,
    )
    .unwrap();
    for (strategy, address) in [
        (Strategy::Communication, "https://a.example/c"),
        (Strategy::Consistency, "https://a.example/r"),
        (Strategy::Patience, "https://a.example/@p?x=1#y"),
        (Strategy::Support, "https://a.example/s"),
    ] {
        assert_eq!(links.on(strategy).map(|link| &*link.0), Some(address));
    }
    assert_eq!(links.more.as_ref().map(|link| &*link.0), Some("https://a.example/more"));
    assert_eq!(read_links(r#"{"C": null, "more": null}"#).unwrap(), Default::default());
    assert_eq!(read_links("{}").unwrap(), Default::default());
}

#[test]
fn only_plain_https_addresses_are_taken() {
    let why = "C: must be an https address without spaces, at most 2000 characters";
    let long = format!("https://a.example/{}", "x".repeat(2000));
    for address in [
        "http://a.example/",
        "javascript:alert(1)",
        "//a.example",
        "https://",
        "https:///path",
        "a.example",
        "https://good.example@bad.example/",
        "https://a.example/ b",
        "https://a.example/\\u202e",
        "HTTPS://a.example",
        "https://a.example\\\\@bad.example",
        "data:text/html,x",
        long.as_str(),
    ] {
        refused(&format!("{{\"C\": \"{address}\"}}"), why);
    }
}

#[test]
fn a_value_is_as_long_as_five_of_the_longest_addresses_can_be_written() {
    let padded = |longest: usize| ["{}", &" ".repeat(longest - 2)].concat();
    assert_eq!(read_links(&padded(61_000)).unwrap(), Default::default());
    refused(&padded(61_001), "the file: is too long");
}

#[test]
fn fifty_problems_are_named_and_no_more() {
    let named = |count: usize| {
        let keys: Vec<String> = (0..count).map(|n| format!("\"x{n:02}\": 1")).collect();
        let refused = read_links(&["{", &keys.join(","), "}"].concat()).unwrap_err().to_string();
        refused.split("; ").map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!((named(50).len(), &*named(50)[49]), (50, "x49: unknown"));
    for more in [51, 52, 60] {
        assert_eq!((named(more).len(), &*named(more)[50]), (51, "and more"), "{more}");
    }
}

#[test]
fn other_places_are_named() {
    refused(r#"{"X": "https://a.example"}"#, "X: unknown");
    refused(r#"{"C": 1, "more": []}"#, "C: must be text; more: must be text");
    refused("[]", "the file: must be an object");
    for json in ["null", "1", "\"{}\""] {
        refused(json, "the file: must be an object");
    }
    refused("{", "EOF while parsing an object at line 1 column 1");
}
