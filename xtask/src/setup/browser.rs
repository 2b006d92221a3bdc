//! Chromium, its headless shell and its driver, for the tests in a browser.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, on_path};
use std::path::PathBuf;

/// The browser that the tests run in.
pub struct Browser {
    /// Chromium or Chrome.
    pub program: PathBuf,
    /// Chromium without its windows, which takes half the processor time for the same pages. Where a machine has none,
    /// it is `program`.
    pub shell: PathBuf,
    /// The chromedriver that belongs to `program`.
    pub driver: PathBuf,
}

/// Finds the browser, or installs what is missing. CHROMIUM and CHROMEDRIVER name others.
pub fn browser(place: &Place) -> Outcome<Browser> {
    if let Some(browser) = found(shell()) {
        return Ok(browser);
    }
    let packages = ["chromium", "chromium-driver", "chromium-headless-shell"];
    let installed =
        apt::install(place, "Chromium, its headless shell and its driver", "about 1 minute", &packages);
    found(shell().or_else(program)).ok_or_else(|| {
        let error =
            installed.err().unwrap_or_else(|| "Chromium was installed, but it is not on PATH.".to_owned());
        format!(
            "{error}\n  Put chromium and chromedriver on PATH, or name them in CHROMIUM and CHROMEDRIVER."
        )
    })
}

fn found(shell: Option<PathBuf>) -> Option<Browser> {
    let driver = named("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"]))?;
    Some(Browser { program: program()?, shell: shell?, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

fn program() -> Option<PathBuf> {
    let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    named("CHROMIUM").or_else(|| on_path(&browsers))
}

fn shell() -> Option<PathBuf> {
    named("CHROMIUM").or_else(|| on_path(&["chromium-headless-shell"]))
}
