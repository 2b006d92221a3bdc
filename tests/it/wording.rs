//! The message for each part of the domain.

use expect_test::expect;
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::compare::CodeError;
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::instrument::{Area, Band, Perspective, Strategy};
use trust_checkin::domain::saved::LoadError;
use trust_checkin::domain::session::{Question, Reply};
use trust_checkin::language::{Group, Message};
use trust_checkin::ui::wording;

use crate::given::{full, stability_only};

const STRATEGIES: [Strategy; 4] =
    [Strategy::Communication, Strategy::Consistency, Strategy::Patience, Strategy::Support];

fn keys(messages: impl IntoIterator<Item = Message>) -> String {
    messages.into_iter().map(|message| message.key()).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_strategy_has_a_name_a_step_and_two_openers_for_each_reader() {
    let mut said = String::new();
    for strategy in STRATEGIES {
        said += &format!("{strategy:?}: {}\n", wording::strategy(strategy).key());
        for perspective in Perspective::ALL {
            let step = |instrument| wording::small_step(strategy, &instrument).key();
            let steps = [step(full(perspective)), step(stability_only(perspective))].join(" ");
            let openers = keys(wording::openers(strategy, perspective));
            said += &format!("  {perspective:?}: {steps}; {openers}\n");
        }
    }
    expect![[r#"
        Communication: strategy_communication
          Recovery: step_communication_recovery step_communication_recovery_no_one; open_truth open_sorry
          Loved: step_communication_loved step_communication_loved_no_one; open_sooner open_how_it_was
        Consistency: strategy_consistency
          Recovery: step_consistency_recovery step_consistency_recovery_no_one; open_promise open_did_not
          Loved: step_consistency_loved step_consistency_loved_no_one; open_noticed open_my_plan
        Patience: strategy_patience
          Recovery: step_patience_recovery step_patience_no_one; open_take_time open_easier
          Loved: step_patience_loved step_patience_no_one; open_more_time open_not_ready
        Support: strategy_support
          Recovery: step_support_recovery step_support_recovery; open_outside open_one_visit
          Loved: step_support_loved step_support_loved; open_group open_in_the_room
    "#]]
    .assert_eq(&said);
}

#[test]
fn each_choice_and_each_result_has_its_words() {
    let pair = |(name, more): (Message, Message)| keys([name, more]);
    let mut said = String::new();
    let mut line = |what: String, words: String| said += &format!("{what}: {words}\n");
    for perspective in Perspective::ALL {
        line(format!("{perspective:?}"), pair(wording::perspective(perspective)));
        line(format!("{perspective:?} answers"), wording::answering_as(perspective).key());
        for instrument in [full(perspective), stability_only(perspective)] {
            line(format!("{perspective:?} {:?}", instrument.scope), wording::stem(&instrument).key());
        }
        for area in Area::ALL {
            line(format!("{perspective:?} {area:?}"), pair(wording::area(area, perspective)));
        }
    }
    for answer in
        [None, Some(Answer::Skipped)].into_iter().chain((0..=5).map(|code| Some(Answer::Chosen(code))))
    {
        line(format!("{answer:?}"), wording::answer(answer).key());
    }
    for feeling in Feeling::ALL {
        line(format!("{feeling:?}"), wording::feeling(feeling).key());
    }
    for band in Band::ALL {
        line(format!("{band:?}"), pair(wording::band(band)));
    }
    for group in Group::ALL {
        line(format!("{group:?}"), wording::group(group).key());
    }
    for question in [Question::Watched, Question::Afraid] {
        line(
            format!("{question:?}"),
            keys(question.replies().iter().map(|&reply: &Reply| wording::reply(reply))),
        );
    }
    expect![[r#"
        Recovery: perspective_recovery perspective_recovery_hint
        Recovery answers: as_recovery
        Recovery Full: stem_recovery
        Recovery StabilityOnly: stem_no_one
        Recovery Accountability: area_accountability area_accountability_feeds
        Recovery Healing: area_healing area_healing_feeds
        Recovery Stability: area_stability area_stability_feeds
        Loved: perspective_loved perspective_loved_hint
        Loved answers: as_loved
        Loved Full: stem_loved
        Loved StabilityOnly: stem_no_one
        Loved Accountability: area_accountability_loved area_accountability_feeds
        Loved Healing: area_healing area_healing_feeds
        Loved Stability: area_stability area_stability_feeds
        None: review_open
        Some(Skipped): review_skipped
        Some(Chosen(0)): never
        Some(Chosen(1)): rarely
        Some(Chosen(2)): sometimes
        Some(Chosen(3)): often
        Some(Chosen(4)): almost_always
        Some(Chosen(5)): review_open
        Okay: feeling_okay
        Hard: feeling_hard
        HelpNow: feeling_help_now
        NotSafe: feeling_not_safe
        RoomToGrow: band_room band_room_means
        TakingShape: band_shape band_shape_means
        GrowingSteady: band_steady band_steady_means
        Crisis: help_group_crisis
        Emergency: help_group_emergency
        Abuse: help_group_abuse
        Substances: help_group_substances
        Families: help_group_families
        Watched: compare_no compare_yes compare_not_sure
        Afraid: compare_yes compare_not_sure compare_no compare_skip
    "#]]
    .assert_eq(&said);
}

#[test]
fn each_file_and_each_code_that_is_refused_has_its_reason() {
    use LoadError::{Altered, CutShort, Foreign, Newer, NotOpened, TooLong};
    let files = [NotOpened, TooLong, Foreign, CutShort, Altered, Newer].map(wording::not_loaded);
    expect!["load_not_opened load_too_long load_foreign load_cut_short load_altered load_newer"]
        .assert_eq(&keys(files));
    let codes =
        [CodeError::Empty, CodeError::Short, CodeError::Altered, CodeError::Foreign, CodeError::Newer];
    expect!["code_empty code_short code_altered code_foreign code_newer"]
        .assert_eq(&keys(codes.map(wording::code_error)));
}
