//! What holds for every order of clicks. The seed is fixed, so that each run tries the same cases and a failure can be
//! seen again.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::compare::{CodeError, FIRST_DAY, Figures, Part};
use trust_checkin::domain::device::{Request, Response};
use trust_checkin::domain::guidance::{Feeling, outcome};
use trust_checkin::domain::instrument::{Perspective, Scope};
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::saved::{Mark, StoreError};
use trust_checkin::domain::session::{
    Catalog, Choice, CompareMsg, Effect, Flow, Loss, Msg, Next, Overlay, Question, Reply, Run, SavingMsg,
    Session, Stage, Then, step,
};
use trust_checkin::domain::unfinished::{Revision, Unfinished};

use super::given::{L, P, full_only, pair, perspective, responded, saving};

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
        30 => Just(Msg::SheetAsked),
        3 => Just(saving(SavingMsg::SavedAsked)),
        4 => Just(saving(SavingMsg::EraseAsked)),
        1 => Just(responded(Response::Erased)),
        1 => Just(saving(SavingMsg::ListChosen(2))),
        1 => Just(pair(CompareMsg::Asked)),
        1 => (prop::sample::select(&[Question::Watched, Question::Afraid][..]), some_reply())
            .prop_map(|(question, reply)| pair(CompareMsg::Chose(question, reply))),
        1 => prop::sample::select(&[Question::Watched, Question::Afraid][..]).prop_map(|question| pair(CompareMsg::Replied(question))),
        1 => Just(pair(CompareMsg::CodeAsked)),
        1 => perspective().prop_map(|who| pair(CompareMsg::CodeGiven(Ok(figures(who))))),
        1 => Just(pair(CompareMsg::CodeGiven(Err(CodeError::Altered)))),
        1 => Just(pair(CompareMsg::Dated(FIRST_DAY))),
        1 => (1..9_i64, 0..9_i64).prop_map(|(sequence, saved)| responded(Response::Saved(Mark { sequence, saved }))),
        4 => Just(saving(SavingMsg::SharedAsked)),
        1 => Just(responded(Response::Shared)),
        4 => revision().prop_map(|revision| saving(SavingMsg::ResumeAsked(revision))),
        2 => (revision(), unfinished())
            .prop_map(|(revision, unfinished)| responded(Response::Resumed(revision, unfinished))),
        2 => revision().prop_map(|revision| responded(Response::Kept(revision))),
        1 => Just(responded(Response::Dropped)),
        1 => Just(responded(Response::Failed(StoreError::Gone))),
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
    let here = match &session.flow {
        Flow::Asking { at, .. } => *at,
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
    session.run().is_some_and(|run| run.instrument.perspective == perspective)
}

fn screen(session: &Session) -> &'static str {
    session.overlays.last().map_or_else(|| screen_of_flow(&session.flow), screen_over)
}

fn screen_of_flow(flow: &Flow) -> &'static str {
    match flow {
        Flow::Welcome { left: None, .. } => "card",
        Flow::Welcome { left: Some(_), .. } => "card with a run",
        Flow::Settling { .. } => "check-in",
        Flow::Asking { then: Then::NextQuestion, .. } => "question",
        Flow::Asking { then: Then::BackToReview { .. }, .. } => "question from the review",
        Flow::Reviewing { nudge: None, .. } => "review",
        Flow::Reviewing { nudge: Some(_), .. } => "review with a second look",
        Flow::Done { .. } => "results",
    }
}

fn screen_over(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Confirming(Loss::StartOver) => "sure to start over",
        Overlay::Confirming(Loss::ChangePerspective) => "sure to change perspective",
        Overlay::Confirming(Loss::BeginAs(_)) => "sure to begin as the other",
        Overlay::Sheet => "sheet",
        Overlay::Saved(_) => "saved",
        Overlay::Erasing(_) => "sure to erase",
        Overlay::Comparing(stage) => match **stage {
            Stage::Asking { question: Question::Watched, .. } => "can anyone see?",
            Stage::Asking { question: Question::Afraid, .. } => "afraid?",
            Stage::Warned { .. } => "before the code",
            Stage::Exchanging { .. } => "codes",
            Stage::Compared { .. } => "side by side",
            Stage::Refused => "no comparison",
        },
        Overlay::Sharing(_) => "sure that others use the device",
        Overlay::Resuming(_) => "sure to go on",
        Overlay::Covered => "cover",
    }
}

