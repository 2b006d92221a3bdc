//! `cargo xtask test`: runs suites one after the other, whatever fails, and prints counts and seconds.
use crate::counts::Counts;
use crate::place::Place;
use crate::run::{Outcome, say};
use crate::suites::{ALL, Suite};
use std::time::{Duration, Instant};

/// The suites that `quick` stands for: those that need no dist/.
const QUICK: [&str; 6] = ["fmt", "clippy", "native", "content", "eslint", "browser"];

/// Runs the suites in `words`, or all. Words after `--` go to the test program. Returns whether all passed.
pub fn test(place: &Place, words: &[&str]) -> Outcome<bool> {
    let dashes = words.iter().position(|word| *word == "--").unwrap_or(words.len());
    let (names, extra) = (&words[..dashes], words.get(dashes + 1..).unwrap_or_default());
    let results: Vec<Result> = chosen(names)?.into_iter().map(|suite| timed(place, suite, extra)).collect();
    say("results");
    println!("{}", table(&results));
    Ok(results.iter().all(|result| result.counts.failed == 0))
}

/// Result of a suite.
struct Result {
    name: &'static str,
    counts: Counts,
    took: Duration,
}

fn timed(place: &Place, suite: &Suite, extra: &[&str]) -> Result {
    let start = Instant::now();
    let counts = counts(place, suite, extra);
    Result { name: suite.name, counts, took: start.elapsed() }
}

/// Formats a line for each suite and one for all. Machines read the last line, which has the counts only.
fn table(results: &[Result]) -> String {
    let line = |name: &str, Counts { passed, failed }: Counts, took: Duration| {
        format!("  {name:<12} {passed:>5} passed {failed:>5} failed {:>6.0} s\n", took.as_secs_f64())
    };
    let lines: String = results.iter().map(|result| line(result.name, result.counts, result.took)).collect();
    let all: Counts = results.iter().map(|result| result.counts).sum();
    let together = line("together", all, results.iter().map(|result| result.took).sum());
    format!("{lines}{together}{} passed, {} failed", all.passed, all.failed)
}

/// Returns the suites with these names in the order of [`ALL`], or all if none is named.
fn chosen(names: &[&str]) -> Outcome<Vec<&'static Suite>> {
    let names: Vec<&str> = names
        .iter()
        .flat_map(|name| if *name == "quick" { &QUICK } else { std::slice::from_ref(name) })
        .copied()
        .collect();
    if let Some(unknown) = names.iter().find(|name| ALL.iter().all(|suite| suite.name != **name)) {
        let known: Vec<&str> = ALL.iter().map(|suite| suite.name).collect();
        return Err(format!("there is no suite `{unknown}`. There are: quick, {}.", known.join(", ")));
    }
    Ok(ALL.iter().filter(|suite| names.is_empty() || names.contains(&suite.name)).collect())
}

/// Runs a suite. One that cannot run counts as failed.
fn counts(place: &Place, suite: &Suite, extra: &[&str]) -> Counts {
    say(&format!("suite {}", suite.name));
    (suite.run)(place, extra).unwrap_or_else(|error| {
        say(&error);
        Counts::one(false)
    })
}

#[cfg(test)]
mod tests {
    use super::{Result, chosen, table};
    use crate::counts::Counts;
    use crate::run::Outcome;
    use std::time::Duration;

    fn names(words: &[&str]) -> Outcome<Vec<&'static str>> {
        chosen(words).map(|suites| suites.iter().map(|suite| suite.name).collect())
    }

    #[test]
    fn suites_run_in_their_own_order_and_unknown_ones_are_refused() {
        assert_eq!(names(&["e2e", "fmt"]), Ok(vec!["fmt", "e2e"]));
        assert_eq!(names(&[]).map(|all| all.len()), Ok(13));
        let refusal = names(&["fmt", "e3e"]).err().unwrap_or_default();
        assert!(refusal.starts_with("there is no suite `e3e`. There are: quick, fmt, clippy,"), "{refusal}");
    }
    #[test]
    fn quick_stands_for_what_needs_no_built_pages() {
        assert_eq!(names(&["quick"]), Ok(vec!["fmt", "clippy", "native", "content", "eslint", "browser"]));
        assert_eq!(names(&["dist", "quick", "fmt"]).map(|all| all.len()), Ok(7));
    }

    #[test]
    fn the_table_has_the_seconds_of_each_suite_and_ends_with_the_counts() {
        let result = |name, passed, failed, seconds| Result {
            name,
            counts: Counts { passed, failed },
            took: Duration::from_secs(seconds),
        };
        assert_eq!(
            table(&[result("fmt", 1, 0, 2), result("native", 300, 2, 41)]),
            "  fmt              1 passed     0 failed      2 s\n  \
               native         300 passed     2 failed     41 s\n  \
               together       301 passed     2 failed     43 s\n\
             301 passed, 2 failed"
        );
    }
}
