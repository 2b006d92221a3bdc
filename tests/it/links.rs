//! The owner's links: what is taken and what is refused, and why.

use fuzz::read_links;
use trust_checkin::domain::instrument::Strategy;

#[track_caller]
fn refused(json: &str, why: &str) {
    assert_eq!(read_links(json).unwrap_err().to_string(), why, "{json}");
}

#[test]
fn each_link_stands_by_its_strategy() {
    let links =
        read_links(r#"{"C": "https://a.example/c", "P": "https://a.example/@p?x=1#y", "more": null}"#)
            .unwrap();
    let on = |strategy| links.on(strategy).map(|link| link.0.to_string());
    assert_eq!(on(Strategy::Communication).as_deref(), Some("https://a.example/c"));
    assert_eq!(on(Strategy::Patience).as_deref(), Some("https://a.example/@p?x=1#y"));
    assert_eq!((on(Strategy::Consistency), on(Strategy::Support), links.more), (None, None, None));
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
fn other_places_are_named() {
    refused(r#"{"X": "https://a.example"}"#, "X: unknown");
    refused(r#"{"C": 1, "more": []}"#, "C: must be text; more: must be text");
    refused("[]", "the file: must be an object");
    for json in ["null", "1", "\"{}\""] {
        refused(json, "the file: must be an object");
    }
    refused("{", "EOF while parsing an object at line 1 column 1");
}
