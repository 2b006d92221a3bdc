//! What holds for every order of clicks. The seed is fixed, so that each run tries the same cases and a failure can be
//! seen again.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::compare::{CodeError, FIRST_DAY, Figures, Part};
use trust_checkin::domain::definition::ItemIdx;
use trust_checkin::domain::guidance::{Feeling, outcome};
use trust_checkin::domain::instrument::{Perspective, Scope};
use trust_checkin::domain::saved::Mark;
use trust_checkin::domain::session::{
    Catalog, Choice, CompareMsg, DeviceMsg, Effect, Loss, Msg, Question, Reply, Run, Session, Stage, Then,
    effects, step,
};
use trust_checkin::domain::unfinished::{Revision, Unfinished};

use super::given::{L, P, device, pair, perspective};

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(18), failure_persistence: None, ..Config::default() }
}

/// Something a reader does; most of it fits the screen they see, so that runs get far.
#[derive(Clone, Debug)]
enum Act {
    /// Answers the question shown.
    Here(Answer),
    /// Presses Continue under the question shown.
    On,
    /// Both, some times.
    Through(Answer, u8),
    /// Goes Back until the card, chooses and begins.
    Card(Perspective, bool),
    /// Goes some steps towards a comparison with someone who answered as the other, or as the same, with this answer to the
    /// second question.
    Compare(bool, Reply, usize),
    /// Sends any message at all.
    Any(Msg),
}

fn some_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![1 => Just(Answer::Skipped), 6 => (0..=4_i64).prop_map(Answer::Chosen)]
}

fn some_msg() -> impl Strategy<Value = Msg> {
    let at = || (0..20_usize).prop_map(ItemIdx);
    let odd = prop_oneof![some_answer(), (-2..=6_i64).prop_map(Answer::Chosen)];
    prop_oneof![
        1 => perspective().prop_map(Msg::PerspectiveChosen),
        1 => any::<bool>().prop_map(Msg::NoOneInMind),
        2 => Just(Msg::Began),
        1 => prop::sample::select(&Feeling::ALL[..]).prop_map(Msg::FeelingChosen),
        2 => Just(Msg::Settled),
        2 => (at(), odd).prop_map(|(at, answer)| Msg::Answered(at, answer)),
        1 => at().prop_map(Msg::WentOn),
        1 => Just(Msg::FinishedEarly),
        3 => at().prop_map(Msg::Reopened),
        1 => Just(Msg::HideToggled),
        2 => Just(Msg::ResultsAsked),
        2 => Just(Msg::WentBack),
        1 => Just(Msg::StartOverAsked),
        1 => Just(Msg::ChangePerspectiveAsked),
        1 => Just(Msg::LossConfirmed),
        2 => Just(Msg::LossDeclined),
        1 => any::<bool>().prop_map(|had_focus| Msg::LeftAlone { had_focus }),
        3 => Just(Msg::Shown),
        20 => Just(Msg::SheetAsked),
        3 => Just(Msg::SavedAsked),
        4 => Just(Msg::EraseAsked),
        1 => Just(Msg::Erased),
        1 => Just(pair(CompareMsg::Asked)),
        1 => (prop::sample::select(&[Question::Watched, Question::Afraid][..]), some_reply())
            .prop_map(|(question, reply)| pair(CompareMsg::Chose(question, reply))),
        1 => prop::sample::select(&[Question::Watched, Question::Afraid][..]).prop_map(|question| pair(CompareMsg::Replied(question))),
        1 => Just(pair(CompareMsg::CodeAsked)),
        1 => perspective().prop_map(|who| pair(CompareMsg::CodeGiven(Ok(figures(who))))),
        1 => Just(pair(CompareMsg::CodeGiven(Err(CodeError::Altered)))),
        1 => Just(pair(CompareMsg::Dated(FIRST_DAY))),
        1 => (1..9_i64, 0..9_i64).prop_map(|(sequence, saved)| Msg::Kept(Mark { sequence, saved })),
        4 => Just(device(DeviceMsg::SharedAsked)),
        1 => Just(device(DeviceMsg::Shared)),
        4 => revision().prop_map(|revision| device(DeviceMsg::ResumeAsked(revision))),
        2 => (revision(), unfinished()).prop_map(|(revision, unfinished)| device(DeviceMsg::Resumed(revision, unfinished))),
        1 => revision().prop_map(|revision| device(DeviceMsg::Kept(revision))),
        1 => Just(device(DeviceMsg::Unkept)),
    ]
}

