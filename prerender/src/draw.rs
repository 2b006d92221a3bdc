//! One state as markup.

use std::rc::Rc;

use trust_checkin::domain::pair::FIRST_DAY;
use trust_checkin::domain::saved::Shelf;
use trust_checkin::domain::session::Session;
use trust_checkin::full::Full;
use trust_checkin::text::{Format, HelpLines, Message, Owner, Text};
use trust_checkin::ui::{Comparing, Cx, Focus, Help, Saving, Shared, Words, view};
use trust_checkin::wire::code::{read, write};
use trust_checkin::wire::{self, write_shipped};
use yew::LocalServerRenderer;
use yew::prelude::*;

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

/// The folder with a file for each language.
const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../content");

/// The file of a language by its BCP 47 tag.
pub(crate) fn content(tag: &str) -> String {
    std::fs::read_to_string(format!("{CONTENT}/{tag}.json")).unwrap()
}

/// The help lines; those without a name of their own are named in this language.
pub(crate) fn lines_in(tag: &str) -> HelpLines {
    let file: serde_json::Value = serde_json::from_str(&content(tag)).unwrap();
    let mut lines = wire::help_lines(LINES).unwrap();
    for line in lines.regions.iter_mut().flat_map(|region| &mut region.lines) {
        if let Some(name) = file["lines"][&*line.name].as_str() {
            line.name = name.into();
        }
    }
    lines
}

/// The text of a language's data file, as the app reads it.
pub fn data(tag: &str) -> String {
    let text = write_shipped(&language(tag), &lines_in(tag)).and_then(|text| {
        wire::shipped(&text, Format::plain_english())?;
        Ok(text)
    });
    text.unwrap_or_else(|why| panic!("content/{tag}.json: {why}"))
}

/// The tags of all languages, in the order of the alphabet.
pub fn tags() -> Vec<String> {
    let files = std::fs::read_dir(CONTENT).unwrap().map(|entry| entry.unwrap().file_name());
    let names = files.filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned()));
    let mut tags: Vec<_> = names.filter(|name| name != "helplines").collect();
    tags.sort();
    tags
}

/// A language, with numbers and lists as plain code writes them.
pub fn language(tag: &str) -> Text {
    let text = wire::language(&content(tag), Format::plain_english());
    text.unwrap_or_else(|why| panic!("content/{tag}.json: {why}"))
}

/// English, with numbers and lists as plain code writes them.
pub fn english() -> Text {
    language("en")
}

/// A language that says `@key` for every message, for whoever puts in the words later.
pub fn keys() -> Text {
    let keys = Message::ALL.iter().map(|message| format!("@{}", message.key()).into()).collect();
    Text::new(keys, Vec::new(), Format::plain_english())
}

/// The markup of a state, with the help lines of the United States.
pub fn draw(what: Draw) -> String {
    draw_in(what, None)
}

/// The same where the owner allows to ask whether to save, with what is saved.
pub fn draw_saving(what: Draw, shelf: Shelf) -> String {
    let saving = Full::build().map(|full| Saving {
        full,
        shelf: Rc::new(shelf),
        ask: Callback::noop(),
        open: Callback::noop(),
        note: "".into(),
        set_note: Callback::noop(),
    });
    draw_in(what, saving)
}

fn draw_in(Draw { session, words, help_open, owner }: Draw, saving: Option<Saving>) -> String {
    let around = surroundings(words);
    let help = Help { open: help_open, ..around.help };
    let comparing = comparing(&session);
    let cx = Cx { help, saving, comparing, owner: Shared::new(owner), ..around };
    render::<Drawn>(DrawnProps { session, cx })
}

/// What two people who compare need, where they do.
fn comparing(session: &Session) -> Option<Comparing> {
    match session {
        Session::Covered { under, .. } => comparing(under),
        Session::Pairing { full, .. } => Some(Comparing {
            full: *full,
            today: Callback::from(|()| FIRST_DAY),
            write: Callback::from(|figures| write(&figures).into()),
            read: Callback::from(|text: String| read(&text)),
            open: Callback::noop(),
            hand_over: Callback::noop(),
        }),
        _ => None,
    }
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
