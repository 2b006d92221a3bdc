//! A check-in that is not finished: what is kept of it, its text, how long, and going on with it.

use expect_test::expect_file;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::device::{Request, Response};
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::instrument::{Perspective, Scope};
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::saved::{LAST_SEQUENCE, StoreError};
use trust_checkin::domain::session::{Catalog, Effect, Flow, Msg, Overlay, SavingMsg, Session, step};
use trust_checkin::domain::unfinished::{MOST_UNFINISHED, UNFINISHED_FOR};
use trust_checkin::domain::unfinished::{Revision, Unfinished, UnfinishedList};
use trust_checkin::formats::unfinished::{read, write};

use super::given::{L, P, full_only, responded, saving};

const HOUR: i64 = 60 * 60 * 1000;
const NOW: i64 = 1_795_000_000_000;
/// Every version of the text that ever shipped, with the check-ins it was written for.
const SHIPPED: [&str; 1] = [include_str!("../fixtures/saved/unfinished-1.json")];

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(21), failure_persistence: None, ..Config::default() }
}

/// Sends messages, none of which may be ignored.
fn after(session: Session, messages: impl IntoIterator<Item = Msg>) -> Session {
    let catalog = Catalog::built_in().unwrap();
    messages.into_iter().fold(session, |session, msg| {
        step(&catalog, &session, msg).unwrap_or_else(|| panic!("{msg:?} was ignored in {session:?}")).session
    })
}

/// On the question after these raw answers; 5 is Skip.
fn session(perspective: Perspective, scope: Scope, feeling: Option<Feeling>, raw: &[i64]) -> Session {
    let alone = Msg::NoOneInMind(scope == Scope::StabilityOnly);
    let begun = [alone, Msg::PerspectiveChosen(perspective), Msg::Began];
    let settled = feeling.map(Msg::FeelingChosen).into_iter().chain([Msg::Settled]);
    let answers = raw.iter().enumerate().flat_map(|(place, raw)| {
        let answer = if *raw == 5 { Answer::Skipped } else { Answer::Chosen(*raw) };
        [Msg::Answered(ItemIdx(place), answer), Msg::WentOn(ItemIdx(place))]
    });
    after(Session::default(), begun.into_iter().chain(settled).chain(answers))
}

/// What the device is asked by these effects.
fn requests(effects: &[Effect]) -> Vec<Request> {
    let asked = effects.iter().filter_map(|effect| match effect {
        Effect::Ask(request) => Some((**request).clone()),
        _ => None,
    });
    asked.collect()
}

fn unfinished(raw: &[i64]) -> Unfinished {
    session(P, Scope::Full, None, raw).unfinished().unwrap()
}

fn any_unfinished() -> impl Strategy<Value = Unfinished> {
    let perspectives = prop_oneof![Just(P), Just(L)];
    let scopes = prop_oneof![Just(Scope::Full), Just(Scope::StabilityOnly)];
    (perspectives, scopes, prop::collection::vec(0..=5_i64, 0..=18)).prop_map(|(perspective, scope, raw)| {
        let asked = raw.len().min(scope.rows().count());
        session(perspective, scope, None, &raw[..asked]).unfinished().unwrap()
    })
}

fn lists() -> impl Strategy<Value = UnfinishedList> {
    prop::collection::vec((1..=40_i64, 1..=90_i64, -HOUR..=NOW, any_unfinished()), 0..=MOST_UNFINISHED)
        .prop_map(|records| {
            let mut sequence = 0;
            let records = records.into_iter().map(|(more, number, saved, unfinished)| {
                sequence += more;
                (Revision { sequence, number, saved }, unfinished)
            });
            UnfinishedList::of(records.collect()).unwrap()
        })
}

fn one(raw: &[i64]) -> (UnfinishedList, Revision) {
    UnfinishedList::default().with(unfinished(raw), None, NOW).unwrap()
}

