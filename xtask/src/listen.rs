//! `cargo xtask listen`: the long walk with a screen reader, for people to read. tests/screenreader/ walks.
use crate::dist;
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;
use std::process::Command;

/// Builds, walks, and prints what was heard. The words choose walks by name: chromium, firefox, a language.
pub fn listen(place: &Place, words: &[&str]) -> Outcome {
    setup::orca(place)?;
    let browser = setup::browser(place)?;
    let firefox = setup::firefox_program(place)?;
    setup::node_packages(place)?;
    dist::dist(place)?;
    let _alone = place.lock_checkout()?;
    say("walking with Orca: all walks take a quarter of an hour; let no other browser run meanwhile");
    let mut walks = Command::new("node");
    walks.current_dir(&place.root).arg("tests/screenreader/listen.mjs").args(words);
    run("Listening", walks.env("CHROMIUM", &browser.program).env("FIREFOX", &firefox))
}