fn some_reply() -> impl Strategy<Value = Reply> {
    prop::sample::select(&[Reply::No, Reply::No, Reply::No, Reply::Yes, Reply::NotSure, Reply::Skip][..])
}

/// What somebody's code says.
fn figures(perspective: Perspective) -> Figures {
    let accountability = Part::checked(9, 4, Part::OF_SAME_ACTS).unwrap();
    Figures { items: 1, perspective, day: FIRST_DAY, accountability, healing: None, stability: None }
}

fn revision() -> impl Strategy<Value = Revision> {
    (1..9_i64, 1..9_i64).prop_map(|(sequence, number)| Revision { sequence, number, saved: 0 })
}

fn unfinished() -> impl Strategy<Value = Unfinished> {
    let answers = prop::collection::vec(some_answer(), 0..=10);
    (perspective(), any::<bool>(), answers, any::<Index>()).prop_map(|(perspective, alone, answers, at)| {
        let scope = if alone { Scope::StabilityOnly } else { Scope::Full };
        let ids: Vec<&str> = scope.rows().map(|row| row.id).collect();
        let at = ids[at.index(answers.len().min(ids.len() - 1) + 1)];
        Unfinished::checked(perspective, scope, at, ids.into_iter().zip(answers)).unwrap()
    })
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        2 => some_answer().prop_map(Act::Here),
        2 => Just(Act::On),
        2 => (some_answer(), 1..=18_u8).prop_map(|(answer, times)| Act::Through(answer, times)),
        1 => (perspective(), any::<bool>()).prop_map(|(who, no_one)| Act::Card(who, no_one)),
        3 => (prop::bool::weighted(0.9), some_reply(), prop::sample::select(&[5_usize, 7, 8, 9, 9, 9, 9, 9][..]))
            .prop_map(|(other, reply, steps)| Act::Compare(other, reply, steps)),
        10 => some_msg().prop_map(Act::Any),
    ];
    prop::collection::vec(act, 1..80)
}

/// Most walks begin as readers do; the others with anything.
fn walk() -> impl Strategy<Value = Vec<Act>> {
    let begun = prop::option::weighted(0.8, (perspective(), any::<bool>()));
    let answered = prop::option::weighted(0.4, some_answer());
    (begun, answered, acts()).prop_map(|(begun, answered, acts)| {
        let answered = answered.map(|answer| Act::Through(answer, 18));
        let begun = begun.map(|(perspective, alone)| {
            [Msg::PerspectiveChosen(perspective), Msg::NoOneInMind(alone), Msg::Began, Msg::Settled]
                .map(Act::Any)
        });
        begun.into_iter().flatten().chain(answered).chain(acts).collect()
    })
}

fn msgs(act: &Act, session: &Session) -> Vec<Msg> {
    let here = match session {
        Session::Asking { at, .. } => *at,
        _ => ItemIdx(0),
    };
    match *act {
        Act::Here(answer) => vec![Msg::Answered(here, answer)],
        Act::On => vec![Msg::WentOn(here)],
        Act::Through(answer, times) => (0..usize::from(times))
            .flat_map(|n| [Msg::Answered(ItemIdx(here.0 + n), answer), Msg::WentOn(ItemIdx(here.0 + n))])
            .collect(),
        Act::Card(who, no_one) => std::iter::repeat_n(Msg::WentBack, 24)
            .chain([Msg::PerspectiveChosen(who), Msg::NoOneInMind(no_one), Msg::Began])
            .collect(),
        Act::Compare(other, reply, steps) => [
            Msg::ResultsAsked,
            pair(CompareMsg::Dated(FIRST_DAY)),
            pair(CompareMsg::Asked),
            pair(CompareMsg::Chose(Question::Watched, Reply::No)),
            pair(CompareMsg::Replied(Question::Watched)),
            pair(CompareMsg::Chose(Question::Afraid, reply)),
            pair(CompareMsg::Replied(Question::Afraid)),
            pair(CompareMsg::CodeAsked),
            pair(CompareMsg::CodeGiven(Ok(figures(if other == answers_as(session, P) { L } else { P })))),
        ][..steps]
            .to_vec(),
        Act::Any(msg) => vec![msg],
    }
}