fn is_given(run: &Run, at: usize) -> bool {
    run.answers.get(ItemIdx(at)).is_some()
}

/// What holds on every screen.
fn assert_sound(session: &Session) {
    assert_sound_flow(&session.flow);
    for (place, overlay) in session.overlays.iter().enumerate() {
        assert_sound_over(&session.flow, &session.overlays[..place], overlay);
    }
}

fn assert_sound_flow(flow: &Flow) {
    match flow {
        Flow::Asking { run, at, then, missed } => {
            assert!(at.0 < run.instrument.len(), "the question exists");
            assert!(missed.0 == 0 || !is_given(run, at.0), "an error only while there is no answer");
            match then {
                Then::NextQuestion => {
                    assert!((0..at.0).all(|n| is_given(run, n)), "no question was jumped over");
                }
                Then::BackToReview { from } => assert!(from.0 < run.instrument.len()),
            }
            let may_finish = *then == Then::NextQuestion && (6..run.instrument.len() - 1).contains(&at.0);
            assert_eq!(flow.can_finish(), may_finish);
        }
        Flow::Reviewing { run, from, .. } => {
            assert!(from.0 < run.instrument.len() && (0..from.0).all(|n| is_given(run, n)));
        }
        Flow::Done { run, from, outcome: shown } => {
            assert!(from.0 < run.instrument.len());
            let felt = if run.is_unsafe() { Some(Feeling::NotSafe) } else { run.feeling };
            assert_eq!(**shown, outcome(&run.instrument, &run.answers, felt));
        }
        Flow::Welcome { .. } | Flow::Settling { .. } => {}
    }
}

fn assert_sound_over(flow: &Flow, under: &[Overlay], overlay: &Overlay) {
    let saved = Overlay::Saved(full_only(()));
    match overlay {
        Overlay::Confirming(_) => {
            let is_question = matches!(under.last(), Some(Overlay::Confirming(_) | Overlay::Covered));
            assert!(!is_question && flow.run().is_some(), "one question at a time, about a run");
        }
        Overlay::Covered => {
            let shows_answers = match under.last() {
                None => matches!(flow, Flow::Reviewing { .. } | Flow::Done { .. }),
                Some(under) => matches!(
                    under,
                    Overlay::Sheet | Overlay::Saved(_) | Overlay::Erasing(_) | Overlay::Comparing(_)
                ),
            };
            assert!(shows_answers, "only answers");
        }
        Overlay::Sheet => {
            assert!(under.is_empty() && matches!(flow, Flow::Done { .. }), "a sheet is of results");
        }
        Overlay::Saved(_) => {
            let ways = matches!(flow, Flow::Welcome { .. } | Flow::Settling { .. } | Flow::Done { .. });
            assert!(under.is_empty() && ways, "three ways there");
        }
        Overlay::Erasing(_) | Overlay::Sharing(_) | Overlay::Resuming(_) => {
            assert_eq!(under, [saved], "one way there");
        }
        Overlay::Comparing(stage) => {
            let Flow::Done { run, .. } = flow else { panic!("only from the results") };
            assert!(under.is_empty(), "only from the results");
            let mine = match **stage {
                Stage::Warned { mine } | Stage::Exchanging { mine, .. } | Stage::Compared { mine, .. } => {
                    Some(mine)
                }
                Stage::Asking { .. } | Stage::Refused => None,
            };
            if mine.is_some() {
                assert!(!run.is_unsafe(), "no code for whoever may be in danger");
                assert_eq!(mine, run.figures(), "the code is of this run");
            }
        }
    }
}

/// What the device is asked by these effects.
fn requests(effects: &[Effect]) -> Vec<Request> {
    let asked = effects.iter().filter_map(|effect| match effect {
        Effect::Ask(request) => Some((**request).clone()),
        _ => None,
    });
    asked.collect()
}