#[test]
fn r23_going_on_asks_how_the_reader_is_and_then_leads_to_the_very_question() {
    let before = session(L, Scope::Full, Some(Feeling::NotSafe), &[3, 5, 1, 0]);
    let revision = Revision { sequence: 1, number: 1, saved: NOW };
    let kept = before.unfinished().unwrap();
    let asked =
        after(Session::default(), [saving(SavingMsg::SavedAsked), saving(SavingMsg::ResumeAsked(revision))]);
    assert!(asked.run().is_none(), "nothing of it is there before a yes");
    let resumed = after(asked, [responded(Response::Resumed(revision, kept))]);
    let Flow::Settling { run } = &resumed.flow else { panic!("{resumed:?}") };
    assert_eq!(run.feeling, None, "how the reader was is not kept");
    let on = after(resumed, [Msg::Settled]);
    let (Flow::Asking { run, at, .. }, Flow::Asking { run: was, at: there, .. }) = (&on.flow, &before.flow)
    else {
        panic!("{on:?}");
    };
    assert_eq!((at, &run.answers, &run.instrument), (there, &was.answers, &was.instrument));
    assert_eq!(run.unfinished, Some(full_only(revision)));
    // Only the first time: from then on Back and Continue are as ever.
    let back = (0..5).map(|_| Msg::WentBack);
    let again = after(on, back.chain([Msg::Settled]));
    assert!(matches!(again.flow, Flow::Asking { at: ItemIdx(0), .. }), "{again:?}");
}

#[test]
fn whoever_has_said_how_they_are_is_not_forgotten_by_going_on() {
    let revision = Revision { sequence: 1, number: 1, saved: NOW };
    let begun = [Msg::PerspectiveChosen(P), Msg::Began, Msg::FeelingChosen(Feeling::NotSafe)];
    let asked = [
        saving(SavingMsg::SavedAsked),
        saving(SavingMsg::ResumeAsked(revision)),
        responded(Response::Resumed(revision, unfinished(&[1]))),
    ];
    let resumed = after(Session::default(), begun.into_iter().chain(asked));
    assert_eq!(resumed.run().unwrap().feeling, Some(Feeling::NotSafe));
}

#[test]
fn a_kept_run_stays_up_to_date_and_goes_with_the_answers() {
    let revision = Revision { sequence: 1, number: 1, saved: NOW };
    let asking = session(P, Scope::Full, None, &[3, 2]);
    let check = |before: &Session, messages: &[Msg], expected: Option<Request>| {
        let (last, first) = messages.split_last().unwrap();
        let before = after(before.clone(), first.iter().copied());
        let next = step(&Catalog::built_in().unwrap(), &before, *last).unwrap();
        assert_eq!(requests(&next.effects), expected.into_iter().collect::<Vec<_>>(), "{messages:?}");
    };
    let answer = Msg::Answered(ItemIdx(2), Answer::Chosen(4));
    check(&asking, &[answer], None);
    let kept = after(asking, [responded(Response::Kept(revision))]);
    let keep = |session: &Session| Some(Request::Keep(session.unfinished().unwrap(), Some(revision)));
    let answered = after(kept.clone(), [answer]);
    check(&kept, &[answer], keep(&answered));
    check(&kept, &[Msg::WentOn(ItemIdx(2))], None);
    check(&kept, &[Msg::WentBack], keep(&after(kept.clone(), [Msg::WentBack])));
    check(&answered, &[Msg::WentOn(ItemIdx(2))], keep(&after(answered.clone(), [Msg::WentOn(ItemIdx(2))])));
    // Asking first changes nothing; a yes gives up the answers here and there.
    check(&kept, &[Msg::StartOverAsked], None);
    check(&kept, &[Msg::StartOverAsked, Msg::LossDeclined], None);
    check(&kept, &[Msg::StartOverAsked, Msg::LossConfirmed], Some(Request::Drop(revision)));
    check(&kept, &[Msg::ChangePerspectiveAsked, Msg::LossConfirmed], Some(Request::Drop(revision)));
    // Fewer questions: it is the same run, kept with those.
    let card = after(kept.clone(), [Msg::WentBack, Msg::WentBack, Msg::WentBack, Msg::WentBack]);
    let fewer = after(card.clone(), [Msg::NoOneInMind(true), Msg::Began]);
    check(&card, &[Msg::NoOneInMind(true), Msg::Began], keep(&fewer));
    assert_eq!(fewer.unfinished().unwrap().scope(), Scope::StabilityOnly);
    // Kept no more: nothing is asked for.
    let ended = after(answered, [responded(Response::Dropped)]);
    check(&ended, &[Msg::WentOn(ItemIdx(2))], None);
}

