//! The way through: what each message does on each screen, and which effect follows.
//!
//! A trace is a line of words, one message each, printed with the screen it leads to. `3` and `-` answer
//! the question shown, `on` is Continue, `3>` is both; `3@A1` and `on@A1` carry a question of their own, as a
//! late click does. `3>*5` is five times `3>`, of which the last screen is printed.

use expect_test::{Expect, expect};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::definition::ItemIdx;
use trust_checkin::domain::guidance::{Feeling, outcome};
use trust_checkin::domain::instrument::Perspective;
use trust_checkin::domain::session::{
    Catalog, Effect, Loss, Missed, Msg, Run, Session, Then, effects, moment, step,
};

struct Walk {
    catalog: Catalog,
    session: Session,
    lines: Vec<String>,
}

impl Walk {
    fn new() -> Walk {
        Walk { catalog: Catalog::built_in().unwrap(), session: Session::default(), lines: Vec::new() }
    }

    /// Takes a message and says what came of it.
    fn send(&mut self, msg: Msg) -> String {
        let Some(next) = step(&self.catalog, &self.session, msg) else { return "ignored".to_owned() };
        let effect = match effects(&self.session, &next) {
            None => "",
            Some(Effect::FocusHeading) => " *heading",
            Some(Effect::FocusProblem) => " *problem",
            Some(Effect::FocusCover) => " *cover",
            Some(Effect::FocusHeadingInPlace) => " *heading in place",
        };
        self.session = next;
        format!("{}{effect}", shown(&self.session))
    }

