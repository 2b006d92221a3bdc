//! Takes a check-in along a trace and prints where it leads.
//!
//! A trace is a line of words, one message each, printed with the screen it leads to. `3` and `-` answer
//! the question shown, `on` is Continue, `3>` is both; `3@A1` and `on@A1` carry a question of their own, as a
//! late click does. `3>*5` is five times `3>`, of which the last screen is printed.

use expect_test::Expect;
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::guidance::{Feeling, outcome};
use trust_checkin::domain::instrument::Perspective;
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::session::{
    Catalog, Effect, Flow, Loss, Missed, Msg, Next, Overlay, Run, Session, Then, step,
};

pub struct Walk {
    pub catalog: Catalog,
    pub session: Session,
    /// The effects of the last message.
    pub effects: Vec<Effect>,
    pub lines: Vec<String>,
}

impl Walk {
    pub fn new() -> Walk {
        Walk {
            catalog: Catalog::built_in().unwrap(),
            session: Session::default(),
            effects: Vec::new(),
            lines: Vec::new(),
        }
    }

    /// Takes a message and says what came of it.
    pub fn send(&mut self, msg: Msg) -> String {
        let next = step(&self.catalog, &self.session, msg);
        let Some(Next { session, effects }) = next else { return "ignored".to_owned() };
        let focus = effects.iter().map(|effect| match effect {
            Effect::FocusHeading => " *heading",
            Effect::FocusProblem => " *problem",
            Effect::FocusCover => " *cover",
            Effect::FocusHeadingInPlace => " *heading in place",
            Effect::Tell(_) | Effect::NoteDay | Effect::Look | Effect::Ask(_) => "",
        });
        let focus: String = focus.collect();
        (self.session, self.effects) = (session, effects);
        format!("{}{focus}", shown(&self.session))
    }

    pub fn word(&mut self, word: &str) -> String {
        let (word, times) = word.split_once('*').unwrap_or((word, "1"));
        let mut said = String::new();
        for _ in 0..times.parse().unwrap() {
            said = match word.strip_suffix('>') {
                Some(answer) => {
                    let answered = self.msg(answer);
                    self.send(answered);
                    let on = self.msg("on");
                    self.send(on)
                }
                None => {
                    let msg = self.msg(word);
                    self.send(msg)
                }
            };
        }
        said
    }

    pub fn here(&self) -> ItemIdx {
        match &self.session.flow {
            Flow::Asking { at, .. } => *at,
            _ => ItemIdx(0),
        }
    }

    pub fn place(&self, id: &str) -> ItemIdx {
        self.session.run().and_then(|run| run.instrument.definition().find(id)).unwrap_or(ItemIdx(99))
    }

    pub fn msg(&self, word: &str) -> Msg {
        if let Some((word, id)) = word.split_once('@') {
            let at = self.place(id);
            return if word == "on" { Msg::WentOn(at) } else { Msg::Answered(at, answer(word)) };
        }
        if let Some(id) = word.strip_prefix("change:") {
            return Msg::Reopened(self.place(id));
        }
        match word {
            "P" => Msg::PerspectiveChosen(Perspective::Recovery),
            "L" => Msg::PerspectiveChosen(Perspective::Loved),
            "no-one" => Msg::NoOneInMind(true),
            "someone" => Msg::NoOneInMind(false),
            "begin" => Msg::Began,
            "okay" => Msg::FeelingChosen(Feeling::Okay),
            "hard" => Msg::FeelingChosen(Feeling::Hard),
            "help" => Msg::FeelingChosen(Feeling::HelpNow),
            "unsafe" => Msg::FeelingChosen(Feeling::NotSafe),
            "settle" => Msg::Settled,
            "on" => Msg::WentOn(self.here()),
            "finish" => Msg::FinishedEarly,
            "hide" => Msg::HideToggled,
            "results" => Msg::ResultsAsked,
            "back" => Msg::WentBack,
            "over" => Msg::StartOverAsked,
            "switch" => Msg::ChangePerspectiveAsked,
            "yes" => Msg::LossConfirmed,
            "no" => Msg::LossDeclined,
            "alone" => Msg::LeftAlone { had_focus: true },
            "alone-elsewhere" => Msg::LeftAlone { had_focus: false },
            "show" => Msg::Shown,
            code => Msg::Answered(self.here(), answer(code)),
        }
    }