#[test]
fn erasing_and_a_shared_device_end_it_for_the_run_at_hand() {
    let revision = Revision { sequence: 1, number: 1, saved: NOW };
    let kept =
        after(session(P, Scope::Full, None, &[]), [responded(Response::Kept(revision)), Msg::WentBack]);
    for end in [
        [saving(SavingMsg::EraseAsked), responded(Response::Erased)],
        [saving(SavingMsg::SharedAsked), responded(Response::Shared)],
    ] {
        let ended = after(kept.clone(), [saving(SavingMsg::SavedAsked)].into_iter().chain(end));
        assert_eq!(ended.overlays, [Overlay::Saved(full_only(()))]);
        assert_eq!(ended.run().unwrap().unfinished, None);
    }
}

/// Another tab went on with it, or erased it. The answers stay on the screen.
#[test]
fn a_copy_that_is_gone_is_kept_up_to_date_no_more() {
    let revision = Revision { sequence: 1, number: 1, saved: NOW };
    let gone = responded(Response::Failed(StoreError::Gone));
    let kept = after(session(P, Scope::Full, None, &[3]), [responded(Response::Kept(revision))]);
    let ended = after(kept.clone(), [gone]);
    assert_eq!(ended.run().unwrap().unfinished, None);
    assert_eq!(ended.unfinished(), kept.unfinished());
    // That another one cannot be gone on with says nothing of this one.
    let back = [Msg::WentBack; 2];
    let asked = [saving(SavingMsg::SavedAsked), saving(SavingMsg::ResumeAsked(revision))];
    let asked = after(kept.clone(), back.into_iter().chain(asked));
    assert_eq!(step(&Catalog::built_in().unwrap(), &asked, gone), None);
    // Other failures say nothing of it either.
    let full = responded(Response::Failed(StoreError::Full));
    assert_eq!(step(&Catalog::built_in().unwrap(), &kept, full), None);
}

#[test]
fn r64_how_the_reader_feels_is_in_no_unfinished_check_in() {
    let text = |feeling| {
        let kept = session(L, Scope::Full, feeling, &[1; 9]).unfinished().unwrap();
        write(&UnfinishedList::default().with(kept, None, NOW).unwrap().0)
    };
    for feeling in Feeling::ALL {
        assert_eq!(text(Some(feeling)), text(None), "{feeling:?}");
    }
}

#[test]
fn it_is_kept_for_a_day_and_no_clock_makes_it_longer() {
    let (list, _) = one(&[3, 2]);
    assert_eq!(UNFINISHED_FOR, 24 * HOUR);
    for (now, left) in [
        (NOW, 1),
        (NOW + UNFINISHED_FOR, 1),
        (NOW + UNFINISHED_FOR + 1, 0),
        (NOW - UNFINISHED_FOR, 1),
        (NOW - UNFINISHED_FOR - 1, 0),
        (i64::MAX, 0),
        (i64::MIN, 0),
    ] {
        assert_eq!(list.at(now).records().len(), left, "{now}");
    }
    // A day from the last change.
    let (list, revision) = one(&[3]);
    let (list, revision) = list.with(unfinished(&[3, 2]), Some(revision), NOW + 20 * HOUR).unwrap();
    assert_eq!(list.at(NOW + 44 * HOUR).get(revision), Some(unfinished(&[3, 2])));
    // What has expired is not there to be changed.
    assert_eq!(list.with(unfinished(&[3]), Some(revision), NOW + 45 * HOUR), Err(StoreError::Gone));
}

