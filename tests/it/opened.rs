//! What can be opened from the results and from the card, where each of them leads, and what a run keeps of it.

use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::definition::ItemIdx;
use trust_checkin::domain::saved::Mark;
use trust_checkin::domain::session::{
    Catalog, DeviceMsg, Effect, Moment, Msg, Session, effects, moment, step,
};
use trust_checkin::domain::unfinished::Revision;

use super::given::{P, device};

const REVISION: Revision = Revision { sequence: 1, number: 1, saved: 0 };

fn next(session: &Session, msg: Msg) -> Option<Session> {
    step(&Catalog::built_in().unwrap(), session, msg)
}

/// After messages that must belong to their screens.
fn after(session: &Session, messages: impl IntoIterator<Item = Msg>) -> Session {
    messages.into_iter().fold(session.clone(), |session, msg| {
        next(&session, msg).unwrap_or_else(|| panic!("{msg:?} in {session:?}"))
    })
}

fn begun() -> Session {
    after(&Session::default(), [Msg::PerspectiveChosen(P), Msg::Began])
}

fn reviewing() -> Session {
    let answers = (0..18).map(ItemIdx).flat_map(|at| [Msg::Answered(at, Answer::Chosen(2)), Msg::WentOn(at)]);
    after(&after(&begun(), [Msg::Settled]), answers)
}

fn done() -> Session {
    after(&reviewing(), [Msg::ResultsAsked])
}

/// On the card, by Back alone.
fn card(session: &Session) -> Session {
    match session {
        Session::Welcome { .. } => session.clone(),
        _ => card(&after(session, [Msg::WentBack])),
    }
}

/// That nothing else leads anywhere, and Back to where it came from.
#[track_caller]
fn leads_back_only(session: &Session, back_to: &Session) {
    for other in [Msg::Shown, Msg::HideToggled, Msg::Settled, Msg::Erased, Msg::ResultsAsked] {
        assert_eq!(next(session, other), None, "{other:?}");
    }
    assert_eq!(next(session, Msg::WentBack).as_ref(), Some(back_to));
}

#[test]
fn the_sheet_is_opened_from_the_results_and_leads_back_to_them() {
    let sheet = after(&done(), [Msg::SheetAsked]);
    assert_eq!(sheet, Session::Sheet { back_to: Box::new(done()) });
    assert_eq!(effects(&done(), &sheet), Some(Effect::FocusHeading));
    leads_back_only(&sheet, &done());
    assert_eq!(next(&reviewing(), Msg::SheetAsked), None);
}

#[test]
fn everything_is_erased_only_after_asking() {
    let saved = after(&done(), [Msg::SavedAsked]);
    assert_eq!(next(&saved, Msg::Erased), None);
    let asked = after(&saved, [Msg::EraseAsked]);
    assert!(matches!(asked, Session::Saved { erasing: true, .. }));
    assert_eq!(effects(&saved, &asked), Some(Effect::FocusHeading));
    assert_eq!(next(&asked, Msg::EraseAsked), None);
    assert_eq!(after(&asked, [Msg::WentBack]), saved);
    assert_eq!(effects(&asked, &saved), Some(Effect::FocusHeading));
    assert_eq!(after(&asked, [Msg::Erased]), saved);
    assert_eq!(effects(&saved, &saved), None);
    let back = after(&saved, [Msg::WentBack]);
    assert_eq!(back, done());
}

#[test]
fn a_shared_device_and_an_unfinished_check_in_are_asked_about_from_the_list_only() {
    let saved = after(&done(), [Msg::SavedAsked]);
    let erasing = after(&saved, [Msg::EraseAsked]);
    for msg in [device(DeviceMsg::SharedAsked), device(DeviceMsg::ResumeAsked(REVISION))] {
        leads_back_only(&after(&saved, [msg]), &saved);
        for elsewhere in [Session::default(), begun(), reviewing(), done(), erasing.clone()] {
            assert_eq!(next(&elsewhere, msg), None, "{msg:?} in {elsewhere:?}");
        }
    }
    assert_eq!(next(&saved, device(DeviceMsg::Shared)), None);
}

#[test]
fn a_run_keeps_its_list_and_its_record_on_the_way_back_to_the_card_and_forth() {
    let mark = Mark { sequence: 4, saved: 5 };
    let kept = after(&done(), [Msg::ListChosen(3), Msg::Kept(mark)]);
    let again = after(&card(&kept), [Msg::Began]);
    for session in [&kept, &again] {
        let run = session.run().unwrap();
        assert_eq!((run.list, run.kept), (Some(3), Some(mark)));
        assert!(run.instrument.is(&done().run().unwrap().instrument));
    }
    for msg in [Msg::ListChosen(3), Msg::Kept(mark)] {
        assert_eq!(next(&reviewing(), msg), None);
    }
}

#[test]
fn answers_that_are_hidden_stay_hidden_over_fewer_questions() {
    let hidden = after(&reviewing(), [Msg::HideToggled]);
    let fewer = after(&card(&hidden), [Msg::NoOneInMind(true), Msg::Began]);
    assert!(fewer.run().unwrap().hidden);
    let shown = after(&card(&reviewing()), [Msg::NoOneInMind(true), Msg::Began]);
    assert!(!shown.run().unwrap().hidden);
}

#[test]
fn the_page_is_told_of_a_new_run_and_of_its_results() {
    let chosen = after(&Session::default(), [Msg::PerspectiveChosen(P)]);
    assert_eq!(moment(&chosen, &begun()), Some(Moment::Started));
    assert_eq!(moment(&reviewing(), &done()), Some(Moment::Completed));
    // Going back and forth tells nothing.
    let left = card(&begun());
    for (before, after) in [
        (&left, &begun()),
        (&begun(), &left),
        (&done(), &reviewing()),
        (&chosen, &chosen),
        (&begun(), &begun()),
    ] {
        assert_eq!(moment(before, after), None, "{before:?} {after:?}");
    }
}
