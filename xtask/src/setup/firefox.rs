//! Firefox and its driver, for the journeys in other engines.
use super::{apt, cargo_tools};
use crate::place::Place;
use crate::run::{Outcome, on_path};
use std::path::PathBuf;

/// The second engine that the check-in is tried in.
pub struct Firefox {
    /// Firefox, of any edition.
    pub program: PathBuf,
    /// The geckodriver that speaks to it.
    pub driver: PathBuf,
}

/// Finds Firefox and geckodriver, or installs them. FIREFOX and GECKODRIVER name others.
pub fn firefox(place: &Place) -> Outcome<Firefox> {
    let program = program(place)?;
    let driver = match std::env::var_os("GECKODRIVER") {
        Some(driver) => PathBuf::from(driver),
        None => cargo_tools::geckodriver(place)?.join("geckodriver"),
    };
    Ok(Firefox { program, driver })
}

/// Finds Firefox alone, or installs it.
pub fn program(place: &Place) -> Outcome<PathBuf> {
    found().map_or_else(|| install(place), Ok)
}

fn install(place: &Place) -> Outcome<PathBuf> {
    apt::install(place, "Firefox", "about 1 minute", &["firefox-esr"])
        .map_err(|error| format!("{error}\n  Put firefox on PATH, or name it in FIREFOX."))?;
    found().ok_or_else(|| "Firefox was installed, but it is not on PATH.".to_owned())
}

fn found() -> Option<PathBuf> {
    let named = std::env::var_os("FIREFOX").map(PathBuf::from);
    named.or_else(|| on_path(&["firefox-esr", "firefox"]))
}
