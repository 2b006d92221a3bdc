//! WebKitGTK's MiniBrowser and its driver, for the journeys in other engines.
use super::apt;
use crate::place::Place;
use crate::run::{Outcome, on_path};
use std::path::PathBuf;

const PACKAGES: [&str; 3] = ["webkit2gtk-driver", "xvfb", "xauth"];

/// Programs to run tests in WebKitGTK.
pub struct WebKit {
    /// MiniBrowser, which distributions keep off PATH.
    pub program: PathBuf,
    /// The WebKitWebDriver that speaks to it.
    pub driver: PathBuf,
    /// xvfb-run, a virtual screen. This browser cannot run headless.
    pub screen: PathBuf,
}

/// Finds WebKitGTK, its driver and a screen, or installs them. MINIBROWSER and WEBKIT_DRIVER name others.
pub fn webkit(place: &Place) -> Outcome<WebKit> {
    if let Some(webkit) = found() {
        return Ok(webkit);
    }
    apt::install(place, "WebKitGTK with its driver and a screen", "about 1 minute", &PACKAGES).map_err(
        |error| {
            format!(
                "{error}\n  Put WebKitWebDriver and xvfb-run on PATH and name WebKitGTK's MiniBrowser in MINIBROWSER."
            )
        },
    )?;
    found().ok_or_else(|| {
        "WebKitGTK was installed, but its MiniBrowser was not found: name it in MINIBROWSER.".to_owned()
    })
}

fn found() -> Option<WebKit> {
    let named = |variable: &str| std::env::var_os(variable).map(PathBuf::from);
    let program = named("MINIBROWSER").or_else(mini_browser)?;
    let driver = named("WEBKIT_DRIVER").or_else(|| on_path(&["WebKitWebDriver"]))?;
    Some(WebKit { program, driver, screen: on_path(&["xvfb-run"])? })
}

/// Finds MiniBrowser where Debian and Fedora install it.
fn mini_browser() -> Option<PathBuf> {
    let debian = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1/MiniBrowser", std::env::consts::ARCH);
    let fedora = "/usr/libexec/webkit2gtk-4.1/MiniBrowser".to_owned();
    [debian, fedora].map(PathBuf::from).into_iter().find(|program| program.is_file())
}
