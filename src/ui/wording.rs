//! The messages for values of the domain.

use yew::prelude::*;

use crate::domain::answers::Answer;
use crate::domain::chance::Certainty;
use crate::domain::change::Verdict;
use crate::domain::compare::{CodeError, Gap};
use crate::domain::guidance::Feeling;
use crate::domain::instrument::{Area, Band, Instrument, Perspective, Scope, Strategy};
use crate::domain::saved::LoadError;
use crate::domain::session::Reply;
use crate::language::{Group, Message};

/// A dot between two texts on a line, for the eye only: a voice would read its name.
pub fn dot() -> Html {
    html! { <>{ " " }<span aria-hidden="true">{ "·" }</span>{ " " }</> }
}

/// The choices of every item, by code.
pub const CHOICES: [Message; 5] =
    [Message::Never, Message::Rarely, Message::Sometimes, Message::Often, Message::AlmostAlways];

/// "In recovery" or "I love someone in recovery", as on the card, with a hint.
pub fn perspective(perspective: Perspective) -> (Message, Message) {
    match perspective {
        Perspective::Recovery => (Message::PerspectiveRecovery, Message::PerspectiveRecoveryHint),
        Perspective::Loved => (Message::PerspectiveLoved, Message::PerspectiveLovedHint),
    }
}

/// The perspective, as under the counter.
pub fn answering_as(perspective: Perspective) -> Message {
    match perspective {
        Perspective::Recovery => Message::AsRecovery,
        Perspective::Loved => Message::AsLoved,
    }
}

/// The sentence before every item.
pub fn stem(instrument: &Instrument) -> Message {
    match (instrument.scope, instrument.perspective) {
        (Scope::StabilityOnly, _) => Message::StemNoOne,
        (Scope::Full, Perspective::Recovery) => Message::StemRecovery,
        (Scope::Full, Perspective::Loved) => Message::StemLoved,
    }
}

/// An answer; `None` for an item that was not reached.
pub fn answer(answer: Option<Answer>) -> Message {
    match answer {
        None => Message::ReviewOpen,
        Some(Answer::Skipped) => Message::ReviewSkipped,
        Some(Answer::Chosen(code)) => {
            let choice = usize::try_from(code).ok().and_then(|code| CHOICES.get(code));
            choice.copied().unwrap_or(Message::ReviewOpen)
        }
    }
}

/// An answer to "How are you right now?".
pub fn feeling(feeling: Feeling) -> Message {
    match feeling {
        Feeling::Okay => Message::FeelingOkay,
        Feeling::Hard => Message::FeelingHard,
        Feeling::HelpNow => Message::FeelingHelpNow,
        Feeling::NotSafe => Message::FeelingNotSafe,
    }
}

/// Title of an area, and a sentence about it.
pub fn area(area: Area, perspective: Perspective) -> (Message, Message) {
    match (area, perspective) {
        (Area::Accountability, Perspective::Recovery) => {
            (Message::AreaAccountability, Message::AreaAccountabilityFeeds)
        }
        (Area::Accountability, Perspective::Loved) => {
            (Message::AreaAccountabilityLoved, Message::AreaAccountabilityFeeds)
        }
        (Area::Healing, _) => (Message::AreaHealing, Message::AreaHealingFeeds),
        (Area::Stability, _) => (Message::AreaStability, Message::AreaStabilityFeeds),
    }
}

/// Name of a band, and its meaning.
pub fn band(band: Band) -> (Message, Message) {
    match band {
        Band::RoomToGrow => (Message::BandRoom, Message::BandRoomMeans),
        Band::TakingShape => (Message::BandShape, Message::BandShapeMeans),
        Band::GrowingSteady => (Message::BandSteady, Message::BandSteadyMeans),
    }
}

/// Change of an area, as in the table.
pub fn verdict(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Higher(Certainty::Clear) | Verdict::Lower(Certainty::Clear) => Message::ChangeClear,
        Verdict::Higher(Certainty::Possible) | Verdict::Lower(Certainty::Possible) => Message::ChangePossible,
        Verdict::Same => Message::ChangeSame,
        Verdict::None(_) => Message::ChangeNone,
    }
}

/// Reason why a file was not loaded.
pub fn not_loaded(why: LoadError) -> Message {
    match why {
        LoadError::NotOpened => Message::LoadNotOpened,
        LoadError::TooLong => Message::LoadTooLong,
        LoadError::Foreign => Message::LoadForeign,
        LoadError::CutShort => Message::LoadCutShort,
        LoadError::Altered => Message::LoadAltered,
        LoadError::Newer => Message::LoadNewer,
    }
}

