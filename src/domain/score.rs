//! Exact scores: sums, means and POMP over keyed codes, with a missing rule and lower-inclusive bands.
//!
//! Every value is a fraction of integers; rounding happens once, for display, half away from zero.

use num_rational::Ratio;

use super::answers::Answers;
use super::item::{Codes, Item, ItemIdx, Keying};

/// A score as an exact fraction.
pub type Exact = Ratio<i64>;

/// Sum of keyed codes, and how many answers it is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyedSum {
    /// Sum of the keyed codes of the answered items.
    pub sum: i64,
    /// How many items were answered.
    pub answered: i64,
}

/// How keyed codes become a score. `mean` is the person's own mean over the answered items, so a blank
/// is never counted as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Items in the scale × mean: the plain sum when all are answered, prorated otherwise.
    Sum,
    /// The mean.
    Mean,
    /// Percent of maximum possible: 100 · (mean − min) / (max − min). Cohen, Cohen, Aiken & West (1999),
    /// "The problem of units and the circumstance for POMP".
    Pomp,
}

/// A scale or subscale: which items it takes and how they become a number. Only
/// [`definition::check`](super::definition::check) makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub(super) id: String,
    pub(super) items: Vec<ItemIdx>,
    pub(super) codes: Codes,
    pub(super) method: Method,
    pub(super) factor: Exact,
    pub(super) min_answered: usize,
    /// Lowest score of each band, ascending.
    pub(super) bands: Vec<Exact>,
}

/// A scale's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// Enough items were answered.
    Scored(Scored),
    /// Too few were answered for a number. Not a low score.
    TooFew(TooFew),
}

/// A number, and what it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The exact score, in the units of the scale's method times its factor.
    pub value: Exact,
    /// Sum of the keyed codes of the answered items.
    pub sum: i64,
    /// How many items were answered, at least the scale's minimum.
    pub answered: usize,
    /// How many items the scale has.
    pub of: usize,
    /// Which band the score lies in, counted from the lowest; `None` for a scale without bands.
    pub band: Option<usize>,
}

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// How many items were answered.
    pub answered: usize,
    /// How many are needed.
    pub needed: usize,
    /// How many items the scale has.
    pub of: usize,
}

impl KeyedSum {
    /// Adds up answered items, each with its keying and its raw code.
    pub fn of(codes: Codes, items: impl IntoIterator<Item = (Keying, i64)>) -> KeyedSum {
        items.into_iter().fold(KeyedSum::default(), |KeyedSum { sum, answered }, (keying, code)| KeyedSum {
            sum: sum + keying.key(code, codes),
            answered: answered + 1,
        })
    }

    /// Mean of the keyed codes; `None` if nothing was answered.
    pub fn mean(self) -> Option<Exact> {
        (self.answered > 0).then(|| Exact::new(self.sum, self.answered))
    }
}

/// Percent of maximum possible: 100 · (mean − min) / (max − min).
pub fn pomp(mean: Exact, codes: Codes) -> Exact {
    (mean - codes.min) * 100 / (codes.max - codes.min)
}

impl Score {
    /// The number, if there is one.
    pub fn scored(&self) -> Option<&Scored> {
        match self {
            Score::Scored(scored) => Some(scored),
            Score::TooFew(_) => None,
        }
    }

    /// The exact value, if there is one.
    pub fn value(&self) -> Option<Exact> {
        self.scored().map(|scored| scored.value)
    }
}

impl Scale {
    /// The scale's id within its definition.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The items the scale takes.
    pub fn items(&self) -> &[ItemIdx] {
        &self.items
    }

    /// Scores `answers`. Skipped and unreached items count neither as 0 nor at all.
    pub(super) fn score(&self, items: &[Item], answers: &Answers) -> Score {
        let keyed = self.items.iter().filter_map(|&at| {
            let code = answers.code(at)?;
            Some((items.get(at.0)?.keying, code))
        });
        let keyed = KeyedSum::of(self.codes, keyed);
        let (of, answered) = (self.items.len(), keyed.answered as usize);
        match keyed.mean() {
            Some(mean) if answered >= self.min_answered => {
                let value = self.value_of(mean);
                Score::Scored(Scored { value, sum: keyed.sum, answered, of, band: self.band_of(value) })
            }
            _ => Score::TooFew(TooFew { answered, needed: self.min_answered, of }),
        }
    }

    /// The score of a person whose mean keyed code is `mean`.
    pub(super) fn value_of(&self, mean: Exact) -> Exact {
        let raw = match self.method {
            Method::Sum => mean * self.items.len() as i64,
            Method::Mean => mean,
            Method::Pomp => pomp(mean, self.codes),
        };
        raw * self.factor
    }

    fn band_of(&self, value: Exact) -> Option<usize> {
        self.bands.iter().rposition(|&lowest| value >= lowest)
    }
}

/// `value` in units of `10^-decimals`, rounded half away from zero: `rounded(65.625, 2)` is 6563.
pub fn rounded(value: Exact, decimals: u32) -> i64 {
    (value * 10_i64.pow(decimals)).round().to_integer()
}
