//! Markup of every state, as the browser gets it. `UPDATE_EXPECT=1 cargo test` writes the snapshots anew.

use expect_test::expect_file;
use fuzz::read_links;
use prerender::{Draw, draw, english, keys, language, states, tags};
use trust_checkin::domain::session::Session;
use trust_checkin::language::Owner;

fn render(session: Session, help_open: bool) -> String {
    render_with(session, help_open, Owner::default())
}

fn render_with(session: Session, help_open: bool, owner: Owner) -> String {
    // One element a line keeps a difference readable.
    draw(Draw { session, words: english(), help_open, owner }).replace("><", ">\n<") + "\n"
}

#[test]
fn every_state_is_drawn_as_its_snapshot_says() {
    for (name, session) in states::all() {
        expect_file![format!("snapshots/{name}.html")].assert_eq(&render(session, false));
    }
}

#[test]
fn the_help_panel_is_drawn_as_its_snapshot_says() {
    expect_file!["snapshots/help-open.html"].assert_eq(&render(Session::default(), true));
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

/// What holds on every screen whatever it shows.
#[test]
fn every_state_keeps_the_promises_of_a_screen() {
    for (name, session) in states::all() {
        let markup = render(session, false);
        // What is covered is still there, out of sight.
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
        for id in markup.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert_eq!(count(&format!(" id=\"{id}\"")), 1, "{name}: one element with id {id}");
        }
    }
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
