//! Shared pieces. They know nothing of the check-in: words and callbacks come in as props.

mod button;
mod callback;
mod choices;
mod focus;
mod problem;

pub use button::{Button, Weight};
pub use callback::when;
pub use choices::{Choice, Choices, choices, release_radios};
pub use focus::{focus_in_place, focus_on};
pub use problem::{Problem, problem};
