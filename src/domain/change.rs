//! Change between two check-ins of one person, area by area.
//!
//! Check-ins are ordered by saving. The clock only gives the time between them; if it was set back, that time is
//! unknown.

use super::chance::{Certainty, certainty};
use super::content::AreaSum;
use super::saved::{DAY_MS, Record};
use super::terms::Area;

/// Least number of days between two check-ins: each one looks back on four weeks.
pub const LEAST_DAYS: i64 = 14;
/// Two check-ins with fewer days than this between them count as close together.
pub const CLOSE_DAYS: i64 = 28;
/// Least number of the same items that must be answered both times.
pub const LEAST_SAME: usize = 4;

/// Time between two check-ins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// Unknown, because the clock was set back.
    Unknown,
    /// Too short; carries the number of days.
    TooShort(i64),
    /// Long enough, but close together.
    Close,
    /// Four weeks or more.
    Wide,
}

/// Change of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Higher than before.
    Higher(Certainty),
    /// Lower than before.
    Lower(Certainty),
    /// Too close to tell apart.
    Same,
    /// No comparison is possible.
    None(Why),
}

/// Why an area cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The clock was set back between the two.
    ClockSetBack,
    /// Too little time lies between; carries the number of days.
    TooSoon(i64),
    /// One of the two has no number.
    NotScored,
    /// Too few of the same items were answered both times; carries their number.
    FewSame(usize),
}

/// Change of a person's areas between two check-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Time between the two.
    pub interval: Interval,
    /// Verdict for each area that the later check-in shows.
    pub areas: Vec<(Area, Verdict)>,
}

impl Interval {
    /// Interval from an earlier to a later time, both in UTC milliseconds.
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
    /// Change from the record saved earlier to the one saved later, whichever is given first. `None` if they differ in
    /// perspective or list.
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
