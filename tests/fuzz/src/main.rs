//! `cargo run -p fuzz -- [rounds] [seed]`: a long search. Add its findings to the corpus, which the tests replay.
#![allow(clippy::print_stdout, reason = "a command line tool talks to the terminal")]

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use fuzz::{TARGETS, corpus, folder, search};

const ROUNDS: u64 = 100_000;

fn main() -> ExitCode {
    let number = |at| std::env::args().nth(at).and_then(|word| word.parse().ok());
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let (rounds, seed) = (number(1).unwrap_or(ROUNDS), number(2).unwrap_or(now.as_secs()));
    match TARGETS.iter().try_for_each(|target| one(target, rounds as usize, seed)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn one(target: &fuzz::Target, rounds: usize, seed: u64) -> Result<(), String> {
    let inputs = corpus(target).map_err(|e| format!("the corpus of {} cannot be read: {e}", target.name))?;
    let tally = search(target, &inputs, seed, rounds).map_err(|found| {
        let kept = std::fs::write(folder(target).join(format!("found-{seed}")), &found.input);
        format!("{found}\nkept in the corpus: {}", kept.is_ok())
    })?;
    println!("{:<10} seed {seed}: {} accepted, {} refused", target.name, tally.accepted, tally.refused);
    Ok(())
}
