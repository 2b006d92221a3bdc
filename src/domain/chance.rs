//! The rule of chance: how far off an area's number may be, and when two numbers differ by more than chance.
//!
//! The rule is that of classical test theory. An area of six items is assumed to have a standard deviation of 20 points
//! and a reliability of .80, so the variance of its error is 20² · (1 − .80) = 80. The error of a mean shrinks with the
//! number of answers k, so the variance of a number made of k answers is 6 · 80 / k = 480 / k. Two numbers differ
//! clearly when their difference is at least T = 1.96 · √(480/k₁ + 480/k₂): the reliable change of Jacobson and Truax
//! (1991), "Clinical significance: a statistical approach to defining meaningful change in psychotherapy research".
//! The assumptions are a plan, not data: docs/assessment.md.

use super::instrument::{AREA_ITEMS, CODES};
use super::score::KeyedSum;

/// Assumed standard deviation of an area's number, in points from 0 to 100.
const ASSUMED_SD: i64 = 20;
/// Assumed reliability of an area of six items, in percent.
const ASSUMED_RELIABILITY: i64 = 80;
/// Variance of the error of a number made of one answer, in square points: 480.
const ERROR_VARIANCE: i64 = AREA_ITEMS as i64 * ASSUMED_SD * ASSUMED_SD * (100 - ASSUMED_RELIABILITY) / 100;
/// 1.96, the two-sided 5 % point of the normal distribution, as a fraction.
const Z: (i64, i64) = (49, 25);
/// Points of a number for each code of its mean: 25.
const POINTS: i64 = 100 / (CODES.max - CODES.min);

/// How certain it is that two numbers differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// At least T apart: chance alone does this about one time in twenty.
    Clear,
    /// At least half of T apart: chance alone does this about one time in three.
    Possible,
}

/// Compares two areas, or parts of areas. `None` if they are too close to tell apart.
///
/// With numbers of 25 · Σ/k points, |25 · Σ₁/k₁ − 25 · Σ₂/k₂| ≥ 49/25 · √(480/k₁ + 480/k₂) is squared and multiplied by
/// the denominators: (25 · 25 · (Σ₁k₂ − Σ₂k₁))² ≥ 49² · 480 · (k₁ + k₂) · k₁k₂. For half of T the left side counts four
/// times. Everything stays in whole numbers, so no rounding decides.
pub fn certainty(one: KeyedSum, other: KeyedSum) -> Option<Certainty> {
    let apart = Z.1 * POINTS * (one.sum * other.answered - other.sum * one.answered);
    let square = apart * apart;
    let bound = Z.0 * Z.0 * ERROR_VARIANCE * (one.answered + other.answered) * one.answered * other.answered;
    match square {
        clear if clear >= bound => Some(Certainty::Clear),
        possible if 4 * possible >= bound => Some(Certainty::Possible),
        _ => None,
    }
}

/// Margin of a number made of so many answers, in points: one standard error, √(480/k), rounded to whole points. 9 for
/// six answers, 10 for five, 11 for four.
pub fn margin(answered: usize) -> i64 {
    let answered = answered.max(1) as i64;
    // √v rounds to m from m − ½ up, that is where (2m − 1)² ≤ 4v.
    let is_below = |margin: i64| {
        let above = 2 * margin + 1;
        above * above * answered <= 4 * ERROR_VARIANCE
    };
    (0..).find(|&margin| !is_below(margin)).unwrap_or_default()
}
