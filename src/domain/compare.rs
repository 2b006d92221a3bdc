//! Two people's looks side by side: what a code carries, when there may be one, and how far apart the two are.

use super::instrument::{AREA_NEEDS, CODES, Row};
use super::saved::ITEM_SET;
use super::score::Exact;
use super::session::Run;
use super::terms::{Area, Perspective, Scope};

/// The items about the same acts: one of the two did them, the other saw them.
const SAME_ACTS: [&str; 4] = ["A1", "A2", "A3", "A4"];
/// How many of these each must have answered.
const SAME_ACTS_NEEDED: usize = 3;
/// How many items an area has.
const AREA_ITEMS: usize = 6;
/// How far apart the days of two check-ins may be.
const DAYS_APART: i64 = 14;
/// The first day that a code can name, in days since 1970: 1 January 2026.
pub const FIRST_DAY: i64 = 20_454;
/// How many days a code can name: a hundred years.
pub const DAYS: i64 = 36_525;

/// How many items were answered, always enough for a number, and the sum of their keyed codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    sum: i64,
    answered: i64,
}

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
        (enough && (0..=CODES.max * answered).contains(&sum)).then_some(Part { sum, answered })
    }

    /// Sum of the keyed codes.
    pub fn sum(self) -> i64 {
        self.sum
    }

    /// How many items were answered.
    pub fn answered(self) -> i64 {
        self.answered
    }

    /// From 0 to 100.
    pub fn value(self) -> Exact {
        Exact::new(100 * self.sum, CODES.max * self.answered)
    }

    fn of(run: &Run, enough: (usize, usize), wanted: impl Fn(&Row) -> bool) -> Option<Part> {
        let definition = run.instrument.definition();
        let (mut sum, mut answered) = (0, 0);
        for at in definition.places() {
            if let (true, Some(keyed)) =
                (run.instrument.row(at).is_some_and(&wanted), definition.keyed(&run.answers, at))
            {
                sum += keyed;
                answered += 1;
            }
        }
        Part::checked(sum, answered, enough)
    }
}

impl Figures {
    /// What a code may carry of a run; `None` where there can be no code.
    pub fn of(run: &Run) -> Option<Figures> {
        let day = run.day.filter(|day| (FIRST_DAY..FIRST_DAY + DAYS).contains(day))?;
        if run.is_unsafe() || run.instrument.scope != Scope::Full {
            return None;
        }
        let area = |area| Part::of(run, Part::OF_AREA, |row| row.area == area);
        Some(Figures {
            items: ITEM_SET,
            perspective: run.instrument.perspective,
            day,
            accountability: Part::of(run, Part::OF_SAME_ACTS, |row| SAME_ACTS.contains(&row.id))?,
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

/// "Different" from T on, "similar" below half of it, T = 1.96 · √(480/k₁ + 480/k₂). Both sides are squared and freed of
/// their denominators, so that no root and no rounding is needed: with 1.96 = 49/25 and numbers of 25 · Σ/k points,
/// |25 · Σ₁/k₁ − 25 · Σ₂/k₂| ≥ T says 625² · (Σ₁k₂ − Σ₂k₁)² ≥ 49² · 480 · (k₁ + k₂) · k₁k₂.
fn gap(one: Part, other: Part) -> Gap {
    let apart = 625 * (one.sum * other.answered - other.sum * one.answered);
    let (apart, bound) =
        (apart * apart, 49 * 49 * 480 * (one.answered + other.answered) * one.answered * other.answered);
    if apart >= bound {
        Gap::Different
    } else if 4 * apart >= bound {
        Gap::Somewhat
    } else {
        Gap::Similar
    }
}
