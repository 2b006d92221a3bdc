// node --test bench/
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, p95, quantile, ratio, summary } from './stats.mjs';

test('the median is the middle one, or half way between two', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([10, 9]), 9.5);
  assert.equal(median([]), undefined);
});

test('p95 falls between two values, and the order does not matter', () => {
  const to20 = Array.from({ length: 21 }, (_, n) => 20 - n);
  assert.equal(p95(to20), 19);
  assert.equal(quantile([0, 10], 0.95), 9.5);
  assert.equal(p95([7]), 7);
});

test('a ratio is taken within each round', () => {
  const rounds = [{ us: 1, peer: 2 }, { us: 30, peer: 40 }, { us: 9, peer: 10 }];
  const found = ratio(rounds, (round) => round.us, (round) => round.peer);
  assert.deepEqual(found, { median: 0.75, least: 0.5, most: 0.9, count: 3 });
  // A ratio of the medians would be 0.9.
  assert.equal(median([1, 30, 9]) / median([2, 40, 10]), 0.9);
});

test('a round without the value does not count as 0', () => {
  const rounds = [{ a: 4 }, {}, { a: 6 }];
  assert.deepEqual(summary(rounds, (round) => round.a), { median: 5, least: 4, most: 6, count: 2 });
  assert.equal(summary([{}], (round) => round.a), undefined);
  assert.equal(ratio([{ a: 1, b: 0 }], (round) => round.a, (round) => round.b), undefined);
});