/// The name of a strategy.
pub fn strategy(strategy: Strategy) -> Message {
    match strategy {
        Strategy::Communication => Message::StrategyCommunication,
        Strategy::Consistency => Message::StrategyConsistency,
        Strategy::Patience => Message::StrategyPatience,
        Strategy::Support => Message::StrategySupport,
    }
}

/// Two openers for a strategy.
pub fn openers(strategy: Strategy, perspective: Perspective) -> [Message; 2] {
    match (strategy, perspective) {
        (Strategy::Communication, Perspective::Recovery) => [Message::OpenTruth, Message::OpenSorry],
        (Strategy::Communication, Perspective::Loved) => [Message::OpenSooner, Message::OpenHowItWas],
        (Strategy::Consistency, Perspective::Recovery) => [Message::OpenPromise, Message::OpenDidNot],
        (Strategy::Consistency, Perspective::Loved) => [Message::OpenNoticed, Message::OpenMyPlan],
        (Strategy::Patience, Perspective::Recovery) => [Message::OpenTakeTime, Message::OpenEasier],
        (Strategy::Patience, Perspective::Loved) => [Message::OpenMoreTime, Message::OpenNotReady],
        (Strategy::Support, Perspective::Recovery) => [Message::OpenOutside, Message::OpenOneVisit],
        (Strategy::Support, Perspective::Loved) => [Message::OpenGroup, Message::OpenInTheRoom],
    }
}

/// The small step of a strategy.
pub fn small_step(strategy: Strategy, instrument: &Instrument) -> Message {
    match instrument.scope {
        Scope::Full => step_with_someone(strategy, instrument.perspective),
        Scope::StabilityOnly => step_alone(strategy, instrument.perspective),
    }
}

fn step_alone(strategy: Strategy, perspective: Perspective) -> Message {
    match (strategy, perspective) {
        (Strategy::Communication, Perspective::Recovery) => Message::StepCommunicationRecoveryNoOne,
        (Strategy::Communication, Perspective::Loved) => Message::StepCommunicationLovedNoOne,
        (Strategy::Consistency, Perspective::Recovery) => Message::StepConsistencyRecoveryNoOne,
        (Strategy::Consistency, Perspective::Loved) => Message::StepConsistencyLovedNoOne,
        (Strategy::Patience, _) => Message::StepPatienceNoOne,
        (Strategy::Support, _) => step_with_someone(strategy, perspective),
    }
}

fn step_with_someone(strategy: Strategy, perspective: Perspective) -> Message {
    match (strategy, perspective) {
        (Strategy::Communication, Perspective::Recovery) => Message::StepCommunicationRecovery,
        (Strategy::Communication, Perspective::Loved) => Message::StepCommunicationLoved,
        (Strategy::Consistency, Perspective::Recovery) => Message::StepConsistencyRecovery,
        (Strategy::Consistency, Perspective::Loved) => Message::StepConsistencyLoved,
        (Strategy::Patience, Perspective::Recovery) => Message::StepPatienceRecovery,
        (Strategy::Patience, Perspective::Loved) => Message::StepPatienceLoved,
        (Strategy::Support, Perspective::Recovery) => Message::StepSupportRecovery,
        (Strategy::Support, Perspective::Loved) => Message::StepSupportLoved,
    }
}

/// Answer to a safety question.
pub fn reply(reply: Reply) -> Message {
    match reply {
        Reply::No => Message::CompareNo,
        Reply::Yes => Message::CompareYes,
        Reply::NotSure => Message::CompareNotSure,
        Reply::Skip => Message::CompareSkip,
    }
}

/// Difference between two people.
pub fn gap(gap: Gap) -> Message {
    match gap {
        Gap::Similar => Message::CompareSimilar,
        Gap::Somewhat => Message::CompareSomewhat,
        Gap::Different => Message::CompareDifferent,
    }
}

/// Reason why a code cannot be read.
pub fn code_error(why: CodeError) -> Message {
    match why {
        CodeError::Empty => Message::CodeEmpty,
        CodeError::Short => Message::CodeShort,
        CodeError::Altered => Message::CodeAltered,
        CodeError::Foreign => Message::CodeForeign,
        CodeError::Newer => Message::CodeNewer,
    }
}

/// The heading of a group of help lines.
pub fn group(group: Group) -> Message {
    match group {
        Group::Crisis => Message::HelpGroupCrisis,
        Group::Emergency => Message::HelpGroupEmergency,
        Group::Abuse => Message::HelpGroupAbuse,
        Group::Substances => Message::HelpGroupSubstances,
        Group::Families => Message::HelpGroupFamilies,
    }
}
