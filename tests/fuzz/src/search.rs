//! Goes through the corpus, and on from there.

use std::fmt;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::mutate::{Random, mutated};
use crate::targets::Target;

/// How many inputs a target took, and how many it refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Accepted.
    pub accepted: usize,
    /// Refused.
    pub refused: usize,
}

/// An input for which something does not hold, and how to come by it again.
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

/// The inputs of a target: what ships, then what is kept in `corpus/`.
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

/// Where the inputs of a target are kept.
pub fn folder(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name)
}

/// Reads every input once.
pub fn replay(target: &Target, inputs: &[Vec<u8>]) -> Tally {
    inputs.iter().fold(Tally::default(), |tally, input| tally.with((target.read)(input)))
}

/// Reads `rounds` inputs made of those given.
///
/// # Errors
/// The first input for which something does not hold.
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
