//! Replays the corpus, and searches on from it.

use std::fmt;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::mutate::{Random, mutated};
use crate::targets::Target;

/// Numbers of accepted and refused inputs of a target.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Accepted.
    pub accepted: usize,
    /// Refused.
    pub refused: usize,
}

/// An input that breaks a property, and how to reproduce it.
pub struct Found {
    target: &'static str,
    seed: u64,
    round: usize,
    /// The input.
    pub input: Vec<u8>,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Found { target, seed, round, input } = self;
        let text = String::from_utf8_lossy(input);
        write!(f, "{target}: something does not hold, seed {seed}, round {round}, input {text:?}")
    }
}

/// The inputs of a target: the shipped file, then the files of `corpus/`.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn corpus(target: &Target) -> std::io::Result<Vec<Vec<u8>>> {
    let folder = fs::read_dir(folder(target))?;
    let mut paths = folder.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    let shipped = std::iter::once(Ok((target.shipped)().into_bytes()));
    shipped.chain(paths.into_iter().map(fs::read)).collect()
}

/// The corpus folder of a target.
pub fn folder(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name)
}

/// Reads every input once.
pub fn replay(target: &Target, inputs: &[Vec<u8>]) -> Tally {
    inputs.iter().fold(Tally::default(), |tally, input| tally.with((target.read)(input)))
}

/// Reads `rounds` mutations of the given inputs.
///
/// # Errors
/// The first input that breaks a property.
pub fn search(target: &Target, inputs: &[Vec<u8>], seed: u64, rounds: usize) -> Result<Tally, Box<Found>> {
    let mut random = Random::new(seed);
    let mut tally = Tally::default();
    for round in 0..rounds {
        let mut any = || inputs.get(random.below(inputs.len())).map(Vec::as_slice).unwrap_or_default();
        let (one, other) = (any(), any());
        let input = mutated(&mut random, one, other);
        match catch_unwind(AssertUnwindSafe(|| (target.read)(&input))) {
            Ok(accepted) => tally = tally.with(accepted),
            Err(_) => return Err(Box::new(Found { target: target.name, seed, round, input })),
        }
    }
    Ok(tally)
}

impl Tally {
    fn with(self, accepted: bool) -> Tally {
        let Tally { accepted: yes, refused: no } = self;
        Tally { accepted: yes + usize::from(accepted), refused: no + usize::from(!accepted) }
    }
}
