//! The screens: props to markup. Decisions are made in `domain::session::step`, words come from `text`.

mod app;
mod confirm;
mod context;
mod cover;
mod feeling;
mod help;
mod keeping;
mod later;
mod leaving;
mod parts;
mod question;
mod results;
mod review;
mod saved;
mod sure;
mod taking;
mod view;
mod welcome;
pub mod wording;

pub use app::{App, AppProps, Opening};
pub use context::{Cx, Focus, Help, Shared, Words};
pub use help::{Level, lines, overdose};
pub use keeping::{Device, Saving};
pub use taking::Taken;
pub use view::view;
