//! The English language file and the help lines: what they say, and how files that are wrong are refused.

use expect_test::{Expect, expect};
use trust_checkin::domain::instrument::ROWS;
use trust_checkin::language::{Format, Group, Message, Reach};

const ENGLISH: &str = include_str!("../../content/en.json");
const LINES: &str = include_str!("../../content/helplines.json");
/// The page to which "Leave quickly" leads.
const WEATHER: &str = "https://www.bbc.com/weather";
/// The pages that carry a fallback.
const PAGES: [&str; 3] = [
    include_str!("../../index.html"),
    include_str!("../../site/check-in.html"),
    include_str!("../../site/selfcheck.html"),
];

fn read_changed(from: &str, to: &str, expected: Expect) {
    let changed = ENGLISH.replacen(from, to, 1);
    assert_ne!(changed, ENGLISH, "nothing to replace: {from}");
    let refused = content::language(&changed, Format::plain_english()).unwrap_err();
    expected.assert_eq(&refused.to_string());
}

#[test]
fn the_english_file_has_every_message_and_item() {
    let text = content::language(ENGLISH, Format::plain_english()).unwrap();
    assert_eq!(&*text.say(Message::Begin), "Begin");
    for row in ROWS {
        for perspective in trust_checkin::domain::instrument::Perspective::ALL {
            assert!(!text.item(perspective, row.id).text.is_empty(), "{}", row.id);
        }
    }
}

