//! What a reader asks to keep of a check-in, and the list of it. How the reader feels is in none of it.

use std::rc::Rc;

use super::answers::Answer;
use super::definition::ItemIdx;
use super::instrument::{AREA_NEEDS, CODES, Instrument, ROWS};
use super::partial::{Partial, Partials, Revision};
use super::score::Exact;
use super::session::Run;
use super::terms::{Area, Perspective, Scope};

/// The version of the items. Another list of items, or another meaning of one, is another version.
pub const ITEM_SET: i64 = 1;
/// The most check-ins that are kept.
pub const MOST: usize = 1000;
/// How long a check-in is kept, in milliseconds: 90 days.
pub const KEPT_FOR: i64 = 90 * 24 * 60 * 60 * 1000;
/// The highest number in the order of saving.
pub const LAST_SEQUENCE: i64 = 1_000_000_000;

/// What was answered in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSum {
    /// The area.
    pub area: Area,
    /// Sum of the keyed codes.
    pub sum: i64,
    /// Ids of the items that were answered, in the order in which they are asked.
    pub answered: Vec<&'static str>,
}

/// What is kept of one check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    perspective: Perspective,
    scope: Scope,
    areas: Vec<AreaSum>,
    answers: Option<Vec<(&'static str, Answer)>>,
}

/// Which record it is: its place in the order of saving, which no clock can change, and the UTC time by the
/// clock of the device, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Place in the order of saving, from 1.
    pub sequence: i64,
    /// When, if the clock was right.
    pub saved: i64,
}

/// A check-in that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which one.
    pub mark: Mark,
    /// What is kept.
    pub content: Content,
}

/// All check-ins that are kept, in the order of saving.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive(Vec<Record>);

/// Why nothing was saved, or why what is there cannot be shown. What was there before stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser lets nothing be saved here.
    Blocked,
    /// There is no more room.
    Full,
    /// What is there cannot be read.
    Corrupt,
    /// It comes from a newer version.
    NewerVersion,
    /// What was to be changed is not there any more, or was changed by someone else.
    Gone,
    /// Someone said that this is a shared device.
    Shared,
}

/// What the reader asks of the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// See what is saved.
    Look,
    /// Save a check-in, in the place of one that the same run saved before.
    Save(Content, Option<Mark>),
    /// A file of one check-in.
    Download(Content),
    /// A file of all that is saved.
    DownloadAll,
    /// A file of what cannot be read, as it is.
    DownloadUnread,
    /// Erase everything.
    Erase,
    /// Keep a check-in that is not finished, in the place of what the same run kept before.
    Keep(Partial, Option<Revision>),
    /// Erase one that is not finished.
    Drop(Revision),
    /// Go on with one that is not finished.
    Resume(Revision),
    /// Erase everything, and save nothing any more: others use the device too.
    Share,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is saved.
    Saved(Mark),
    /// A file was made; its text, for browsers that refuse files.
    Made(Rc<str>),
    /// Nothing of ours is there any more.
    Erased,
    /// It is kept, in this writing.
    Kept(Revision),
    /// It is not kept any more.
    Dropped,
    /// It is there to go on with, in this writing.
    Resumed(Revision, Partial),
    /// Nothing of ours is there but the mark of a shared device.
    Shared,
}

/// What is saved on the device, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// What can be read.
    pub archive: Archive,
    /// Check-ins that are not finished.
    pub partials: Partials,
    /// Whether someone said that this is a shared device.
    pub shared: bool,
    /// Whether something is there that cannot be read.
    pub unread: bool,
    /// What is wrong, if anything.
    pub trouble: Option<StoreError>,
    /// Whether the reader asked for nothing but to look.
    pub looked: bool,
    /// What became of the last request.
    pub done: Option<Done>,
}

impl AreaSum {
    /// The score of the area, where enough was answered.
    pub fn value(&self) -> Option<Exact> {
        let answered = self.answered.len();
        let most = CODES.max * answered as i64;
        (answered >= AREA_NEEDS).then(|| Exact::new(100 * self.sum, most))
    }

    fn is_sound(&self) -> bool {
        let place = |id: &&str| ROWS.iter().position(|row| row.id == *id && row.area == self.area);
        let places: Option<Vec<usize>> = self.answered.iter().map(place).collect();
        let in_order = places.is_some_and(|places| places.is_sorted_by(|before, after| before < after));
        in_order && (0..=CODES.max * self.answered.len() as i64).contains(&self.sum)
    }
}

