//! The screens: props to markup. `domain::session::step` makes the decisions, `language` has the words.

mod app;
mod capabilities;
mod compare;
mod confirm;
mod context;
mod cover;
mod export;
mod feeling;
mod help;
mod leaving;
mod parts;
mod question;
mod results;
mod review;
mod saved;
mod saving;
mod unfinished;
mod view;
mod welcome;
pub mod wording;

pub use app::{App, AppMsg, AppProps, Opening};
pub use capabilities::{CodeRead, Comparing, Device, Host, Saving, Taken};
pub use context::{Cx, Focus, Help, Shared, Words};
pub use help::{Level, lines, overdose};
pub use view::view;
