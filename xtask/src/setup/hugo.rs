//! Hugo, for the test of a site that it builds.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, on_path};

/// Installs Hugo where there is none.
pub fn hugo(place: &Place) -> Outcome {
    if on_path(&["hugo"]).is_some() {
        return Ok(());
    }
    apt::install(place, "Hugo", "some seconds", &["hugo"])
        .map_err(|error| format!("{error}\n  Put hugo on PATH."))?;
    on_path(&["hugo"]).map(drop).ok_or_else(|| "Hugo was installed, but it is not on PATH.".to_owned())
}
