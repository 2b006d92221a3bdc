//! The model, its reducer, and the effects that move the focus.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Cx, Focus, Help, Words};
use super::parts::focus_on;
use super::view::View;
use crate::domain::session::{Catalog, Effect, Msg, Session, effects, step};
use crate::text::{HelpLines, Text};

/// Props of [`App`]: what was loaded, and what the page can do.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The questionnaires.
    pub catalog: Rc<Catalog>,
    /// The words.
    pub words: Words,
    /// The help lines.
    pub lines: Rc<HelpLines>,
    /// The region of help lines to begin with.
    pub region: usize,
    /// BCP 47 tag of the reader's language.
    pub language: AttrValue,
    /// Prints the page.
    pub print: Callback<()>,
}

impl AppProps {
    /// Props for a loaded language.
    pub fn new(
        catalog: Catalog,
        text: Text,
        lines: HelpLines,
        region: usize,
        language: AttrValue,
        print: Callback<()>,
    ) -> AppProps {
        let words = Words::new(Rc::new(text));
        AppProps { catalog: Rc::new(catalog), words, lines: Rc::new(lines), region, language, print }
    }
}

struct Model {
    catalog: Rc<Catalog>,
    session: Session,
    /// The effect of the last message.
    effect: Option<Effect>,
    /// How many messages changed something; tells two equal effects apart.
    turn: u32,
}

impl Reducible for Model {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        match step(&self.catalog, &self.session, msg) {
            None => self,
            Some(session) => Rc::new(Model {
                catalog: self.catalog.clone(),
                effect: effects(&self.session, &session),
                turn: self.turn.wrapping_add(1),
                session,
            }),
        }
    }
}

/// The check-in.
#[component]
pub fn App(props: &AppProps) -> Html {
    let catalog = props.catalog.clone();
    let model = use_reducer(|| Model { catalog, session: Session::default(), effect: None, turn: 0 });
    let region = use_state(|| props.region);
    let open = use_state(|| false);
    let focus = use_memo((), |()| Focus::default());
    use_effect_with((model.turn, model.effect), {
        let focus = focus.clone();
        move |&(_, effect)| run(effect, &focus)
    });
    let help = Help {
        lines: props.lines.clone(),
        region: *region,
        language: props.language.clone(),
        open: *open,
        set_open: Callback::from(move |now| open.set(now)),
        set_region: Callback::from(move |now| region.set(now)),
    };
    let send = Callback::from({
        let dispatcher = model.dispatcher();
        move |msg| dispatcher.dispatch(msg)
    });
    let cx =
        Cx { words: props.words.clone(), help, focus: (*focus).clone(), send, print: props.print.clone() };
    html! { <View session={model.session.clone()} {cx} /> }
}

fn run(effect: Option<Effect>, focus: &Focus) {
    match effect {
        Some(Effect::FocusHeading) => focus_on(&focus.heading),
        Some(Effect::FocusProblem) => focus_on(&focus.problem),
        None => {}
    }
}
