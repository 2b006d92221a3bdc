//! What can happen to a session.

use super::compare::{Question, Reply};
use crate::domain::answers::Answer;
use crate::domain::compare::{CodeError, Figures};
use crate::domain::definition::ItemIdx;
use crate::domain::guidance::Feeling;
use crate::domain::instrument::Perspective;
use crate::domain::saved::Mark;
use crate::domain::unfinished::{Revision, Unfinished};
use crate::edition::Full;

/// What happened.
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
    /// An answer was chosen; carries its question, so that a late one is not given to another.
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
    /// "My saved check-ins".
    SavedAsked,
    /// "Erase everything".
    EraseAsked,
    /// It is erased.
    Erased,
    /// A list of check-ins was chosen for this run, by its number.
    ListChosen(i64),
    /// This run is saved, as this record.
    Kept(Mark),
    /// What only a build that can save hears.
    Device(Full, DeviceMsg),
    /// What only a build that can compare hears.
    Compare(Full, CompareMsg),
    /// Nobody touched the page, or saw it, for a while.
    LeftAlone {
        /// Whether the focus was in the check-in.
        had_focus: bool,
    },
    /// Show what is covered.
    Shown,
}

/// What happened around comparing with someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareMsg {
    /// The results came up on this UTC day, in days since 1970.
    Dated(i64),
    /// "Compare with someone".
    Asked,
    /// An answer to a question before comparing was chosen; carries its question, as `Answered` does.
    Chose(Question, Reply),
    /// Continue from this question.
    Replied(Question),
    /// "Show my code".
    CodeAsked,
    /// The other person's code was given, or what was given could not be read.
    CodeGiven(Result<Figures, CodeError>),
}

/// What happened around what is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceMsg {
    /// This run, not finished, is kept in this writing.
    Kept(Revision),
    /// It is kept no more.
    Unkept,
    /// "This is a shared device".
    SharedAsked,
    /// Nothing is saved here any more.
    Shared,
    /// "Go on with this one".
    ResumeAsked(Revision),
    /// It is there to go on with.
    Resumed(Revision, Unfinished),
}
