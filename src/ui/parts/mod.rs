//! Shared components. They know nothing of the check-in: words and callbacks come in as props.

mod button;
mod callback;
mod field;
mod focus;
mod keys;
mod problem;
mod radios;

pub use button::{Button, Weight};
pub use callback::when;
pub(crate) use field::field;
pub use focus::{focus_in_place, focus_on};
pub use keys::is_enter;
pub use problem::{Problem, problem};
pub use radios::{Radio, Radios, radios, release_radios};
