//! Guidance from a finished check-in: support first, strengths, and a place to begin.

use super::answers::Answers;
use super::instrument::{Area, Band, Instrument, OFTEN, Perspective, RARELY, SOMETIMES, Strategy};
use super::item::ItemIdx;
use super::score::{Exact, Score};

/// The answer to "How are you right now?". Kept in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feeling {
    /// "I'm okay"
    Okay,
    /// "It's a hard time"
    Hard,
    /// "I need help now"
    HelpNow,
    /// "I don't feel safe with someone"
    NotSafe,
}

impl Feeling {
    /// All, in the order of display.
    pub const ALL: [Feeling; 4] = [Feeling::Okay, Feeling::Hard, Feeling::HelpNow, Feeling::NotSafe];
}

/// Everything the results show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Why help lines come first, if they do.
    pub support_first: Option<SupportFirst>,
    /// The reader's strengths.
    pub strengths: Strengths,
    /// The areas shown, in order.
    pub areas: Vec<(Area, Score)>,
    /// The strategies that could be scored in this scope, in order.
    pub strategies: Vec<(Strategy, Score)>,
    /// Mean of the three unrounded area scores, if all three exist.
    pub overall: Option<Exact>,
    /// Where to begin.
    pub beginning: Beginning,
}

/// Reason why support comes first. If several apply, the first of these counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportFirst {
    /// The reader does not feel safe with someone.
    NotSafe,
    /// The reader said that they need help now.
    HelpNow,
    /// Two or more areas leave room to grow, or the only area shown does.
    HardStretch,
    /// It was hard to reach someone.
    OutOfReach,
    /// Hard days were carried alone, and hard feelings were not talked about.
    Alone,
    /// The reader said that it is a hard time.
    HardTime,
    /// One area leaves room to grow.
    LowArea,
}

/// Frequency of the act behind a strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowOften {
    /// Keyed 3 or 4.
    Often,
    /// Keyed 2.
    Sometimes,
}

/// The reader's strengths. Both lists may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strengths {
    /// Strategies that stand out, in order.
    pub strategies: Vec<Strategy>,
    /// At most two items.
    pub items: Vec<(ItemIdx, HowOften)>,
}

/// The small steps on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Whether the support step leads and the others wait for "when you are ready".
    pub support_leads: bool,
    /// Whether a support step was added to those that the answers suggest.
    pub adds_support: bool,
    /// The suggestion of the answers.
    pub offer: Offer,
    /// The steps shown, in order; never empty.
    pub steps: Vec<Strategy>,
    /// The steps behind "Choose a different step".
    pub others: Vec<Strategy>,
}

/// Suggestion of the strategy scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Only the support step: the reader does not feel safe.
    SupportOnly,
    /// One strategy leaves the most room.
    One(Strategy),
    /// Two or more are too close to tell apart; in fixed order, not ranked.
    Close(Vec<Strategy>),
    /// Fewer than two strategies could be scored.
    AllFour,
    /// All are high already.
    KeepGoing,
}

const MOST_ITEMS: usize = 2;
/// Number of areas with room to grow that makes a hard stretch.
const MANY_AREAS: usize = 2;
/// Lowest score at which a strategy is named as a strength.
const STRENGTH_FROM: i64 = 50;
/// If the lowest strategy scores at least this, none is singled out.
const KEEP_GOING_FROM: i64 = 75;
/// Strategies this close to the lowest, or closer, are offered together: 6.25 points, one step on one
/// of four items. The standard error of a difference is about 14, so the lowest is no verdict.
fn close_within() -> Exact {
    Exact::new(25, 4)
}

/// Computes what the results show.
pub fn outcome(instrument: &Instrument, answers: &Answers, feeling: Option<Feeling>) -> Outcome {
    let areas = instrument.area_scores(answers);
    let strategies = instrument.strategy_scores(answers);
    let low_areas = areas.iter().filter(|(_, score)| band(score) == Some(Band::RoomToGrow)).count();
    // If only one area is shown, that one is enough.
    let hard_stretch = low_areas >= MANY_AREAS.min(areas.len());
    let support_first = support_first(instrument, answers, feeling, low_areas, hard_stretch);
    let beginning = beginning(instrument.perspective, &strategies, feeling, hard_stretch);
    let strengths = Strengths {
        strategies: match feeling {
            Some(Feeling::NotSafe) => Vec::new(),
            _ => strong_strategies(&strategies, &beginning.steps),
        },
        items: strong_items(instrument, answers, feeling),
    };
    Outcome { support_first, strengths, overall: overall(&areas), areas, strategies, beginning }
}

/// The band of an area's score.
pub fn band(score: &Score) -> Option<Band> {
    Band::ALL.get(score.scored()?.band?).copied()
}

fn overall(areas: &[(Area, Score)]) -> Option<Exact> {
    let sum: Exact = areas.iter().map(|(_, score)| score.value()).sum::<Option<Exact>>()?;
    (areas.len() == Area::ALL.len()).then(|| sum / Area::ALL.len() as i64)
}

