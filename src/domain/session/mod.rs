//! The flow of a check-in, as one pure function: [`step`] takes a session and a message, and returns the next session
//! and its effects.
//!
//! `None` means that the message does not belong to the screen, and nothing changes. Everything that must happen
//! besides drawing is a value, too: an [`Effect`].

mod compare;
mod msg;
mod next;
mod run;
mod saving;
mod stage;
mod state;
mod step;

pub use msg::{CompareMsg, Msg, SavingMsg};
pub use next::{Effect, Moment, Next};
pub use run::{Catalog, Missed, Run};
pub use stage::{Question, Reply, Stage};
pub use state::{Choice, Flow, Loss, Overlay, Session, Then};
pub use step::step;
