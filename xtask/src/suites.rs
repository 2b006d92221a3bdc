//! The suites of `cargo xtask test`, in the order they run.
use crate::counts::{self, Counts};
use crate::dist;
use crate::place::Place;
use crate::run::{Outcome, run, say, tee};
use crate::setup::{self, WASM};
use std::process::Command;

/// A set of tests with a name to ask for it by.
pub struct Suite {
    /// The word on the command line.
    pub name: &'static str,
    /// Sets up what it needs and runs it. The words after `--` go to the test program.
    pub run: fn(&Place, &[&str]) -> Outcome<Counts>,
}

/// All suites, the quickest to fail first.
pub const ALL: [Suite; 8] = [
    Suite {
        name: "fmt",
        run: |place, _| Ok(check("rustfmt", cargo(place).args(["fmt", "--all", "--check"]))),
    },
    Suite { name: "clippy", run: clippy },
    Suite { name: "native", run: native },
    Suite { name: "content", run: content },
    Suite { name: "eslint", run: eslint },
    Suite { name: "browser", run: browser },
    Suite { name: "dist", run: |place, _| dist::dist(place).map(|()| Counts::one(true)) },
    Suite { name: "e2e", run: e2e },
];

/// A check counts as one test.
fn check(name: &str, command: &mut Command) -> Counts {
    let outcome = run(name, command);
    if let Err(error) = &outcome {
        say(error);
    }
    Counts::one(outcome.is_ok())
}

fn cargo(place: &Place) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&place.root);
    cargo
}

fn clippy(place: &Place, _: &[&str]) -> Outcome<Counts> {
    let options = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    Ok(check("clippy", cargo(place).args(options)))
}

fn native(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    let mut cargo = cargo(place);
    cargo.args(["test", "--workspace", "--no-fail-fast", "--"]).args(extra);
    let (succeeded, text) = tee("Testing natively", &mut cargo)?;
    Ok(counts::of_cargo_test(&text).checked(succeeded))
}

/// The gate on every sentence of content/, and the gate's own tests.
fn content(place: &Place, _: &[&str]) -> Outcome<Counts> {
    let python = setup::python(place)?;
    let python = || {
        let mut python = Command::new(&python);
        python.current_dir(&place.root);
        python
    };
    let (succeeded, text) = tee("Checking the content", python().arg("tests/content/gate.py"))?;
    let gate = counts::of_last_line(&text).checked(succeeded);
    // unittest talks on the error stream only.
    let own_tests = "exec \"$0\" -m unittest discover -s tests/content 2>&1";
    let mut shell = Command::new("sh");
    shell.current_dir(&place.root).args(["-c", own_tests]).arg(python().get_program());
    let (succeeded, text) = tee("Testing the content gate", &mut shell)?;
    Ok(gate + counts::of_unittest(&text).checked(succeeded))
}

fn eslint(place: &Place, _: &[&str]) -> Outcome<Counts> {
    let eslint = setup::node_packages(place)?.join("eslint");
    let folders = ["--max-warnings=0", "embed", "tests/e2e", "eslint.config.mjs"];
    Ok(check("eslint", Command::new(eslint).current_dir(&place.root).args(folders)))
}

fn browser(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    let browser = setup::browser(place)?;
    let mut cargo = setup::wasm_tools(place)?.command(place, "cargo")?;
    cargo.args(["test", "--target", WASM, "--test", "browser", "--"]).args(extra);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place.at("tests/browser/webdriver.json"));
    cargo.env("WASM_BINDGEN_TEST_ONLY_WEB", "1").env("CHROMEDRIVER", &browser.driver);
    let (succeeded, text) = tee("Testing in the browser", &mut cargo)?;
    Ok(counts::of_cargo_test(&text).checked(succeeded))
}

fn e2e(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    let browser = setup::browser(place)?;
    let playwright = setup::node_packages(place)?.join("playwright");
    if !place.dist_is_fresh.get() {
        dist::dist(place)?;
    }
    let _alone = place.lock_checkout()?;
    let report = place.at("target/playwright.json");
    drop(std::fs::remove_file(&report));
    let mut journeys = Command::new(playwright);
    journeys
        .current_dir(&place.root)
        .args(["test", "--config", "tests/e2e/playwright.config.mjs"])
        .args(extra);
    let outcome = run("The journeys", journeys.env("CHROMIUM", &browser.program));
    let json = std::fs::read_to_string(&report)
        .map_err(|_| format!("Playwright wrote no report. {}", outcome.clone().err().unwrap_or_default()))?;
    Ok(counts::of_playwright(&json)?.checked(outcome.is_ok()))
}
