//! Effects of a message: everything that happens besides drawing.

use super::state::{Flow, Overlay, Session};
use crate::domain::device::Request;
use crate::edition::FullOnly;

/// The session after a message, and the effects of the message in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The session.
    pub session: Session,
    /// The effects.
    pub effects: Vec<Effect>,
}

/// Something that happens besides drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Moves the focus to the heading of the new screen.
    FocusHeading,
    /// Moves the focus to the error.
    FocusProblem,
    /// Moves the focus to the cover.
    FocusCover,
    /// Moves the focus to the heading without scrolling.
    FocusHeadingInPlace,
    /// Tells the page, if its owner asked for it.
    Tell(Moment),
    /// Notes today as the day of the results, for a code that two people compare.
    NoteDay,
    /// Looks again at what is saved, where saving is allowed.
    Look,
    /// Asks the device.
    Ask(FullOnly<Request>),
}

/// An event that the page may be told of. It carries nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A new run began. Coming back to a run that was left does not count.
    Started,
    /// The results came up by way of the review. Coming back to them does not count.
    Completed,
}

impl Next {
    /// The same screen: the focus stays where it is.
    pub(super) fn same_screen(session: Session) -> Next {
        Next { session, effects: Vec::new() }
    }

    /// Another screen: the focus moves to its heading.
    pub(super) fn new_screen(session: Session) -> Next {
        Next::same_screen(session).and(Effect::FocusHeading)
    }

    /// The same screen with an error, which takes the focus.
    pub(super) fn with_problem(session: Session) -> Next {
        Next::same_screen(session).and(Effect::FocusProblem)
    }

    /// Adds an effect.
    pub(super) fn and(mut self, effect: Effect) -> Next {
        self.effects.push(effect);
        self
    }

    /// Adds a new look at what is saved, if one is due.
    fn looking(self, is_due: bool) -> Next {
        if is_due { self.and(Effect::Look) } else { self }
    }

    /// Brings the saved copy of an unfinished run up to date, if the reader keeps one.
    pub(super) fn autosave(self) -> Next {
        let revision = self.session.run().and_then(|run| run.unfinished);
        match (revision, self.session.unfinished()) {
            (Some(revision), Some(unfinished)) => {
                let keep = Request::Keep(unfinished, Some(*revision));
                self.and(Effect::Ask(revision.with(keep)))
            }
            _ => self,
        }
    }
}

impl Session {
    /// Opens a screen over the one at hand.
    pub(super) fn open(mut self, overlay: Overlay) -> Next {
        let looks = self.looks_anew(&overlay);
        self.overlays.push(overlay);
        Next::new_screen(self).looking(looks)
    }

    /// Closes the screen on top: what was under it is there again.
    pub(super) fn close(mut self) -> Next {
        let looks = match self.overlays.pop() {
            Some(overlay) => self.looks_anew(&overlay),
            None => false,
        };
        Next::new_screen(self).looking(looks)
    }

    /// Whether it takes a new look at what is saved to get from here to this overlay, or back: what the results and the
    /// list say of a request is said there only.
    fn looks_anew(&self, overlay: &Overlay) -> bool {
        let are_results = matches!(self.flow, Flow::Done { .. }) && self.overlays.is_empty();
        are_results || matches!(overlay, Overlay::Saved(_))
    }
}
