//! The screens: props to markup. Decisions are made in `domain::session::step`, words come from `text`.

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
mod sure;
mod unfinished;
mod view;
mod welcome;
pub mod wording;

pub use app::{App, AppProps, Opening};
pub use capabilities::{Comparing, Given};
pub use context::{Cx, Focus, Help, Shared, Words};
pub use export::Taken;
pub use help::{Level, lines, overdose};
pub use saving::{Device, Saving};
pub use view::view;
