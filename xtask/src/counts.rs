//! Counts of passed and failed tests, parsed from the output of test programs.
use crate::run::Outcome;
use std::iter::Sum;
use std::ops::Add;

/// Counts of one suite, or of several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests and checks that passed.
    pub passed: u64,
    /// Tests and checks that failed.
    pub failed: u64,
}

impl Counts {
    /// Counts for a single check.
    pub fn one(passed: bool) -> Self {
        Self { passed: u64::from(passed), failed: u64::from(!passed) }
    }

    /// Corrects the counts by the program's exit code: a crash counts as a failure, and so does a run without
    /// any test.
    pub fn checked(self, succeeded: bool) -> Self {
        let lost = u64::from(self.failed == 0 && (!succeeded || self.passed == 0));
        Self { failed: self.failed + lost, ..self }
    }
}

impl Add for Counts {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// Sums the `test result:` lines of cargo test, native or in a browser.
pub fn of_cargo_test(text: &str) -> Counts {
    text.lines().filter_map(|line| line.trim().strip_prefix("test result: ")).map(passed_and_failed).sum()
}

/// Parses the last line of a program that ends with `N passed, N failed`.
pub fn of_last_line(text: &str) -> Counts {
    text.trim_end().lines().last().map(passed_and_failed).unwrap_or_default()
}

/// Parses the summary of Python's unittest: `Ran 31 tests in 0.1s`, then `OK` or `FAILED (failures=1, errors=2)`.
pub fn of_unittest(text: &str) -> Counts {
    let number =
        |text: &str| -> Option<u64> { text.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok() };
    let ran = text.lines().find_map(|line| number(line.strip_prefix("Ran ")?)).unwrap_or(0);
    let verdict = text.lines().rev().find(|line| line.starts_with("FAILED (")).unwrap_or_default();
    let failed = verdict.split(['(', ',']).filter_map(|part| number(part.split_once('=')?.1)).sum();
    Counts { passed: ran.saturating_sub(failed), failed }
}

/// Parses the summary of `node --test`, with lines such as `ℹ pass 12`. Cancelled tests count as failed.
pub fn of_node_test(text: &str) -> Counts {
    let count = |word: &str| {
        let number = |line: &str| match line.split_whitespace().collect::<Vec<_>>()[..] {
            [_, name, number] if name == word => number.parse().ok(),
            _ => None,
        };
        text.lines().rev().find_map(number).unwrap_or(0)
    };
    Counts { passed: count("pass"), failed: count("fail") + count("cancelled") }
}

/// Parses the `stats` of Playwright's JSON report. A test that passed only on retry counts as failed.
pub fn of_playwright(json: &str) -> Outcome<Counts> {
    let report: serde_json::Value =
        serde_json::from_str(json).map_err(|e| format!("Playwright's report cannot be read: {e}"))?;
    let count = |name: &str| {
        report["stats"][name].as_u64().ok_or_else(|| format!("Playwright's report has no count `{name}`."))
    };
    let errors = report["errors"].as_array().map_or(0, Vec::len) as u64;
    Ok(Counts { passed: count("expected")?, failed: count("unexpected")? + count("flaky")? + errors })
}

/// Parses `5 passed; 1 failed` and `5 passed, 1 failed`.
fn passed_and_failed(line: &str) -> Counts {
    let words: Vec<&str> = line.split([' ', ';', ',']).filter(|word| !word.is_empty()).collect();
    let before = |name: &str| {
        words.windows(2).find_map(|pair| pair[0].parse().ok().filter(|_| pair[1] == name)).unwrap_or(0)
    };
    Counts { passed: before("passed"), failed: before("failed") }
}

#[cfg(test)]
mod tests {
    use super::{Counts, of_cargo_test, of_last_line, of_node_test, of_playwright, of_unittest};

    fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed }
    }

    #[test]
    fn cargo_test_is_summed_over_its_binaries() {
        let text = "running 2 tests\n\
            test a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.1s\n\
            test result: FAILED. 30 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(of_cargo_test(text), counts(32, 4));
        assert_eq!(of_cargo_test("9 passed; 9 failed"), counts(0, 0), "only result lines count");
    }

    #[test]
    fn the_last_line_counts_and_no_earlier_one() {
        assert_eq!(of_last_line("1 passed, 1 failed\n41 passed, 2 failed\n\n"), counts(41, 2));
        assert_eq!(of_last_line("41 passed, 2 failed\nTraceback"), counts(0, 0));
        assert_eq!(of_last_line(""), counts(0, 0));
    }

    #[test]
    fn unittest_counts_errors_as_failures() {
        assert_eq!(of_unittest("Ran 31 tests in 0.12s\n\nOK\n"), counts(31, 0));
        assert_eq!(of_unittest("Ran 31 tests in 0.12s\n\nFAILED (failures=1, errors=2)\n"), counts(28, 3));
        assert_eq!(of_unittest("ImportError"), counts(0, 0));
    }

    #[test]
    fn node_counts_what_was_cancelled_as_a_failure() {
        let text = |fail: u64, cancelled: u64| {
            format!(
                "✔ pass 3 (2ms)\nℹ tests 9\nℹ suites 2\nℹ pass 7\nℹ fail {fail}\nℹ cancelled {cancelled}\nℹ todo 0\n"
            )
        };
        assert_eq!(of_node_test(&text(0, 0)), counts(7, 0));
        assert_eq!(of_node_test(&format!("{}✖ failing tests:\n✖ a (1ms)\n", text(1, 2))), counts(7, 3));
        assert_eq!(of_node_test("# pass 7\n# fail 1\n"), counts(7, 1));
        assert_eq!(of_node_test("Error: no such file"), counts(0, 0));
    }

    #[test]
    fn playwright_counts_flaky_tests_and_broken_files_as_failures() {
        let report =
            r#"{"stats": {"expected": 7, "skipped": 1, "unexpected": 2, "flaky": 3}, "errors": [{}]}"#;
        assert_eq!(of_playwright(report), Ok(counts(7, 6)));
        assert!(of_playwright("{}").is_err());
        assert!(of_playwright("").is_err());
    }

    #[test]
    fn a_crash_and_an_empty_run_are_failures() {
        assert_eq!(counts(5, 0).checked(true), counts(5, 0));
        assert_eq!(counts(5, 0).checked(false), counts(5, 1));
        assert_eq!(counts(5, 2).checked(false), counts(5, 2));
        assert_eq!(counts(0, 0).checked(true), counts(0, 1));
    }
}
