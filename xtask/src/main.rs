//! `cargo xtask <command>`: sets up tools, serves, tests and builds. The repository has no other scripts.
#![allow(clippy::print_stdout, reason = "a command line tool talks to the terminal")]
mod bench;
mod counts;
mod dist;
mod listen;
mod looks;
mod mutants;
mod place;
mod reproduce;
mod run;
mod serve;
mod setup;
mod suites;
mod test;

use place::Place;
use run::Outcome;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>; each sets up what is missing

  serve [port]     the check-in in a browser, made anew on every change (port 8080)
  test [suite...]  every test and check, or only these: fmt clippy deny native content eslint browser dist e2e
                   packages engines screenreader wordpress; `quick` stands for those that need no dist/, two minutes
                   (what follows a -- goes to the test program: test e2e -- --grep start)
  dist             the files to ship, in dist/
  looks [word...]  pictures of every state, language, theme and width on contact sheets, in target/looks/, half an hour
                   (looks ar, looks results: those with a word in their name)
  listen [word...] a long walk with a screen reader, and what is heard, a quarter of an hour
                   (listen firefox, listen ar: those with a word in their name)
  bench            how quick and how small it is beside its peers, for docs/evidence/speed.md, half an hour
                   (bench --rounds 1 is a quick look that writes nothing)
  reproduce        what is committed, built in two folders and compared byte for byte, for
                   docs/evidence/reproducible.md
  mutants [file...]  runs cargo-mutants on these files, or on what differs from main: small changes to the code that no
                   native test notices";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Outcome<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    match words {
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        ["serve"] => serve::serve(&Place::find()?, "8080").map(done),
        ["serve", port] => serve::serve(&Place::find()?, port).map(done),
        ["test", suites @ ..] => {
            let passed = test::test(&Place::find()?, suites)?;
            Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
        ["dist"] => dist::dist(&Place::find()?).map(done),
        ["looks", words @ ..] => looks::looks(&Place::find()?, words).map(done),
        ["listen", words @ ..] => listen::listen(&Place::find()?, words).map(done),
        ["reproduce"] => reproduce::reproduce(&Place::find()?).map(done),
        ["mutants", files @ ..] => mutants::mutants(&Place::find()?, files).map(done),
        ["bench", words @ ..] => bench::bench(&Place::find()?, words).map(done),
        _ => Err(format!("that is not a command.\n\n{USAGE}")),
    }
}
