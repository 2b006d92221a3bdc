//! The app: holds the session, takes messages through [`step`] one at a time, and carries out their effects.

use std::rc::Rc;

use yew::prelude::*;

use super::capabilities::{Device, Host, Saving};
use super::context::{Cx, Focus, Help, Shared, Words};
use super::parts::{focus_in_place, focus_on, release_radios};
use super::view::{share_elements, view};
use crate::domain::device::{Request, Response, Shelf};
use crate::domain::session::{Catalog, CompareMsg, Effect, Msg, Next, SavingMsg, Session, step};
use crate::edition::FullOnly;
use crate::language::{HelpLines, Owner};

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The questionnaires.
    pub catalog: Shared<Catalog>,
    /// The words.
    pub words: Words,
    /// The help lines.
    pub lines: Shared<HelpLines>,
    /// The region of help lines shown first. When the owner changes it, the new one is shown.
    pub region: usize,
    /// BCP 47 tag of the reader's language.
    pub language: AttrValue,
    /// The owner's additions.
    pub owner: Shared<Owner>,
    /// The reader's actions on the first view, before the app arrived.
    pub opening: Shared<Opening>,
    /// Capabilities of the page around the app.
    pub host: Host,
}

/// The reader's actions on the first view, which the script draws before the app arrives.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// Radios and presses, in order.
    pub messages: Vec<Msg>,
    /// Whether "Get help now" was pressed.
    pub help: bool,
}

/// A message to the app.
pub enum AppMsg {
    /// A message to the session.
    Session(Msg),
    /// The reader asks the device.
    Ask(FullOnly<Request>),
    /// The reader changed the note.
    Noted(FullOnly<Rc<str>>),
    /// The storage may have changed, or another screen shows it: read it again.
    Look,
    /// The panel with help lines is opened or closed.
    PanelSet(bool),
    /// A region of help lines is chosen.
    RegionSet(usize),
}

/// The check-in.
pub struct App {
    session: Session,
    /// Effects to be carried out once the session is drawn.
    drawn: Vec<Effect>,
    focus: Focus,
    region: usize,
    /// Whether the panel with help lines is open, and how often it was opened or closed.
    panel: (bool, u32),
    shelf: Rc<Shelf>,
    note: Rc<str>,
}

impl Component for App {
    type Message = AppMsg;
    type Properties = AppProps;

    fn create(ctx: &Context<App>) -> App {
        let AppProps { opening, region, .. } = ctx.props();
        let mut app = App {
            session: Session::default(),
            drawn: Vec::new(),
            focus: Focus::default(),
            region: *region,
            panel: (opening.help, u32::from(opening.help)),
            shelf: Rc::default(),
            note: Rc::from(""),
        };
        for &msg in &opening.messages {
            app.step(ctx.props(), msg);
        }
        app.drawn.push(Effect::Look);
        app
    }

    fn update(&mut self, ctx: &Context<App>, msg: AppMsg) -> bool {
        let props = ctx.props();
        match msg {
            AppMsg::Session(msg) => self.step(props, msg),
            AppMsg::Ask(request) => self.ask(props, request),
            AppMsg::Look => match &props.host.device {
                Some(device) => self.ask(props, device.with(Request::Look)),
                None => false,
            },
            AppMsg::Noted(note) => {
                self.note = (*note).clone();
                true
            }
            // Closing what is closed is not worth a focus.
            AppMsg::PanelSet(false) if !self.panel.0 => false,
            AppMsg::PanelSet(now) => {
                self.panel = (now, self.panel.1.wrapping_add(1));
                true
            }
            AppMsg::RegionSet(now) => {
                self.region = now;
                true
            }
        }
    }

    fn changed(&mut self, ctx: &Context<App>, before: &AppProps) -> bool {
        let props = ctx.props();
        if props.region != before.region {
            self.region = props.region;
        }
        if props.host.device != before.host.device {
            self.drawn.push(Effect::Look);
        }
        if props.host.comparing != before.host.comparing {
            self.note_day(props);
        }
        true
    }

