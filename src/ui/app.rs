//! The model, its reducer, and the effects that move the focus.

use std::rc::Rc;

use yew::prelude::*;

use super::capabilities::Comparing;
use super::context::{Cx, Focus, Help, Shared, Words};
use super::export::Taken;
use super::parts::{focus_in_place, focus_on, release_radios};
use super::saving::{Device, Saving};
use super::view::{share_elements, view};
use crate::domain::saved::{Done, Request, Shelf, StoreError};
use crate::domain::session::{
    Catalog, CompareMsg, DeviceMsg, Effect, Moment, Msg, Session, effects, moment, request, step,
};
use crate::edition::Full;
use crate::language::{HelpLines, Owner};

/// Props of [`App`]: what was loaded, and what the page can do.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The questionnaires.
    pub catalog: Shared<Catalog>,
    /// The words.
    pub words: Words,
    /// The help lines.
    pub lines: Shared<HelpLines>,
    /// The region of help lines to begin with; when the owner changes it, it is shown.
    pub region: usize,
    /// BCP 47 tag of the reader's language.
    pub language: AttrValue,
    /// What the owner of the page adds.
    pub owner: Shared<Owner>,
    /// Whether the check-in runs in a frame that seals itself off.
    pub sealed: bool,
    /// What the device may be asked to keep, where the owner allows to ask.
    pub device: Option<Device>,
    /// What two people who compare need, where the owner has turned it on.
    pub comparing: Option<Comparing>,
    /// What the reader did before the app was there.
    pub opening: Shared<Opening>,
    /// Gives the reader something to take along, and gives back its text.
    pub take: Callback<Taken, Rc<str>>,
    /// The moment it is, in UTC milliseconds.
    pub now: Callback<(), i64>,
    /// Prints the page; gives back whether that has begun.
    pub print: Callback<(), bool>,
    /// Leaves the page.
    pub leave: Callback<()>,
    /// How often the check-in was left alone, and whether it had the focus the last time.
    pub left_alone: (u32, bool),
    /// How often another tab changed what the browser keeps.
    pub kept_elsewhere: u32,
    /// Called at moments the page around may be told of.
    pub tell: Callback<Moment>,
}

/// What the reader did on the first view, which the page draws before the app is there.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Opening {
    /// What was chosen and pressed there, in order.
    pub messages: Vec<Msg>,
    /// Whether "Get help now" was pressed.
    pub help: bool,
}

struct Model {
    catalog: Shared<Catalog>,
    session: Session,
    /// The effect of the last message.
    effect: Option<Effect>,
    /// What the last message lets the page be told.
    moment: Option<Moment>,
    /// How many messages changed something; tells two equal effects apart.
    turn: u32,
}

impl Model {
    /// The card, and from there on what the reader did before the app was there.
    fn opened(catalog: Shared<Catalog>, opening: &Opening) -> Model {
        let session = Session::default();
        let first = Model { catalog, session, effect: None, moment: None, turn: 0 };
        opening.messages.iter().fold(first, |model, &msg| model.after(msg).unwrap_or(model))
    }

    fn after(&self, msg: Msg) -> Option<Model> {
        let session = step(&self.catalog, &self.session, msg)?;
        Some(Model {
            catalog: self.catalog.clone(),
            effect: effects(&self.session, &session),
            moment: moment(&self.session, &session),
            turn: self.turn.wrapping_add(1),
            session,
        })
    }
}

impl Reducible for Model {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        self.after(msg).map_or(self, Rc::new)
    }
}

