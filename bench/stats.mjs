// The few sums behind the tables. A ratio is taken within each round, where both sides met the same machine.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value below which `share` of the values lie; between two of them, as far along as it falls. */
export function quantile(values, share) {
  if (values.length === 0) return undefined;
  const all = sorted(values);
  const place = (all.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, all.length - 1);
  return all[below] + (all[above] - all[below]) * (place - below);
}

export const median = (values) => quantile(values, 0.5);
export const p95 = (values) => quantile(values, 0.95);

/** Median, least and greatest of what `pick` finds in each round; rounds where it finds nothing do not count. */
export function summary(rounds, pick) {
  const values = rounds.map(pick).filter((value) => Number.isFinite(value));
  if (values.length === 0) return undefined;
  const all = sorted(values);
  return { median: median(all), least: all[0], most: all.at(-1), count: all.length };
}

/** The same of a ratio: each round's own, never one of medians. */
export function ratio(rounds, above, below) {
  return summary(rounds, (round) => above(round) / below(round));
}