impl Content {
    /// What is kept of a run: the sums of its areas, and the answers only where the reader wants that.
    pub fn of(run: &Run, keep_answers: bool) -> Content {
        let Instrument { perspective, scope, .. } = *run.instrument;
        let given = (0..run.instrument.len()).map(ItemIdx);
        let answers: Vec<(&'static str, Answer)> =
            given.filter_map(|at| Some((run.instrument.row(at)?.id, run.answers.get(at)?))).collect();
        let areas = sums(scope, &answers);
        Content { perspective, scope, areas, answers: keep_answers.then_some(answers) }
    }

    /// What was read, if it is what a check-in can be.
    pub fn checked(
        perspective: Perspective,
        scope: Scope,
        areas: Vec<AreaSum>,
        answers: Option<Vec<(&'static str, Answer)>>,
    ) -> Option<Content> {
        let complete = areas.iter().map(|sum| sum.area).eq(scope.areas().iter().copied());
        let sound = areas.iter().all(|sum| sum.is_sound() && asks_all(scope, &sum.answered));
        let fits = answers.as_ref().is_none_or(|answers| {
            let ids: Vec<&str> = answers.iter().map(|(id, _)| *id).collect();
            let codes = answers.iter().all(|(_, answer)| match answer {
                Answer::Chosen(code) => CODES.contains(*code),
                Answer::Skipped => true,
            });
            codes && asks_all(scope, &ids) && sums(scope, answers) == areas
        });
        (complete && sound && fits).then_some(Content { perspective, scope, areas, answers })
    }

    /// Who answered.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// Which items were asked.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The areas, in the order in which they are shown.
    pub fn areas(&self) -> &[AreaSum] {
        &self.areas
    }

    /// The answers, where the reader kept them.
    pub fn answers(&self) -> Option<&[(&'static str, Answer)]> {
        self.answers.as_deref()
    }
}

/// Whether these are items that are asked, in their order, none twice.
fn asks_all(scope: Scope, ids: &[&str]) -> bool {
    let mut asked = scope.rows();
    ids.iter().all(|id| asked.any(|row| row.id == *id))
}

fn sums(scope: Scope, answers: &[(&'static str, Answer)]) -> Vec<AreaSum> {
    let of = |area: Area| {
        let mut sum = AreaSum { area, sum: 0, answered: Vec::new() };
        for row in ROWS.iter().filter(|row| row.area == area) {
            if let Some((_, Answer::Chosen(code))) = answers.iter().find(|(id, _)| *id == row.id) {
                sum.answered.push(row.id);
                sum.sum += row.keying.key(*code, CODES);
            }
        }
        sum
    };
    scope.areas().iter().copied().map(of).collect()
}

impl Archive {
    /// The list of these, if they are in the order of saving and not too many.
    pub fn of(records: Vec<Record>) -> Option<Archive> {
        let sequence = |record: &Record| record.mark.sequence;
        let in_order = records.is_sorted_by(|before, after| sequence(before) < sequence(after));
        let bounded = records.iter().all(|record| (1..=LAST_SEQUENCE).contains(&sequence(record)));
        (in_order && bounded && records.len() <= MOST).then_some(Archive(records))
    }

    /// The check-ins, in the order of saving.
    pub fn records(&self) -> &[Record] {
        &self.0
    }

    /// What is left at a time. A clock that was set back lets nothing expire.
    #[must_use]
    pub fn at(&self, now: i64) -> Archive {
        let age = |record: &Record| now.saturating_sub(record.mark.saved);
        Archive(self.0.iter().filter(|record| age(record) <= KEPT_FOR).cloned().collect())
    }

    /// The list with one more, or with another in the place of the one it replaces, if that is still there.
    ///
    /// # Errors
    /// `Full`, where the list has no room.
    pub fn with(
        &self,
        content: Content,
        replaces: Option<Mark>,
        now: i64,
    ) -> Result<(Archive, Mark), StoreError> {
        let mut records = self.at(now).0;
        if let Some(record) = records.iter_mut().find(|record| Some(record.mark) == replaces) {
            record.content = content;
            let mark = record.mark;
            return Ok((Archive(records), mark));
        }
        let last = records.last().map_or(0, |record| record.mark.sequence);
        if records.len() >= MOST || last >= LAST_SEQUENCE {
            return Err(StoreError::Full);
        }
        let mark = Mark { sequence: last + 1, saved: now };
        records.push(Record { mark, content });
        Ok((Archive(records), mark))
    }
}