    fn word(&mut self, word: &str) -> String {
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

    fn here(&self) -> ItemIdx {
        match &self.session {
            Session::Asking { at, .. } => *at,
            _ => ItemIdx(0),
        }
    }

    fn place(&self, id: &str) -> ItemIdx {
        self.session.run().and_then(|run| run.instrument.definition().find(id)).unwrap_or(ItemIdx(99))
    }

    fn msg(&self, word: &str) -> Msg {
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

    fn run(&self) -> &Run {
        self.session.run().unwrap()
    }
}

fn answer(word: &str) -> Answer {
    if word == "-" { Answer::Skipped } else { Answer::Chosen(word.parse().unwrap()) }
}

fn given(run: &Run) -> String {
    let open = run.answers.open().count();
    let answered = format!("{} answered", run.instrument.len() - open);
    let hidden = if run.hidden { ", hidden" } else { "" };
    format!("({answered}, {open} open{hidden})")
}

fn missing(missed: Missed) -> String {
    if missed == Missed::default() { String::new() } else { format!(", missed {}", missed.0) }
}

fn shown(session: &Session) -> String {
    match session {
        Session::Welcome { choice, kept, missed } => {
            let who = choice.perspective.map_or("no one chosen".to_owned(), |who| format!("{who:?}"));
            let no_one = if choice.no_one_in_mind { ", no one in mind" } else { "" };
            let kept = kept.as_ref().map_or(String::new(), |run| format!(", keeps {}", given(run)));
            format!("Card: {who}{no_one}{kept}{}", missing(*missed))
        }
        Session::Settling { run } => {
            let feeling = run.feeling.map_or("empty".to_owned(), |feeling| format!("{feeling:?}"));
            let Run { instrument, .. } = run;
            format!("Check-in: {feeling}, {:?} {:?} {}", instrument.perspective, instrument.scope, given(run))
        }
        Session::Asking { run, at, then, missed } => {
            let here = match run.answers.get(*at) {
                None => "empty".to_owned(),
                Some(Answer::Skipped) => "-".to_owned(),
                Some(Answer::Chosen(code)) => code.to_string(),
            };
            let review = if *then == Then::NextQuestion { "" } else { ", to the review" };
            let finish = if session.can_finish() { ", may finish" } else { "" };
            let id = run.instrument.row(*at).unwrap().id;
            format!("Q{} {id} = {here} {}{review}{finish}{}", at.0 + 1, given(run), missing(*missed))
        }
        Session::Reviewing { run, nudge, .. } => {
            let nudge = nudge.map_or(String::new(), |nudge| format!(" {nudge:?}"));
            format!("Review {}{nudge}", given(run))
        }
        Session::Done { run, outcome: shown, .. } => {
            assert_eq!(**shown, outcome(&run.instrument, &run.answers, run.feeling));
            let support = shown.support_first.map_or(String::new(), |why| format!(", {why:?} first"));
            format!("Results {}{support}", given(run))
        }
        Session::Confirming { loss, back_to } => {
            let loss = match loss {
                Loss::StartOver => "start over",
                Loss::ChangePerspective => "change perspective",
                Loss::BeginAs(_) => "begin with the other perspective",
            };
            format!("Sure to {loss}? or {}", shown(back_to))
        }
        Session::Sheet { back_to } => format!("Sheet, from {}", shown(back_to)),
        Session::Saved { erasing: false, back_to } => format!("Saved, from {}", shown(back_to)),
        Session::Saved { erasing: true, back_to } => format!("Sure to erase? from {}", shown(back_to)),
        Session::Sharing { back_to, .. } => format!("Shared? from {}", shown(back_to)),
        Session::Resuming { revision, back_to, .. } => {
            format!("Go on with {}? from {}", revision.sequence, shown(back_to))
        }
        Session::Covered { under, .. } => format!("Covered: {}", shown(under)),
    }
}

/// Walks a trace, printing every screen.
fn check_walk(trace: &str, expected: Expect) {
    check_from("", trace, expected);
}

/// Walks `before` in silence, then a trace.
fn check_from(before: &str, trace: &str, expected: Expect) {
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
const ASKED: &str = "P begin settle";
/// On the review, everything answered "Often".
const REVIEWED: &str = "P begin settle 3>*18";

#[test]
fn from_the_card_to_the_results() {
    check_walk(
        "P begin okay settle 3 on 2> -> 3>*15 results",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        okay: Check-in: Okay, Recovery Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        3: Q1 A1 = 3 (1 answered, 17 open)
        on: Q2 H1 = empty (1 answered, 17 open) *heading
        2>: Q3 S2 = empty (2 answered, 16 open) *heading
        ->: Q4 A2 = empty (3 answered, 15 open) *heading
        3>*15: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open) *heading
    "#]],
    );
}

#[test]
fn begin_needs_a_perspective() {
    check_walk(
        "begin begin no-one begin L begin",
        expect![[r#"
        begin: Card: no one chosen, missed 1 *problem
        begin: Card: no one chosen, missed 2 *problem
        no-one: Card: no one chosen, no one in mind, missed 2
        begin: Card: no one chosen, no one in mind, missed 3 *problem
        L: Card: Loved, no one in mind
        begin: Check-in: empty, Loved StabilityOnly (0 answered, 10 open) *heading
    "#]],
    );
}

#[test]
fn the_check_in_passes_empty_and_can_be_changed() {
    check_walk(
        "L begin settle",
        expect![[r#"
        L: Card: Loved
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
    "#]],
    );
    check_walk(
        "L begin hard okay unsafe help settle back hard settle",
        expect![[r#"
        L: Card: Loved
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Loved Full (0 answered, 18 open)
        okay: Check-in: Okay, Loved Full (0 answered, 18 open)
        unsafe: Check-in: NotSafe, Loved Full (0 answered, 18 open)
        help: Check-in: HelpNow, Loved Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        back: Check-in: HelpNow, Loved Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Loved Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
    "#]],
    );
}

/// What the reader said on the way in decides what stands first on the way out.
#[test]
fn the_check_in_reaches_the_results() {
    let calm = "2>*18 results";
    check_from(
        "P begin settle",
        calm,
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open) *heading
    "#]],
    );
    check_from(
        "P begin hard settle",
        calm,
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open), HardTime first *heading
    "#]],
    );
    check_from(
        "P begin unsafe settle",
        calm,
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
        results: Results (18 answered, 0 open), NotSafe first *heading
    "#]],
    );
}

#[test]
fn continue_needs_an_answer() {
    check_from(
        ASKED,
        "on on 3 on on -> on",
        expect![[r#"
        on: Q1 A1 = empty (0 answered, 18 open), missed 1 *problem
        on: Q1 A1 = empty (0 answered, 18 open), missed 2 *problem
        3: Q1 A1 = 3 (1 answered, 17 open)
        on: Q2 H1 = empty (1 answered, 17 open) *heading
        on: Q2 H1 = empty (1 answered, 17 open), missed 1 *problem
        ->: Q3 S2 = empty (2 answered, 16 open) *heading
        on: Q3 S2 = empty (2 answered, 16 open), missed 1 *problem
    "#]],
    );
}

#[test]
fn r24_back_keeps_answers() {
    check_from(
        ASKED,
        "3> 1> -> back on back back back settle on on on",
        expect![[r#"
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        1>: Q3 S2 = empty (2 answered, 16 open) *heading
        ->: Q4 A2 = empty (3 answered, 15 open) *heading
        back: Q3 S2 = - (3 answered, 15 open) *heading
        on: Q4 A2 = empty (3 answered, 15 open) *heading
        back: Q3 S2 = - (3 answered, 15 open) *heading
        back: Q2 H1 = 1 (3 answered, 15 open) *heading
        back: Q1 A1 = 3 (3 answered, 15 open) *heading
        settle: ignored
        on: Q2 H1 = 1 (3 answered, 15 open) *heading
        on: Q3 S2 = - (3 answered, 15 open) *heading
        on: Q4 A2 = empty (3 answered, 15 open) *heading
    "#]],
    );
    check_from(
        ASKED,
        "3 back settle on",
        expect![[r#"
        3: Q1 A1 = 3 (1 answered, 17 open)
        back: Check-in: empty, Recovery Full (1 answered, 17 open) *heading
        settle: Q1 A1 = 3 (1 answered, 17 open) *heading
        on: Q2 H1 = empty (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn an_answer_can_be_replaced_by_another_and_by_a_skip() {
    check_from(
        ASKED,
        "3 0 - 4",
        expect![[r#"
        3: Q1 A1 = 3 (1 answered, 17 open)
        0: Q1 A1 = 0 (1 answered, 17 open)
        -: Q1 A1 = - (1 answered, 17 open)
        4: Q1 A1 = 4 (1 answered, 17 open)
    "#]],
    );
    check_from(
        ASKED,
        "5 -1 3 9",
        expect![[r#"
        5: ignored
        -1: ignored
        3: Q1 A1 = 3 (1 answered, 17 open)
        9: ignored
    "#]],
    );
}

#[test]
fn finish_now_is_offered_from_question_7() {
    check_from(
        ASKED,
        "3>*5 finish 3> finish results",
        expect![[r#"
        3>*5: Q6 S4 = empty (5 answered, 13 open) *heading
        finish: ignored
        3>: Q7 A3 = empty (6 answered, 12 open), may finish *heading
        finish: Review (6 answered, 12 open) *heading
        results: Results (6 answered, 12 open) *heading
    "#]],
    );
    check_from(
        ASKED,
        "3>*16 3>",
        expect![[r#"
        3>*16: Q17 H5 = empty (16 answered, 2 open), may finish *heading
        3>: Q18 S5 = empty (17 answered, 1 open) *heading
    "#]],
    );
    check_from(
        ASKED,
        "->*6 finish back 3",
        expect![[r#"
        ->*6: Q7 A3 = empty (6 answered, 12 open), may finish *heading
        finish: Review (6 answered, 12 open) *heading
        back: Q7 A3 = empty (6 answered, 12 open), may finish *heading
        3: Q7 A3 = 3 (7 answered, 11 open), may finish
    "#]],
    );
}

/// On the last question Continue leads to the review anyway.
#[test]
fn finish_now_is_not_offered_on_the_last_question() {
    check_from(
        "P begin settle 3>*16",
        "finish back 3> finish 3 finish on",
        expect![[r#"
        finish: Review (16 answered, 2 open) AllTheSame *heading
        back: Q17 H5 = empty (16 answered, 2 open), may finish *heading
        3>: Q18 S5 = empty (17 answered, 1 open) *heading
        finish: ignored
        3: Q18 S5 = 3 (18 answered, 0 open)
        finish: ignored
        on: Review (18 answered, 0 open) *heading
    "#]],
    );
    check_from(
        "P no-one begin settle 3>*8",
        "finish back 3> finish",
        expect![[r#"
        finish: Review (8 answered, 2 open) *heading
        back: Q9 A6 = empty (8 answered, 2 open), may finish *heading
        3>: Q10 S5 = empty (9 answered, 1 open) *heading
        finish: ignored
    "#]],
    );
}

#[test]
fn with_no_one_in_mind_ten_questions_lead_to_the_review() {
    check_walk(
        "P no-one begin settle 3>*5 3> 3>*3 3> results",
        expect![[r#"
        P: Card: Recovery
        no-one: Card: Recovery, no one in mind
        begin: Check-in: empty, Recovery StabilityOnly (0 answered, 10 open) *heading
        settle: Q1 H1 = empty (0 answered, 10 open) *heading
        3>*5: Q6 S3 = empty (5 answered, 5 open) *heading
        3>: Q7 H6 = empty (6 answered, 4 open), may finish *heading
        3>*3: Q10 S5 = empty (9 answered, 1 open) *heading
        3>: Review (10 answered, 0 open) *heading
        results: Results (10 answered, 0 open) *heading
    "#]],
    );
}

#[test]
fn change_leads_back_to_the_review() {
    check_from(
        REVIEWED,
        "change:H1 0 on change:S5 back change:A1 on",
        expect![[r#"
        change:H1: Q2 H1 = 3 (18 answered, 0 open), to the review *heading
        0: Q2 H1 = 0 (18 answered, 0 open), to the review
        on: Review (18 answered, 0 open) *heading
        change:S5: Q18 S5 = 3 (18 answered, 0 open), to the review *heading
        back: Review (18 answered, 0 open) *heading
        change:A1: Q1 A1 = 3 (18 answered, 0 open), to the review *heading
        on: Review (18 answered, 0 open) *heading
    "#]],
    );
    // A question that was not reached, after Finish now.
    check_from(
        "P begin settle 3>*6 finish",
        "change:S5 on back change:S5 2 on back",
        expect![[r#"
        change:S5: Q18 S5 = empty (6 answered, 12 open), to the review *heading
        on: Q18 S5 = empty (6 answered, 12 open), to the review, missed 1 *problem
        back: Review (6 answered, 12 open) *heading
        change:S5: Q18 S5 = empty (6 answered, 12 open), to the review *heading
        2: Q18 S5 = 2 (7 answered, 11 open), to the review
        on: Review (7 answered, 11 open) *heading
        back: Q7 A3 = empty (7 answered, 11 open), may finish *heading
    "#]],
    );
    check_from(
        REVIEWED,
        "change:A1 finish",
        expect![[r#"
        change:A1: Q1 A1 = 3 (18 answered, 0 open), to the review *heading
        finish: ignored
    "#]],
    );
    check_from(
        "P no-one begin settle 3>*10",
        "change:A1 change:S5",
        expect![[r#"
            change:A1: ignored
            change:S5: Q10 S5 = 3 (10 answered, 0 open), to the review *heading
        "#]],
    );
}

#[test]
fn back_leaves_the_results_and_the_review() {
    check_from(
        REVIEWED,
        "results back back",
        expect![[r#"
        results: Results (18 answered, 0 open) *heading
        back: Review (18 answered, 0 open) *heading
        back: Q18 S5 = 3 (18 answered, 0 open) *heading
    "#]],
    );
    check_from(
        "P begin settle 3>*8 finish",
        "results back back",
        expect![[r#"
        results: Results (8 answered, 10 open) *heading
        back: Review (8 answered, 10 open) *heading
        back: Q9 S1 = empty (8 answered, 10 open), may finish *heading
    "#]],
    );
}

#[test]
fn answers_can_be_hidden_on_the_review() {
    check_from(
        REVIEWED,
        "hide change:H1 on hide results hide",
        expect![[r#"
        hide: Review (18 answered, 0 open, hidden) AllTheSame
        change:H1: Q2 H1 = 3 (18 answered, 0 open, hidden), to the review *heading
        on: Review (18 answered, 0 open, hidden) *heading
        hide: Review (18 answered, 0 open)
        results: Results (18 answered, 0 open) *heading
        hide: ignored
    "#]],
    );
}

#[test]
fn start_over_asks_first() {
    check_from(
        ASKED,
        "3> over no over back over over switch yes",
        expect![[r#"
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        over: Sure to start over? or Q2 H1 = empty (1 answered, 17 open) *heading
        no: Q2 H1 = empty (1 answered, 17 open) *heading
        over: Sure to start over? or Q2 H1 = empty (1 answered, 17 open) *heading
        back: Q2 H1 = empty (1 answered, 17 open) *heading
        over: Sure to start over? or Q2 H1 = empty (1 answered, 17 open) *heading
        over: ignored
        switch: ignored
        yes: Card: no one chosen *heading
    "#]],
    );
    check_walk(
        "over switch P over",
        expect![[r#"
        over: ignored
        switch: ignored
        P: Card: Recovery
        over: ignored
    "#]],
    );
    check_from(
        REVIEWED,
        "over no results over no over yes",
        expect![[r#"
        over: Sure to start over? or Review (18 answered, 0 open) AllTheSame *heading
        no: Review (18 answered, 0 open) AllTheSame *heading
        results: Results (18 answered, 0 open) *heading
        over: Sure to start over? or Results (18 answered, 0 open) *heading
        no: Results (18 answered, 0 open) *heading
        over: Sure to start over? or Results (18 answered, 0 open) *heading
        yes: Card: no one chosen *heading
    "#]],
    );
    check_walk(
        "P begin unsafe over yes P begin",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        unsafe: Check-in: NotSafe, Recovery Full (0 answered, 18 open)
        over: Sure to start over? or Check-in: NotSafe, Recovery Full (0 answered, 18 open) *heading
        yes: Card: no one chosen *heading
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
    "#]],
    );
}

#[test]
fn change_perspective_asks_first() {
    check_from(
        ASKED,
        "3> switch no switch switch yes L begin",
        expect![[r#"
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        switch: Sure to change perspective? or Q2 H1 = empty (1 answered, 17 open) *heading
        no: Q2 H1 = empty (1 answered, 17 open) *heading
        switch: Sure to change perspective? or Q2 H1 = empty (1 answered, 17 open) *heading
        switch: ignored
        yes: Card: no one chosen *heading
        L: Card: Loved
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
    check_from(
        REVIEWED,
        "results switch no",
        expect![[r#"
        results: Results (18 answered, 0 open) *heading
        switch: Sure to change perspective? or Results (18 answered, 0 open) *heading
        no: Results (18 answered, 0 open) *heading
    "#]],
    );
}

/// How the reader is does not change with who answers.
#[test]
fn change_perspective_keeps_the_check_in_answer() {
    check_walk(
        "P begin hard settle 3> switch yes L begin",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Recovery Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        switch: Sure to change perspective? or Q2 H1 = empty (1 answered, 17 open) *heading
        yes: Card: no one chosen, keeps (0 answered, 18 open) *heading
        L: Card: Loved, keeps (0 answered, 18 open)
        begin: Check-in: Hard, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
}

#[test]
fn a_run_is_kept_across_back_to_the_card() {
    check_walk(
        "P begin hard settle 3> 2> back*4 begin settle on on",
        expect![[r#"
        P: Card: Recovery
        begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        hard: Check-in: Hard, Recovery Full (0 answered, 18 open)
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
        3>: Q2 H1 = empty (1 answered, 17 open) *heading
        2>: Q3 S2 = empty (2 answered, 16 open) *heading
        back*4: Card: Recovery, keeps (2 answered, 16 open) *heading
        begin: Check-in: Hard, Recovery Full (2 answered, 16 open) *heading
        settle: Q1 A1 = 3 (2 answered, 16 open) *heading
        on: Q2 H1 = 2 (2 answered, 16 open) *heading
        on: Q3 S2 = empty (2 answered, 16 open) *heading
    "#]],
    );
    // Another perspective keeps it too, until Begin: nothing is lost by looking.
    check_from(
        "P begin settle 3> back*3",
        "L P begin",
        expect![[r#"
        L: Card: Loved, keeps (1 answered, 17 open)
        P: Card: Recovery, keeps (1 answered, 17 open)
        begin: Check-in: empty, Recovery Full (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn beginning_with_the_other_perspective_asks_first() {
    check_from(
        "P begin settle 3> back*3",
        "L begin no begin back P L begin yes settle",
        expect![[r#"
        L: Card: Loved, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
        no: Card: Loved, keeps (1 answered, 17 open) *heading
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
        back: Card: Loved, keeps (1 answered, 17 open) *heading
        P: Card: Recovery, keeps (1 answered, 17 open)
        L: Card: Loved, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
        yes: Check-in: empty, Loved Full (0 answered, 18 open) *heading
        settle: Q1 A1 = empty (0 answered, 18 open) *heading
    "#]],
    );
    // Without an answer there is nothing to lose.
    check_from(
        "P begin settle back*2",
        "L begin",
        expect![[r#"
        L: Card: Loved, keeps (0 answered, 18 open)
        begin: Check-in: empty, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
    check_from(
        "P begin settle 3> back*3",
        "no-one L begin yes",
        expect![[r#"
        no-one: Card: Recovery, no one in mind, keeps (1 answered, 17 open)
        L: Card: Loved, no one in mind, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, no one in mind, keeps (1 answered, 17 open) *heading
        yes: Check-in: empty, Loved StabilityOnly (0 answered, 10 open) *heading
    "#]],
    );
    // A skip is an answer, too.
    check_from(
        "P begin settle -> back*3",
        "L begin",
        expect![[r#"
        L: Card: Loved, keeps (1 answered, 17 open)
        begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
    "#]],
    );
}

#[test]
fn switching_no_one_comes_to_mind_and_back_keeps_every_answer() {
    check_from(
        "P begin hard settle 4> 3> 2> 1> 0> -> back*8",
        "no-one begin settle on on on on back*5 someone begin settle",
        expect![[r#"
            no-one: Card: Recovery, no one in mind, keeps (6 answered, 12 open)
            begin: Check-in: Hard, Recovery StabilityOnly (3 answered, 7 open) *heading
            settle: Q1 H1 = 3 (3 answered, 7 open) *heading
            on: Q2 S2 = 2 (3 answered, 7 open) *heading
            on: Q3 S4 = - (3 answered, 7 open) *heading
            on: Q4 H2 = empty (3 answered, 7 open) *heading
            on: Q4 H2 = empty (3 answered, 7 open), missed 1 *problem
            back*5: Card: Recovery, no one in mind, keeps (3 answered, 7 open) *heading
            someone: Card: Recovery, keeps (3 answered, 7 open)
            begin: Check-in: Hard, Recovery Full (6 answered, 12 open) *heading
            settle: Q1 A1 = 4 (6 answered, 12 open) *heading
        "#]],
    );
}

/// Answers that the shorter questionnaire does not ask are not shown there, yet they would be lost.
#[test]
fn answers_set_aside_are_not_lost_without_asking() {
    check_from(
        "P begin settle 3> back*3 no-one begin back",
        "L begin no P someone begin",
        expect![[r#"
        L: Card: Loved, no one in mind, keeps (0 answered, 10 open)
        begin: Sure to begin with the other perspective? or Card: Loved, no one in mind, keeps (0 answered, 10 open) *heading
        no: Card: Loved, no one in mind, keeps (0 answered, 10 open) *heading
        P: Card: Recovery, no one in mind, keeps (0 answered, 10 open)
        someone: Card: Recovery, keeps (0 answered, 10 open)
        begin: Check-in: empty, Recovery Full (1 answered, 17 open) *heading
    "#]],
    );
}

/// How a reader is has nothing to do with who they answer as.
#[test]
fn the_check_in_answer_stays_when_the_perspective_changes_on_the_card() {
    check_from(
        "P begin unsafe back",
        "L begin",
        expect![[r#"
        L: Card: Loved, keeps (0 answered, 18 open)
        begin: Check-in: NotSafe, Loved Full (0 answered, 18 open) *heading
    "#]],
    );
    check_from(
        "P begin unsafe settle 3>",
        "back*3 L begin yes",
        expect![[r#"
            back*3: Card: Recovery, keeps (1 answered, 17 open) *heading
            L: Card: Loved, keeps (1 answered, 17 open)
            begin: Sure to begin with the other perspective? or Card: Loved, keeps (1 answered, 17 open) *heading
            yes: Check-in: NotSafe, Loved Full (0 answered, 18 open) *heading
        "#]],
    );
}

#[test]
fn start_over_on_the_card_forgets_the_run_that_was_left() {
    check_from(
        "P begin unsafe settle 3> back*3",
        "over no over yes P begin",
        expect![[r#"
            over: Sure to start over? or Card: Recovery, keeps (1 answered, 17 open) *heading
            no: Card: Recovery, keeps (1 answered, 17 open) *heading
            over: Sure to start over? or Card: Recovery, keeps (1 answered, 17 open) *heading
            yes: Card: no one chosen *heading
            P: Card: Recovery
            begin: Check-in: empty, Recovery Full (0 answered, 18 open) *heading
        "#]],
    );
}

#[test]
fn a_second_look_is_suggested_once() {
    check_from(
        ASKED,
        "3>*18 hide change:H1 on results back",
        expect![[r#"
        3>*18: Review (18 answered, 0 open) AllTheSame *heading
        hide: Review (18 answered, 0 open, hidden) AllTheSame
        change:H1: Q2 H1 = 3 (18 answered, 0 open, hidden), to the review *heading
        on: Review (18 answered, 0 open, hidden) *heading
        results: Results (18 answered, 0 open, hidden) *heading
        back: Review (18 answered, 0 open, hidden) *heading
    "#]],
    );
    // It comes when the answers first call for it, even after a change.
    check_from(
        ASKED,
        "3>*17 2> change:S5 3 on",
        expect![[r#"
        3>*17: Q18 S5 = empty (17 answered, 1 open) *heading
        2>: Review (18 answered, 0 open) *heading
        change:S5: Q18 S5 = 2 (18 answered, 0 open), to the review *heading
        3: Q18 S5 = 3 (18 answered, 0 open), to the review
        on: Review (18 answered, 0 open) AllTheSame *heading
    "#]],
    );
    // It stays through a question that is answered with no.
    check_from(
        REVIEWED,
        "over no",
        expect![[r#"
        over: Sure to start over? or Review (18 answered, 0 open) AllTheSame *heading
        no: Review (18 answered, 0 open) AllTheSame *heading
    "#]],
    );
    check_from(
        ASKED,
        "2>*18",
        expect![[r#"
        2>*18: Review (18 answered, 0 open) *heading
    "#]],
    );
}

#[test]
fn a_second_look_is_not_suggested_again_after_the_card() {
    check_from(
        REVIEWED,
        "back*20 no-one begin settle back*2 someone begin settle 3>*18",
        expect![[r#"
            back*20: Card: Recovery, keeps (18 answered, 0 open) *heading
            no-one: Card: Recovery, no one in mind, keeps (18 answered, 0 open)
            begin: Check-in: empty, Recovery StabilityOnly (10 answered, 0 open) *heading
            settle: Q1 H1 = 3 (10 answered, 0 open) *heading
            back*2: Card: Recovery, no one in mind, keeps (10 answered, 0 open) *heading
            someone: Card: Recovery, keeps (10 answered, 0 open)
            begin: Check-in: empty, Recovery Full (18 answered, 0 open) *heading
            settle: Q1 A1 = 3 (18 answered, 0 open) *heading
            3>*18: Review (18 answered, 0 open) *heading
        "#]],
    );
}

#[test]
fn r25_a_double_continue_advances_once() {
    check_from(
        ASKED,
        "3 on@A1 on@A1 2@A1 2@H1 on@H1 on@H1",
        expect![[r#"
        3: Q1 A1 = 3 (1 answered, 17 open)
        on@A1: Q2 H1 = empty (1 answered, 17 open) *heading
        on@A1: ignored
        2@A1: ignored
        2@H1: Q2 H1 = 2 (2 answered, 16 open)
        on@H1: Q3 S2 = empty (2 answered, 16 open) *heading
        on@H1: ignored
    "#]],
    );
    check_from(
        "P begin settle 3>*17",
        "3 on@S5 on@S5",
        expect![[r#"
        3: Q18 S5 = 3 (18 answered, 0 open)
        on@S5: Review (18 answered, 0 open) AllTheSame *heading
        on@S5: ignored
    "#]],
    );
}

#[test]
fn r27_a_late_click_is_given_to_no_other_question() {
    check_from(
        "P begin settle 3>*2",
        "0@A1 0@H1 0@A2 on@A1 on@H1 on@A2 0@none",
        expect![[r#"
        0@A1: ignored
        0@H1: ignored
        0@A2: ignored
        on@A1: ignored
        on@H1: ignored
        on@A2: ignored
        0@none: ignored
    "#]],
    );
    check_from(
        REVIEWED,
        "0@A1 on@A1 on@S5 results 0@A1 results",
        expect![[r#"
        0@A1: ignored
        on@A1: ignored
        on@S5: ignored
        results: Results (18 answered, 0 open) *heading
        0@A1: ignored
        results: ignored
    "#]],
    );
}

#[test]
fn every_screen_ignores_what_does_not_belong_to_it() {
    let all = [
        "P",
        "L",
        "no-one",
        "someone",
        "begin",
        "okay",
        "hard",
        "help",
        "unsafe",
        "settle",
        "3",
        "-",
        "on",
        "finish",
        "hide",
        "results",
        "back",
        "over",
        "switch",
        "yes",
        "no",
        "change:A1",
        "alone",
        "show",
    ];
    let heard = |before: &str| -> String {
        let heard = all.iter().filter(|word| {
            let mut walk = Walk::new();
            before.split_whitespace().for_each(|word| drop(walk.word(word)));
            walk.word(word) != "ignored"
        });
        heard.copied().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(heard(""), "P L no-one someone begin");
    assert_eq!(heard("P begin back"), "P L no-one someone begin over switch");
    assert_eq!(heard("P begin"), "okay hard help unsafe settle back over switch");
    assert_eq!(heard(ASKED), "3 - on back over switch");
    assert_eq!(heard("P begin settle 3>*6"), "3 - on finish back over switch");
    assert_eq!(heard("P begin settle 3>*17"), "3 - on back over switch");
    assert_eq!(heard(REVIEWED), "hide results back over switch change:A1 alone");
    assert_eq!(heard("P begin settle 3>*18 results"), "back over switch alone");
    assert_eq!(heard("P begin settle 3>*18 alone"), "show");
    assert_eq!(heard("P begin settle 3>*18 results alone"), "show");
    assert_eq!(heard("P begin settle over"), "back yes no");
    assert_eq!(heard("P begin settle switch"), "back yes no");
    assert_eq!(heard("P begin settle 3> back*3 L begin"), "back yes no");
}

#[test]
fn what_shows_answers_is_covered_when_left_alone_and_nothing_of_it_is_lost() {
    check_from(
        REVIEWED,
        "alone results show results alone-elsewhere back over show back",
        expect![[r#"
            alone: Covered: Review (18 answered, 0 open) AllTheSame *cover
            results: ignored
            show: Review (18 answered, 0 open) AllTheSame *heading in place
            results: Results (18 answered, 0 open) *heading
            alone-elsewhere: Covered: Results (18 answered, 0 open)
            back: ignored
            over: ignored
            show: Results (18 answered, 0 open) *heading in place
            back: Review (18 answered, 0 open) *heading
        "#]],
    );
    let mut walk = Walk::new();
    for word in "P begin unsafe settle 3>*18 results".split_whitespace() {
        walk.word(word);
    }
    let before = walk.session.clone();
    walk.word("alone");
    assert_ne!(walk.session, before);
    assert_eq!(walk.run().feeling, Some(Feeling::NotSafe));
    walk.word("show");
    assert_eq!(walk.session, before);
}

#[test]
fn a_cover_tells_the_page_nothing() {
    let mut walk = Walk::new();
    for word in REVIEWED.split_whitespace().chain(["results", "alone"]) {
        walk.word(word);
    }
    let covered = walk.session.clone();
    walk.word("show");
    assert_eq!((moment(&walk.session, &covered), moment(&covered, &walk.session)), (None, None));
}

#[test]
fn r64_starting_over_forgets_the_check_in_answer() {
    let mut walk = Walk::new();
    for word in "P begin unsafe settle 3>*18 results".split_whitespace() {
        walk.word(word);
    }
    assert_eq!(walk.run().feeling, Some(Feeling::NotSafe));
    walk.word("over");
    walk.word("yes");
    assert_eq!(walk.session, Session::default());
}
