// Statistics for the tables. Ratios are computed within a round, where both sides ran on the machine in the same state.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The quantile `share` of the values, linearly interpolated. */
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

/** Median, minimum and maximum of `pick` over the rounds; rounds without a value are skipped. */
export function summary(rounds, pick) {
  const values = rounds.map(pick).filter((value) => Number.isFinite(value));
  if (values.length === 0) return undefined;
  const all = sorted(values);
  return { median: median(all), least: all[0], most: all.at(-1), count: all.length };
}

/** The same for a ratio, computed within each round and never from medians. */
export function ratio(rounds, above, below) {
  return summary(rounds, (round) => above(round) / below(round));
}
