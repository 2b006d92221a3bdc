//! The reminder: what it says, and that no line is too long for a calendar.

use expect_test::expect;
use proptest::prelude::*;
use trust_checkin::formats::{Reminder, calendar};

fn written(title: &str, about: &str) -> String {
    calendar(&Reminder { day: "2026-12-23", made: "2026-11-25T09:15:00.123Z", title, about })
}

/// The lines as a calendar joins them again.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_reminder_is_one_day_and_says_nothing_of_what_it_is_about() {
    expect![[r"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//notes//notes//EN
        BEGIN:VEVENT
        UID:20261125T091500123Z@notes.invalid
        DTSTAMP:20261125T091500Z
        DTSTART;VALUE=DATE:20261223
        SUMMARY:A quiet half hour
        DESCRIPTION:One\; two\, three\\ four\nfive
        TRANSP:TRANSPARENT
        CLASS:PRIVATE
        END:VEVENT
        END:VCALENDAR
    "]]
    .assert_eq(&written("A quiet half hour", "One; two, three\\ four\nfive").replace("\r\n", "\n"));
}

#[test]
fn a_line_of_75_octets_stays_whole_and_one_more_goes_on_in_the_next() {
    let summary = |letters: usize| {
        let text = written(&"x".repeat(letters), "");
        let at = text.find("SUMMARY").unwrap();
        text[at..text.find("\r\nDESCRIPTION").unwrap()].to_owned()
    };
    let title = |letters: usize| ["SUMMARY:", &"x".repeat(letters)].concat();
    assert_eq!(summary(67), title(67));
    assert_eq!(summary(68), [&title(67), "\r\n x"].concat());
    // The space of the second line counts.
    assert_eq!(summary(67 + 75), [&title(67), "\r\n ", &"x".repeat(74), "\r\n x"].concat());
}

#[test]
fn what_is_no_letter_is_left_out() {
    let text = written("a\u{0}b\tc\u{7f}d\u{85}e\rf", "");
    assert!(text.contains("\r\nSUMMARY:abcdef\r\n"), "{text}");
}

proptest! {
    #[test]
    fn lines_are_folded_at_75_octets_and_nothing_is_lost(title in "\\PC{0,90}", about in "[\u{600}-\u{6ff} a-z]{0,200}") {
        let text = written(&title, &about);
        let parts: Vec<&str> = text.split_terminator("\r\n").collect();
        prop_assert!(parts.iter().all(|part| part.len() <= 75 && !part.contains(['\r', '\n'])));
        let lines = unfolded(&text);
        prop_assert_eq!(lines.len(), 13);
        let title = title.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        prop_assert_eq!(&lines[7], &format!("SUMMARY:{title}"));
        prop_assert_eq!(&lines[8], &format!("DESCRIPTION:{about}"));
    }

    #[test]
    fn no_text_can_become_a_line_of_its_own(title in ".{0,80}") {
        let text = written(&["a\r\nATTENDEE:mailto:x@y.z\r\n", &title].concat(), "b");
        prop_assert_eq!(unfolded(&text).len(), 13);
        prop_assert!(!text.contains("\nATTENDEE"));
    }
}
