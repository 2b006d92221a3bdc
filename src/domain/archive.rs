//! The archive: all saved check-ins, in the order of saving, for ninety days.

use super::content::{Content, FIRST_LIST, LAST_LIST};
use super::saved::{LAST_SEQUENCE, Mark, Record, StoreError};
use super::saved::{MOST_LOADED, MOST_SAVED, SAVED_FOR};
use super::terms::Perspective;

/// All saved check-ins, in the order of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive(Vec<Record>);

/// Counts of what happened to the check-ins of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Added.
    pub added: usize,
    /// Already saved.
    pub known: usize,
    /// Left out, because older than ninety days.
    pub expired: usize,
}

impl Archive {
    /// Archive of these records; `None` if they are out of order or too many.
    pub fn of(records: Vec<Record>) -> Option<Archive> {
        let sequence = |record: &Record| record.mark.sequence;
        let in_order = records.is_sorted_by(|before, after| sequence(before) < sequence(after));
        let bounded = records.iter().all(|record| (1..=LAST_SEQUENCE).contains(&sequence(record)));
        (in_order && bounded && records.len() <= MOST_SAVED).then_some(Archive(records))
    }

    /// The check-ins, in the order of saving.
    pub fn records(&self) -> &[Record] {
        &self.0
    }

    /// The archive without what has expired by a given time. Nothing expires if the clock was set back.
    #[must_use]
    pub fn at(&self, now: i64) -> Archive {
        let age = |record: &Record| now.saturating_sub(record.mark.saved);
        Archive(self.0.iter().filter(|record| age(record) <= SAVED_FOR).cloned().collect())
    }

    /// Adds a check-in, or replaces one if it is still there.
    ///
    /// # Errors
    /// `Full` if there is no room.
    pub fn with(
        &self,
        content: Content,
        replaces: Option<Mark>,
        now: i64,
    ) -> Result<(Archive, Mark), StoreError> {
        let mut records = self.at(now).0;
        if let Some(at) = replaces.and_then(|mark| place(&records, mark)) {
            let record = &mut records[at];
            record.content = content;
            let mark = record.mark;
            return Ok((Archive(records), mark));
        }
        if records.len() >= MOST_SAVED {
            return Err(StoreError::Full);
        }
        if last_sequence(&records) >= LAST_SEQUENCE {
            renumber(&mut records);
        }
        let mark = Mark { sequence: last_sequence(&records) + 1, saved: now };
        records.push(Record { mark, content });
        Ok((Archive(records), mark))
    }

    /// Groups of check-ins of one perspective and one list, each in the order of saving; the group with the latest
    /// check-in comes first.
    pub fn groups(&self) -> Vec<Vec<&Record>> {
        let mut groups: Vec<Vec<&Record>> = Vec::new();
        for record in self.0.iter().rev() {
            let of = |group: &&mut Vec<&Record>| group[0].content.belongs_with(&record.content);
            match groups.iter_mut().find(of) {
                Some(group) => group.push(record),
                None => groups.push(vec![record]),
            }
        }
        groups.iter_mut().for_each(|group| group.reverse());
        groups
    }

    /// Finds the check-in with this mark, if it is still there.
    pub fn find(&self, mark: Mark) -> Option<&Record> {
        place(&self.0, mark).and_then(|at| self.0.get(at))
    }

    /// The archive for a file, without the answers or the notes that the reader leaves out.
    #[must_use]
    pub fn for_file(&self, answers: bool, notes: bool) -> Archive {
        let less =
            |record: &Record| Record { content: record.content.for_file(answers, notes), mark: record.mark };
        Archive(self.0.iter().map(less).collect())
    }

    /// Earlier check-ins that this one can be compared with, in the order of saving.
    pub fn before(&self, this: &Record) -> Vec<&Record> {
        let earlier = |record: &&Record| {
            record.mark.sequence < this.mark.sequence && record.content.belongs_with(&this.content)
        };
        self.0.iter().filter(earlier).collect()
    }

