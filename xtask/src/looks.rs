//! `cargo xtask looks`: takes pictures of every state for people to look at. tests/looks/ takes them.
use crate::dist;
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;
use std::process::Command;

/// Name of the tests that make contact sheets.
const SHEETS: &str = "contact sheets";

/// Builds, takes pictures and puts them on contact sheets. The words choose languages and states by name.
pub fn looks(place: &Place, words: &[&str]) -> Outcome {
    let browser = setup::browser(place)?;
    let playwright = setup::node_packages(place)?.join("playwright");
    dist::dist(place)?;
    let _alone = place.lock_checkout()?;
    say("taking pictures: every state, language, theme and width take half an hour");
    let mut pictures = Command::new(playwright);
    pictures.current_dir(&place.root).args(["test", "--config", "tests/looks/playwright.config.mjs"]);
    if !words.is_empty() {
        pictures.args(["--grep", &pattern(words)]);
    }
    let outcome = run("Taking pictures", pictures.env("CHROMIUM", &browser.shell));
    say(&format!("{} lists the contact sheets", place.at("target/looks/index.html").display()));
    outcome
}

/// Returns a pattern for test names: those with any of these words, and the contact sheets.
fn pattern(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("\\b{word}\\b")).collect();
    format!("{}|{SHEETS}", words.join("|"))
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn words_choose_tests_and_the_sheets_are_made_anyway() {
        assert_eq!(pattern(&["ar", "card"]), r"\bar\b|\bcard\b|contact sheets");
    }
}
