//! Definition of a questionnaire: items and scales. [`check`] turns a [`Draft`] into a [`Definition`], or lists all
//! problems of the draft.

use std::collections::HashMap;
use std::fmt;

use super::answers::Answers;
use super::item::{Codes, Item, ItemIdx};
use super::score::{Exact, Method, Scale, Score};

/// An unchecked definition.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The codes of every item's choices.
    pub codes: Codes,
    /// The items, in the order of the questions.
    pub items: Vec<Item>,
    /// The scales, which may share items.
    pub scales: Vec<DraftScale>,
}

/// An unchecked scale.
#[derive(Clone, Debug)]
pub struct DraftScale {
    /// An id, unique among the scales.
    pub id: String,
    /// Ids of its items.
    pub items: Vec<String>,
    /// How keyed codes become a score.
    pub method: Method,
    /// Factor of the score; 1 for none.
    pub factor: Exact,
    /// Least number of answered items for a score; at least 1.
    pub min_answered: usize,
    /// Lowest score of each band, ascending; the bands cover the whole scale. Empty for no bands.
    pub bands: Vec<Exact>,
}

/// A checked definition: its items and scales fit together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    codes: Codes,
    items: Vec<Item>,
    scales: Vec<Scale>,
}

impl Definition {
    /// The codes of every item's choices.
    pub fn codes(&self) -> Codes {
        self.codes
    }

    /// The items, in the order of the questions.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Places of all items, in order.
    pub fn places(&self) -> impl DoubleEndedIterator<Item = ItemIdx> + use<> {
        (0..self.items.len()).map(ItemIdx)
    }

    /// The place of the item with this id.
    pub fn find(&self, id: &str) -> Option<ItemIdx> {
        self.items.iter().position(|item| item.id == id).map(ItemIdx)
    }

    /// The scale with this id.
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id() == id)
    }

    /// Score of a scale; `None` if there is no scale with this id.
    pub fn score(&self, scale: &str, answers: &Answers) -> Option<Score> {
        Some(self.scale(scale)?.score(&self.items, answers))
    }

    /// The keyed code of an answered item.
    pub fn keyed(&self, answers: &Answers, at: ItemIdx) -> Option<i64> {
        Some(self.items.get(at.0)?.keying.key(answers.code(at)?, self.codes))
    }

    /// No answers yet.
    pub fn no_answers(&self) -> Answers {
        Answers::none(self.codes, self.items.len())
    }
}

/// A problem of a draft, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftProblem {
    /// Place in the draft, such as `scales[1].items[0]`.
    pub place: String,
    /// The kind of problem.
    pub kind: ProblemKind,
}

/// Kind of problem in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There are no items.
    NoItems,
    /// More items than [`MAX_ITEMS`].
    TooManyItems(usize),
    /// More scales than [`MAX_SCALES`].
    TooManyScales(usize),
    /// The codes are not an ascending range within ±[`MAX_CODE`].
    BadCodes(Codes),
    /// An id with no characters.
    EmptyId,
    /// An id used before, at this place.
    Twice {
        /// The id.
        id: String,
        /// Place of its first use.
        first: String,
    },
    /// A scale without items.
    NoScaleItems,
    /// A scale names an item that does not exist.
    UnknownItem(String),
    /// The rule for missing answers asks for no item, or for more items than there are.
    BadMinAnswered {
        /// How many answers the rule asks for.
        asked: usize,
        /// How many items the scale has.
        items: usize,
    },
    /// The factor is not above 0 and at most [`MAX_CODE`], or its denominator is above that.
    BadFactor(Exact),
    /// The start of a band is not a number: its denominator is below 1.
    BadBand,
    /// The lowest scores fall in no band.
    BandGap {
        /// The least possible score.
        least: Exact,
        /// Where the first band starts.
        first: Exact,
    },
    /// A band does not start above the one before it.
    BandOrder {
        /// Where the band before starts.
        before: Exact,
        /// Where this one starts.
        here: Exact,
    },
    /// A band starts above the greatest possible score.
    BandUnreachable {
        /// The greatest possible score.
        greatest: Exact,
        /// Where the band starts.
        here: Exact,
    },
}

