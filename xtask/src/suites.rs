//! The suites of `cargo xtask test`, in the order they run.
use crate::counts::{self, Counts};
use crate::dist;
use crate::place::Place;
use crate::run::{Outcome, run, say, tee};
use crate::setup::{self, Firefox, WASM};
use std::process::Command;

/// A set of tests.
pub struct Suite {
    /// Name on the command line.
    pub name: &'static str,
    /// Sets up tools and runs the tests. The words after `--` go to the test program.
    pub run: fn(&Place, &[&str]) -> Outcome<Counts>,
}

/// All suites, in the order they run: the quickest to fail first.
pub const ALL: [Suite; 13] = [
    Suite {
        name: "fmt",
        run: |place, _| Ok(check("rustfmt", cargo(place).args(["fmt", "--all", "--check"]))),
    },
    Suite { name: "clippy", run: clippy },
    Suite { name: "deny", run: deny },
    Suite { name: "native", run: native },
    Suite { name: "content", run: content },
    Suite { name: "eslint", run: eslint },
    Suite { name: "browser", run: browser },
    Suite { name: "dist", run: |place, _| dist::dist(place).map(|()| Counts::one(true)) },
    Suite { name: "e2e", run: e2e },
    Suite { name: "packages", run: packages },
    Suite { name: "engines", run: engines },
    Suite { name: "screenreader", run: screenreader },
    Suite { name: "wordpress", run: wordpress },
];

/// Runs a check, which counts as one test.
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
    let options = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    Ok(check("clippy", cargo(place).args(options)))
}

/// Checks the crates of Cargo.lock against deny.toml. It works offline, and so knows of no advisories.
fn deny(place: &Place, _: &[&str]) -> Outcome<Counts> {
    let deny = setup::cargo_deny(place)?.join("cargo-deny");
    let mut deny = Command::new(deny);
    deny.current_dir(&place.root).args([
        "--workspace",
        "--locked",
        "--offline",
        "check",
        "--hide-inclusion-graph",
    ]);
    Ok(check("cargo-deny", deny.args(["bans", "licenses", "sources"])))
}

fn native(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    let mut cargo = cargo(place);
    cargo.args(["test", "--locked", "--workspace", "--no-fail-fast", "--"]).args(extra);
    let (succeeded, text) = tee("Testing natively", &mut cargo)?;
    Ok(counts::of_cargo_test(&text).checked(succeeded))
}

/// Runs the content gate, which checks every sentence of content/, and the gate's own tests.
fn content(place: &Place, _: &[&str]) -> Outcome<Counts> {
    let python = setup::python(place)?;
    let python = || {
        let mut python = Command::new(&python);
        python.current_dir(&place.root);
        python
    };
    let (succeeded, text) = tee("Checking the content", python().arg("tests/content/gate.py"))?;
    let gate = counts::of_last_line(&text).checked(succeeded);
    // unittest prints to the error stream only.
    let own_tests = "exec \"$0\" -m unittest discover -s tests/content 2>&1";
    let mut shell = Command::new("sh");
    shell.current_dir(&place.root).args(["-c", own_tests]).arg(python().get_program());
    let (succeeded, text) = tee("Testing the content gate", &mut shell)?;
    Ok(gate + counts::of_unittest(&text).checked(succeeded))
}

fn eslint(place: &Place, _: &[&str]) -> Outcome<Counts> {
    let eslint = setup::node_packages(place)?.join("eslint");
    let folders = ["element", "build", "site", "tests", "packages", "bench", "eslint.config.mjs"];
    let folders = ["--max-warnings=0"].into_iter().chain(folders);
    Ok(check("eslint", Command::new(eslint).current_dir(&place.root).args(folders)))
}

fn browser(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    let browser = setup::browser(place)?;
    let mut cargo = browser_tests(place)?;
    cargo.args(extra).env("CHROMEDRIVER", &browser.driver);
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place.at("tests/browser/webdriver.json"));
    let (succeeded, text) = tee("Testing in the browser", &mut cargo)?;
    Ok(counts::of_cargo_test(&text).checked(succeeded))
}

