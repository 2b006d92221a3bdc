//! Markup of every state, as the browser gets it. `UPDATE_EXPECT=1 cargo test` rewrites the snapshots.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use fuzz::read_links;
use prerender::{Draw, draw, draw_saving, english, every_state, keys, language, states, tags};
use trust_checkin::domain::device::{Response, Shelf};
use trust_checkin::domain::session::{
    Catalog, Choice, Loss, Missed, Overlay, Question, Session, Stage, step,
};
use trust_checkin::domain::unfinished::Revision;
use trust_checkin::language::{Group, Line, Owner};

use crate::given::{P, full_only, responded};
use crate::parts::Snapshots;

fn draw_plain(session: Session, help_open: bool, owner: Owner) -> String {
    draw(Draw { session, words: english(), help_open, owner })
}

/// Markup of a state with one element a line, so that tests can match neighbours.
fn render(session: Session, help_open: bool) -> String {
    render_with(session, help_open, Owner::default())
}

fn render_with(session: Session, help_open: bool, owner: Owner) -> String {
    draw_plain(session, help_open, owner).replace("><", ">\n<") + "\n"
}

/// Name and markup of every state. Help lines are drawn for two countries, one of them with
/// lines in another language; the others differ only in content/.
fn drawn() -> Vec<(String, String)> {
    let is_country = |name: &str| {
        name.strip_prefix("help-").is_some_and(|id| id.len() == 2 && id.chars().all(char::is_uppercase))
    };
    let states = every_state()
        .into_iter()
        .filter(|state| ["help-US", "help-ES"].contains(&&*state.name) || !is_country(&state.name));
    states.map(|state| (state.name.clone(), state.draw_plainly())).collect()
}

#[test]
fn every_state_is_drawn_as_the_snapshots_of_its_parts_say() {
    let mut snapshots = Snapshots::default();
    for (name, markup) in drawn() {
        snapshots.add(&name, &markup);
    }
    let files = snapshots.files();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/snapshots");
    for (name, text) in &files {
        expect_file![folder.join(name)].assert_eq(text);
    }
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !files.contains_key(path.file_name().unwrap().to_str().unwrap()) {
            assert!(std::env::var_os("UPDATE_EXPECT").is_some(), "no state has the part {}", path.display());
            fs::remove_file(path).unwrap();
        }
    }
}

/// The snapshot files in which two sets of states differ.
fn differing(one: &[(String, String)], other: &[(String, String)]) -> Vec<String> {
    let files = |states: &[(String, String)]| {
        let mut snapshots = Snapshots::default();
        states.iter().for_each(|(name, markup)| snapshots.add(name, markup));
        snapshots.files()
    };
    let (one, other) = (files(one), files(other));
    let names: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    names.into_iter().filter(|name| one.get(*name) != other.get(*name)).cloned().collect()
}

#[test]
fn a_change_of_a_part_is_a_difference_in_its_file_alone() {
    let states = drawn();
    let changed = |from: &str, to: &str| {
        let changed = states.iter().map(|(name, markup)| (name.clone(), markup.replace(from, to)));
        differing(&states, &changed.collect::<Vec<_>>())
    };
    assert_eq!(changed("Get help now</button>", "Get help</button>"), ["bar.html"]);
    assert_eq!(changed(" scope=\"col\"", ""), ["table.html", "thead.html"]);
    assert_eq!(changed("Almost always</label>", "Always</label>"), ["choices.html"]);
    // A change in one state gives that state variants of its own.
    let one: Vec<_> = states
        .iter()
        .map(|(name, markup)| {
            let to = if name == "results-alone" { "<ul>" } else { "<ul role=\"list\">" };
            (name.clone(), markup.replace("<ul role=\"list\">", to))
        })
        .collect();
    assert!(differing(&states, &one).contains(&"strengths.html".to_owned()));
}

#[test]
fn every_language_has_words_for_every_place_of_every_state() {
    assert_eq!(tags(), ["ar", "en", "es", "fr", "pt-BR"]);
    for tag in tags() {
        for (name, session) in states::all() {
            let drawn =
                draw(Draw { session, words: language(&tag), help_open: true, owner: Owner::default() });
            assert!(!drawn.contains(['{', '}', '@']), "{tag} {name}: a place is not filled");
        }
    }
}