/// The most items a definition may have.
pub const MAX_ITEMS: usize = 1_000;
/// The most scales a definition may have.
pub const MAX_SCALES: usize = 100;
/// Greatest magnitude of a code or a factor. It keeps every sum and fraction well within 64 bits.
pub const MAX_CODE: i64 = 1_000;

impl fmt::Display for DraftProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.kind)
    }
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ProblemKind::*;
        match self {
            NoItems => write!(f, "there are no items; at least one is needed"),
            TooManyItems(count) => write!(f, "{count} items; at most {MAX_ITEMS} are accepted"),
            TooManyScales(count) => write!(f, "{count} scales; at most {MAX_SCALES} are accepted"),
            BadCodes(Codes { min, max }) => write!(
                f,
                "codes from {min} to {max}; the first must be below the second, both within ±{MAX_CODE}"
            ),
            EmptyId => write!(f, "the id is empty"),
            Twice { id, first } => write!(f, "\"{id}\" was used before, at {first}; each id stands once"),
            NoScaleItems => write!(f, "the scale has no items; at least one is needed"),
            UnknownItem(id) => write!(f, "there is no item \"{id}\""),
            BadMinAnswered { asked, items } => {
                write!(f, "needs {asked} answers; accepted are 1 to {items}, the items of the scale")
            }
            BadFactor(factor) => write!(
                f,
                "the factor is {factor}; it must be above 0, at most {MAX_CODE}, its denominator at most {MAX_CODE}"
            ),
            BadBand => write!(f, "is no number: its denominator is below 1"),
            BandGap { least, first } => {
                write!(f, "the first band starts at {first}, but scores go down to {least}")
            }
            BandOrder { before, here } => write!(f, "starts at {here}; it must start above {before}"),
            BandUnreachable { greatest, here } => {
                write!(f, "starts at {here}, but the greatest possible score is {greatest}")
            }
        }
    }
}

impl std::error::Error for DraftProblem {}

/// Builds a definition.
///
/// # Errors
/// All problems of the draft, each with its place, in the order of the draft.
pub fn check(draft: Draft) -> Result<Definition, Vec<DraftProblem>> {
    let mut problems = DraftProblems::default();
    let Draft { codes, items, mut scales } = draft;
    check_codes(codes, &mut problems);
    let places = check_items(&items, &mut problems);
    if scales.len() > MAX_SCALES {
        problems.add("scales", ProblemKind::TooManyScales(scales.len()));
        scales.truncate(MAX_SCALES);
    }
    let mut scale_ids = HashMap::new();
    let checked: Vec<Scale> = scales
        .into_iter()
        .enumerate()
        .map(|(n, scale)| {
            problems.id(&mut scale_ids, &scale.id, n, |n| format!("scales[{n}].id"));
            check_scale(scale, &format!("scales[{n}]"), codes, &places, &mut problems)
        })
        .collect();
    // Band limits are computed from codes and items, so they are checked once those are sound.
    if problems.0.is_empty() {
        for (n, scale) in checked.iter().enumerate() {
            check_bands(scale, n, &mut problems);
        }
    }
    match problems.0 {
        found if found.is_empty() => Ok(Definition { codes, items, scales: checked }),
        found => Err(found),
    }
}

#[derive(Default)]
struct DraftProblems(Vec<DraftProblem>);

impl DraftProblems {
    fn add(&mut self, place: impl Into<String>, kind: ProblemKind) {
        self.0.push(DraftProblem { place: place.into(), kind });
    }

