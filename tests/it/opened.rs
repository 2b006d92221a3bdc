//! What can be opened from the results and from the card, where each of them leads, and what a run keeps of it.

use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::device::Response;
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::saved::Mark;
use trust_checkin::domain::session::{
    Catalog, Effect, Flow, Moment, Msg, Next, Overlay, SavingMsg, Session, step,
};
use trust_checkin::domain::unfinished::Revision;

use super::given::{P, full_only, responded, saving};

const REVISION: Revision = Revision { sequence: 1, number: 1, saved: 0 };

fn taken(session: &Session, msg: Msg) -> Option<Next> {
    step(&Catalog::built_in().unwrap(), session, msg)
}

fn next(session: &Session, msg: Msg) -> Option<Session> {
    taken(session, msg).map(|next| next.session)
}

/// The effects of a message that must belong to the screen.
fn effects(session: &Session, msg: Msg) -> Vec<Effect> {
    taken(session, msg).unwrap().effects
}

/// The results with this on top.
fn with(overlays: &[Overlay]) -> Session {
    Session { overlays: overlays.to_vec(), ..done() }
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
    match session.flow {
        Flow::Welcome { .. } => session.clone(),
        _ => card(&after(session, [Msg::WentBack])),
    }
}

/// That nothing else leads anywhere, and Back to where it came from.
#[track_caller]
fn leads_back_only(session: &Session, back_to: &Session) {
    for other in [Msg::Shown, Msg::HideToggled, Msg::Settled, responded(Response::Erased), Msg::ResultsAsked]
    {
        assert_eq!(next(session, other), None, "{other:?}");
    }
    assert_eq!(next(session, Msg::WentBack).as_ref(), Some(back_to));
}

#[test]
fn the_sheet_is_opened_from_the_results_and_leads_back_to_them() {
    let sheet = after(&done(), [Msg::SheetAsked]);
    assert_eq!(sheet, with(&[Overlay::Sheet]));
    assert_eq!(effects(&done(), Msg::SheetAsked), [Effect::FocusHeading, Effect::Look]);
    leads_back_only(&sheet, &done());
    assert_eq!(next(&reviewing(), Msg::SheetAsked), None);
}

#[test]
fn everything_is_erased_only_after_asking() {
    let look = [Effect::FocusHeading, Effect::Look];
    let [saved_asked, erase_asked] = [SavingMsg::SavedAsked, SavingMsg::EraseAsked].map(saving);
    let erased = responded(Response::Erased);
    let saved = after(&done(), [saved_asked]);
    assert_eq!(effects(&done(), saved_asked), look);
    assert_eq!(next(&saved, erased), None);
    let asked = after(&saved, [erase_asked]);
    assert_eq!(asked, with(&[Overlay::Saved(full_only(())), Overlay::Erasing(full_only(()))]));
    assert_eq!(effects(&saved, erase_asked), [Effect::FocusHeading]);
    assert_eq!(next(&asked, erase_asked), None);
    for msg in [Msg::WentBack, erased] {
        assert_eq!(after(&asked, [msg]), saved);
        assert_eq!(effects(&asked, msg), [Effect::FocusHeading]);
    }
    let back = after(&saved, [Msg::WentBack]);
    assert_eq!(back, done());
    assert_eq!(effects(&saved, Msg::WentBack), look);
}

#[test]
fn a_shared_device_and_an_unfinished_check_in_are_asked_about_from_the_list_only() {
    let saved = after(&done(), [saving(SavingMsg::SavedAsked)]);
    let erasing = after(&saved, [saving(SavingMsg::EraseAsked)]);
    for msg in [SavingMsg::SharedAsked, SavingMsg::ResumeAsked(REVISION)].map(saving) {
        leads_back_only(&after(&saved, [msg]), &saved);
        for elsewhere in [Session::default(), begun(), reviewing(), done(), erasing.clone()] {
            assert_eq!(next(&elsewhere, msg), None, "{msg:?} in {elsewhere:?}");
        }
    }
    assert_eq!(next(&saved, responded(Response::Shared)), None);
}

#[test]
fn a_run_keeps_its_list_and_its_record_on_the_way_back_to_the_card_and_forth() {
    let mark = Mark { sequence: 4, saved: 5 };
    let kept = after(&done(), [saving(SavingMsg::ListChosen(3)), responded(Response::Saved(mark))]);
    let again = after(&card(&kept), [Msg::Began]);
    for session in [&kept, &again] {
        let run = session.run().unwrap();
        assert_eq!((run.list, run.saved_as), (Some(3), Some(mark)));
        assert!(run.instrument.is(&done().run().unwrap().instrument));
    }
    for msg in [saving(SavingMsg::ListChosen(3)), responded(Response::Saved(mark))] {
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
    let moments = |session: &Session, msg: Msg| {
        let told = effects(session, msg).into_iter().filter_map(|effect| match effect {
            Effect::Tell(moment) => Some(moment),
            _ => None,
        });
        told.collect::<Vec<_>>()
    };
    let chosen = after(&Session::default(), [Msg::PerspectiveChosen(P)]);
    assert_eq!(moments(&chosen, Msg::Began), [Moment::Started]);
    assert_eq!(moments(&reviewing(), Msg::ResultsAsked), [Moment::Completed]);
    // Going back and forth tells nothing.
    for (session, msg) in [
        (&card(&begun()), Msg::Began),
        (&begun(), Msg::WentBack),
        (&done(), Msg::WentBack),
        (&with(&[Overlay::Sheet]), Msg::WentBack),
        (&chosen, Msg::PerspectiveChosen(P)),
        (&begun(), Msg::Settled),
    ] {
        assert_eq!(moments(session, msg), [], "{msg:?} in {session:?}");
    }
}

#[test]
fn the_device_is_looked_at_where_what_it_holds_shows_and_the_day_is_noted_with_the_results() {
    let asked = effects(&reviewing(), Msg::ResultsAsked);
    assert_eq!(asked, [Effect::FocusHeading, Effect::Tell(Moment::Completed), Effect::NoteDay, Effect::Look]);
    assert_eq!(effects(&done(), Msg::WentBack), [Effect::FocusHeading, Effect::Look]);
    assert_eq!(effects(&done(), Msg::StartOverAsked), [Effect::FocusHeading, Effect::Look]);
    assert_eq!(effects(&reviewing(), Msg::StartOverAsked), [Effect::FocusHeading]);
    assert_eq!(effects(&begun(), Msg::Settled), [Effect::FocusHeading]);
}