    /// The mark that a check-in would get if it were saved now.
    pub fn next_mark(&self, now: i64) -> Mark {
        Mark { sequence: last_sequence(&self.0) + 1, saved: now }
    }

    /// Number of the list that a perspective used last.
    pub fn last_list(&self, perspective: Perspective) -> i64 {
        let mut of = self.0.iter().rev().filter(|record| record.content.perspective() == perspective);
        of.next().map_or(FIRST_LIST, |record| record.content.list())
    }

    /// Number of a new list: the lowest that no check-in of this perspective has. `None` if no more lists are possible.
    pub fn new_list(&self, perspective: Perspective) -> Option<i64> {
        let of = |list: &i64| {
            self.0.iter().any(|one| one.content.perspective() == perspective && one.content.list() == *list)
        };
        (FIRST_LIST..=LAST_LIST).find(|list| !of(list))
    }

    /// Merges the check-ins of a file. Those that are already saved stay as they are, but gain answers and a note that
    /// only the file has. Both sides keep their own order; the clock decides between the two, and the places in the
    /// order of saving are numbered anew. What a file dates in days to come is saved as of now: otherwise it would not
    /// expire in its time.
    ///
    /// # Errors
    /// `Full` if there is no room for all of them, and for some to save after them. Then nothing is added.
    pub fn merged(&self, file: &Archive, now: i64) -> Result<(Archive, Loaded), StoreError> {
        let mut here = self.at(now).0;
        let there = file.at(now).0;
        let expired = file.0.len() - there.len();
        let mut found = vec![false; here.len()];
        let mut claims = |record: &Record, is: fn(&Record, &Record) -> bool| {
            let free = here.iter().zip(&found).position(|(known, found)| !found && is(known, record));
            let Some((known, found)) = free.and_then(|at| here.get_mut(at).zip(found.get_mut(at))) else {
                return false;
            };
            known.content = known.content.clone().completed_by(&record.content);
            *found = true;
            true
        };
        // Exact matches come first, so that none of them is taken by a similar record.
        let left = there.iter().filter(|record| !claims(record, Record::is)).collect::<Vec<_>>();
        let as_of_now = |record: &Record| {
            let Record { mark, content } = record.clone();
            Record { mark: Mark { saved: mark.saved.min(now), ..mark }, content }
        };
        let left = left.into_iter().map(as_of_now);
        let new: Vec<Record> = left.filter(|record| !claims(record, Record::is_like)).collect();
        let loaded = Loaded { added: new.len(), known: there.len() - new.len(), expired };
        if new.is_empty() {
            return Ok((Archive(here), loaded));
        }
        if here.len() + new.len() > MOST_LOADED {
            return Err(StoreError::Full);
        }
        let mut records = in_one_order(here, new);
        renumber(&mut records);
        Ok((Archive(records), loaded))
    }
}

/// The last place in the order of saving; 0 in an empty list.
fn last_sequence(records: &[Record]) -> i64 {
    records.last().map_or(0, |record| record.mark.sequence)
}

/// Numbers the places in the order of saving from 1 on.
fn renumber(records: &mut [Record]) {
    for (record, sequence) in records.iter_mut().zip(1..) {
        record.mark.sequence = sequence;
    }
}

/// Index of the check-in with this mark. A file loaded in the meantime may have renumbered it.
fn place(records: &[Record], mark: Mark) -> Option<usize> {
    let of = |wanted: &dyn Fn(&Mark) -> bool| records.iter().position(|record| wanted(&record.mark));
    of(&|known| *known == mark).or_else(|| of(&|known| known.saved == mark.saved))
}

fn in_one_order(here: Vec<Record>, new: Vec<Record>) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::with_capacity(here.len() + new.len());
    let (mut here, mut new) = (here.into_iter().peekable(), new.into_iter().peekable());
    loop {
        let from_here = match (here.peek(), new.peek()) {
            (Some(here), Some(new)) => here.mark.saved <= new.mark.saved,
            (here, _) => here.is_some(),
        };
        let Some(record) = (if from_here { here.next() } else { new.next() }) else { return records };
        records.push(record);
    }
}
