//! The data file of a language: the app reads what the build writes, and refuses anything else with the line.

use prerender::{data, english, language, tags};
use trust_checkin::domain::instrument::{Perspective, ROWS};
use trust_checkin::formats::data_file;
use trust_checkin::language::{Format, HelpLines, Message, Reach, Text};

fn read(text: &str) -> Result<(Text, HelpLines), String> {
    data_file::read(text, Format::plain_english()).map_err(|why| why.to_string())
}

#[test]
fn the_file_of_every_language_says_what_the_language_says() {
    for tag in tags() {
        let (text, lines) = read(&data(&tag)).unwrap();
        let words = language(&tag);
        for &message in Message::ALL {
            assert_eq!(text.say(message), words.say(message), "{tag} {message:?}");
        }
        for (row, perspective) in ROWS.iter().flat_map(|row| Perspective::ALL.map(|one| (row, one))) {
            assert_eq!(text.item(perspective, row.id), words.item(perspective, row.id), "{tag} {}", row.id);
        }
        assert_eq!(content::write(&text, &lines).unwrap(), data(&tag), "{tag}");
    }
}

#[test]
fn every_help_line_arrives_as_it_is_in_content() {
    let file = include_str!("../../content/helplines.json");
    assert_eq!(read(&data("en")).unwrap().1, content::help_lines(file).unwrap());
    let tried = file.replacen(r#""verified": null"#, r#""verified": "2026-11-23""#, 1);
    let lines = content::help_lines(&tried).unwrap();
    assert_eq!(read(&content::write(&english(), &lines).unwrap()).unwrap().1, lines);
    let named = |tag: &str| read(&data(tag)).unwrap().1.regions[0].lines[2].name.to_string();
    assert_eq!([named("en"), named("es")], ["Emergency services", "Emergencias"]);
    let contact = &lines.regions[0].lines[0].contacts[3];
    assert_eq!(contact.reach, Reach::Text { number: "988".into(), word: Some("AYUDA".into()) });
    assert_eq!(contact.languages, ["es".into()]);
}

#[test]
fn only_a_line_that_says_so_was_tested_live() {
    let file = include_str!("../../content/helplines.json");
    let tried = file.replacen(r#""verified": null"#, r#""verified": "2026-11-23""#, 1);
    let text = content::write(&english(), &content::help_lines(&tried).unwrap()).unwrap();
    let is_verified = |text: &str| read(text).unwrap().1.regions[0].lines[0].verified;
    assert!(is_verified(&text));
    assert!(!is_verified(&text.replacen("\tverified", "\tno", 1)));
    assert!(!is_verified(&text.replacen("\tverified", "", 1)));
}

/// Each message has the line of its number, where the script finds the words for an app that has stopped.
#[test]
fn messages_come_first_one_a_line() {
    let file = data("en");
    let stopped = file.split('\n').nth(Message::AppStopped as usize).unwrap();
    assert_eq!(stopped, &*english().say(Message::AppStopped));
}

/// The English file with one line, counted from 1, replaced or removed.
fn with_line(number: usize, line: Option<&str>) -> String {
    let file = data("en");
    let mut lines: Vec<&str> = file.split('\n').collect();
    lines.splice(number - 1..number, line);
    lines.join("\n")
}

#[test]
fn what_is_missing_or_too_much_is_refused_with_its_line() {
    let messages = Message::ALL.len();
    let check = |text: &str, why: &str| assert_eq!(read(text).err().as_deref(), Some(why));
    check("", "line 1: missing");
    check("{\"words\": {}}", "line 2: missing");
    check(&with_line(5, Some("")), "line 5: missing");
    check(&with_line(5, None), &format!("line {messages}: missing"));
    check(&with_line(5, Some("one\none more")), &format!("line {}: must be empty", messages + 1));
    let first_item = messages + 2;
    check(&with_line(first_item, Some("")), &format!("line {first_item}: missing"));
    let after_items = first_item + 4 * 2 * ROWS.len();
    let one_more = "\none more";
    check(
        &with_line(after_items, Some(one_more)),
        &format!("line {}: must have two to four fields", after_items + 1),
    );
    check(&with_line(after_items, Some("one more\n")), &format!("line {after_items}: must be empty"));
    let file = data("en");
    let cut = file.find("\nregion\tUS").unwrap();
    check(&file[..cut], &format!("line {}: the last region must be 001", after_items + 1));
}

#[test]
fn help_lines_are_held_to_their_rules_in_the_file_that_ships() {
    let check = |from: &str, to: &str, why: &str| {
        let changed = data("en").replacen(from, to, 1);
        let at = data("en").split(from).next().unwrap().matches('\n').count() + 1;
        let lines_before = from.chars().take_while(|&letter| letter == '\n').count();
        assert_eq!(read(&changed).err(), Some(why.replace('N', &(at + lines_before).to_string())), "{to}");
    };
    check("\nregion\tUS", "\nregio\tUS", "line N: must be a region");
    check("\nregion\tUS", "\nregion\t", "line N: must have two to four fields");
    check("\ncrisis\t988", "\ncall\t988\ncrisis\t988", "line N: must be a help line");
    check("\ncall\t988", "\ncal\t988", "line N: must be call, tty, text, text_zip or link");
    check("\ncall\t988", "\ncall\t", "line N: must have two to four fields");
    check("\ncall\t988", "\ncall\t988\t\t\tmore", "line N: must have two to four fields");
    check("\nlink\thttps:", "\nlink\tjavascript:", "line N: must be a plain https address");
    check("\thttps://www.dea", "\thttp://www.dea", "line N: must be a plain https address");
    check("\tAYUDA", "\tAYUDA&x", "line N: must be a word of ASCII letters and digits");
    let changed = data("en").replace("\nemergency\t", "\ncrisis\t");
    assert_eq!(read(&changed).err().as_deref(), Some("US: no line in the group emergency"));
    let changed = data("en").replace("\nregion\t001", "\nregion\tXX");
    assert!(read(&changed).err().unwrap().ends_with(": the last region must be 001"));
}

#[test]
fn what_would_not_be_one_line_is_not_written() {
    let refused = |from: &str, to: &str, why: &str| {
        let changed = include_str!("../../content/en.json").replacen(from, to, 1);
        let text = content::language(&changed, Format::plain_english()).unwrap();
        let lines = read(&data("en")).unwrap().1;
        assert_eq!(content::write(&text, &lines).unwrap_err().to_string(), why);
    };
    refused(r#""begin": "Begin""#, r#""begin": "Be\ngin""#, "Be\ngin: must be one line without tabs");
    refused(r#""begin": "Begin""#, r#""begin": "Be\tgin""#, "Be\tgin: must be one line without tabs");
    refused(r#""begin": "Begin""#, r#""begin": """#, "begin: missing");
}
