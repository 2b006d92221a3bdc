//! The trust check-in itself: its items, areas, strategies and bands, for each perspective.
//!
//! The words are in `content/`, under the same ids. The areas are content areas, not validated factors.

use super::answers::Answers;
use super::definition::DraftProblem;
use super::definition::{Definition, Draft, DraftScale, check};
use super::item::{Codes, Item, ItemIdx, Keying};
use super::score::{Exact, Method, Scale, Score};

pub use super::terms::{Area, Band, Perspective, Scope, Strategy};

/// Never 0, Rarely 1, Sometimes 2, Often 3, Almost always 4.
pub const CODES: Codes = Codes { min: 0, max: 4 };
/// Version of the items. It changes when an item is added or removed, or when the meaning of one changes.
pub const ITEM_SET: i64 = 1;
/// Raw code of "Rarely".
pub const RARELY: i64 = 1;
/// Raw code of "Sometimes".
pub const SOMETIMES: i64 = 2;
/// Raw code of "Often".
pub const OFTEN: i64 = 3;
/// Number of items in an area.
pub(super) const AREA_ITEMS: usize = 6;
/// Least number of answered items of an area for a score.
pub(super) const AREA_NEEDS: usize = 4;
const STRATEGY_NEEDS: usize = 3;

/// An item's row in the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The stable id.
    pub id: &'static str,
    /// The area it counts in.
    pub area: Area,
    /// Its keying.
    pub keying: Keying,
    /// The strategy it counts in for a person in recovery.
    recovery: Strategy,
    /// Whether the item asks a loved one about their own act. Only then does it count in a strategy.
    own_act_of_loved: bool,
    /// Whether the item is about the two people, and left out for a reader with no one in mind.
    pub about_two: bool,
    /// Whether there may have been no occasion for the act. Then the question suggests Skip.
    pub may_not_come_up: bool,
    /// Whether a person in recovery may do the act to give way to someone: telling, owning up, staying patient.
    may_please_another: bool,
}

impl Row {
    /// Whether the item asks about an act of the reader.
    pub fn own_act(&self, perspective: Perspective) -> bool {
        match perspective {
            Perspective::Recovery => true,
            Perspective::Loved => self.own_act_of_loved,
        }
    }

    /// Whether the reader may do the act to give way to someone. A loved one's own acts are acts of self-care.
    pub fn may_please_another(&self, perspective: Perspective) -> bool {
        perspective == Perspective::Recovery && self.may_please_another
    }

    /// The strategy the item counts in. Acts of the *other* person count in none.
    pub fn strategy(&self, perspective: Perspective) -> Option<Strategy> {
        self.own_act(perspective).then_some(self.recovery)
    }
}

/// The questionnaire, in the order of the questions.
#[rustfmt::skip]
pub const ROWS: [Row; 18] = {
    use Area::{Accountability as A, Healing as H, Stability as S};
    use Keying::{Forward as F, Reverse as R};
    use Strategy::{Communication as C, Consistency, Patience as P, Support};
    #[allow(clippy::too_many_arguments, reason = "the columns of a table")]
    const fn row(
        id: &'static str, area: Area, keying: Keying, recovery: Strategy,
        own_act_of_loved: bool, about_two: bool, may_not_come_up: bool, may_please_another: bool,
    ) -> Row {
        Row { id, area, keying, recovery, own_act_of_loved, about_two, may_not_come_up, may_please_another }
    }
    [
        //   id    area key strategy     own act of  about  may not may please
        //                               loved one   two    come up another
        row("A1", A, F, C,           false,      true,  true,   true),
        row("H1", H, F, C,           true,       false, true,   true),
        row("S2", S, F, Consistency, true,       false, false,  false),
        row("A2", A, R, C,           false,      true,  false,  true),
        row("H3", H, F, Consistency, true,       true,  false,  true),
        row("S4", S, F, P,           true,       false, true,   false),
        row("A3", A, F, Consistency, false,      true,  false,  true),
        row("H2", H, R, C,           true,       false, false,  false),
        row("S1", S, F, C,           true,       false, true,   false),
        row("A5", A, F, P,           true,       true,  true,   true),
        row("H4", H, F, P,           true,       true,  false,  true),
        row("S3", S, R, Consistency, true,       false, false,  false),
        row("A4", A, R, Consistency, false,      true,  false,  true),
        row("H6", H, F, Support,     true,       false, false,  false),
        row("S6", S, R, Support,     true,       false, true,   false),
        row("A6", A, F, Support,     true,       false, false,  false),
        row("H5", H, R, P,           false,      true,  false,  true),
        row("S5", S, F, Support,     true,       false, true,   false),
    ]
};

