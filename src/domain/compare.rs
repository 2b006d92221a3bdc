//! Two people's looks side by side: what a code carries, when there may be one, and how far apart the two are.

use super::answers::Answers;
use super::chance::{Certainty, certainty};
use super::instrument::{AREA_ITEMS, AREA_NEEDS, CODES, ITEM_SET, Instrument, Row};
use super::score::{Exact, KeyedSum, pomp};
use super::terms::{Area, Perspective, Scope};

/// The items about the same acts: one of the two did them, the other saw them.
const SAME_ACTS: [&str; 4] = ["A1", "A2", "A3", "A4"];
/// How many of these each must have answered.
const SAME_ACTS_NEEDED: usize = 3;
/// How far apart the days of two check-ins may be.
const DAYS_APART: i64 = 14;
/// The first day that a code can name, in days since 1970: 1 January 2026.
pub const FIRST_DAY: i64 = 20_454;
/// How many days a code can name: a hundred years.
pub const DAYS: i64 = 36_525;

/// How many items were answered, always enough for a number, and the sum of their keyed codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(KeyedSum);

/// What a code carries of a check-in, and all that it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The version of the items.
    pub items: i64,
    /// Who answered.
    pub perspective: Perspective,
    /// The UTC day of the results, in days since 1970.
    pub day: i64,
    /// Accountability, from the items about the same acts.
    pub accountability: Part,
    /// Emotional healing, where enough was answered.
    pub healing: Option<Part>,
    /// Stability, where enough was answered.
    pub stability: Option<Part>,
}

/// How far two numbers are apart. None of them says who is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Less than half of what chance alone would often make.
    Similar,
    /// Less than that.
    Somewhat,
    /// That or more.
    Different,
}

/// One area as the two see it: the reader's number, then the other person's.
pub type Beside = [Option<Exact>; 2];

/// Two check-ins side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Accountability, from the items about the same acts.
    pub accountability: Beside,
    /// How far apart these two are. The other areas are about each person's own days, and have no such word.
    pub gap: Gap,
    /// Emotional healing.
    pub healing: Beside,
    /// Stability.
    pub stability: Beside,
}

/// Why the text of a code cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// There is none.
    Empty,
    /// The end is missing.
    Short,
    /// At least one digit is not what it was.
    Altered,
    /// It is something else.
    Foreign,
    /// It comes from a newer version.
    Newer,
}

impl Part {
    /// Numbers of answers that are enough of the items about the same acts.
    pub const OF_SAME_ACTS: (usize, usize) = (SAME_ACTS_NEEDED, SAME_ACTS.len());
    /// Numbers of answers that are enough of an area.
    pub const OF_AREA: (usize, usize) = (AREA_NEEDS, AREA_ITEMS);

    /// A sum over this many answers, if both can be and the answers are enough.
    pub fn checked(sum: i64, answered: i64, (least, most): (usize, usize)) -> Option<Part> {
        let enough = (least as i64..=most as i64).contains(&answered);
        (enough && (0..=CODES.max * answered).contains(&sum)).then_some(Part(KeyedSum { sum, answered }))
    }

    /// Sum of the keyed codes.
    pub fn sum(self) -> i64 {
        self.0.sum
    }

    /// How many items were answered.
    pub fn answered(self) -> i64 {
        self.0.answered
    }

    /// From 0 to 100.
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

/// The two side by side. `None` for whatever speaks against it: nobody is told what that is.
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

/// How far apart two parts are, by the rule of [`certainty`].
fn gap(one: Part, other: Part) -> Gap {
    match certainty(one.0, other.0) {
        Some(Certainty::Clear) => Gap::Different,
        Some(Certainty::Possible) => Gap::Somewhat,
        None => Gap::Similar,
    }
}
