//! An unfinished check-in, saved for a day at most. How the reader feels is never saved.

use super::answers::{Answer, Answers, Slot};
use super::instrument::{CODES, Instrument, Perspective, ROWS, Row, Scope};
use super::item::ItemIdx;
use super::saved::{DAY_MS, LAST_SEQUENCE, StoreError};

/// Most unfinished check-ins that are saved.
pub const MOST_UNFINISHED: usize = 10;
/// Lifetime after the last change, in milliseconds: 24 hours.
pub const UNFINISHED_FOR: i64 = DAY_MS;

/// An unfinished run as it is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfinished {
    perspective: Perspective,
    scope: Scope,
    /// Index in [`ROWS`] of the question to go on with.
    at: u8,
    /// Answers in the order of [`ROWS`], small enough to travel in a message.
    given: [Slot; ROWS.len()],
}

/// Identity and version of an unfinished check-in; every write increments `number`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Place in the order of saving, from 1.
    pub sequence: i64,
    /// Version, from 1.
    pub number: i64,
    /// Time of the last write by the clock of the device, in UTC milliseconds.
    pub saved: i64,
}

/// All unfinished check-ins, in the order of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnfinishedList(Vec<(Revision, Unfinished)>);

impl Unfinished {
    /// Unfinished check-in of these answers; `at` is the question to go on with.
    pub fn of(instrument: &Instrument, answers: &Answers, at: ItemIdx) -> Option<Unfinished> {
        let given = instrument.definition().places().filter_map(|at| {
            let id = instrument.row(at)?.id;
            Some((id, answers.get(at)?))
        });
        let Instrument { perspective, scope, .. } = *instrument;
        Unfinished::checked(perspective, scope, instrument.row(at)?.id, given)
    }

    /// Validates data that was read; `None` if no check-in could have been saved like this.
    pub fn checked<'a>(
        perspective: Perspective,
        scope: Scope,
        at: &str,
        answers: impl IntoIterator<Item = (&'a str, Answer)>,
    ) -> Option<Unfinished> {
        let mut rows = places(scope);
        let mut given = [Slot::OPEN; ROWS.len()];
        for (id, answer) in answers {
            // Every item is asked, comes once, and comes in its order.
            let (place, _) = rows.find(|(_, row)| row.id == id)?;
            *given.get_mut(place)? = Slot::holding(answer, CODES).ok()?;
        }
        let (at, _) = places(scope).find(|(_, row)| row.id == at)?;
        // A reader cannot get past an open question.
        let passed = places(scope).take_while(|(place, _)| *place < at);
        if passed.into_iter().any(|(place, _)| given.get(place) == Some(&Slot::OPEN)) {
            return None;
        }
        Some(Unfinished { perspective, scope, at: at as u8, given })
    }

    /// The perspective of the reader.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// The scope.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Id of the question to go on with.
    pub fn at(&self) -> &'static str {
        ROWS.get(usize::from(self.at)).map_or("", |row| row.id)
    }

    /// The answers so far with the ids of their items, in the order of the questions.
    pub fn answers(&self) -> impl Iterator<Item = (&'static str, Answer)> {
        ROWS.iter().zip(self.given).filter_map(|(row, slot)| Some((row.id, slot.answer()?)))
    }
}

/// The rows that are asked, each with its index in [`ROWS`].
fn places(scope: Scope) -> impl Iterator<Item = (usize, &'static Row)> {
    ROWS.iter().enumerate().filter(move |(_, row)| scope.asks(row))
}

impl UnfinishedList {
    /// List of these records; `None` if they are out of order or too many.
    pub fn of(records: Vec<(Revision, Unfinished)>) -> Option<UnfinishedList> {
        let in_order = records.is_sorted_by(|(before, _), (after, _)| before.sequence < after.sequence);
        let bounds = 1..=LAST_SEQUENCE;
        let bounded = records
            .iter()
            .all(|(revision, _)| bounds.contains(&revision.sequence) && bounds.contains(&revision.number));
        (in_order && bounded && records.len() <= MOST_UNFINISHED).then_some(UnfinishedList(records))
    }

    /// The records, in the order of saving.
    pub fn records(&self) -> &[(Revision, Unfinished)] {
        &self.0
    }

    /// The list without what has expired by a given time. A record dated more than a day away, in the past or in the
    /// future, has expired: no clock, however wrong, keeps answers for long.
    #[must_use]
    pub fn at(&self, now: i64) -> UnfinishedList {
        let fresh =
            |(revision, _): &&(Revision, Unfinished)| now.abs_diff(revision.saved) <= UNFINISHED_FOR as u64;
        UnfinishedList(self.0.iter().filter(fresh).copied().collect())
    }

    /// Finds the check-in at exactly this revision.
    pub fn get(&self, revision: Revision) -> Option<Unfinished> {
        self.0.iter().find(|(one, _)| *one == revision).map(|(_, unfinished)| *unfinished)
    }

    /// Removes the check-in at exactly this revision.
    #[must_use]
    pub fn without(&self, revision: Revision) -> UnfinishedList {
        UnfinishedList(self.0.iter().filter(|(one, _)| *one != revision).copied().collect())
    }

    /// Adds an unfinished check-in, or a new revision of one.
    ///
    /// # Errors
    /// `Gone` if the revision to be replaced is no longer there, or no longer the latest; `Full` if there is no room.
    pub fn with(
        &self,
        unfinished: Unfinished,
        replaces: Option<Revision>,
        now: i64,
    ) -> Result<(UnfinishedList, Revision), StoreError> {
        let mut records = self.at(now).0;
        let revision = match replaces {
            Some(before) => {
                let place = records.iter().position(|(one, _)| *one == before).ok_or(StoreError::Gone)?;
                records.remove(place);
                // Its identity and its place in the list stay the same.
                let revision = Revision { number: before.number + 1, saved: now, ..before };
                records.insert(place, (revision, unfinished));
                revision
            }
            None => {
                let last = records.last().map_or(0, |(revision, _)| revision.sequence);
                let revision = Revision { sequence: last + 1, number: 1, saved: now };
                records.push((revision, unfinished));
                revision
            }
        };
        Ok((UnfinishedList::of(records).ok_or(StoreError::Full)?, revision))
    }
}