/// Invariants of every screen.
#[test]
fn every_state_keeps_the_promises_of_a_screen() {
    for (name, markup) in drawn() {
        let markup = markup.replace("><", ">\n<");
        // What is covered stays in the page, hidden by styles.
        let (shown, covered) = match markup.split_once("class=\"cover\">") {
            None => (&*markup, None),
            Some((_, covered)) => {
                let (cover, covered) = covered.split_once("<section class=\"screen").unwrap();
                (cover, Some(covered))
            }
        };
        assert_eq!(shown.matches("part=\"primary\"").count(), 1, "{name}: one primary button");
        assert_eq!(name.ends_with("-covered"), covered.is_some(), "{name}");
        let count = |what: &str| markup.matches(what).count();
        assert_eq!(count("Get help now</button>"), 1, "{name}: help one tap away");
        let bar = "Get help now</button>\n<button type=\"button\" class=\"button secondary\">Leave quickly</button>\n</div>";
        assert_eq!(count(bar), 1, "{name}: the way out ends the bar");
        assert_eq!(count("<h2 id=\"heading\" tabindex=\"-1\""), 1, "{name}: one heading for the focus");
        assert_eq!(count(" style="), 0, "{name}: a strict policy forbids style attributes");
        assert_eq!(count("%"), 0, "{name}: no percentages");
        assert_eq!(count("class=\"cover\""), usize::from(covered.is_some()), "{name}: one cover");
        has_sound_references(&name, &markup);
        for tag in markup.split('<').filter(|tag| tag.starts_with("a ") && tag.contains("target=")) {
            assert!(tag.contains(" rel=\"noopener noreferrer\""), "{name}: {tag}");
        }
        for tag in markup.split('<').filter(|tag| tag.starts_with("button ")) {
            assert!(tag.contains(" type=\"button\""), "{name}: {tag}");
        }
    }
}

/// Every screen that can lie over another one, with one example of each question before a comparison.
fn overlays() -> Vec<Overlay> {
    let revision = Revision { sequence: 1, number: 1, saved: 0 };
    let choice = Choice { perspective: Some(P), no_one_in_mind: true };
    let asking = |question| Stage::Asking { question, reply: None, missed: Missed::default() };
    vec![
        Overlay::Confirming(Loss::StartOver),
        Overlay::Confirming(Loss::ChangePerspective),
        Overlay::Confirming(Loss::BeginAs(choice)),
        Overlay::Sheet,
        Overlay::Saved(full_only(())),
        Overlay::Erasing(full_only(())),
        Overlay::Sharing(full_only(())),
        Overlay::Resuming(full_only(revision)),
        Overlay::Comparing(full_only(asking(Question::Watched))),
        Overlay::Comparing(full_only(asking(Question::Afraid))),
        Overlay::Comparing(full_only(Stage::Refused)),
        Overlay::Covered,
    ]
}

