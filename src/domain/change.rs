//! How two check-ins of one person differ, area by area: bigger than chance, perhaps, or too close to tell.
//!
//! Their order is the order of saving. The clock only says how much time lies between, and a clock that was set
//! back says nothing.

use super::chance::{Certainty, certainty};
use super::content::AreaSum;
use super::saved::{DAY_MS, Record};
use super::terms::Area;

/// Two check-ins need this many days between them: each looks back on four weeks.
pub const LEAST_DAYS: i64 = 14;
/// With fewer days than this between them they are taken close together.
pub const CLOSE_DAYS: i64 = 28;
/// How many of the same items must be answered both times.
pub const LEAST_SAME: usize = 4;

/// What lies between two check-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// The clock was set back: nobody knows.
    Unknown,
    /// Too few days, so many of them.
    TooShort(i64),
    /// Enough, but taken close together.
    Close,
    /// Four weeks or more.
    Wide,
}

/// How an area changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Higher than before.
    Higher(Certainty),
    /// Lower than before.
    Lower(Certainty),
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
    pub interval: Interval,
    /// Each area that the later one shows.
    pub areas: Vec<(Area, Verdict)>,
}

impl Interval {
    /// Between the first moment and the second, in UTC milliseconds.
    pub fn between(earlier: i64, later: i64) -> Interval {
        match later.saturating_sub(earlier) {
            ..0 => Interval::Unknown,
            short if short < LEAST_DAYS * DAY_MS => Interval::TooShort(short / DAY_MS),
            near if near < CLOSE_DAYS * DAY_MS => Interval::Close,
            _ => Interval::Wide,
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
        let interval = Interval::between(earlier.mark.saved, later.mark.saved);
        let before = |area: Area| earlier.content.areas().iter().find(|sum| sum.area == area);
        let areas = later.content.areas().iter();
        let areas = areas.map(|after| (after.area, verdict(interval, before(after.area), after))).collect();
        Some(Change { interval, areas })
    }

    /// Whether any area is lower than before.
    pub fn has_fall(&self) -> bool {
        self.areas.iter().any(|(_, verdict)| matches!(verdict, Verdict::Lower(_)))
    }
}

fn verdict(interval: Interval, before: Option<&AreaSum>, after: &AreaSum) -> Verdict {
    let before = match (interval, before) {
        (Interval::Unknown, _) => return Verdict::None(Why::ClockSetBack),
        (Interval::TooShort(days), _) => return Verdict::None(Why::TooSoon(days)),
        (_, Some(before)) if before.value().is_some() && after.value().is_some() => before,
        _ => return Verdict::None(Why::NotScored),
    };
    let same = after.answered.iter().filter(|id| before.answered.contains(id)).count();
    if same < LEAST_SAME {
        return Verdict::None(Why::FewSame(same));
    }
    let (before, after) = (before.keyed(), after.keyed());
    match certainty(before, after) {
        None => Verdict::Same,
        Some(certainty) if after.mean() > before.mean() => Verdict::Higher(certainty),
        Some(certainty) => Verdict::Lower(certainty),
    }
}
