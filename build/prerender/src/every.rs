//! Every state that can be drawn, in every language: those of the gallery, and the same screens with help open, with
//! something saved, or with what an owner may turn on.

use std::rc::Rc;

use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::archive::{Archive, Loaded};
use trust_checkin::domain::content::Content;
use trust_checkin::domain::device::{Response, Shelf};
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::instrument::{Area, Perspective};
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::saved::{LoadError, Mark, Record, StoreError};
use trust_checkin::domain::session::{Msg, SavingMsg, Session};
use trust_checkin::domain::unfinished::{Revision, UnfinishedList};
use trust_checkin::edition::FullOnly;
use trust_checkin::language::{Link, Links, Owner, Text};
use trust_checkin::ui::{Cx, Help, Host, Shared};

use crate::draw::{comparing, draw_with, may_compare, saving, surroundings};
use crate::kept::{self, msg, next};
use crate::language::{english, lines, lines_in, marked};
use crate::states;

/// The country of the help lines, where a state asks for no other.
const COUNTRY: &str = "US";
/// A reader's note.
const NOTE: &str = "I called Sam before it got too much.";
/// When the reader with the unfinished check-in saved it, in UTC milliseconds.
const SAVED: i64 = 1_791_187_200_000;

/// A state: a session, and what is around it.
pub struct State {
    /// Its name, which no other state has.
    pub name: String,
    session: Session,
    /// The country whose lines show in the open panel; none where the panel is closed.
    help: Option<String>,
    /// The saved check-ins and the note, if the owner allows saving.
    saved: Option<(Shelf, &'static str)>,
    /// Saving turned off by the owner, after something was saved.
    is_saving_off: bool,
    /// Whether the owner lets two people compare.
    may_compare: bool,
    owner: Owner,
    sealed: bool,
}

impl State {
    fn new(name: impl Into<String>, session: Session) -> State {
        State {
            name: name.into(),
            session,
            help: None,
            saved: None,
            is_saving_off: false,
            may_compare: false,
            owner: Owner::default(),
            sealed: false,
        }
    }

    fn saving(name: &str, session: Session, shelf: Shelf) -> State {
        State { saved: Some((shelf, "")), ..State::new(name, session) }
    }

    fn helping(name: &str, session: Session) -> State {
        State { help: Some(COUNTRY.to_owned()), ..State::new(name, session) }
    }

    /// Its markup in the language with this tag, with marks for what `Intl` writes.
    pub fn draw(&self, tag: &str) -> String {
        self.draw_with(tag, marked(tag))
    }

    /// Its markup in English, with numbers and lists as plain code writes them.
    pub fn draw_plainly(&self) -> String {
        self.draw_with("en", english())
    }

