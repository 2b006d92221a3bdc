//! Markup of the owner's additions: text stays text, and keeps its own direction.

use fuzz::read_links;
use prerender::{Draw, draw, english, states};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::domain::session::Session;
use trust_checkin::language::{Links, Owner};

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(43), failure_persistence: None, ..Config::default() }
}

#[test]
fn r54_what_comes_from_outside_is_set_apart_from_the_sentence_around_it() {
    let links = read_links(r#"{"C":"https://blog.example/talk","more":"https://www.blog.example"}"#).unwrap();
    let owner = Owner::new(Some("شماره 555"), links);
    let results = states::all().into_iter().find(|(name, _)| *name == "results-no-one").unwrap().1;
    let drawn = drawn(results, true, owner);
    // Once in the panel, once on the screen.
    assert_eq!(drawn.matches("<bdi>شماره 555</bdi>").count(), 2);
    assert_eq!(drawn.matches("<bdi>blog.example</bdi>").count(), 3);
    for (_, after) in drawn.match_indices("target=\"_blank\"").map(|(at, _)| drawn.split_at(at)) {
        let label = after.split_once('>').unwrap().1.split_once("</a>").unwrap().0;
        assert!(label.contains("<bdi>") || label.starts_with("Facts"), "{label}");
    }
}

fn drawn(session: Session, help_open: bool, owner: Owner) -> String {
    draw(Draw { session, words: english(), help_open, owner })
}

/// The tags of some markup, without the text between them.
fn tags(markup: &str) -> Vec<&str> {
    markup.split('<').skip(1).filter_map(|tag| tag.split('>').next()).collect()
}

fn line() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(vec![
        "<script>",
        "</bdi>",
        "\"",
        "'",
        "&lt;",
        "<!--",
        "]]>",
        "javascript:",
        "\u{0}",
        "\u{202e}",
        "`",
    ]);
    let part = prop_oneof![2 => hostile.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(part, 1..6).prop_map(|parts| format!("x{}", parts.concat()))
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn an_owners_line_is_text_and_never_markup(line in line()) {
        let owner = |line: &str| Owner::new(Some(line), Links::default());
        let hostile = drawn(Session::default(), true, owner(&line));
        let plain = drawn(Session::default(), true, owner("x"));
        prop_assert_eq!(tags(&hostile), tags(&plain));
    }
}
