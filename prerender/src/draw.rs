//! One state as markup.

use std::rc::Rc;

use trust_checkin::domain::session::Session;
use trust_checkin::text::{Format, Message, Owner, Text};
use trust_checkin::ui::{Cx, Focus, Help, Shared, Words, view};
use trust_checkin::wire;
use yew::LocalServerRenderer;
use yew::prelude::*;

pub(crate) const ENGLISH: &str = include_str!("../../content/en.json");
const LINES: &str = include_str!("../../content/helplines.json");

/// What is drawn, and around what.
pub struct Draw {
    /// The state.
    pub session: Session,
    /// The words.
    pub words: Text,
    /// Whether the panel with help lines is open.
    pub help_open: bool,
    /// What the owner adds.
    pub owner: Owner,
}

/// English, with numbers and lists as plain code writes them.
pub fn english() -> Text {
    wire::language(ENGLISH, Format::plain_english()).unwrap()
}

/// A language that says `@key` for every message, for whoever puts in the words later.
pub fn keys() -> Text {
    let keys = Message::ALL.iter().map(|message| format!("@{}", message.key()).into()).collect();
    Text::new(keys, Vec::new(), Format::plain_english())
}

/// The markup of a state, with the help lines of the United States.
pub fn draw(Draw { session, words, help_open, owner }: Draw) -> String {
    let around = surroundings(words);
    let help = Help { open: help_open, ..around.help };
    let cx = Cx { help, owner: Shared::new(owner), ..around };
    render::<Drawn>(DrawnProps { session, cx })
}

/// What every screen is given, with the help lines of the United States, where nothing can be pressed.
pub(crate) fn surroundings(words: Text) -> Cx {
    let lines = Shared::new(wire::help_lines(LINES).unwrap());
    let help = Help {
        region: lines.region_for(Some("US"), ""),
        lines,
        language: "en".into(),
        open: false,
        asked: 0,
        set_open: Callback::noop(),
        set_region: Callback::noop(),
    };
    Cx {
        words: Words::new(Rc::new(words)),
        help,
        owner: Shared::new(Owner::default()),
        sealed: false,
        saving: None,
        focus: Focus::default(),
        send: Callback::noop(),
        take: Callback::from(|_| "".into()),
        print: Callback::from(|()| true),
        leave: Callback::noop(),
    }
}

/// A component as markup.
pub(crate) fn render<C: BaseComponent>(props: C::Properties) -> String
where
    C::Properties: 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    session: Session,
    cx: Cx,
}

#[component]
fn Drawn(DrawnProps { session, cx }: &DrawnProps) -> Html {
    view(session, cx)
}