#[test]
fn r06_another_writing_of_it_is_never_written_over() {
    let (list, first) = one(&[3]);
    let (list, other) = list.with(unfinished(&[1]), None, NOW).unwrap();
    assert_eq!((other.sequence, other.number), (2, 1));
    let (list, second) = list.with(unfinished(&[3, 4]), Some(first), NOW).unwrap();
    // The same moment, and yet another writing, in the same place.
    assert_eq!((second.sequence, second.number, second.saved), (1, 2, NOW));
    assert_eq!(list.records(), [(second, unfinished(&[3, 4])), (other, unfinished(&[1]))]);
    assert_eq!(list.with(unfinished(&[0]), Some(first), NOW), Err(StoreError::Gone));
    assert_eq!(list.without(first), list);
    assert_eq!(list.get(first), None);
    assert_eq!(list.without(second).records(), [(other, unfinished(&[1]))]);
    // R07: what was erased does not come back.
    assert_eq!(UnfinishedList::default().with(unfinished(&[3]), Some(second), NOW), Err(StoreError::Gone));
}

#[test]
fn r02_a_list_of_unfinished_check_ins_has_an_end() {
    let revision = |sequence, number| Revision { sequence, number, saved: NOW };
    let at = |sequence, number| (revision(sequence, number), unfinished(&[3; 18]));
    let full = UnfinishedList::of(
        (1..=MOST_UNFINISHED as i64).map(|sequence| at(sequence, LAST_SEQUENCE)).collect(),
    )
    .unwrap();
    assert_eq!(full.with(unfinished(&[]), None, NOW), Err(StoreError::Full));
    assert!(write(&full).len() < 10_000);
    assert_eq!(read(&write(&full)), Ok(full.clone()));
    assert_eq!(full.with(unfinished(&[]), Some(revision(1, LAST_SEQUENCE)), NOW), Err(StoreError::Full));
    let last = UnfinishedList::of(vec![at(LAST_SEQUENCE, 1)]).unwrap();
    assert_eq!(last.with(unfinished(&[]), None, NOW), Err(StoreError::Full));
    let many = (1..=MOST_UNFINISHED as i64 + 1).map(|sequence| at(sequence, 1)).collect();
    let far = LAST_SEQUENCE + 1;
    for wrong in [
        many,
        vec![at(2, 1), at(2, 2)],
        vec![at(2, 1), at(1, 1)],
        vec![at(0, 1)],
        vec![at(1, 0)],
        vec![at(1, far)],
        vec![at(far, 1)],
    ] {
        assert_eq!(UnfinishedList::of(wrong), None);
    }
}

#[test]
fn only_what_a_reader_can_come_to_is_taken() {
    let check = |scope, at: &str, answers: &[(&str, Answer)], taken: bool| {
        let read = Unfinished::checked(P, scope, at, answers.iter().copied());
        assert_eq!(read.is_some(), taken, "{at} {answers:?}");
        if let Some(read) = read {
            assert_eq!(read.at(), at);
            assert_eq!(read.answers().collect::<Vec<_>>(), answers);
        }
    };
    use Answer::{Chosen, Skipped};
    let (full, alone) = (Scope::Full, Scope::StabilityOnly);
    check(full, "A1", &[], true);
    check(full, "A1", &[("A1", Chosen(0))], true);
    check(full, "H1", &[("A1", Chosen(4))], true);
    check(full, "S2", &[("A1", Skipped), ("H1", Chosen(2)), ("S2", Chosen(0))], true);
    check(full, "A1", &[("H1", Chosen(2))], true);
    check(alone, "S2", &[("H1", Skipped)], true);
    // Not asked, not known, twice, not in order, no code.
    check(alone, "A1", &[], false);
    check(alone, "H1", &[("A1", Chosen(1))], false);
    check(full, "X1", &[], false);
    check(full, "A1", &[("X1", Chosen(1))], false);
    check(full, "A1", &[("A1", Chosen(1)), ("A1", Chosen(1))], false);
    check(full, "A1", &[("H1", Chosen(1)), ("A1", Chosen(1))], false);
    check(full, "A1", &[("A1", Chosen(5))], false);
    check(full, "A1", &[("A1", Chosen(-1))], false);
    check(full, "A1", &[("A1", Chosen(-2))], false);
    // Past a question that is open.
    check(full, "H1", &[], false);
    check(full, "S2", &[("A1", Chosen(1)), ("S2", Chosen(1))], false);
}