fn answers_as(session: &Session, perspective: Perspective) -> bool {
    held(session).is_some_and(|run| run.instrument.perspective == perspective)
}

fn screen(session: &Session) -> &'static str {
    match session {
        Session::Welcome { kept: None, .. } => "card",
        Session::Welcome { kept: Some(_), .. } => "card with a run",
        Session::Settling { .. } => "check-in",
        Session::Asking { then: Then::NextQuestion, .. } => "question",
        Session::Asking { then: Then::BackToReview { .. }, .. } => "question from the review",
        Session::Reviewing { nudge: None, .. } => "review",
        Session::Reviewing { nudge: Some(_), .. } => "review with a second look",
        Session::Done { .. } => "results",
        Session::Confirming { loss: Loss::StartOver, .. } => "sure to start over",
        Session::Confirming { loss: Loss::ChangePerspective, .. } => "sure to change perspective",
        Session::Confirming { loss: Loss::BeginAs(_), .. } => "sure to begin as the other",
        Session::Sheet { .. } => "sheet",
        Session::Saved { erasing: false, .. } => "saved",
        Session::Saved { erasing: true, .. } => "sure to erase",
        Session::Comparing { stage, .. } => match stage {
            Stage::Asking { question: Question::Watched, .. } => "can anyone see?",
            Stage::Asking { question: Question::Afraid, .. } => "afraid?",
            Stage::Warned { .. } => "before the code",
            Stage::Exchanging { .. } => "codes",
            Stage::Compared { .. } => "side by side",
            Stage::Refused => "no comparison",
        },
        Session::Sharing { .. } => "sure that others use the device",
        Session::Resuming { .. } => "sure to go on",
        Session::Covered { .. } => "cover",
    }
}

/// The run that a session holds, wherever it holds it.
fn held(session: &Session) -> Option<&Run> {
    match session {
        Session::Welcome { kept, .. } => kept.as_ref(),
        Session::Confirming { back_to: inner, .. }
        | Session::Sheet { back_to: inner }
        | Session::Saved { back_to: inner, .. }
        | Session::Comparing { back_to: inner, .. }
        | Session::Sharing { back_to: inner, .. }
        | Session::Resuming { back_to: inner, .. }
        | Session::Covered { under: inner, .. } => held(inner),
        _ => session.run(),
    }
}

fn is_given(run: &Run, at: usize) -> bool {
    run.answers.get(ItemIdx(at)).is_some()
}

/// What holds on every screen.
fn assert_sound(session: &Session) {
    match session {
        Session::Asking { run, at, then, missed } => {
            assert!(at.0 < run.instrument.len(), "the question exists");
            assert!(missed.0 == 0 || !is_given(run, at.0), "an error only while there is no answer");
            match then {
                Then::NextQuestion => {
                    assert!((0..at.0).all(|n| is_given(run, n)), "no question was jumped over");
                }
                Then::BackToReview { from } => assert!(from.0 < run.instrument.len()),
            }
            let may_finish = *then == Then::NextQuestion && (6..run.instrument.len() - 1).contains(&at.0);
            assert_eq!(session.can_finish(), may_finish);
        }
        Session::Reviewing { run, from, .. } => {
            assert!(from.0 < run.instrument.len() && (0..from.0).all(|n| is_given(run, n)));
        }
        Session::Done { run, from, outcome: shown } => {
            assert!(from.0 < run.instrument.len());
            let felt = if run.is_unsafe() { Some(Feeling::NotSafe) } else { run.feeling };
            assert_eq!(**shown, outcome(&run.instrument, &run.answers, felt));
        }
        Session::Confirming { back_to, .. } => {
            assert!(!matches!(**back_to, Session::Confirming { .. }), "one question at a time");
            assert_sound(back_to);
        }
        Session::Covered { under, .. } => {
            let hides = matches!(
                **under,
                Session::Welcome { .. } | Session::Settling { .. } | Session::Asking { .. }
            );
            assert!(!hides, "only answers");
            assert_sound(under);
        }
        Session::Sheet { back_to } => {
            assert!(matches!(**back_to, Session::Done { .. }), "a sheet is of results");
            assert_sound(back_to);
        }
        Session::Saved { back_to, .. } => {
            let ways = matches!(
                **back_to,
                Session::Welcome { .. } | Session::Settling { .. } | Session::Done { .. }
            );
            assert!(ways, "three ways there");
            assert_sound(back_to);
        }
        Session::Sharing { back_to, .. } | Session::Resuming { back_to, .. } => {
            assert!(matches!(**back_to, Session::Saved { erasing: false, .. }), "one way there");
            assert_sound(back_to);
        }
        Session::Comparing { stage, back_to, .. } => {
            let Session::Done { run, .. } = &**back_to else { panic!("only from the results") };
            let mine = match stage {
                Stage::Warned { mine } | Stage::Exchanging { mine, .. } | Stage::Compared { mine, .. } => {
                    Some(*mine)
                }
                Stage::Asking { .. } | Stage::Refused => None,
            };
            if mine.is_some() {
                assert!(!run.is_unsafe(), "no code for whoever may be in danger");
                assert_eq!(mine, Figures::of(run), "the code is of this run");
            }
            assert_sound(back_to);
        }
        Session::Welcome { .. } | Session::Settling { .. } => {}
    }
}

