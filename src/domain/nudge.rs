//! Whether the pattern of answers is worth a second look, asked once and never in the way.

use super::answers::Answers;
use super::definition::{Definition, Keying};
use super::instrument::SOMETIMES;

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
/// How far apart the mean keyed codes of forward and reverse-keyed items must be.
const FAR_APART: i64 = 3;

/// The nudge these answers call for, if any.
pub fn nudge(definition: &Definition, answers: &Answers) -> Option<Nudge> {
    let mut raw = Vec::new();
    let (mut forward, mut reverse) = (Group::default(), Group::default());
    for (at, item) in definition.places().zip(definition.items()) {
        let Some(code) = answers.code(at) else { continue };
        raw.push(code);
        let group = match item.keying {
            Keying::Forward => &mut forward,
            Keying::Reverse => &mut reverse,
        };
        group.count += 1;
        group.sum += item.keying.key(code, definition.codes());
    }
    if raw.len() < NEEDS_ANSWERS || reverse.count < NEEDS_REVERSE {
        return None;
    }
    let same = raw.iter().all(|code| raw.first() == Some(code) && *code != SOMETIMES);
    // |mean forward − mean reverse| ≥ 3, multiplied out so that it stays in integers.
    let apart = (forward.sum * reverse.count - reverse.sum * forward.count).abs();
    let far = forward.count > 0 && apart >= FAR_APART * forward.count * reverse.count;
    match (same, far) {
        (true, _) => Some(Nudge::AllTheSame),
        (false, true) => Some(Nudge::DifferentWays),
        (false, false) => None,
    }
}

#[derive(Default)]
struct Group {
    sum: i64,
    count: i64,
}
