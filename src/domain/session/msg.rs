//! Messages to a session.

use super::stage::{Question, Reply};
use crate::domain::answers::Answer;
use crate::domain::compare::{CodeError, Figures};
use crate::domain::device::Response;
use crate::domain::guidance::Feeling;
use crate::domain::instrument::Perspective;
use crate::domain::item::ItemIdx;
use crate::domain::unfinished::Revision;
use crate::edition::FullOnly;

/// A message to a session: a press of the reader, or an event around the check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A perspective was chosen on the card.
    PerspectiveChosen(Perspective),
    /// "No one comes to mind" was set or cleared.
    NoOneInMind(bool),
    /// Begin.
    Began,
    /// An answer to "How are you right now?" was chosen.
    FeelingChosen(Feeling),
    /// Continue from "How are you right now?".
    Settled,
    /// An answer was chosen. It names its question, so that a late press never answers another one.
    Answered(ItemIdx, Answer),
    /// Continue from this question.
    WentOn(ItemIdx),
    /// Finish now.
    FinishedEarly,
    /// Change, on the review.
    Reopened(ItemIdx),
    /// "Hide my answers", or show them.
    HideToggled,
    /// See my results.
    ResultsAsked,
    /// Back.
    WentBack,
    /// Start over.
    StartOverAsked,
    /// Change the perspective.
    ChangePerspectiveAsked,
    /// Yes, lose the answers.
    LossConfirmed,
    /// No, keep them.
    LossDeclined,
    /// "Make a sheet to talk from".
    SheetAsked,
    /// Nobody touched or saw the page for a while.
    LeftAlone {
        /// Whether the focus was in the check-in.
        had_focus: bool,
    },
    /// Show what is covered.
    Shown,
    /// A message about saved check-ins.
    Saving(FullOnly<SavingMsg>),
    /// A message about comparing with someone.
    Compare(FullOnly<CompareMsg>),
}

/// A message about saved check-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavingMsg {
    /// "My saved check-ins".
    SavedAsked,
    /// "Erase everything".
    EraseAsked,
    /// "This is a shared device".
    SharedAsked,
    /// "Go on with this one".
    ResumeAsked(Revision),
    /// A list of check-ins was chosen for this run, by its number.
    ListChosen(i64),
    /// The device responded to a request.
    Responded(Response),
}

/// A message about comparing with someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareMsg {
    /// Today, as the day of the results: a UTC day, in days since 1970.
    Dated(i64),
    /// "Compare with someone".
    Asked,
    /// An answer to a question before comparing was chosen. It names its question, as `Answered` does.
    Chose(Question, Reply),
    /// Continue from this question.
    Replied(Question),
    /// "Show my code".
    CodeAsked,
    /// The other person's code, or why it could not be read.
    CodeGiven(Result<Figures, CodeError>),
}