impl Scope {
    /// The rows that are asked, in order.
    pub fn rows(self) -> impl Iterator<Item = &'static Row> {
        ROWS.iter().filter(move |row| self.asks(row))
    }

    /// Whether an item is asked.
    pub fn asks(self, row: &Row) -> bool {
        self == Scope::Full || !row.about_two
    }
}

/// The questionnaire for one perspective and scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// The perspective of the reader.
    pub perspective: Perspective,
    /// The scope.
    pub scope: Scope,
    rows: Vec<Row>,
    definition: Definition,
}

impl Instrument {
    /// Builds the questionnaire.
    ///
    /// # Errors
    /// All problems of the table above. A test keeps it free of them.
    pub fn new(perspective: Perspective, scope: Scope) -> Result<Instrument, Vec<DraftProblem>> {
        let rows: Vec<Row> = scope.rows().copied().collect();
        let definition = check(draft(&rows, perspective))?;
        Ok(Instrument { perspective, scope, rows, definition })
    }

    /// Whether both are the same questionnaire.
    pub fn is(&self, other: &Instrument) -> bool {
        (self.perspective, self.scope) == (other.perspective, other.scope)
    }

    /// The items and scales.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The row of an item.
    pub fn row(&self, at: ItemIdx) -> Option<&Row> {
        self.rows.get(at.0)
    }

    /// Number of items.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Always false: a checked definition has items.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The areas whose score is shown.
    pub fn areas(&self) -> &'static [Area] {
        self.scope.areas()
    }

    /// The scale of an area, if it is shown.
    pub fn area(&self, area: Area) -> Option<&Scale> {
        self.definition.scale(area.id()).filter(|_| self.areas().contains(&area))
    }

    /// The scores of the areas shown.
    pub fn area_scores(&self, answers: &Answers) -> Vec<(Area, Score)> {
        let score = |&area: &Area| Some((area, self.definition.score(area.id(), answers)?));
        self.areas().iter().filter_map(score).collect()
    }

    /// The scores of the strategies that the scope can score.
    pub fn strategy_scores(&self, answers: &Answers) -> Vec<(Strategy, Score)> {
        let score = |&strategy: &Strategy| {
            Some((strategy, self.definition.score(&strategy_scale(strategy), answers)?))
        };
        Strategy::ALL.iter().filter_map(score).collect()
    }

    /// Code chosen for the item with this id; `None` if it was not asked, not reached or skipped.
    pub fn code_of(&self, id: &str, answers: &Answers) -> Option<i64> {
        answers.code(self.definition.find(id)?)
    }
}

// An area and a strategy may have the same id, so a prefix keeps their scales apart.
fn strategy_scale(strategy: Strategy) -> String {
    format!("strategy.{}", strategy.id())
}

fn draft(rows: &[Row], perspective: Perspective) -> Draft {
    let ids = |wanted: &dyn Fn(&Row) -> bool| -> Vec<String> {
        rows.iter().filter(|row| wanted(row)).map(|row| row.id.to_owned()).collect()
    };
    let scale = |id: String, items: Vec<String>, needed: usize, bands: Vec<Exact>| DraftScale {
        id,
        items,
        method: Method::Pomp,
        factor: Exact::from(1),
        min_answered: needed,
        bands,
    };
    let bands: Vec<Exact> = Band::ALL.into_iter().map(Band::lowest).collect();
    let areas = Area::ALL
        .into_iter()
        .map(|area| scale(area.id().to_owned(), ids(&|row| row.area == area), AREA_NEEDS, bands.clone()));
    let strategies = Strategy::ALL.into_iter().map(|strategy| {
        let items = ids(&|row| row.strategy(perspective) == Some(strategy));
        scale(strategy_scale(strategy), items, STRATEGY_NEEDS, Vec::new())
    });
    Draft {
        codes: CODES,
        items: rows.iter().map(|row| Item { id: row.id.to_owned(), keying: row.keying }).collect(),
        // A scale with fewer items than it needs could never be scored in this scope.
        scales: areas.chain(strategies).filter(|scale| scale.items.len() >= scale.min_answered).collect(),
    }
}
