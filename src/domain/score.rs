//! Exact scores: sums, means and POMP over keyed codes, with a missing rule and lower-inclusive bands.
//!
//! Every value is a fraction of integers. Scores are rounded once, for display, half away from zero.

use num_rational::Ratio;

use super::answers::Answers;
use super::item::{Codes, Item, ItemIdx, Keying};

/// An exact fraction.
pub type Exact = Ratio<i64>;

/// Sum of keyed codes, with the number of answers in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyedSum {
    /// Sum of the keyed codes of the answered items.
    pub sum: i64,
    /// Number of answered items.
    pub answered: i64,
}

/// Method to turn keyed codes into a score. "Mean" is the mean over the answered items, so a blank never counts as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Number of items × mean: the plain sum if all are answered, prorated otherwise.
    Sum,
    /// The mean.
    Mean,
    /// Percent of maximum possible: 100 · (mean − min) / (max − min). Cohen, Cohen, Aiken & West (1999),
    /// "The problem of units and the circumstance for POMP".
    Pomp,
}

/// A scale or subscale: its items, and the rule that turns them into a score. Only
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

/// Result of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Score {
    /// Enough items were answered.
    Scored(Scored),
    /// Too few items were answered. This is not a low score.
    TooFew(TooFew),
}

/// A score, with its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    /// Exact score, in units of the method, times the factor.
    pub value: Exact,
    /// Sum of the keyed codes of the answered items.
    pub sum: i64,
    /// Number of answered items, at least the scale's minimum.
    pub answered: usize,
    /// Number of items in the scale.
    pub of: usize,
    /// Band of the score, counted from the lowest; `None` for a scale without bands.
    pub band: Option<usize>,
}

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// Number of answered items.
    pub answered: usize,
    /// Number of answers needed.
    pub needed: usize,
    /// Number of items in the scale.
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
    /// The score, if there is one.
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

    /// Scores `answers`. Skipped and unreached items do not count, not even as 0.
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

    /// Score for this mean of keyed codes.
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