#[test]
fn a_missing_or_unknown_key_is_named() {
    read_changed(
        r#""begin": "#,
        r#""beginn": "#,
        expect!["messages.begin: missing; messages.beginn: unknown"],
    );
    read_changed(r#""A1": {"#, r#""A9": {"#, expect!["items.A1: missing; items.A9: unknown"]);
    read_changed(
        r#""often": "You"#,
        r#""offten": "You"#,
        expect!["items.A1.recovery.often: missing; items.A1.recovery.offten: unknown"],
    );
    read_changed(r#""language": "en","#, "", expect!["language: missing"]);
    read_changed(r#""begin": "#, r#""begin": "First", "begin": "#, expect!["messages.begin: unknown"]);
}

#[test]
fn every_message_has_its_name_in_snake_case_as_its_key() {
    let keys: Vec<String> = [Message::Title, Message::IntroUnder18, Message::ContactCallPress, Message::Skip]
        .iter()
        .map(|message| message.key())
        .collect();
    assert_eq!(keys, ["title", "intro_under_18", "contact_call_press", "skip"]);
    // The reader refuses a file with other keys, so every language has these.
    let file: serde_json::Value = serde_json::from_str(ENGLISH).unwrap();
    let mut named: Vec<&String> = file["messages"].as_object().unwrap().keys().collect();
    let mut all: Vec<String> = Message::ALL.iter().map(|message| message.key()).collect();
    named.sort();
    all.sort();
    assert_eq!(named, all.iter().collect::<Vec<_>>());
}

#[test]
fn placeholders_are_filled_and_others_left() {
    let text = content::language(ENGLISH, Format::plain_english()).unwrap();
    let counter = |values: &[(&str, &str)]| text.fill(Message::Counter, values);
    expect!["Question 3 of 18"].assert_eq(&counter(&[("number", "3"), ("total", "18")]));
    expect!["Question 3 of {total}"].assert_eq(&counter(&[("number", "3"), ("all", "18")]));
}

#[test]
fn plain_english_numbers_and_lists() {
    let format = Format::plain_english();
    let number = |scaled, decimals| format.number(scaled, decimals);
    expect!["70.83 5.00 0.05 -0.50 7"].assert_eq(&format!(
        "{} {} {} {} {}",
        number(7083, 2),
        number(500, 2),
        number(5, 2),
        number(-50, 2),
        number(7, 0)
    ));
    let list = |parts: &[&str]| format.list(&parts.iter().map(ToString::to_string).collect::<Vec<_>>());
    expect!["; a; a and b; a, b, and c"].assert_eq(&format!(
        "{}; {}; {}; {}",
        list(&[]),
        list(&["a"]),
        list(&["a", "b"]),
        list(&["a", "b", "c"])
    ));
}

#[test]
fn a_region_without_a_group_is_refused() {
    let changed = LINES.replace(r#""group": "emergency""#, r#""group": "crisis""#);
    let refused = content::help_lines(&changed).unwrap_err().to_string();
    assert!(refused.starts_with("regions[0].lines: no line in the group emergency; "), "{refused}");
    let changed = LINES.replacen(r#""id": "001""#, r#""id": "XX""#, 1);
    let refused = content::help_lines(&changed).unwrap_err().to_string();
    assert_eq!(refused, "regions: the last must be \"001\"");
    let changed = LINES.replacen("https://988lifeline", "javascript:988lifeline", 1);
    let refused = content::help_lines(&changed).unwrap_err().to_string();
    assert_eq!(refused, "regions[0].lines[0].contacts[4].to: must be a plain https address");
    let refused = content::help_lines("[]").unwrap_err().to_string();
    assert_eq!(refused, "the file: must be an object");
}

#[test]
fn the_region_is_the_one_asked_for_then_the_locales_then_elsewhere() {
    let lines = content::help_lines(LINES).unwrap();
    let check = |wanted, locale, expected: &str| {
        assert_eq!(&*lines.regions[lines.region_for(wanted, locale)].id, expected, "{wanted:?} {locale}");
    };
    check(Some("GB"), "en-US", "GB");
    check(Some("gb"), "en-US", "GB");
    check(Some("nowhere"), "en-AU", "AU");
    check(None, "en-US", "US");
    check(None, "pt-Latn-BR", "BR");
    check(None, "en", "001");
    check(None, "", "001");
    check(None, "en-NZ", "001");
}

#[test]
fn lines_in_the_readers_language_come_first() {
    let lines = content::help_lines(LINES).unwrap();
    for region in &lines.regions {
        for group in Group::ALL {
            let spoken: Vec<bool> = region
                .of(group, "es-MX")
                .iter()
                .map(|line| trust_checkin::language::speaks(&line.languages, "es"))
                .collect();
            assert!(
                spoken.is_sorted_by(|before, after| before >= after),
                "{} {group:?} {spoken:?}",
                region.id
            );
        }
    }
}

#[test]
fn the_first_way_to_reach_a_line_is_one_that_speaks_the_readers_language() {
    let check = |language, expected: Expect| {
        let lines = content::help_lines(LINES).unwrap();
        let region = &lines.regions[lines.region_for(Some("US"), language)];
        let ways = region.of(Group::Crisis, language).into_iter().chain(region.of(Group::Abuse, language));
        let said: Vec<String> = ways
            .map(|line| {
                let ways: Vec<String> =
                    line.contacts_for(language).iter().map(|contact| contact.reach.href()).collect();
                format!("{}: {}\n", line.name, ways.join(" "))
            })
            .collect();
        expected.assert_eq(&said.concat());
    };
    check(
        "en",
        expect![[r#"
        988 Suicide & Crisis Lifeline: tel:988 sms:988 https://988lifeline.org/chat/ tel:988 sms:988?body=AYUDA
        Crisis Text Line: sms:741741?body=HOME sms:741741?body=AYUDA
        National Domestic Violence Hotline: tel:18007997233 sms:88788?body=START tel:8007873224 https://www.thehotline.org/
    "#]],
    );
    check(
        "es-MX",
        expect![[r#"
        988 Suicide & Crisis Lifeline: tel:988 sms:988?body=AYUDA tel:988 sms:988 https://988lifeline.org/chat/
        Crisis Text Line: sms:741741?body=AYUDA sms:741741?body=HOME
        National Domestic Violence Hotline: tel:18007997233 tel:8007873224 https://www.thehotline.org/ sms:88788?body=START
    "#]],
    );
    check(
        "ar",
        expect![[r#"
        988 Suicide & Crisis Lifeline: tel:988 sms:988 https://988lifeline.org/chat/ tel:988 sms:988?body=AYUDA
        Crisis Text Line: sms:741741?body=HOME sms:741741?body=AYUDA
        National Domestic Violence Hotline: tel:18007997233 tel:8007873224 https://www.thehotline.org/ sms:88788?body=START
    "#]],
    );
}

#[test]
fn a_region_counts_as_tried_only_when_every_line_was() {
    let tried = |from: &str| {
        let changed = LINES.replace(from, r#""verified": "2026-11-23""#);
        let lines = content::help_lines(&changed).unwrap();
        lines.regions.iter().filter(|region| region.all_verified()).count()
    };
    assert_eq!(tried(r#""verified": null"#), 10);
    assert_eq!(tried("no such text"), 0);
}

#[test]
fn links_are_plain() {
    let lines = content::help_lines(LINES).unwrap();
    let contacts = lines.regions.iter().flat_map(|region| &region.lines).flat_map(|line| &line.contacts);
    for contact in contacts {
        let href = contact.reach.href();
        let scheme = match contact.reach {
            Reach::Call { .. } | Reach::Tty(_) => "tel:",
            Reach::Text { .. } | Reach::TextZip(_) => "sms:",
            Reach::Link(_) => "https://",
        };
        let rest = href.strip_prefix(scheme).unwrap_or_else(|| panic!("{href}"));
        assert!(!rest.is_empty() && !rest.contains(char::is_whitespace), "{href}");
    }
    let text = Reach::Text { number: "741741".into(), word: Some("HOME".into()) };
    assert_eq!(text.href(), "sms:741741?body=HOME");
    assert_eq!(Reach::Call { number: "1-800-662-4357".into(), press: None }.href(), "tel:18006624357");
    assert_eq!(Reach::Tty("+44 20 7946 0000".into()).href(), "tel:+442079460000");
    assert_eq!(Reach::site("https://www.thehotline.org/"), "thehotline.org");
    assert_eq!(Reach::site("https://988lifeline.org/chat/"), "988lifeline.org");
}

/// The numbers in the fallbacks of our pages are written by hand, and must be those of the data.
#[test]
fn the_fallback_of_the_page_gives_numbers_that_the_data_has() {
    let lines = content::help_lines(LINES).unwrap();
    let known: Vec<String> = lines
        .regions
        .iter()
        .flat_map(|region| &region.lines)
        .flat_map(|line| &line.contacts)
        .map(|contact| contact.reach.href())
        .collect();
    for page in PAGES {
        let inside = page.split_once("<trust-checkin").map_or(page, |(_, rest)| rest);
        let inside = inside.split("</trust-checkin>").next().unwrap();
        let links: Vec<&str> =
            inside.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() >= 4, "the fallback has help lines: {links:?}");
        assert!(inside.contains(">Leave quickly</a>"), "a way out without scripts");
        for link in links.into_iter().filter(|&link| link != WEATHER) {
            assert!(known.iter().any(|href| href == link), "{link} is not in content/helplines.json");
        }
    }
}