    fn view(&self, ctx: &Context<App>) -> Html {
        view(&self.session, &self.cx(ctx))
    }

    fn rendered(&mut self, ctx: &Context<App>, _: bool) {
        for effect in std::mem::take(&mut self.drawn) {
            match effect {
                Effect::FocusHeading => focus_on(&self.focus.heading),
                Effect::FocusProblem => focus_on(&self.focus.problem),
                Effect::FocusCover => focus_on(&self.focus.cover),
                Effect::FocusHeadingInPlace => focus_in_place(&self.focus.heading),
                Effect::Tell(moment) => ctx.props().host.tell.emit(moment),
                Effect::Look => ctx.link().send_message(AppMsg::Look),
                Effect::NoteDay | Effect::Ask(_) => {}
            }
        }
    }
}

impl App {
    /// Takes a message to the next session. The device is asked at once, so that the next message finds what it
    /// responded; the other effects wait until the session is drawn. Returns whether anything changed.
    fn step(&mut self, props: &AppProps, msg: Msg) -> bool {
        let Some(Next { session, effects }) = step(&props.catalog, &self.session, msg) else { return false };
        if effects.contains(&Effect::FocusHeading) && !share_elements(&self.session, &session) {
            release_radios(&self.focus.heading);
        }
        self.session = session;
        for effect in effects {
            match effect {
                Effect::Ask(request) => {
                    self.ask(props, request);
                }
                Effect::NoteDay => self.note_day(props),
                effect => self.drawn.push(effect),
            }
        }
        // A note goes with its run.
        if self.session.run().is_none() {
            self.note = Rc::from("");
        }
        true
    }

    /// Asks the device, and lets the session hear its response.
    fn ask(&mut self, props: &AppProps, request: FullOnly<Request>) -> bool {
        let Some(device) = &props.host.device else { return false };
        // The owner may have turned saving off meanwhile. What is saved can still be seen and erased.
        if request.adds() && !props.host.asks_to_save {
            return false;
        }
        self.shelf = Rc::new(device.answer.emit(((*request).clone(), self.shelf.clone())));
        let Some(response) = self.shelf.response else { return true };
        if matches!(response, Response::Erased | Response::Shared) {
            self.note = Rc::from("");
        }
        self.step(props, Msg::Saving(request.with(SavingMsg::Responded(response))));
        true
    }

    /// Notes today as the day of the results, where two people may compare.
    fn note_day(&mut self, props: &AppProps) {
        if let Some(comparing) = &props.host.comparing {
            self.step(props, comparing.msg(CompareMsg::Dated(comparing.today.emit(()))));
        }
    }

    fn cx(&self, ctx: &Context<App>) -> Cx {
        let AppProps { words, lines, language, owner, host, .. } = ctx.props();
        let link = ctx.link();
        let help = Help {
            lines: lines.clone(),
            region: self.region,
            language: language.clone(),
            open: self.panel.0,
            asked: self.panel.1,
            set_open: link.callback(AppMsg::PanelSet),
            set_region: link.callback(AppMsg::RegionSet),
        };
        Cx {
            words: words.clone(),
            help,
            owner: owner.clone(),
            host: host.clone(),
            saving: host.device.as_ref().map(|device| self.saving(device, ctx)),
            focus: self.focus.clone(),
            send: link.callback(AppMsg::Session),
        }
    }

    fn saving(&self, device: &FullOnly<Device>, ctx: &Context<App>) -> FullOnly<Saving> {
        let (asks, notes) = (device.with(()), device.with(()));
        device.with(Saving {
            shelf: self.shelf.clone(),
            ask: ctx.link().callback(move |request| AppMsg::Ask(asks.with(request))),
            open: device.open.clone(),
            is_offered: ctx.props().host.asks_to_save,
            note: self.note.clone(),
            set_note: ctx.link().callback(move |note| AppMsg::Noted(notes.with(note))),
        })
    }
}
