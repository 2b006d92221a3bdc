//! A run through a questionnaire, and the catalog of questionnaires.

use std::rc::Rc;

use crate::domain::answers::{Answer, Answers};
use crate::domain::compare::Figures;
use crate::domain::content::Content;
use crate::domain::definition::DraftProblem;
use crate::domain::guidance::Feeling;
use crate::domain::instrument::{Instrument, Perspective, Scope};
use crate::domain::item::ItemIdx;
use crate::domain::saved::Mark;
use crate::domain::unfinished::Revision;
use crate::edition::FullOnly;

/// Index of the first question that offers "Finish now".
const FINISH_FROM: usize = 6;

/// Number of attempts to leave a screen without the answer it needs; 0 shows no error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Missed(pub u32);

impl Missed {
    pub(super) fn again(self) -> Missed {
        Missed(self.0.saturating_add(1))
    }
}

/// All questionnaires that a reader can choose, built once at the start.
#[derive(Debug, PartialEq, Eq)]
pub struct Catalog(Vec<Rc<Instrument>>);

impl Catalog {
    /// Builds all of them.
    ///
    /// # Errors
    /// All problems of the built-in table. A test keeps it free of them.
    pub fn built_in() -> Result<Catalog, Vec<DraftProblem>> {
        let mut instruments = Vec::new();
        for perspective in Perspective::ALL {
            for scope in Scope::ALL {
                instruments.push(Rc::new(Instrument::new(perspective, scope)?));
            }
        }
        Ok(Catalog(instruments))
    }

    pub(super) fn get(&self, perspective: Perspective, scope: Scope) -> Option<Rc<Instrument>> {
        self.0
            .iter()
            .find(|instrument| instrument.perspective == perspective && instrument.scope == scope)
            .cloned()
    }
}

/// A run through a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The questionnaire.
    pub instrument: Rc<Instrument>,
    /// How the reader is right now, if they said. Never leaves memory.
    pub feeling: Option<Feeling>,
    /// A comparison was refused before there was a code. It stays refused in this run, whatever the reason.
    pub(super) refused: bool,
    /// The answers so far.
    pub answers: Answers,
    /// Whether the review hides the answers.
    pub hidden: bool,
    /// The record it was saved as, if it was saved.
    pub saved_as: Option<Mark>,
    /// The list of check-ins that the reader chose for it.
    pub list: Option<i64>,
    /// UTC day of the results, in days since 1970.
    pub day: Option<i64>,
    /// The latest revision of its copy among the unfinished check-ins, if the reader keeps one.
    pub unfinished: Option<FullOnly<Revision>>,
    /// The question that follows "How are you right now?".
    pub(super) first: ItemIdx,
    /// Whether a second look was suggested already.
    pub(super) nudged: bool,
    /// Answers to items outside this scope, by id, in case the reader changes their mind.
    pub(super) aside: Vec<(String, Answer)>,
}

impl Run {
    pub(super) fn new(instrument: Rc<Instrument>) -> Run {
        let answers = instrument.definition().no_answers();
        Run {
            instrument,
            feeling: None,
            refused: false,
            answers,
            hidden: false,
            saved_as: None,
            list: None,
            day: None,
            unfinished: None,
            first: ItemIdx(0),
            nudged: false,
            aside: Vec::new(),
        }
    }

    /// The same run in another scope of the same perspective. No answer is lost.
    pub(super) fn over(&self, instrument: Rc<Instrument>) -> Run {
        let Run { feeling, refused, hidden, nudged, unfinished, .. } = *self;
        let mut next = Run { feeling, refused, hidden, nudged, unfinished, ..Run::new(instrument) };
        let before = self.instrument.definition();
        let given = before
            .places()
            .zip(before.items())
            .filter_map(|(at, item)| Some((item.id.clone(), self.answers.get(at)?)));
        for (id, answer) in given.chain(self.aside.clone()) {
            let place = next.instrument.definition().find(&id);
            match place.and_then(|at| next.answers.with(at, answer).ok()) {
                Some(answers) => next.answers = answers,
                None => next.aside.push((id, answer)),
            }
        }
        next
    }

    /// A new run of the same reader: how they are stays, and so does a refusal; the answers do not.
    pub(super) fn anew(&self, instrument: Rc<Instrument>) -> Run {
        Run { feeling: self.feeling, refused: self.refused, ..Run::new(instrument) }
    }

    /// Whether someone may be a danger to the reader. Then nothing is made that could be shown to that person.
    pub fn is_unsafe(&self) -> bool {
        self.feeling == Some(Feeling::NotSafe)
    }

    /// Returns the run as it is saved: the sums of its areas, and the answers only if the reader wants them saved.
    pub fn content(&self, keep_answers: bool) -> Content {
        Content::of(&self.instrument, &self.answers, keep_answers)
    }

    /// Returns the figures of the run for a share code; `None` if there can be no code.
    pub fn figures(&self) -> Option<Figures> {
        let may_share = !(self.refused || self.is_unsafe());
        Figures::of(&self.instrument, &self.answers, self.day?).filter(|_| may_share)
    }

    /// Whether answers would be lost with the run.
    pub(super) fn has_answers(&self) -> bool {
        self.answers.any() || !self.aside.is_empty()
    }

    /// Whether "Finish now" is offered on this question, on the way from one to the next.
    pub(super) fn can_finish(&self, at: ItemIdx) -> bool {
        at.0 >= FINISH_FROM && !self.is_last(at)
    }

    pub(super) fn is_last(&self, at: ItemIdx) -> bool {
        at.0 + 1 >= self.instrument.len()
    }
}
