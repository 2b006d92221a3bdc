//! Comparison of two people: the figures that a code carries, and the difference between the two.

use super::answers::Answers;
use super::chance::{Certainty, certainty};
use super::instrument::{AREA_ITEMS, AREA_NEEDS, CODES, ITEM_SET, Instrument, Row};
use super::score::{Exact, KeyedSum, pomp};
use super::terms::{Area, Perspective, Scope};

/// Items about the same acts, which one of the two did and the other saw.
const SAME_ACTS: [&str; 4] = ["A1", "A2", "A3", "A4"];
/// Least number of these items that each must have answered.
const SAME_ACTS_NEEDED: usize = 3;
/// Most days between two check-ins.
const DAYS_APART: i64 = 14;
/// First day that a code can carry, in days since 1970: 1 January 2026.
pub const FIRST_DAY: i64 = 20_454;
/// Number of days that a code can carry: a hundred years.
pub const DAYS: i64 = 36_525;

/// Keyed sum of an area, or of part of one, with enough answers for a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(KeyedSum);

/// Figures of a check-in that a code carries. It carries nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Version of the items.
    pub items: i64,
    /// Perspective of the person who answered.
    pub perspective: Perspective,
    /// The UTC day of the results, in days since 1970.
    pub day: i64,
    /// Accountability, from the items about the same acts.
    pub accountability: Part,
    /// Emotional healing, if enough was answered.
    pub healing: Option<Part>,
    /// Stability, if enough was answered.
    pub stability: Option<Part>,
}

/// Difference between two scores. It does not say who is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// May well be chance.
    Similar,
    /// Possibly more than chance.
    Somewhat,
    /// Clearly more than chance.
    Different,
}

/// An area as the two people see it: the score of the reader, then the score of the other person.
pub type Beside = [Option<Exact>; 2];

/// Two check-ins side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Accountability, from the items about the same acts.
    pub accountability: Beside,
    /// Difference of the two in accountability. The other areas are about each person's own days and have none.
    pub gap: Gap,
    /// Emotional healing.
    pub healing: Beside,
    /// Stability.
    pub stability: Beside,
}

/// Why a code cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// It is empty.
    Empty,
    /// Its end is missing.
    Short,
    /// A digit was changed.
    Altered,
    /// It is not a code.
    Foreign,
    /// It comes from a newer version.
    Newer,
}

impl Part {
    /// Least and most answers to the items about the same acts.
    pub const OF_SAME_ACTS: (usize, usize) = (SAME_ACTS_NEEDED, SAME_ACTS.len());
    /// Least and most answers to an area.
    pub const OF_AREA: (usize, usize) = (AREA_NEEDS, AREA_ITEMS);

    /// Validates a sum over this many answers; `None` if it is impossible or the answers are too few.
    pub fn checked(sum: i64, answered: i64, (least, most): (usize, usize)) -> Option<Part> {
        let enough = (least as i64..=most as i64).contains(&answered);
        (enough && (0..=CODES.max * answered).contains(&sum)).then_some(Part(KeyedSum { sum, answered }))
    }

    /// Sum of the keyed codes.
    pub fn sum(self) -> i64 {
        self.0.sum
    }

    /// Number of answered items.
    pub fn answered(self) -> i64 {
        self.0.answered
    }

    /// Score, from 0 to 100.
    pub fn value(self) -> Exact {
        self.0.mean().map_or_else(Exact::default, |mean| pomp(mean, CODES))
    }

    fn of(
        instrument: &Instrument,
        answers: &Answers,
        enough: (usize, usize),
        wanted: impl Fn(&Row) -> bool,
    ) -> Option<Part> {
        let item = |at| {
            let row = instrument.row(at).filter(|row| wanted(row))?;
            Some((row.keying, answers.code(at)?))
        };
        let KeyedSum { sum, answered } =
            KeyedSum::of(CODES, instrument.definition().places().filter_map(item));
        Part::checked(sum, answered, enough)
    }
}

impl Figures {
    /// Figures of a finished check-in whose results came up on this day. `None` if a code cannot carry the day, if the
    /// other person's items were not asked, or if too few of them were answered.
    pub fn of(instrument: &Instrument, answers: &Answers, day: i64) -> Option<Figures> {
        let is_known = (FIRST_DAY..FIRST_DAY + DAYS).contains(&day);
        if !is_known || instrument.scope != Scope::Full {
            return None;
        }
        let area = |area| Part::of(instrument, answers, Part::OF_AREA, |row| row.area == area);
        Some(Figures {
            items: ITEM_SET,
            perspective: instrument.perspective,
            day,
            accountability: Part::of(instrument, answers, Part::OF_SAME_ACTS, |row| {
                SAME_ACTS.contains(&row.id)
            })?,
            healing: area(Area::Healing),
            stability: area(Area::Stability),
        })
    }
}

/// Puts two people side by side. `None` if anything speaks against it; the reason is not given.
pub fn compare(mine: &Figures, theirs: &Figures) -> Option<Comparison> {
    let comparable = mine.items == theirs.items
        && mine.perspective != theirs.perspective
        && (mine.day - theirs.day).abs() <= DAYS_APART;
    let beside = |part: fn(&Figures) -> Option<Part>| [mine, theirs].map(|one| Some(part(one)?.value()));
    comparable.then(|| Comparison {
        accountability: beside(|one| Some(one.accountability)),
        gap: gap(mine.accountability, theirs.accountability),
        healing: beside(|one| one.healing),
        stability: beside(|one| one.stability),
    })
}

/// Difference between two parts, by the rule of [`certainty`].
fn gap(one: Part, other: Part) -> Gap {
    match certainty(one.0, other.0) {
        Some(Certainty::Clear) => Gap::Different,
        Some(Certainty::Possible) => Gap::Somewhat,
        None => Gap::Similar,
    }
}
