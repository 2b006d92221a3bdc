//! One state as markup.

use std::rc::Rc;

use trust_checkin::domain::compare::FIRST_DAY;
use trust_checkin::domain::saved::Shelf;
use trust_checkin::domain::session::Session;
use trust_checkin::edition::Full;
use trust_checkin::formats::share_code::{read, write};
use trust_checkin::language::{Owner, Text};
use trust_checkin::ui::{Comparing, Cx, Focus, Help, Saving, Shared, Words, view};
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::language::lines;

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

/// The markup of a state, with the help lines of the United States.
pub fn draw(what: Draw) -> String {
    draw_in(what, None)
}

/// The same where the owner allows to ask whether to save, with what is saved.
pub fn draw_saving(what: Draw, shelf: Shelf) -> String {
    draw_in(what, saving(shelf, ""))
}

/// What is saved, and what the reader wants to remember.
pub(crate) fn saving(shelf: Shelf, note: &str) -> Option<Saving> {
    Full::build().map(|full| Saving {
        full,
        shelf: Rc::new(shelf),
        ask: Callback::noop(),
        open: Callback::noop(),
        note: note.into(),
        set_note: Callback::noop(),
    })
}

fn draw_in(Draw { session, words, help_open, owner }: Draw, saving: Option<Saving>) -> String {
    let around = surroundings(words);
    let help = Help { open: help_open, ..around.help };
    let comparing = comparing(&session);
    let cx = Cx { help, saving, comparing, owner: Shared::new(owner), ..around };
    draw_with(session, cx)
}

/// The markup of a session with all that is around it.
pub(crate) fn draw_with(session: Session, cx: Cx) -> String {
    render::<Drawn>(DrawnProps { session, cx })
}

/// What two people who compare need, where they do.
pub(crate) fn comparing(session: &Session) -> Option<Comparing> {
    match session {
        Session::Covered { under, .. } => comparing(under),
        Session::Comparing { full, .. } => Some(may_compare(*full)),
        _ => None,
    }
}

/// What two people who compare need.
pub(crate) fn may_compare(full: Full) -> Comparing {
    Comparing {
        full,
        today: Callback::from(|()| FIRST_DAY),
        write: Callback::from(|figures| write(&figures).into()),
        read: Callback::from(|text: String| read(&text)),
        open: Callback::noop(),
        download: Callback::noop(),
    }
}

/// What every screen is given, with the help lines of the United States, where nothing can be pressed.
pub(crate) fn surroundings(words: Text) -> Cx {
    let lines = Shared::new(lines());
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
        comparing: None,
        focus: Focus::default(),
        send: Callback::noop(),
        take: Callback::from(|_| "".into()),
        now: Callback::from(|()| 0),
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
