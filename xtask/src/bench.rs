//! `cargo xtask bench`: measures dist/ beside similar tools, in a browser, and scoring natively. bench/ has the code.
use crate::dist;
use crate::place::Place;
use crate::run::{Outcome, run, say};
use crate::setup;
use std::process::Command;

/// Sets up tools, builds, and measures. The words may be `--rounds N`.
pub fn bench(place: &Place, words: &[&str]) -> Outcome {
    let rounds = rounds(words)?;
    let browser = setup::browser(place)?;
    dist::dist(place)?;
    peers(place)?;
    // A build of this checkout would disturb the measurement.
    let _alone = place.lock_checkout()?;
    say("building the native benchmark, some minutes when much has changed");
    let mut native = Command::new("cargo");
    native.current_dir(&place.root).args([
        "bench",
        "--quiet",
        "--locked",
        "--offline",
        "--bench",
        "scoring",
        "--no-run",
    ]);
    run("Building the native benchmark", &mut native)?;
    say(&format!("measuring, about {} minutes; use the machine for nothing else", 3 * rounds + 4));
    let mut measure = Command::new("node");
    measure.current_dir(&place.root).args(["bench/run.mjs", "--rounds", &rounds.to_string()]);
    run("Measuring", measure.env("CHROMIUM", &browser.program))
}

/// Default number of rounds. Only a run of at least this many is written to docs/evidence/speed.md.
const ROUNDS: u32 = 7;

fn rounds(words: &[&str]) -> Outcome<u32> {
    match words {
        [] => Ok(ROUNDS),
        ["--rounds", number] => match number.parse() {
            Ok(rounds) if rounds > 0 => Ok(rounds),
            _ => Err(format!("--rounds {number}: a whole number from 1 up is needed.")),
        },
        _ => Err("`cargo xtask bench` takes nothing but `--rounds N`.".to_owned()),
    }
}

/// Installs the tools to compare with. They are no part of the build, so they have a lock file of their own.
fn peers(place: &Place) -> Outcome {
    let lock = place.read("bench/package-lock.json")?;
    let stamp = place.at("bench/node_modules/.installed-for");
    if std::fs::read_to_string(&stamp).ok().as_ref() == Some(&lock) {
        return Ok(());
    }
    let _alone = place.lock_checkout()?;
    say("installing SurveyJS to measure against, some seconds");
    let mut npm = Command::new("npm");
    npm.current_dir(place.at("bench")).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    run("Installing SurveyJS", &mut npm)?;
    std::fs::write(&stamp, &lock).map_err(|e| format!("{} cannot be written: {e}", stamp.display()))
}

#[cfg(test)]
mod tests {
    use super::rounds;

    #[test]
    fn rounds_are_seven_unless_asked_otherwise() {
        assert_eq!(rounds(&[]), Ok(7));
        assert_eq!(rounds(&["--rounds", "1"]), Ok(1));
        for wrong in [&["--rounds", "0"][..], &["--rounds", "many"], &["--rounds"], &["3"]] {
            assert!(rounds(wrong).is_err(), "{wrong:?}");
        }
    }
}
