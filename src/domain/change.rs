//! How two check-ins of one person differ, area by area: bigger than chance, perhaps, or too close to tell.
//!
//! Their order is the order of saving. The clock only says how much time lies between, and a clock that was set
//! back says nothing.

use std::cmp::Ordering;

use super::saved::{AreaSum, Record};
use super::terms::Area;

const DAY: i64 = 24 * 60 * 60 * 1000;
/// Two check-ins need this many days between them: each looks back on four weeks.
pub const LEAST_DAYS: i64 = 14;
/// With fewer days than this between them they are taken close together.
pub const CLOSE_DAYS: i64 = 28;
/// How many of the same items must be answered both times.
pub const LEAST_SAME: usize = 4;

/// What lies between two check-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The clock was set back: nobody knows.
    Unknown,
    /// Too few days, so many of them.
    TooShort(i64),
    /// Enough, but taken close together.
    Close,
    /// Four weeks or more.
    Wide,
}

/// How sure it is that there is a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Bigger than chance alone would often make.
    Clear,
    /// It may be chance: that does this about one time in three.
    Possible,
}

/// How an area changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Higher than before.
    Higher(Sure),
    /// Lower than before.
    Lower(Sure),
    /// Too close to tell apart.
    Same,
    /// Not to be compared.
    None(Why),
}

/// Why an area cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The clock was set back between the two.
    ClockSetBack,
    /// So few days lie between.
    TooSoon(i64),
    /// One of the two has no number.
    NotScored,
    /// Only so many of the same items were answered both times.
    FewSame(usize),
}

/// What became of a person's areas between two check-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What lies between.
    pub gap: Gap,
    /// Each area that the later one shows.
    pub areas: Vec<(Area, Verdict)>,
}

impl Gap {
    /// Between the first moment and the second, in UTC milliseconds.
    pub fn between(earlier: i64, later: i64) -> Gap {
        match later.saturating_sub(earlier) {
            ..0 => Gap::Unknown,
            short if short < LEAST_DAYS * DAY => Gap::TooShort(short / DAY),
            near if near < CLOSE_DAYS * DAY => Gap::Close,
            _ => Gap::Wide,
        }
    }
}

impl Change {
    /// From the one that was saved earlier to the later one, in whatever order they are given. `None` where they are not of one
    /// perspective and one list.
    pub fn between(one: &Record, other: &Record) -> Option<Change> {
        let [earlier, later] =
            if one.mark.sequence <= other.mark.sequence { [one, other] } else { [other, one] };
        if !earlier.content.belongs_with(&later.content) {
            return None;
        }
        let gap = Gap::between(earlier.mark.saved, later.mark.saved);
        let before = |area: Area| earlier.content.areas().iter().find(|sum| sum.area == area);
        let areas = later.content.areas().iter();
        let areas = areas.map(|after| (after.area, verdict(gap, before(after.area), after))).collect();
        Some(Change { gap, areas })
    }

    /// Whether any area is lower than before.
    pub fn has_fall(&self) -> bool {
        self.areas.iter().any(|(_, verdict)| matches!(verdict, Verdict::Lower(_)))
    }
}

fn verdict(gap: Gap, before: Option<&AreaSum>, after: &AreaSum) -> Verdict {
    let before = match (gap, before) {
        (Gap::Unknown, _) => return Verdict::None(Why::ClockSetBack),
        (Gap::TooShort(days), _) => return Verdict::None(Why::TooSoon(days)),
        (_, Some(before)) if before.value().is_some() && after.value().is_some() => before,
        _ => return Verdict::None(Why::NotScored),
    };
    let same = after.answered.iter().filter(|id| before.answered.contains(id)).count();
    if same < LEAST_SAME {
        return Verdict::None(Why::FewSame(same));
    }
    let of = |sum: &AreaSum| (sum.sum, sum.answered.len() as i64);
    difference(of(before), of(after))
}

/// Compares two areas, each a sum of keyed codes and how many answers it is made of.
///
/// The numbers are 25·Σ/k, so their difference is 25·d/(k₁·k₂) with d = Σ₂k₁ − Σ₁k₂. The threshold is
/// T = 1.96·√(480/k₁ + 480/k₂), so T² = 1843.968·(k₁ + k₂)/(k₁·k₂). Squared and multiplied out, |Δ| ≥ T is
/// 625000·d² ≥ 1843968·(k₁ + k₂)·k₁·k₂, all in whole numbers; for T/2 the left side counts four times.
fn difference((sum, count): (i64, i64), (later_sum, later_count): (i64, i64)) -> Verdict {
    let by = later_sum * count - sum * later_count;
    let square = 625_000 * by * by;
    let threshold = 1_843_968 * (count + later_count) * count * later_count;
    let sure = match square {
        clear if clear >= threshold => Sure::Clear,
        possible if 4 * possible >= threshold => Sure::Possible,
        _ => return Verdict::Same,
    };
    match by.cmp(&0) {
        Ordering::Greater => Verdict::Higher(sure),
        _ => Verdict::Lower(sure),
    }
}
