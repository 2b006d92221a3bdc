//! One item of a questionnaire: its place, its codes and its keying.

/// An item's place in the order in which it is asked. Belongs to one definition; store ids instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemIdx(pub usize);

/// The codes that the choices of every item carry, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    /// The least code.
    pub min: i64,
    /// The greatest code.
    pub max: i64,
}

impl Codes {
    /// Whether `code` lies in the range.
    pub fn contains(self, code: i64) -> bool {
        (self.min..=self.max).contains(&code)
    }
}

/// Whether agreeing with an item raises the score or lowers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keying {
    /// The code counts as it is.
    Forward,
    /// Reverse-keyed: the code counts as `min + max − code`.
    Reverse,
}

impl Keying {
    /// The keyed code: the code itself, or `min + max − code` where agreeing lowers the score.
    pub fn key(self, code: i64, codes: Codes) -> i64 {
        match self {
            Keying::Forward => code,
            Keying::Reverse => codes.min + codes.max - code,
        }
    }
}

/// One item of a sound definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The stable id, unique within the definition.
    pub id: String,
    /// Its keying, the same in every scale.
    pub keying: Keying,
}
