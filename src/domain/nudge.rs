//! The nudge: suggests a second look when the pattern of answers is unusual, once and without getting in the way.

use super::answers::Answers;
use super::definition::Definition;
use super::instrument::SOMETIMES;
use super::item::Keying;
use super::score::KeyedSum;

/// Why a second look is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// Every answer carries the same code, other than Sometimes.
    AllTheSame,
    /// Forward and reverse-keyed items say opposite things.
    DifferentWays,
}

const NEEDS_ANSWERS: usize = 12;
const NEEDS_REVERSE: i64 = 3;
/// Least distance between the mean keyed codes of forward and of reverse-keyed items.
const FAR_APART: i64 = 3;

/// Returns the nudge for these answers, if any.
pub fn nudge(definition: &Definition, answers: &Answers) -> Option<Nudge> {
    let items = definition.places().zip(definition.items());
    let given: Vec<(Keying, i64)> =
        items.filter_map(|(at, item)| Some((item.keying, answers.code(at)?))).collect();
    let keyed = |wanted| {
        let items = given.iter().copied().filter(|(keying, _)| *keying == wanted);
        KeyedSum::of(definition.codes(), items)
    };
    let (forward, reverse) = (keyed(Keying::Forward), keyed(Keying::Reverse));
    if given.len() < NEEDS_ANSWERS || reverse.answered < NEEDS_REVERSE {
        return None;
    }
    let first = given.first().map(|(_, code)| *code);
    let same = given.iter().all(|(_, code)| first == Some(*code) && *code != SOMETIMES);
    // |mean forward − mean reverse| ≥ 3, multiplied out to stay in integers.
    let apart = (forward.sum * reverse.answered - reverse.sum * forward.answered).abs();
    let far = forward.answered > 0 && apart >= FAR_APART * forward.answered * reverse.answered;
    match (same, far) {
        (true, _) => Some(Nudge::AllTheSame),
        (false, true) => Some(Nudge::DifferentWays),
        (false, false) => None,
    }
}
