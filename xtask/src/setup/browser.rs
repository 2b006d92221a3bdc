//! Chromium and its driver, for the tests in a browser.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, on_path};
use std::path::PathBuf;

/// The browser that the tests run in.
pub struct Browser {
    /// Chromium or Chrome.
    pub program: PathBuf,
    /// The chromedriver that belongs to it.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs them. CHROMIUM and CHROMEDRIVER name others.
pub fn browser(place: &Place) -> Outcome<Browser> {
    if let Some(browser) = found() {
        return Ok(browser);
    }
    apt::install(place, "Chromium and its driver", "about 1 minute", &["chromium", "chromium-driver"])
        .map_err(|error| {
            format!(
                "{error}\n  Put chromium and chromedriver on PATH, or name them in CHROMIUM and CHROMEDRIVER."
            )
        })?;
    found().ok_or_else(|| "Chromium was installed, but chromium and chromedriver are not on PATH.".to_owned())
}

fn found() -> Option<Browser> {
    let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
    let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let program = named("CHROMIUM").or_else(|| on_path(&browsers))?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"]))?;
    Some(Browser { program, driver })
}
