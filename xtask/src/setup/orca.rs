//! Orca, a screen reader, and a desktop without screen or sound for it.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, ask, on_path};
use std::process::Command;

/// Debian packages. Neither speech-dispatcher nor a voice is needed: the tests write down what a voice would be given.
const PACKAGES: [&str; 9] = [
    "orca",
    "at-spi2-core",
    "xvfb",
    "dbus",
    "openbox",
    "xdotool",
    "python3-pyatspi",
    "python3-gi",
    "gir1.2-wnck-3.0",
];
const PROGRAMS: [&str; 4] = ["Xvfb", "dbus-daemon", "openbox", "xdotool"];
/// Debian's own Python, which has Orca's modules.
const PYTHON: &str = "/usr/bin/python3";

/// Installs what is missing.
pub fn orca(place: &Place) -> Outcome {
    if missing().is_empty() {
        return Ok(());
    }
    apt::install(place, "Orca and a desktop for it", "about 1 minute", &PACKAGES)?;
    let missing = missing();
    if missing.is_empty() { Ok(()) } else { Err(format!("Still missing for Orca: {}.", missing.join(", "))) }
}

fn missing() -> Vec<&'static str> {
    let programs = PROGRAMS.into_iter().filter(|program| on_path(&[program]).is_none());
    let has_orca = ask(Command::new(PYTHON).args(["-c", "import orca.orca_i18n, pyatspi"])).is_some();
    programs.chain((!has_orca).then_some("Orca for Debian's Python")).collect()
}