    pub fn run(&self) -> &Run {
        self.session.run().unwrap()
    }
}

pub fn answer(word: &str) -> Answer {
    if word == "-" { Answer::Skipped } else { Answer::Chosen(word.parse().unwrap()) }
}

pub fn given(run: &Run) -> String {
    let open = run.answers.open().count();
    let answered = format!("{} answered", run.instrument.len() - open);
    let hidden = if run.hidden { ", hidden" } else { "" };
    format!("({answered}, {open} open{hidden})")
}

pub fn missing(missed: Missed) -> String {
    if missed == Missed::default() { String::new() } else { format!(", missed {}", missed.0) }
}

pub fn shown(session: &Session) -> String {
    session.overlays.iter().fold(shown_in_flow(&session.flow), |under, overlay| match overlay {
        Overlay::Confirming(loss) => {
            let loss = match loss {
                Loss::StartOver => "start over",
                Loss::ChangePerspective => "change perspective",
                Loss::BeginAs(_) => "begin with the other perspective",
            };
            format!("Sure to {loss}? or {under}")
        }
        Overlay::Covered => format!("Covered: {under}"),
        other => format!("{other:?}, from {under}"),
    })
}

fn shown_in_flow(flow: &Flow) -> String {
    match flow {
        Flow::Welcome { choice, left, missed } => {
            let who = choice.perspective.map_or("no one chosen".to_owned(), |who| format!("{who:?}"));
            let no_one = if choice.no_one_in_mind { ", no one in mind" } else { "" };
            let left = left.as_ref().map_or(String::new(), |run| format!(", keeps {}", given(run)));
            format!("Card: {who}{no_one}{left}{}", missing(*missed))
        }
        Flow::Settling { run } => {
            let feeling = run.feeling.map_or("empty".to_owned(), |feeling| format!("{feeling:?}"));
            let Run { instrument, .. } = run;
            format!("Check-in: {feeling}, {:?} {:?} {}", instrument.perspective, instrument.scope, given(run))
        }
        Flow::Asking { run, at, then, missed } => {
            let here = match run.answers.get(*at) {
                None => "empty".to_owned(),
                Some(Answer::Skipped) => "-".to_owned(),
                Some(Answer::Chosen(code)) => code.to_string(),
            };
            let review = if *then == Then::NextQuestion { "" } else { ", to the review" };
            let finish = if flow.can_finish() { ", may finish" } else { "" };
            let id = run.instrument.row(*at).unwrap().id;
            format!("Q{} {id} = {here} {}{review}{finish}{}", at.0 + 1, given(run), missing(*missed))
        }
        Flow::Reviewing { run, nudge, .. } => {
            let nudge = nudge.map_or(String::new(), |nudge| format!(" {nudge:?}"));
            format!("Review {}{nudge}", given(run))
        }
        Flow::Done { run, outcome: shown, .. } => {
            assert!(!run.is_unsafe() || run.feeling == Some(Feeling::NotSafe));
            assert_eq!(**shown, outcome(&run.instrument, &run.answers, run.feeling));
            let support = shown.support_first.map_or(String::new(), |why| format!(", {why:?} first"));
            format!("Results {}{support}", given(run))
        }
    }
}

/// Walks a trace, printing every screen.
pub fn check_walk(trace: &str, expected: Expect) {
    check_from("", trace, expected);
}

/// Walks `before` in silence, then a trace.
pub fn check_from(before: &str, trace: &str, expected: Expect) {
    let mut walk = Walk::new();
    for word in before.split_whitespace() {
        assert_ne!(walk.word(word), "ignored", "{word}");
    }
    for word in trace.split_whitespace() {
        let said = walk.word(word);
        walk.lines.push(format!("{word}: {said}\n"));
    }
    expected.assert_eq(&walk.lines.concat());
}

/// On the first question, in recovery.
pub const ASKED: &str = "P begin settle";
/// On the review, everything answered "Often".
pub const REVIEWED: &str = "P begin settle 3>*18";
