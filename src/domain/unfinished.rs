//! A check-in that is not finished, as a reader may keep it for a day. How the reader feels is in none of it.

use super::answers::{Answer, Answers, Slot};
use super::instrument::{CODES, Instrument, Perspective, ROWS, Row, Scope};
use super::item::ItemIdx;
use super::saved::{DAY_MS, LAST_SEQUENCE, StoreError};

/// The most that are kept.
pub const MOST_UNFINISHED: usize = 10;
/// How long one is kept after its last change, in milliseconds: 24 hours.
pub const UNFINISHED_FOR: i64 = DAY_MS;

/// What is kept of a run that is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfinished {
    perspective: Perspective,
    scope: Scope,
    /// The question to go on with, by its place in [`ROWS`].
    at: u8,
    /// In the order of [`ROWS`]: small enough to travel in a message.
    given: [Slot; ROWS.len()],
}

/// Which record it is, and which writing of it: each one gives another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Place in the order of saving, from 1.
    pub sequence: i64,
    /// How often it was written, from 1.
    pub number: i64,
    /// When it was written last, by the clock of the device, in UTC milliseconds.
    pub saved: i64,
}

/// All that are kept, in the order of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnfinishedList(Vec<(Revision, Unfinished)>);

impl Unfinished {
    /// What is kept of the answers to an instrument, with the question to go on with.
    pub fn of(instrument: &Instrument, answers: &Answers, at: ItemIdx) -> Option<Unfinished> {
        let given = instrument.definition().places().filter_map(|at| {
            let id = instrument.row(at)?.id;
            Some((id, answers.get(at)?))
        });
        let Instrument { perspective, scope, .. } = *instrument;
        Unfinished::checked(perspective, scope, instrument.row(at)?.id, given)
    }

    /// What was read, if it is what can be kept of a check-in.
    pub fn checked<'a>(
        perspective: Perspective,
        scope: Scope,
        at: &str,
        answers: impl IntoIterator<Item = (&'a str, Answer)>,
    ) -> Option<Unfinished> {
        let mut rows = places(scope);
        let mut given = [Slot::OPEN; ROWS.len()];
        for (id, answer) in answers {
            // None that is not asked, none twice, and in their order.
            let (place, _) = rows.find(|(_, row)| row.id == id)?;
            *given.get_mut(place)? = Slot::holding(answer, CODES).ok()?;
        }
        let (at, _) = places(scope).find(|(_, row)| row.id == at)?;
        // Nobody comes to a question past one that is open.
        let passed = places(scope).take_while(|(place, _)| *place < at);
        if passed.into_iter().any(|(place, _)| given.get(place) == Some(&Slot::OPEN)) {
            return None;
        }
        Some(Unfinished { perspective, scope, at: at as u8, given })
    }

    /// Who answers.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// Which items are asked.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The id of the question to go on with.
    pub fn at(&self) -> &'static str {
        ROWS.get(usize::from(self.at)).map_or("", |row| row.id)
    }

    /// The answers so far, by the ids of their items, in the order in which they are asked.
    pub fn answers(&self) -> impl Iterator<Item = (&'static str, Answer)> {
        ROWS.iter().zip(self.given).filter_map(|(row, slot)| Some((row.id, slot.answer()?)))
    }
}

/// The rows that are asked, each with its place among all.
fn places(scope: Scope) -> impl Iterator<Item = (usize, &'static Row)> {
    ROWS.iter().enumerate().filter(move |(_, row)| scope.asks(row))
}

impl UnfinishedList {
    /// The list of these, if they are in the order of saving and not too many.
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

    /// What is left at a time. A date more than a day away on either side has expired: no clock, however wrong, keeps
    /// answers for long.
    #[must_use]
    pub fn at(&self, now: i64) -> UnfinishedList {
        let fresh =
            |(revision, _): &&(Revision, Unfinished)| now.abs_diff(revision.saved) <= UNFINISHED_FOR as u64;
        UnfinishedList(self.0.iter().filter(fresh).copied().collect())
    }

    /// The one of this very writing.
    pub fn get(&self, revision: Revision) -> Option<Unfinished> {
        self.0.iter().find(|(one, _)| *one == revision).map(|(_, unfinished)| *unfinished)
    }

    /// The list without the one of this very writing.
    #[must_use]
    pub fn without(&self, revision: Revision) -> UnfinishedList {
        UnfinishedList(self.0.iter().filter(|(one, _)| *one != revision).copied().collect())
    }

    /// The list with one more, or with another writing of the one that is there.
    ///
    /// # Errors
    /// `Gone`, where what it is to replace is not there, or was written by someone else since; `Full`, where the list has
    /// no room.
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
                // Which one it is does not change, and its place in the list neither.
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