fn support_first(
    instrument: &Instrument,
    answers: &Answers,
    feeling: Option<Feeling>,
    low_areas: usize,
    hard_stretch: bool,
) -> Option<SupportFirst> {
    let code = |id| instrument.code_of(id, answers);
    let could_not_reach = code("S5").is_some_and(|raw| raw <= RARELY);
    let alone = code("S6").is_some_and(|raw| raw >= OFTEN) && code("H6").is_some_and(|raw| raw <= RARELY);
    match feeling {
        Some(Feeling::NotSafe) => Some(SupportFirst::NotSafe),
        Some(Feeling::HelpNow) => Some(SupportFirst::HelpNow),
        _ if hard_stretch => Some(SupportFirst::HardStretch),
        _ if could_not_reach => Some(SupportFirst::OutOfReach),
        _ if alone => Some(SupportFirst::Alone),
        Some(Feeling::Hard) => Some(SupportFirst::HardTime),
        _ if low_areas > 0 => Some(SupportFirst::LowArea),
        Some(Feeling::Okay) | None => None,
    }
}

fn beginning(
    perspective: Perspective,
    strategies: &[(Strategy, Score)],
    feeling: Option<Feeling>,
    hard_stretch: bool,
) -> Beginning {
    if feeling == Some(Feeling::NotSafe) {
        let only = vec![Strategy::Support];
        return Beginning {
            support_leads: true,
            adds_support: false,
            offer: Offer::SupportOnly,
            steps: only.clone(),
            others: only,
        };
    }
    let offer = offer(strategies);
    let support_leads = hard_stretch || matches!(feeling, Some(Feeling::Hard | Feeling::HelpNow));
    let mut steps = match &offer {
        Offer::One(strategy) => vec![*strategy],
        Offer::Close(close) => close.clone(),
        Offer::AllFour => Strategy::ALL.to_vec(),
        Offer::SupportOnly | Offer::KeepGoing => vec![Strategy::Support],
    };
    if support_leads {
        steps.retain(|&step| step != Strategy::Support);
        steps.insert(0, Strategy::Support);
    }
    let adds_support =
        !support_leads && perspective == Perspective::Loved && !steps.contains(&Strategy::Support);
    if adds_support {
        steps.push(Strategy::Support);
    }
    Beginning { support_leads, adds_support, offer, steps, others: Strategy::ALL.to_vec() }
}

fn offer(strategies: &[(Strategy, Score)]) -> Offer {
    let scored: Vec<(Strategy, Exact)> =
        strategies.iter().filter_map(|&(strategy, score)| Some((strategy, score.value()?))).collect();
    let Some(lowest) = scored.iter().map(|&(_, value)| value).min() else { return Offer::AllFour };
    if scored.len() < 2 {
        return Offer::AllFour;
    }
    if lowest >= Exact::from(KEEP_GOING_FROM) {
        return Offer::KeepGoing;
    }
    let close: Vec<Strategy> = scored
        .iter()
        .filter(|&&(_, value)| value - lowest <= close_within())
        .map(|&(strategy, _)| strategy)
        .collect();
    match close.as_slice() {
        &[only] => Offer::One(only),
        _ => Offer::Close(close),
    }
}

fn strong_strategies(strategies: &[(Strategy, Score)], suggested: &[Strategy]) -> Vec<Strategy> {
    let Some(lowest) = strategies.iter().filter_map(|(_, score)| score.value()).min() else {
        return Vec::new();
    };
    let stands_out = |&(strategy, score): &(Strategy, Score)| {
        let value = score.value()?;
        let strong = value >= Exact::from(STRENGTH_FROM) && value > lowest;
        (strong && !suggested.contains(&strategy)).then_some(strategy)
    };
    strategies.iter().filter_map(stands_out).collect()
}

/// Own acts first, then the higher keyed code, then the order of the questions. A reader who does not feel
/// safe with someone is praised neither for what that someone did nor for giving way to them.
fn strong_items(
    instrument: &Instrument,
    answers: &Answers,
    feeling: Option<Feeling>,
) -> Vec<(ItemIdx, HowOften)> {
    let definition = instrument.definition();
    let keyed = |at: ItemIdx| definition.keyed(answers, at);
    let own = |at: ItemIdx| instrument.row(at).is_some_and(|row| row.own_act(instrument.perspective));
    let alone = |at: ItemIdx| {
        instrument.row(at).is_some_and(|row| own(at) && !row.may_please_another(instrument.perspective))
    };
    let rank = |at: ItemIdx| (own(at), keyed(at));
    let named = |wanted: &dyn Fn(i64) -> bool, how_often| -> Vec<(ItemIdx, HowOften)> {
        let mut left: Vec<ItemIdx> = definition
            .places()
            .filter(|&at| keyed(at).is_some_and(wanted))
            .filter(|&at| feeling != Some(Feeling::NotSafe) || alone(at))
            .collect();
        let mut best = Vec::new();
        // The first of the highest, one after the other: a sort would add more to the wasm.
        for _ in 0..MOST_ITEMS {
            let Some(&next) = left.iter().rev().max_by_key(|&&at| rank(at)) else { break };
            left.retain(|&at| at != next);
            best.push((next, how_often));
        }
        best
    };
    match named(&|keyed| keyed >= OFTEN, HowOften::Often) {
        often if often.is_empty() => named(&|keyed| keyed == SOMETIMES, HowOften::Sometimes),
        often => often,
    }
}
