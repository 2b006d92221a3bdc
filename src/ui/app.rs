//! The model, its reducer, and the effects that move the focus.

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Cx, Focus, Help, Words};
use super::parts::focus_on;
use super::view::View;
use crate::domain::session::{Catalog, Effect, Msg, Session, effects, step};
use crate::text::HelpLines;

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
    /// Called once, when the card is on the page.
    pub ready: Callback<()>,
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
    let panel = use_state(|| (false, 0_u32));
    let focus = use_memo((), |()| Focus::default());
    use_effect_with((), {
        let ready = props.ready.clone();
        move |()| ready.emit(())
    });
    use_effect_with((model.turn, model.effect), {
        let focus = focus.clone();
        move |&(_, effect)| run(effect, &focus)
    });
    let set_open = use_callback(panel.clone(), |now, panel| {
        // Closing what is closed is not worth a focus.
        if now || panel.0 {
            panel.set((now, panel.1.wrapping_add(1)));
        }
    });
    let set_region = use_callback((), {
        let region = region.setter();
        move |now, ()| region.set(now)
    });
    let send = use_callback((), {
        let dispatcher = model.dispatcher();
        move |msg, ()| dispatcher.dispatch(msg)
    });
    let (open, asked) = *panel;
    let help = Help {
        lines: props.lines.clone(),
        region: *region,
        language: props.language.clone(),
        open,
        asked,
        set_open,
        set_region,
    };
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