/// What holds between a screen and the next.
fn assert_step(before: &Session, msg: Msg, next: &Next) {
    let after = &next.session;
    assert_device(before, msg, next);
    assert_focus(before, msg, next);
    let response = match msg {
        Msg::Saving(msg) => match *msg {
            SavingMsg::Responded(response) => Some(response),
            _ => None,
        },
        _ => None,
    };
    if let Some(Response::Kept(_) | Response::Dropped | Response::Failed(_)) = response {
        let shown = |session: &Session| (screen(session), session.unfinished());
        assert_eq!(shown(before), shown(after), "nothing moves");
        let revision = if let Some(Response::Kept(revision)) = response { Some(revision) } else { None };
        assert_eq!(after.run().unwrap().unfinished, revision.map(full_only));
        return;
    }
    if let Msg::Answered(question, answer) = msg {
        let (Flow::Asking { run: was, at, .. }, Flow::Asking { run, at: still, .. }) =
            (&before.flow, &after.flow)
        else {
            panic!("answered where nothing is asked");
        };
        assert!(before.overlays.is_empty() && after.overlays.is_empty());
        assert!(question == *at && at == still, "an answer belongs to the question shown");
        assert_eq!(run.answers, was.answers.with(question, answer).unwrap(), "and to no other");
    } else if let Some(Response::Resumed(revision, unfinished)) = response {
        assert!(matches!(before.overlays.last(), Some(Overlay::Resuming(_))), "only after asking");
        let Flow::Settling { run } = &after.flow else { panic!("how the reader is comes first") };
        assert!(after.overlays.is_empty());
        assert_eq!((after.unfinished(), run.unfinished), (Some(unfinished), Some(full_only(revision))));
        assert_eq!(run.feeling, before.run().and_then(|run| run.feeling), "how the reader is stays");
    } else if let (Some(was), Some(run)) = (before.run(), after.run()) {
        assert_kept(was, msg, run);
    } else if before.run().is_some_and(|run| run.answers.any()) {
        assert_eq!(msg, Msg::LossConfirmed, "answers are lost only after asking");
    }
    if screen(after) == "results" && screen(before) != "results" {
        let is_review = matches!(before.flow, Flow::Reviewing { .. }) && before.overlays.is_empty();
        let asked = msg == Msg::ResultsAsked && is_review;
        let back = before.overlays.len() == 1 && before.flow == after.flow;
        assert!(asked || back, "results only by way of the review");
    }
    for (covered, other) in [(before, after), (after, before)] {
        let is_covered = |session: &Session| session.overlays.last() == Some(&Overlay::Covered);
        // The day of the results may become known under it.
        if is_covered(covered) && !is_covered(other) {
            let under = &covered.overlays[..covered.overlays.len() - 1];
            assert_eq!((&covered.flow, under), (&other.flow, &*other.overlays), "a cover changes nothing");
        }
    }
}

/// A new screen moves the focus to its heading, an error to itself, and everything else leaves it where it is.
fn assert_focus(before: &Session, msg: Msg, next: &Next) {
    let after = &next.session;
    let is_focus = |effect: &&Effect| {
        matches!(
            effect,
            Effect::FocusHeading | Effect::FocusProblem | Effect::FocusCover | Effect::FocusHeadingInPlace
        )
    };
    let focus: Vec<&Effect> = next.effects.iter().filter(is_focus).collect();
    let missed = |session: &Session| match (session.overlays.last(), &session.flow) {
        (Some(Overlay::Comparing(stage)), _) => match **stage {
            Stage::Asking { missed, .. } | Stage::Exchanging { missed, .. } => missed.0,
            _ => 0,
        },
        (Some(_), _) => 0,
        (None, Flow::Welcome { missed, .. } | Flow::Asking { missed, .. }) => missed.0,
        (None, _) => 0,
    };
    let question = |session: &Session| match session.flow {
        Flow::Asking { at, .. } => Some(at),
        _ => None,
    };
    // The card stays the card, whether or not a run waits behind it.
    let place = |session: &Session| (screen(session).trim_end_matches(" with a run"), question(session));
    let expected = match msg {
        Msg::LeftAlone { had_focus: true } => Some(Effect::FocusCover),
        Msg::LeftAlone { had_focus: false } => None,
        Msg::Shown => Some(Effect::FocusHeadingInPlace),
        // The suggestion of a second look goes when the answers are shown again.
        Msg::HideToggled => None,
        _ if place(before) != place(after) => Some(Effect::FocusHeading),
        _ if missed(after) > missed(before) => Some(Effect::FocusProblem),
        _ => None,
    };
    assert_eq!(focus, expected.iter().collect::<Vec<_>>(), "{msg:?} from {}", screen(before));
}