#[test]
fn help_and_the_way_out_are_on_every_screen_whatever_lies_over_what() {
    let revision = Revision { sequence: 1, number: 1, saved: 0 };
    let bar = "Get help now</button><button type=\"button\" class=\"button secondary\">Leave quickly</button></div>";
    let mut seen = 0;
    for (name, session) in states::all() {
        // Both with an unfinished copy and without.
        for run in [None, Some(Response::Kept(revision))] {
            let kept = |session: &Session| {
                let catalog = Catalog::built_in().unwrap();
                run.and_then(|kept| step(&catalog, session, responded(kept))).map(|next| next.session)
            };
            let session = kept(&session).unwrap_or(session.clone());
            for over in overlays() {
                let overlays = [session.overlays.clone(), vec![over.clone()]].concat();
                let session = Session { overlays, ..session.clone() };
                let what = Draw { session, words: english(), help_open: false, owner: Owner::default() };
                let markup = draw_saving(what, Shelf::default());
                assert_eq!(markup.matches(bar).count(), 1, "{name}, {over:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

/// The values of an attribute, in order.
fn values<'a>(markup: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    markup.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Every id is unique, every reference has its element, and every field has a label.
fn has_sound_references(name: &str, markup: &str) {
    let ids = values(markup, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "{name}: {ids:?}");
    for attribute in ["for", "aria-labelledby", "aria-describedby"] {
        for id in values(markup, attribute).into_iter().flat_map(|value| value.split(' ')) {
            assert!(unique.contains(id), "{name}: {attribute} names {id}, which is not there");
        }
    }
    let labels = values(markup, "for");
    let fields = markup.split('<').filter(|tag| tag.starts_with("input ") || tag.starts_with("textarea "));
    for tag in fields {
        let is_labelled = values(tag, "id").iter().any(|id| labels.contains(id));
        assert!(is_labelled || tag.contains(" aria-labelledby="), "{name}: {tag} has no label");
    }
}

/// What stands between the two in a markup, each time.
fn between<'a>(markup: &'a str, start: &str, end: &'a str) -> Vec<&'a str> {
    markup.split(start).skip(1).map(|rest| rest.split_once(end).map_or(rest, |(inside, _)| inside)).collect()
}

#[test]
fn r106_r111_r112_every_state_is_made_to_be_heard() {
    let mut tables = 0;
    for (name, markup) in drawn() {
        // A voice would name an empty one, and read out a heading inside its group with the group and once more.
        assert!(!markup.contains("role=\"status\""), "{name}: a line for news is an aria-live");
        for group in between(&markup, "<fieldset", "</fieldset>") {
            assert!(!group.contains("<h2"), "{name}: the heading stands before its group");
        }
        for table in between(&markup, "<table", "</table>") {
            let caption = between(table, "<caption", "</caption>");
            assert_eq!(caption.len(), 1, "{name}: a table has a name");
            assert!(caption[0].ends_with(|letter: char| letter.is_alphabetic() || letter == '.'), "{name}");
            tables += 1;
        }
        // Its name would be read out.
        let visible = markup.replace("<span aria-hidden=\"true\">·</span>", "");
        assert!(!visible.contains('·'), "{name}: a dot is for the eye only");
    }
    assert!(tables > 50, "{tables}");
    for question in ["confirm", "saved-erase", "saved-share", "saved-resume"] {
        let of = |(name, _): &(String, String)| name.starts_with(question) && !name.ends_with('d');
        let drawn: Vec<_> = drawn().into_iter().filter(of).collect();
        assert!(!drawn.is_empty(), "{question}");
        for (name, markup) in drawn {
            let heading = between(&markup, "<h2 id=\"heading\"", ">")[0];
            assert!(
                heading.contains("aria-describedby=\"about"),
                "{name}: what is lost is said with the question"
            );
        }
    }
}

#[test]
fn r112_names_of_lines_in_another_language_say_so_and_follow_the_comma_of_the_reader() {
    let line = |group, languages: &[&str]| Line {
        group,
        name: "A name".into(),
        languages: languages.iter().map(|&tag| tag.into()).collect(),
        contacts: Vec::new(),
        verified: false,
    };
    let name = |line: &Line, reader: &str| line.name_language(reader).map(str::to_owned);
    let (american, portuguese) = (line(Group::Crisis, &["en", "es"]), line(Group::Abuse, &["pt"]));
    assert_eq!(name(&american, "es").as_deref(), Some("en"), "the first is the language of the name");
    assert_eq!(name(&american, "ar").as_deref(), Some("en"));
    assert_eq!(name(&american, "en"), None);
    assert_eq!(name(&portuguese, "pt-BR"), None, "the country does not matter");
    assert_eq!(name(&portuguese, "fr").as_deref(), Some("pt"));
    assert_eq!(name(&line(Group::Emergency, &["en"]), "ar"), None, "these are translated");
    assert_eq!(name(&line(Group::Crisis, &[]), "ar"), None);
    for (tag, comma) in [("en", ", "), ("fr", ", "), ("ar", "، ")] {
        let session = Session::default();
        let help = draw(Draw { session, words: language(tag), help_open: true, owner: Owner::default() });
        for name in [
            "988 Suicide &amp; Crisis Lifeline",
            "National Domestic Violence Hotline",
            "SAMHSA National Helpline",
        ] {
            assert!(
                help.contains(&format!("<span class=\"only-read\">{comma}{name}</span>")),
                "{tag}: {name}"
            );
        }
    }
}

#[test]
fn r73_no_field_hands_words_to_spelling_suggestions_or_completion() {
    let holds_words = |tag: &&str| {
        let wordless =
            ["radio", "checkbox", "file"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
        tag.starts_with("textarea ") || tag.starts_with("input ") && !wordless
    };
    let mut found = BTreeSet::new();
    for (name, markup) in drawn() {
        for tag in markup.split('<').filter(holds_words) {
            found.extend(values(tag, "id").into_iter().map(str::to_owned));
            for part in [
                "autocomplete=\"off\"",
                "autocorrect=\"off\"",
                "spellcheck=\"false\"",
                "writingsuggestions=\"false\"",
                "data-gramm=\"false\"",
                "data-lt-active=\"false\"",
            ] {
                assert!(tag.contains(part), "{name}: {tag} lacks {part}");
            }
        }
    }
    let expected = ["code", "load-text", "own-note"].map(str::to_owned);
    assert_eq!(found, BTreeSet::from(expected));
}

#[test]
fn the_first_view_has_a_key_for_every_word_and_no_number() {
    let markup =
        draw(Draw { session: Session::default(), words: keys(), help_open: false, owner: Owner::default() });
    let words = markup.replace("><", ">\n<");
    let texts =
        words.split('\n').filter_map(|line| line.split_once('>')?.1.split_once('<')).map(|(text, _)| text);
    for text in texts.filter(|text| !text.trim().is_empty()) {
        assert!(text.starts_with('@') && !text.contains(char::is_whitespace), "{text}");
    }
    let structure = |markup: &str| markup.matches('<').count();
    assert_eq!(
        structure(&markup),
        structure(&render(Session::default(), false)),
        "the same elements as in English"
    );
}

#[test]
fn what_the_owner_adds_stands_below_the_public_lines_and_beside_the_steps() {
    let links = read_links(r#"{"C": "https://blog.example/talk", "more": "https://www.blog.example/trust"}"#)
        .unwrap();
    let owner = || Owner::new(Some(" Our practice: 555 0100 "), links.clone());
    let help = render_with(Session::default(), true, owner());
    let (contact, last) =
        (help.find("Our practice: 555 0100</bdi>").unwrap(), help.rfind("Al-Anon").unwrap());
    assert!(contact > last);
    let results = states::all().into_iter().find(|(name, _)| *name == "results-no-one").unwrap().1;
    let drawn = render_with(results, false, owner());
    for (address, times) in [("https://blog.example/talk", 2), ("https://www.blog.example/trust", 1)] {
        assert_eq!(
            drawn
                .matches(&format!("href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer\""))
                .count(),
            times
        );
    }
    assert_eq!(drawn.matches("Read more on <bdi>blog.example</bdi>").count(), 3);
}