/// What holds between a screen and the next.
fn assert_step(before: &Session, msg: Msg, after: &Session) {
    if matches!(msg, Msg::Device(_, DeviceMsg::Kept(_) | DeviceMsg::Unkept)) {
        assert_eq!(
            (screen(before), before.unfinished()),
            (screen(after), after.unfinished()),
            "nothing moves"
        );
        let kept = if let Msg::Device(_, DeviceMsg::Kept(revision)) = msg { Some(revision) } else { None };
        assert_eq!(held(after).unwrap().unfinished, kept);
        return;
    }
    if let Msg::Answered(question, answer) = msg {
        let (Session::Asking { run: was, at, .. }, Session::Asking { run, at: still, .. }) = (before, after)
        else {
            panic!("answered where nothing is asked");
        };
        assert!(question == *at && at == still, "an answer belongs to the question shown");
        assert_eq!(run.answers, was.answers.with(question, answer).unwrap(), "and to no other");
    } else if let Msg::Device(_, DeviceMsg::Resumed(revision, unfinished)) = msg {
        assert!(matches!(before, Session::Resuming { .. }), "only after asking");
        let Session::Settling { run } = after else { panic!("how the reader is comes first") };
        assert_eq!((after.unfinished(), run.unfinished), (Some(unfinished), Some(revision)));
        assert_eq!(run.feeling, held(before).and_then(|run| run.feeling), "how the reader is stays");
    } else if let (Some(was), Some(run)) = (held(before), held(after)) {
        assert_kept(was, msg, run);
    } else if held(before).is_some_and(|run| run.answers.any()) {
        assert_eq!(msg, Msg::LossConfirmed, "answers are lost only after asking");
    }
    if screen(after) == "results" && screen(before) != "results" {
        let asked = msg == Msg::ResultsAsked && matches!(before, Session::Reviewing { .. });
        let back = matches!(before, Session::Confirming { back_to, .. } | Session::Sheet { back_to } | Session::Saved { back_to, .. } | Session::Comparing { back_to, .. }
            if **back_to == *after);
        let shown = matches!(before, Session::Covered { under, .. } if **under == *after);
        assert!(asked || back || shown, "results only by way of the review");
    }
    if let (Session::Covered { under: same, .. }, other) | (other, Session::Covered { under: same, .. }) =
        (before, after)
    {
        assert_eq!(**same, *other, "the cover takes nothing and adds nothing");
        return;
    }
    let focus = effects(before, after);
    let same_screen = screen(before) == screen(after) || matches!(msg, Msg::Answered(..));
    assert!(
        focus == Some(Effect::FocusHeading) || same_screen,
        "a new screen moves the focus to its heading"
    );
}

