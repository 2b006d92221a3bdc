//! Contents of a saved check-in: sums, answers, note, list. The words of the check-in are in the folder content/.

use std::rc::Rc;

use super::answers::{Answer, Answers};
use super::instrument::{AREA_NEEDS, CODES, Instrument, ROWS, Row};
use super::score::{Exact, KeyedSum, pomp};
use super::terms::{Area, Perspective, Scope};

/// The first list of a reader.
pub const FIRST_LIST: i64 = 1;
/// Highest number of a list.
pub const LAST_LIST: i64 = 99;
/// Longest note, in characters.
pub const LONGEST_NOTE: usize = 280;

/// Answered items of one area and the sum of their keyed codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaSum {
    /// The area.
    pub area: Area,
    /// Sum of the keyed codes.
    pub sum: i64,
    /// Ids of the answered items, in the order of the questions.
    pub answered: Vec<&'static str>,
}

/// Content of a saved check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    perspective: Perspective,
    scope: Scope,
    list: i64,
    areas: Vec<AreaSum>,
    answers: Option<Vec<(&'static str, Answer)>>,
    note: Option<Rc<str>>,
}

impl AreaSum {
    /// Sum and number of answers.
    pub fn keyed(&self) -> KeyedSum {
        KeyedSum { sum: self.sum, answered: self.answered.len() as i64 }
    }

    /// Score of the area, from 0 to 100; `None` if too few items were answered.
    pub fn value(&self) -> Option<Exact> {
        let is_enough = self.answered.len() >= AREA_NEEDS;
        self.keyed().mean().filter(|_| is_enough).map(|mean| pomp(mean, CODES))
    }

    fn is_sound(&self) -> bool {
        let ours = |id: &&str| ROWS.iter().any(|row| row.id == *id && row.area == self.area);
        self.answered.iter().all(ours) && (0..=CODES.max * self.answered.len() as i64).contains(&self.sum)
    }
}

impl Content {
    /// Content of a finished check-in: the sums of its areas, and the answers only if the reader wants them saved.
    pub fn of(instrument: &Instrument, answers: &Answers, keep_answers: bool) -> Content {
        let Instrument { perspective, scope, .. } = *instrument;
        let given = instrument.definition().places();
        let answers: Vec<(&'static str, Answer)> =
            given.filter_map(|at| Some((instrument.row(at)?.id, answers.get(at)?))).collect();
        let areas = sums(scope, &answers);
        Content {
            perspective,
            scope,
            list: FIRST_LIST,
            areas,
            answers: keep_answers.then_some(answers),
            note: None,
        }
    }

    /// Validates data that was read; `None` if no check-in could have produced it.
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
        let content = Content { perspective, scope, list: FIRST_LIST, areas, answers, note: None };
        (complete && sound && fits).then_some(content)
    }

    /// Moves the check-in to another list. An invalid number is ignored.
    #[must_use]
    pub fn in_list(self, list: i64) -> Content {
        if is_list(list) { Content { list, ..self } } else { self }
    }

    /// Adds a note, cut to [`LONGEST_NOTE`]. White space alone is no note.
    #[must_use]
    pub fn noting(self, note: &str) -> Content {
        let note: String = note.trim().chars().take(LONGEST_NOTE).collect();
        let note = note.trim_end();
        Content { note: (!note.is_empty()).then(|| note.into()), ..self }
    }

    /// Copy for a file, with the answers and the note only if the reader wants them in it.
    #[must_use]
    pub fn for_file(&self, answers: bool, note: bool) -> Content {
        let copy = self.clone();
        Content { answers: copy.answers.filter(|_| answers), note: copy.note.filter(|_| note), ..copy }
    }

    /// Takes the answers and the note of another copy if it has none of its own.
    pub(super) fn completed_by(self, copy: &Content) -> Content {
        if !self.has_sums_of(copy) {
            return self;
        }
        let (answers, note) = (self.answers.clone(), self.note.clone());
        let answers = answers.or_else(|| copy.answers.clone());
        Content { answers, note: note.or_else(|| copy.note.clone()), ..self }
    }

    /// Whether both have the same perspective, scope and sums.
    pub(super) fn has_sums_of(&self, other: &Content) -> bool {
        (self.perspective, self.scope) == (other.perspective, other.scope) && self.areas == other.areas
    }

    /// Whether both have the same perspective and list, and so are about the same two people.
    pub fn belongs_with(&self, other: &Content) -> bool {
        (self.perspective, self.list) == (other.perspective, other.list)
    }

    /// Number of its list; each list is about one other person.
    pub fn list(&self) -> i64 {
        self.list
    }

    /// The reader's note.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// The perspective of the reader.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// The scope.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// The areas, in the order of display.
    pub fn areas(&self) -> &[AreaSum] {
        &self.areas
    }

    /// The answers, if the reader saved them.
    pub fn answers(&self) -> Option<&[(&'static str, Answer)]> {
        self.answers.as_deref()
    }
}

/// Whether this is a valid number of a list.
pub fn is_list(number: i64) -> bool {
    (FIRST_LIST..=LAST_LIST).contains(&number)
}

/// Whether all of these items are asked, in order and without repetition.
fn asks_all(scope: Scope, ids: &[&str]) -> bool {
    let mut asked = scope.rows();
    ids.iter().all(|id| asked.any(|row| row.id == *id))
}

fn sums(scope: Scope, answers: &[(&'static str, Answer)]) -> Vec<AreaSum> {
    let of = |area: Area| {
        let code = |row: &Row| match answers.iter().find(|(id, _)| *id == row.id) {
            Some((_, Answer::Chosen(code))) => Some(*code),
            _ => None,
        };
        let rows = ROWS.iter().filter(|row| row.area == area);
        let chosen: Vec<(&Row, i64)> = rows.filter_map(|row| Some((row, code(row)?))).collect();
        let KeyedSum { sum, .. } = KeyedSum::of(CODES, chosen.iter().map(|(row, code)| (row.keying, *code)));
        AreaSum { area, sum, answered: chosen.iter().map(|(row, _)| row.id).collect() }
    };
    scope.areas().iter().copied().map(of).collect()
}
