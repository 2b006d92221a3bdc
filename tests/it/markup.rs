//! Markup of every state, as the browser gets it. `UPDATE_EXPECT=1 cargo test` writes the snapshots anew.

use std::rc::Rc;

use expect_test::expect_file;
use trust_checkin::domain::session::Session;
use trust_checkin::text::Format;
use trust_checkin::ui::{Cx, Focus, Help, View, ViewProps, Words};
use trust_checkin::wire;
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::states;

const ENGLISH: &str = include_str!("../../content/en.json");
const LINES: &str = include_str!("../../content/helplines.json");

fn surroundings(open: bool) -> Cx {
    let lines = Rc::new(wire::help_lines(LINES).unwrap());
    let help = Help {
        region: lines.region_for(Some("US"), ""),
        lines,
        language: "en".into(),
        open,
        asked: 0,
        set_open: Callback::noop(),
        set_region: Callback::noop(),
    };
    Cx {
        words: Words::new(Rc::new(wire::language(ENGLISH, Format::plain_english()).unwrap())),
        help,
        focus: Focus::default(),
        send: Callback::noop(),
        print: Callback::noop(),
    }
}

fn render(session: Session, help_open: bool) -> String {
    let props = ViewProps { session, cx: surroundings(help_open) };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let local = tokio::task::LocalSet::new();
    let renderer = LocalServerRenderer::<View>::with_props(props).hydratable(false);
    let markup = local.block_on(&runtime, renderer.render());
    // One element a line keeps a difference readable.
    markup.replace("><", ">\n<") + "\n"
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

/// What holds on every screen whatever it shows.
#[test]
fn every_state_keeps_the_promises_of_a_screen() {
    for (name, session) in states::all() {
        let markup = render(session, false);
        let count = |what: &str| markup.matches(what).count();
        assert_eq!(count("Get help now</button>"), 1, "{name}: help one tap away");
        assert_eq!(count("part=\"primary\""), 1, "{name}: one primary button");
        assert_eq!(count("<h2 id=\"heading\" tabindex=\"-1\""), 1, "{name}: one heading for the focus");
        assert_eq!(count(" style="), 0, "{name}: a strict policy forbids style attributes");
        assert_eq!(count("%"), 0, "{name}: no percentages");
        for id in markup.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert_eq!(count(&format!(" id=\"{id}\"")), 1, "{name}: one element with id {id}");
        }
    }
}