fn assert_kept(was: &Run, msg: Msg, run: &Run) {
    let (of, now) = (&was.instrument, &run.instrument);
    if of == now && was.answers == run.answers {
        return;
    }
    if of.perspective == now.perspective && of.scope != now.scope && msg == Msg::Began {
        for (at, item) in now.definition().places().zip(now.definition().items()) {
            // What the scope before did not ask may come back from the one before that.
            let Some(asked) = of.definition().find(&item.id) else { continue };
            assert_eq!(run.answers.get(at), was.answers.get(asked), "answers to shared items stay");
        }
        assert_eq!(run.feeling, was.feeling);
        return;
    }
    assert!(!run.answers.any(), "another run starts empty");
    assert_eq!(run.feeling, was.feeling, "how the reader is stays");
    assert!(msg == Msg::LossConfirmed || !was.answers.any(), "answers are lost only after asking");
}

#[test]
fn no_order_of_clicks_breaks_the_way_through() {
    let catalog = Catalog::built_in().unwrap();
    let seen = std::cell::RefCell::new(BTreeMap::<&str, usize>::new());
    TestRunner::new(config(512))
        .run(&walk(), |acts| {
            let mut session = Session::default();
            let mut suggested = 0;
            for act in &acts {
                for msg in msgs(act, &session) {
                    let Some(next) = step(&catalog, &session, msg) else { continue };
                    assert_sound(&next);
                    assert_step(&session, msg, &next);
                    if msg == Msg::LossConfirmed {
                        suggested = 0;
                    }
                    let fresh = !matches!(
                        session,
                        Session::Reviewing { .. } | Session::Confirming { .. } | Session::Covered { .. }
                    );
                    suggested += usize::from(fresh && screen(&next) == "review with a second look");
                    assert!(suggested <= 1, "a second look is suggested once");
                    *seen.borrow_mut().entry(screen(&next)).or_default() += 1;
                    session = next;
                }
            }
            Ok(())
        })
        .unwrap();
    let seen = seen.into_inner();
    assert_eq!(seen.len(), 23, "every screen was visited: {seen:?}");
    assert!(seen.values().all(|&times| times >= 20), "and often: {seen:?}");
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn back_then_continue_loses_nothing(acts in walk()) {
        let catalog = Catalog::built_in().unwrap();
        let mut session = Session::default();
        for act in &acts {
            for msg in msgs(act, &session) {
                session = step(&catalog, &session, msg).unwrap_or(session);
                if let Session::Asking { run, at, then: Then::NextQuestion, .. } = &session {
                    let back = step(&catalog, &session, Msg::WentBack).unwrap();
                    let on = at.0.checked_sub(1).map_or(Msg::Settled, |before| Msg::WentOn(ItemIdx(before)));
                    let again = step(&catalog, &back, on).unwrap();
                    let Session::Asking { run: after, at: there, .. } = &again else { panic!("{again:?}") };
                    prop_assert_eq!((after, there), (run, at));
                }
            }
        }
    }

    #[test]
    fn a_message_twice_does_no_more_than_once(acts in walk()) {
        let catalog = Catalog::built_in().unwrap();
        let mut session = Session::default();
        for act in &acts {
            for msg in msgs(act, &session) {
                let Some(next) = step(&catalog, &session, msg) else { continue };
                // Continue, Begin, an answer, Finish now, See my results, Yes, No: the second is ignored or
                // changes nothing. Back and Hide mean what they say each time.
                let counts = matches!(
                    msg,
                    Msg::Began | Msg::WentOn(_) | Msg::Compare(_, CompareMsg::Replied(_) | CompareMsg::CodeGiven(Err(_)))
                );
                if !counts && !matches!(msg, Msg::WentBack | Msg::HideToggled) {
                    prop_assert_eq!(step(&catalog, &next, msg).unwrap_or(next.clone()), next.clone());
                }
                if let (Msg::WentOn(question), Session::Asking { at, .. }) = (msg, &next) && question != *at {
                    prop_assert_eq!(step(&catalog, &next, msg), None);
                }
                session = next;
            }
        }
    }
}

#[test]
fn the_card_starts_without_a_choice() {
    let card = Session::Welcome { choice: Choice::default(), kept: None, missed: Default::default() };
    assert_eq!(Session::default(), card);
    assert_eq!(Choice::default(), Choice { perspective: None, no_one_in_mind: false });
}