#[test]
fn r04_every_version_of_an_unfinished_check_in_is_read() {
    let alone = session(L, Scope::StabilityOnly, None, &[4, 5]).unfinished().unwrap();
    let (list, first) = one(&[3, 2, 5, 1]);
    let (list, _) = list.with(alone, None, NOW + HOUR).unwrap();
    let (list, _) = list.with(unfinished(&[3, 2, 5, 1, 0]), Some(first), NOW + 2 * HOUR).unwrap();
    expect_file!["../fixtures/saved/unfinished-1.json"].assert_eq(&(write(&list) + "\n"));
    for (place, text) in SHIPPED.iter().enumerate() {
        assert_eq!(read(text.trim_end()).as_ref(), Ok(&list), "version {}", place + 1);
    }
}

#[test]
fn r04_every_kind_of_unfinished_check_in_that_version_1_has_is_read() {
    let mut list = UnfinishedList::default();
    for (perspective, scope) in
        [(P, Scope::Full), (P, Scope::StabilityOnly), (L, Scope::Full), (L, Scope::StabilityOnly)]
    {
        for raw in [&[][..], &[5, 0, 4, 1]] {
            let kept = session(perspective, scope, None, raw).unfinished().unwrap();
            list = list.with(kept, None, NOW).unwrap().0;
        }
    }
    expect_file!["../fixtures/saved/unfinished-1-every-kind.json"].assert_eq(&(write(&list) + "\n"));
    assert_eq!(read(include_str!("../fixtures/saved/unfinished-1-every-kind.json").trim_end()), Ok(list));
}

#[test]
fn r05_a_newer_version_of_an_unfinished_check_in_is_told_apart() {
    let text = write(&one(&[3]).0);
    let check = |before: &str, after: &str, why: StoreError| {
        let changed = text.replacen(before, after, 1);
        assert_ne!(changed, text, "{before}");
        assert_eq!(read(&changed), Err(why), "{after}");
    };
    check("\"version\":1", "\"version\":2", StoreError::NewerVersion);
    check("\"items\":1", "\"items\":2", StoreError::NewerVersion);
    check("\"version\":1", "\"version\":0", StoreError::Corrupt);
    check("\"items\":1", "\"items\":0", StoreError::Corrupt);
    check("\"at\":\"H1\"", "\"at\":\"A1\"", StoreError::Corrupt);
    check(",\"answers\":{\"A1\":3}", "", StoreError::Corrupt);
    check("\"answers\":{\"A1\":3}", "\"answers\":{\"A1\":3},\"more\":1", StoreError::Corrupt);
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn what_is_written_is_read_back(list in lists()) {
        prop_assert_eq!(read(&write(&list)), Ok(list));
    }

    #[test]
    fn any_altered_byte_is_refused_or_changes_nothing(list in lists(), at: prop::sample::Index, byte: u8) {
        let mut bytes = write(&list).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(text) = String::from_utf8(bytes) {
            prop_assert!(read(&text).is_err() || read(&text) == Ok(list));
        }
    }

    #[test]
    fn text_that_is_cut_short_is_refused(list in lists(), at: prop::sample::Index) {
        let text = write(&list);
        prop_assert_eq!(read(&text[..at.index(text.len())]), Err(StoreError::Corrupt));
    }

    #[test]
    fn a_session_comes_back_as_it_was(kept in any_unfinished()) {
        let revision = Revision { sequence: 1, number: 1, saved: NOW };
        let back = [saving(SavingMsg::SavedAsked), saving(SavingMsg::ResumeAsked(revision)), responded(Response::Resumed(revision, kept)), Msg::Settled];
        prop_assert_eq!(after(Session::default(), back).unfinished(), Some(kept));
    }
}

#[test]
fn every_altered_digit_is_refused() {
    let text = write(&one(&[3, 2, 5, 1]).0);
    for (at, was) in text.char_indices().filter(|(_, was)| was.is_ascii_digit()) {
        for digit in ('0'..='9').filter(|digit| *digit != was) {
            let changed = [&text[..at], &digit.to_string(), &text[at + 1..]].concat();
            assert!(read(&changed).is_err(), "{changed}");
        }
    }
    let long = " ".repeat(10_001 - text.len()) + &text;
    assert_eq!(read(&long), Err(StoreError::Corrupt));
    assert!(read(&long[1..]).is_ok());
}