    /// Checks the id of entry `n` of a list; `place` returns the place of an entry's id.
    fn id(&mut self, seen: &mut HashMap<String, usize>, id: &str, n: usize, place: fn(usize) -> String) {
        if id.is_empty() {
            self.add(place(n), ProblemKind::EmptyId);
        } else if let Some(&first) = seen.get(id) {
            self.add(place(n), ProblemKind::Twice { id: id.to_owned(), first: place(first) });
        } else {
            seen.insert(id.to_owned(), n);
        }
    }
}

fn check_codes(codes: Codes, problems: &mut DraftProblems) {
    let allowed = -MAX_CODE..=MAX_CODE;
    if codes.min >= codes.max || !allowed.contains(&codes.min) || !allowed.contains(&codes.max) {
        problems.add("codes", ProblemKind::BadCodes(codes));
    }
}

fn check_items(items: &[Item], problems: &mut DraftProblems) -> HashMap<String, usize> {
    if items.is_empty() {
        problems.add("items", ProblemKind::NoItems);
    }
    if items.len() > MAX_ITEMS {
        problems.add("items", ProblemKind::TooManyItems(items.len()));
    }
    let mut places = HashMap::new();
    for (n, item) in items.iter().enumerate() {
        problems.id(&mut places, &item.id, n, |n| format!("items[{n}].id"));
    }
    places
}

fn check_scale(
    draft: DraftScale,
    place: &str,
    codes: Codes,
    places: &HashMap<String, usize>,
    problems: &mut DraftProblems,
) -> Scale {
    let DraftScale { id, items, method, factor, min_answered, bands } = draft;
    if items.is_empty() {
        problems.add(format!("{place}.items"), ProblemKind::NoScaleItems);
    }
    // First position of each item in this scale, indexed by the place of the item.
    let mut seen = vec![None; places.len()];
    let mut found = Vec::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        let here = format!("{place}.items[{n}]");
        match places.get(item) {
            None => problems.add(here, ProblemKind::UnknownItem(item.clone())),
            Some(&at) => {
                if let Some(first) = seen.get_mut(at).and_then(|seen| seen.replace(n)) {
                    let first = format!("{place}.items[{first}]");
                    problems.add(here, ProblemKind::Twice { id: item.clone(), first });
                }
                found.push(ItemIdx(at));
            }
        }
    }
    if !is_factor(factor) {
        problems.add(format!("{place}.factor"), ProblemKind::BadFactor(factor));
    }
    if !items.is_empty() && !(1..=items.len()).contains(&min_answered) {
        let kind = ProblemKind::BadMinAnswered { asked: min_answered, items: items.len() };
        problems.add(format!("{place}.min_answered"), kind);
    }
    for (b, _) in bands.iter().enumerate().filter(|(_, band)| *band.denom() < 1) {
        problems.add(format!("{place}.bands[{b}]"), ProblemKind::BadBand);
    }
    Scale { id, items: found, codes, method, factor, min_answered, bands }
}

/// Compares in whole numbers, because an unchecked fraction can have any denominator.
fn is_factor(factor: Exact) -> bool {
    let (over, under) = (*factor.numer(), *factor.denom());
    over > 0 && (1..=MAX_CODE).contains(&under) && over <= MAX_CODE * under
}

fn check_bands(scale: &Scale, n: usize, problems: &mut DraftProblems) {
    let least = scale.value_of(Exact::from(scale.codes.min));
    let greatest = scale.value_of(Exact::from(scale.codes.max));
    let mut before = None;
    for (b, &here) in scale.bands.iter().enumerate() {
        let mut add = |kind| problems.add(format!("scales[{n}].bands[{b}]"), kind);
        match before.replace(here) {
            None if here > least => add(ProblemKind::BandGap { least, first: here }),
            Some(before) if here <= before => add(ProblemKind::BandOrder { before, here }),
            _ => {}
        }
        if here > greatest {
            add(ProblemKind::BandUnreachable { greatest, here });
        }
    }
}