    fn draw_with(&self, tag: &str, words: Text) -> String {
        let around = surroundings(words);
        let lines = Shared::new(lines_in(tag));
        let help = Help {
            region: lines.region_for(Some(self.help.as_deref().unwrap_or(COUNTRY)), ""),
            lines,
            language: tag.to_owned().into(),
            open: self.help.is_some(),
            ..around.help
        };
        let compare = if self.may_compare { FullOnly::new(may_compare()) } else { None };
        draw_with(
            self.session.clone(),
            Cx {
                help,
                owner: Shared::new(self.owner.clone()),
                host: Host {
                    sealed: self.sealed,
                    comparing: compare.or_else(|| comparing(&self.session)),
                    ..around.host
                },
                saving: self.saved.clone().and_then(|(shelf, note)| saving(shelf, note, !self.is_saving_off)),
                ..around
            },
        )
    }
}

/// Every state.
pub fn every_state() -> Vec<State> {
    let plain = states::all().into_iter().map(|(name, session)| State::new(name, session));
    let saved = kept::all().into_iter().map(|(name, session, shelf)| State::saving(name, session, shelf));
    plain.chain(saved).chain(helped()).chain(chosen()).chain(saving_states()).chain(saved_lists()).collect()
}

/// The panel with help lines, on some screens and for every country.
fn helped() -> Vec<State> {
    let countries = lines().regions.into_iter().map(|region| State {
        help: Some(region.id.to_string()),
        ..State::new(format!("help-{}", region.id), Session::default())
    });
    let article = |path: &str| Some(Link(format!("https://blog.example/{path}").into()));
    let links = Links {
        communication: article("talk"),
        consistency: article("every-day"),
        patience: article("slowly"),
        support: article("help"),
        more: article("trust"),
    };
    let owner = || Owner::new(Some("Our practice: 555 0100"), links.clone());
    let helping = vec![
        State::helping("question-help", kept::state("question-loved")),
        State::helping("results-help", kept::state("results")),
        State { owner: owner(), ..State::helping("help-owner", Session::default()) },
        State { owner: owner(), ..State::new("results-owner", kept::state("results")) },
    ];
    countries.chain(helping).collect()
}

/// Screens on which something is chosen, or is there because the owner asks for it.
fn chosen() -> Vec<State> {
    let loved = next(&Session::default(), Msg::PerspectiveChosen(Perspective::Loved));
    let okay = next(&kept::state("feeling"), Msg::FeelingChosen(Feeling::Okay));
    let answered = next(&kept::state("question-first"), Msg::Answered(ItemIdx(0), Answer::Chosen(2)));
    vec![
        State::new("welcome-chosen", next(&loved, Msg::NoOneInMind(true))),
        State { sealed: true, ..State::new("welcome-sealed", Session::default()) },
        State::new("feeling-okay", okay),
        State::new("question-chosen", answered),
        State::new("results-no-healing", no_healing()),
        State::new("sheet-no-one", next(&kept::state("results-no-one"), Msg::SheetAsked)),
        State::new("review-nudge-hidden", next(&kept::state("review-nudge"), Msg::HideToggled)),
        State { may_compare: true, ..State::new("results-compare", kept::state("results-loved")) },
    ]
}

fn responded(response: Response) -> Msg {
    msg(SavingMsg::Responded(response))
}

/// A loved one with six answers, as it is kept for later.
fn unfinished() -> (Session, Revision, UnfinishedList) {
    let six = [0, 1, 2].into_iter().fold(kept::state("question-loved"), |session, past| {
        let at = ItemIdx(3 + past);
        next(&next(&session, Msg::Answered(at, Answer::Chosen(3))), Msg::WentOn(at))
    });
    let revision = Revision { sequence: 1, number: 1, saved: SAVED };
    let list = UnfinishedList::of(vec![(revision, six.unfinished().unwrap())]).unwrap();
    (six, revision, list)
}

/// The results of a reader who skips every question about healing.
fn no_healing() -> Session {
    let start = kept::state("question-first");
    let instrument = start.run().unwrap().instrument.clone();
    let asked = instrument.definition().places().fold(start, |session, at| {
        let is_healing = instrument.row(at).is_some_and(|row| row.area == Area::Healing);
        let answer = if is_healing { Answer::Skipped } else { Answer::Chosen(3) };
        next(&next(&session, Msg::Answered(at, answer)), Msg::WentOn(at))
    });
    next(&asked, Msg::ResultsAsked)
}

/// Screens where something can be saved, or was.
fn saving_states() -> Vec<State> {
    let results = || kept::state("results");
    let (six, revision, list) = unfinished();
    let hard = || kept::shelf([kept::content("results-hard-stretch")], 0);
    let kept_six = next(&six, responded(Response::Kept(revision)));
    let empty = Shelf::default;
    let done = |response| Shelf { response: Some(response), ..Shelf::default() };
    let wrong = |why| Shelf { trouble: Some(why), ..done(Response::Failed(why)) };
    let mark = Mark { sequence: 1, saved: SAVED };
    let saved = Shelf { response: Some(Response::Saved(mark)), ..one() };
    let noted = |state: State| State { saved: state.saved.map(|(shelf, _)| (shelf, NOTE)), ..state };
    vec![
        State::saving("welcome-saving", Session::default(), empty()),
        off(State::saving("results-saving-off", results(), one())),
        off(State::saving("question-later-off", six.clone(), empty())),
        State::saving("question-later", six.clone(), empty()),
        State::saving(
            "question-kept",
            kept_six,
            Shelf { unfinished: list, ..done(Response::Kept(revision)) },
        ),
        State::saving("question-dropped", six.clone(), done(Response::Dropped)),
        State::saving("question-blocked", six.clone(), wrong(StoreError::Blocked)),
        State::saving("question-full", six.clone(), wrong(StoreError::Full)),
        State::saving("question-newer", six.clone(), wrong(StoreError::NewerVersion)),
        State::saving("question-gone", six.clone(), wrong(StoreError::Gone)),
        State::saving("question-looked", six.clone(), Shelf { response: None, ..wrong(StoreError::Blocked) }),
        State::saving("question-shared", six, Shelf { shared: true, ..empty() }),
        State::saving("review-later", kept::state("review"), empty()),
        State::saving("feeling-saving", kept::state("feeling"), empty()),
        State::saving("results-saving", results(), empty()),
        State::saving("results-unfinished", next(&results(), responded(Response::Kept(revision))), empty()),
        noted(State::saving("results-note", results(), empty())),
        noted(State::saving("results-saved", next(&results(), responded(Response::Saved(mark))), saved)),
        State::saving("results-blocked", results(), wrong(StoreError::Blocked)),
        State::saving("results-full", results(), wrong(StoreError::Full)),
        State::saving("results-newer", results(), wrong(StoreError::NewerVersion)),
        State::saving("results-shared", results(), Shelf { shared: true, ..empty() }),
        State::saving("change-many", results(), many()),
        State::saving(
            "change-two",
            results(),
            kept::shelf(["results-hard-stretch", "results-low-area"].map(kept::content), 7),
        ),
        State::saving("change-too-soon", results(), seen(&hard(), 2)),
        State::saving("change-clock-set-back", results(), seen(&hard(), -40)),
        State::saving("change-not-scored", results(), kept::shelf([kept::content("results-all-skipped")], 0)),
    ]
}

/// The same, with so many days since the first check-in was saved.
fn seen(shelf: &Shelf, days: i64) -> Shelf {
    let first = shelf.archive.records()[0].mark.saved;
    Shelf { now: first + days * 24 * 60 * 60 * 1000, ..shelf.clone() }
}

/// The same where the owner has turned saving off since.
fn off(state: State) -> State {
    State { is_saving_off: true, ..state }
}

/// One check-in, with a note.
fn one() -> Shelf {
    let mark = Mark { sequence: 1, saved: SAVED };
    let record = Record { mark, content: kept::content("results").noting(NOTE) };
    Shelf { archive: Archive::of(vec![record]).unwrap(), now: SAVED, ..Shelf::default() }
}

/// Three check-ins of one list, and one of another.
fn many() -> Shelf {
    let contents: [Content; 4] = [
        kept::content("results-hard-stretch").noting("A walk every day."),
        kept::content("results-all-skipped"),
        kept::content("results-going-well").in_list(2),
        kept::content("results-low-area").noting(NOTE),
    ];
    kept::shelf(contents, 7)
}

/// "My saved check-ins", and the questions asked there.
fn saved_lists() -> Vec<State> {
    let list = || next(&Session::default(), msg(SavingMsg::SavedAsked));
    let (six, revision, unfinished) = unfinished();
    let with_unfinished = || Shelf { unfinished: unfinished.clone(), now: SAVED, ..Shelf::default() };
    let done = |response| Shelf { response: Some(response), ..many() };
    let resume = next(&list(), msg(SavingMsg::ResumeAsked(revision)));
    let loses = {
        let list = next(&kept::state("results"), msg(SavingMsg::SavedAsked));
        next(&list, msg(SavingMsg::ResumeAsked(revision)))
    };
    let stays = {
        let kept = next(&six, responded(Response::Kept(revision)));
        let feeling = [Msg::WentBack; 7].into_iter().fold(kept, |session, back| next(&session, back));
        next(&next(&feeling, msg(SavingMsg::SavedAsked)), msg(SavingMsg::ResumeAsked(revision)))
    };
    let share = next(&list(), msg(SavingMsg::SharedAsked));
    let text: Rc<str> = "{\n  \"format\": \"trust-checkin\"\n}\n".into();
    let troubles = [
        ("saved-blocked", StoreError::Blocked),
        ("saved-full", StoreError::Full),
        ("saved-newer", StoreError::NewerVersion),
        ("saved-gone", StoreError::Gone),
        ("saved-unreadable", StoreError::Corrupt),
        ("saved-off", StoreError::Shared),
    ];
    let refusals = [
        ("load-not-opened", LoadError::NotOpened),
        ("load-too-long", LoadError::TooLong),
        ("load-foreign", LoadError::Foreign),
        ("load-cut-short", LoadError::CutShort),
        ("load-altered", LoadError::Altered),
        ("load-newer", LoadError::Newer),
    ];
    let loaded = Loaded { added: 2, known: 1, expired: 3 };
    let states = vec![
        State::saving("saved-one", list(), one()),
        State::saving("saved-unfinished", list(), with_unfinished()),
        off(State::saving("saved-one-off", list(), Shelf { unfinished: unfinished.clone(), ..one() })),
        State::saving("saved-resume", resume.clone(), with_unfinished()),
        State::saving("saved-resume-loses", loses, with_unfinished()),
        State::saving("saved-resume-stays", stays, with_unfinished()),
        State::saving("saved-share", share, with_unfinished()),
        State::saving(
            "saved-shared",
            list(),
            Shelf { shared: true, response: Some(Response::Shared), ..Shelf::default() },
        ),
        State::saving("saved-erased", list(), Shelf { response: Some(Response::Erased), ..Shelf::default() }),
        State::saving("saved-corrupt", list(), Shelf { unread: true, ..Shelf::default() }),
        State::saving("saved-file", list(), Shelf { file: Some(text), ..done(Response::Made) }),
        State::saving("load-done", list(), done(Response::Loaded(loaded))),
    ];
    let troubles = troubles.map(|(name, trouble)| {
        State::saving(name, list(), Shelf { trouble: Some(trouble), ..Shelf::default() })
    });
    let refusals = refusals.map(|(name, why)| State::saving(name, list(), done(Response::NotLoaded(why))));
    states.into_iter().chain(troubles).chain(refusals).collect()
}
