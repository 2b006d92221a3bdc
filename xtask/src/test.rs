//! Runs the suites one after the other, whatever fails, and ends with one line of counts.
use crate::counts::Counts;
use crate::place::Place;
use crate::run::{Outcome, say};
use crate::suites::{ALL, Suite};

/// Runs the suites in `words`, or all; words after `--` go to the test program. Whether all passed.
pub fn test(place: &Place, words: &[&str]) -> Outcome<bool> {
    let dashes = words.iter().position(|word| *word == "--").unwrap_or(words.len());
    let (names, extra) = (&words[..dashes], words.get(dashes + 1..).unwrap_or_default());
    let results: Vec<(&str, Counts)> =
        chosen(names)?.into_iter().map(|suite| (suite.name, counts(place, suite, extra))).collect();
    say("results");
    for (name, Counts { passed, failed }) in &results {
        println!("  {name:<9} {passed:>5} passed {failed:>5} failed");
    }
    let Counts { passed, failed } = results.iter().map(|(_, counts)| *counts).sum();
    println!("{passed} passed, {failed} failed");
    Ok(failed == 0)
}

/// The suites with these names, in their own order; all when none is named.
fn chosen(names: &[&str]) -> Outcome<Vec<&'static Suite>> {
    if let Some(unknown) = names.iter().find(|name| ALL.iter().all(|suite| suite.name != **name)) {
        let known: Vec<&str> = ALL.iter().map(|suite| suite.name).collect();
        return Err(format!("there is no suite `{unknown}`. There are: {}.", known.join(", ")));
    }
    Ok(ALL.iter().filter(|suite| names.is_empty() || names.contains(&suite.name)).collect())
}

/// A suite that cannot run has failed.
fn counts(place: &Place, suite: &Suite, extra: &[&str]) -> Counts {
    say(&format!("suite {}", suite.name));
    (suite.run)(place, extra).unwrap_or_else(|error| {
        say(&error);
        Counts::one(false)
    })
}

#[cfg(test)]
mod tests {
    use super::chosen;

    fn names(words: &[&str]) -> Result<Vec<&'static str>, String> {
        chosen(words).map(|suites| suites.iter().map(|suite| suite.name).collect())
    }

    #[test]
    fn suites_run_in_their_own_order_and_unknown_ones_are_refused() {
        assert_eq!(names(&["e2e", "fmt"]), Ok(vec!["fmt", "e2e"]));
        assert_eq!(names(&[]).map(|all| all.len()), Ok(12));
        let refusal = names(&["fmt", "e3e"]).err().unwrap_or_default();
        assert!(refusal.starts_with("there is no suite `e3e`. There are: fmt, clippy,"), "{refusal}");
    }
}