/// The check-in.
#[component]
pub fn App(props: &AppProps) -> Html {
    let catalog = props.catalog.clone();
    let opening = props.opening.clone();
    let model = use_reducer(|| Model::opened(catalog, &opening));
    let region = use_state_eq(|| props.region);
    let panel = use_state(|| (props.opening.help, u32::from(props.opening.help)));
    let focus = use_memo((), |()| Focus::default());
    use_effect_with((model.turn, model.effect), {
        let focus = focus.clone();
        move |&(_, effect)| run(effect, &focus)
    });
    use_effect_with((model.turn, model.moment), {
        let tell = props.tell.clone();
        move |&(_, moment)| moment.into_iter().for_each(|moment| tell.emit(moment))
    });
    use_effect_with(props.left_alone, {
        let model = model.dispatcher();
        move |&(times, had_focus)| {
            if times > 0 {
                model.dispatch(Msg::LeftAlone { had_focus });
            }
        }
    });
    use_effect_with(props.region, {
        let region = region.setter();
        move |&now| region.set(now)
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
    let saving = use_saving(&props.device, props.kept_elsewhere, &model);
    let send = Callback::from({
        let (model, focus, saving) = (model.clone(), focus.clone(), saving.clone());
        move |msg| {
            let next = model.after(msg);
            let leaves = |next: &Model| {
                next.effect == Some(Effect::FocusHeading) && !share_elements(&model.session, &next.session)
            };
            if next.as_ref().is_some_and(leaves) {
                release_radios(&focus.heading);
            }
            // Once the message is sent, the model is the next one.
            let asked = saving.as_ref().and_then(|saving| {
                let request = request(&model.session, &next.as_ref()?.session)?;
                Some((saving, request))
            });
            model.dispatch(msg);
            if let Some((saving, request)) = asked {
                saving.ask.emit(request);
            }
        }
    });
    use_dating(&props.comparing, &model);
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
    let cx = Cx {
        words: props.words.clone(),
        help,
        owner: props.owner.clone(),
        sealed: props.sealed,
        saving,
        comparing: props.comparing.clone(),
        focus: (*focus).clone(),
        send,
        take: props.take.clone(),
        now: props.now.clone(),
        print: props.print.clone(),
        leave: props.leave.clone(),
    };
    view(&model.session, &cx)
}

/// What is saved: looked at when the check-in, the results or the list opens and when another tab changes it.
#[hook]
fn use_saving(device: &Option<Device>, elsewhere: u32, model: &UseReducerHandle<Model>) -> Option<Saving> {
    Full::build()?;
    let shelf = use_state(|| Rc::new(Shelf::default()));
    let note = use_state(|| Rc::<str>::from(""));
    let unfinished = model.session.run().and_then(|run| run.unfinished);
    let ask = use_callback((device.clone(), unfinished), {
        let (shelf, note, model) = (shelf.setter(), note.setter(), model.dispatcher());
        move |request: Request, (device, unfinished)| {
            let Some(device) = device else { return };
            let keeps = matches!(request, Request::Keep(..));
            let now = device.answer.emit(request);
            if matches!(now.done, Some(Done::Erased | Done::Shared)) {
                note.set(Rc::from(""));
            }
            if keeps && now.trouble == Some(StoreError::Gone) {
                model.dispatch(Msg::Device(device.full, DeviceMsg::Unkept));
            }
            if let (Some(Done::Saved(_)), Some(revision)) = (&now.done, unfinished) {
                // What is saved as a whole is unfinished no more.
                device.answer.emit(Request::Drop(*revision));
                model.dispatch(Msg::Device(device.full, DeviceMsg::Unkept));
            }
            told(&now, device.full).into_iter().for_each(|msg| model.dispatch(msg));
            shelf.set(Rc::new(now));
        }
    });
    // What is said there is about what the reader asks for there.
    let place = match model.session {
        Session::Saved { .. } | Session::Sharing { .. } | Session::Resuming { .. } => 2,
        Session::Done { .. } => 1,
        _ => 0,
    };
    use_effect_with((device.clone(), place, elsewhere), {
        let ask = ask.clone();
        move |_| ask.emit(Request::Look)
    });
    // Whoever starts over is about to remember something else.
    use_effect_with(model.session.run().is_some(), {
        let note = note.setter();
        move |&is_running| {
            if !is_running {
                note.set(Rc::from(""));
            }
        }
    });
    device.as_ref().map(|device| Saving {
        full: device.full,
        shelf: (*shelf).clone(),
        ask,
        open: device.open.clone(),
        note: (*note).clone(),
        set_note: Callback::from({
            let note = note.setter();
            move |now| note.set(now)
        }),
    })
}

/// Notes the day of the results, which a code carries.
#[hook]
fn use_dating(comparing: &Option<Comparing>, model: &UseReducerHandle<Model>) {
    let is_undated = matches!(&model.session, Session::Done { run, .. } if run.day.is_none());
    let model = model.dispatcher();
    use_effect_with((is_undated, comparing.clone()), move |(is_undated, comparing)| {
        if let (true, Some(comparing)) = (is_undated, comparing) {
            model.dispatch(comparing.msg(CompareMsg::Dated(comparing.today.emit(()))));
        }
    });
}

/// What the session hears of an answer of the device.
fn told(shelf: &Shelf, full: Full) -> Option<Msg> {
    let msg = match shelf.done {
        Some(Done::Saved(mark)) => return Some(Msg::Kept(mark)),
        Some(Done::Erased) => return Some(Msg::Erased),
        Some(Done::Made(_) | Done::Loaded(_) | Done::NotLoaded(_)) => return None,
        Some(Done::Shared) => DeviceMsg::Shared,
        Some(Done::Kept(revision)) => DeviceMsg::Kept(revision),
        Some(Done::Dropped) => DeviceMsg::Unkept,
        Some(Done::Resumed(revision, unfinished)) => DeviceMsg::Resumed(revision, unfinished),
        None => return None,
    };
    Some(Msg::Device(full, msg))
}

fn run(effect: Option<Effect>, focus: &Focus) {
    match effect {
        Some(Effect::FocusHeading) => focus_on(&focus.heading),
        Some(Effect::FocusProblem) => focus_on(&focus.problem),
        Some(Effect::FocusCover) => focus_on(&focus.cover),
        Some(Effect::FocusHeadingInPlace) => focus_in_place(&focus.heading),
        None => {}
    }
}
