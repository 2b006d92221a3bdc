//! One state as markup.

use std::rc::Rc;

use trust_checkin::domain::compare::FIRST_DAY;
use trust_checkin::domain::device::Shelf;
use trust_checkin::domain::session::{Overlay, Session};
use trust_checkin::edition::FullOnly;
use trust_checkin::formats::share_code::{read, write};
use trust_checkin::language::{Owner, Text};
use trust_checkin::ui::{Comparing, Cx, Focus, Help, Host, Saving, Shared, Words, view};
use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::language::lines;

/// A state to draw, and its context.
pub struct Draw {
    /// The state.
    pub session: Session,
    /// The words.
    pub words: Text,
    /// Whether the panel with help lines is open.
    pub help_open: bool,
    /// The owner's additions.
    pub owner: Owner,
}

/// The markup of a state, with the help lines of the United States.
pub fn draw(what: Draw) -> String {
    draw_in(what, None)
}

/// The same where the owner allows to ask whether to save, with what is saved.
pub fn draw_saving(what: Draw, shelf: Shelf) -> String {
    draw_in(what, saving(shelf, "", true))
}

/// Saving, with what is saved and the reader's note; `is_offered` tells whether more can be saved.
pub(crate) fn saving(shelf: Shelf, note: &str, is_offered: bool) -> Option<FullOnly<Saving>> {
    FullOnly::new(Saving {
        shelf: Rc::new(shelf),
        ask: Callback::noop(),
        open: Callback::noop(),
        is_offered,
        note: note.into(),
        set_note: Callback::noop(),
    })
}

fn draw_in(Draw { session, words, help_open, owner }: Draw, saving: Option<FullOnly<Saving>>) -> String {
    let around = surroundings(words);
    let help = Help { open: help_open, ..around.help };
    let host = Host { comparing: comparing(&session), ..around.host };
    let cx = Cx { help, saving, host, owner: Shared::new(owner), ..around };
    draw_with(session, cx)
}

/// The markup of a session with all that is around it.
pub(crate) fn draw_with(session: Session, cx: Cx) -> String {
    render::<Drawn>(DrawnProps { session, cx })
}

/// The means to compare, where two people do.
pub(crate) fn comparing(session: &Session) -> Option<FullOnly<Comparing>> {
    let stage = session.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Comparing(stage) => Some(stage),
        _ => None,
    });
    Some(stage?.with(may_compare()))
}

/// The means to compare.
pub(crate) fn may_compare() -> Comparing {
    Comparing {
        today: Callback::from(|()| FIRST_DAY),
        write: Callback::from(|figures| write(&figures).into()),
        read: Callback::from(|text: String| read(&text)),
        open: Callback::noop(),
        download: Callback::noop(),
    }
}

/// Returns the context of every screen: the help lines of the United States, and callbacks that do nothing.
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
        host: Host {
            sealed: false,
            device: None,
            asks_to_save: true,
            comparing: None,
            take: Callback::from(|_| "".into()),
            now: Callback::from(|()| 0),
            print: Callback::from(|()| true),
            leave: Callback::noop(),
            tell: Callback::noop(),
        },
        saving: None,
        focus: Focus::default(),
        send: Callback::noop(),
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