/// Prepares tests/browser/. The caller adds the driver of a browser to the environment.
fn browser_tests(place: &Place) -> Outcome<Command> {
    let runner = setup::wasm_bindgen(place)?.join("wasm-bindgen-test-runner");
    let mut cargo = setup::wasm_tools(place)?.command(place, "cargo")?;
    cargo.args(["test", "--locked", "--target", WASM, "--test", "browser", "--"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    // In seconds, for all tests together: the default of 20 is too short on a busy machine.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    cargo.env("WASM_BINDGEN_TEST_ONLY_WEB", "1").env_remove("GECKODRIVER").env_remove("CHROMEDRIVER");
    Ok(cargo)
}

fn e2e(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    playwright(place, "The journeys", "tests/e2e/playwright.config.mjs", "target/playwright.json", extra)
}

/// Tests what owners and developers install: the npm package in an app, the files in a Hugo site, dist/ itself.
fn packages(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    setup::hugo(place)?;
    let config = "tests/packages/playwright.config.mjs";
    playwright(place, "What is installed", config, "target/packages.json", extra)
}

/// Tests the plugin in a real WordPress.
fn wordpress(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    setup::wordpress(place)?;
    let config = "tests/wordpress/playwright.config.mjs";
    playwright(place, "The plugin in WordPress", config, "target/wordpress.json", extra)
}

/// Runs a Playwright configuration on a fresh dist/, and returns the counts of its report.
fn playwright(place: &Place, doing: &str, config: &str, report: &str, extra: &[&str]) -> Outcome<Counts> {
    let browser = setup::browser(place)?;
    let playwright = setup::node_packages(place)?.join("playwright");
    if !place.dist_is_fresh.get() {
        dist::dist(place)?;
    }
    let _alone = place.lock_checkout()?;
    let report = place.at(report);
    drop(std::fs::remove_file(&report));
    let mut tests = Command::new(playwright);
    tests.current_dir(&place.root).args(["test", "--config", config]).args(extra);
    let outcome = run(doing, tests.env("CHROMIUM", &browser.shell));
    let json = std::fs::read_to_string(&report)
        .map_err(|_| format!("Playwright wrote no report. {}", outcome.clone().err().unwrap_or_default()))?;
    Ok(counts::of_playwright(&json)?.checked(outcome.is_ok()))
}

/// Runs the journeys in Firefox and WebKitGTK side by side, then tests/browser/ in Firefox. The words
/// after `--` go to node.
fn engines(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    let firefox = setup::firefox(place)?;
    let webkit = setup::webkit(place)?;
    setup::node_packages(place)?;
    if !place.dist_is_fresh.get() {
        dist::dist(place)?;
    }
    let alone = place.lock_checkout()?;
    let mut journeys = Command::new(&webkit.screen);
    journeys
        .current_dir(&place.root)
        .args(["-a", "node", "--test", "--test-reporter=spec", "--test-concurrency=2", "--test-force-exit"])
        .args(extra)
        .args(["tests/engines/firefox.test.mjs", "tests/engines/webkit.test.mjs"])
        .env("FIREFOX", &firefox.program)
        .env("GECKODRIVER", &firefox.driver)
        .env("MINIBROWSER", &webkit.program)
        .env("WEBKIT_DRIVER", &webkit.driver);
    let (succeeded, text) = tee("The journeys in other engines", &mut journeys)?;
    drop(alone);
    Ok(counts::of_node_test(&text).checked(succeeded) + browser_in_firefox(place, &firefox)?)
}

/// Walks through the check-in with Orca, in Firefox and Chromium. Suites run one after the other, so no other browser of
/// this command runs meanwhile. The words after `--` go to node.
fn screenreader(place: &Place, extra: &[&str]) -> Outcome<Counts> {
    setup::orca(place)?;
    let browser = setup::browser(place)?;
    let firefox = setup::firefox_program(place)?;
    setup::node_packages(place)?;
    if !place.dist_is_fresh.get() {
        dist::dist(place)?;
    }
    let _alone = place.lock_checkout()?;
    let mut walks = Command::new("node");
    walks
        .current_dir(&place.root)
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-force-exit"])
        .args(extra)
        .arg("tests/screenreader/short.test.mjs")
        .env("CHROMIUM", &browser.program)
        .env("FIREFOX", &firefox);
    let (succeeded, text) = tee("The walk with a screen reader", &mut walks)?;
    Ok(counts::of_node_test(&text).checked(succeeded))
}

/// Runs tests/browser/ in Firefox. The test runner makes it headless.
fn browser_in_firefox(place: &Place, firefox: &Firefox) -> Outcome<Counts> {
    let mut cargo = browser_tests(place)?;
    cargo.env("GECKODRIVER", &firefox.driver);
    cargo.env("GECKODRIVER_ARGS", format!("--binary {}", firefox.program.display()));
    let (succeeded, text) = tee("Testing in Firefox", &mut cargo)?;
    Ok(counts::of_cargo_test(&text).checked(succeeded))
}