/// The device is asked for no more and no less than what keeps the unfinished copy of the run up to date.
fn assert_device(before: &Session, msg: Msg, next: &Next) {
    let after = &next.session;
    let revision = |session: &Session| session.run().and_then(|run| run.unfinished);
    let is_of_reader = match msg {
        Msg::Saving(msg) => !matches!(*msg, SavingMsg::Responded(_)),
        _ => true,
    };
    let expected = match (revision(before), revision(after)) {
        _ if !is_of_reader => None,
        (Some(lost), None) => Some(Request::Drop(*lost)),
        (_, Some(kept)) if before.unfinished() != after.unfinished() => {
            Some(Request::Keep(after.unfinished().unwrap(), Some(*kept)))
        }
        _ => None,
    };
    let asked = requests(&next.effects);
    // The same answer once more may be saved once more.
    if !(matches!(msg, Msg::Answered(..)) && expected.is_none()) {
        assert_eq!(asked, expected.into_iter().collect::<Vec<_>>(), "{msg:?} from {}", screen(before));
    }
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
    TestRunner::new(config(1024))
        .run(&walk(), |acts| {
            let mut session = Session::default();
            let mut suggested = 0;
            for act in &acts {
                for msg in msgs(act, &session) {
                    let Some(next) = step(&catalog, &session, msg) else { continue };
                    assert_step(&session, msg, &next);
                    let next = next.session;
                    assert_sound(&next);
                    if msg == Msg::LossConfirmed {
                        suggested = 0;
                    }
                    let fresh = !matches!(session.flow, Flow::Reviewing { .. });
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
                session = step(&catalog, &session, msg).map_or(session, |next| next.session);
                if let (Flow::Asking { run, at, then: Then::NextQuestion, .. }, true) =
                    (&session.flow, session.overlays.is_empty())
                {
                    let back = step(&catalog, &session, Msg::WentBack).unwrap().session;
                    let on = at.0.checked_sub(1).map_or(Msg::Settled, |before| Msg::WentOn(ItemIdx(before)));
                    let again = step(&catalog, &back, on).unwrap().session;
                    let Flow::Asking { run: after, at: there, .. } = &again.flow else { panic!("{again:?}") };
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
                let Some(Next { session: next, .. }) = step(&catalog, &session, msg) else { continue };
                // Continue, Begin, an answer, Finish now, See my results, Yes, No: the second is ignored or
                // changes nothing. Back and Hide mean what they say each time.
                let counts = match msg {
                    Msg::Began | Msg::WentOn(_) => true,
                    Msg::Compare(msg) => {
                        matches!(*msg, CompareMsg::Replied(_) | CompareMsg::CodeGiven(Err(_)))
                    }
                    _ => false,
                };
                if !counts && !matches!(msg, Msg::WentBack | Msg::HideToggled) {
                    let again = step(&catalog, &next, msg).map_or(next.clone(), |next| next.session);
                    prop_assert_eq!(again, next.clone());
                }
                if let (Msg::WentOn(question), Flow::Asking { at, .. }) = (msg, &next.flow) && question != *at {
                    prop_assert_eq!(step(&catalog, &next, msg), None);
                }
                session = next;
            }
        }
    }
}

#[test]
fn the_card_starts_without_a_choice() {
    let card = Flow::Welcome { choice: Choice::default(), left: None, missed: Default::default() };
    assert_eq!(Session::default(), card.into());
    assert_eq!(Choice::default(), Choice { perspective: None, no_one_in_mind: false });
}
