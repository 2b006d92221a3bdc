// A code written from docs/share-code.md alone, to hold against the one that the check-in writes.
const FIRST_DAY = Date.UTC(2026, 0, 1);
const DAY = 24 * 60 * 60 * 1000;
const MODULUS = 999_983n;

/** The place of a sum: fewer answers first, then the lower sum. */
function place([sum, answered], least) {
  let before = 0;
  for (let fewer = least; fewer < answered; fewer += 1) before += 4 * fewer + 1;
  return before + sum;
}

/** `date` is a day such as 2026-11-23; sums are [sum, answered], and undefined where there is no number. */
export function codeOf({ loved = false, date, accountability, healing, stability, version = 1, items = 1 }) {
  const area = (part) => (part ? 1 + place(part, 4) : 0);
  const days = (Date.parse(date) - FIRST_DAY) / DAY;
  const places = [[2, Number(loved)], [36_525, days], [30, place(accountability, 3)], [64, area(healing)], [64, area(stability)]];
  const number = places.reduceRight((higher, [size, value]) => higher * BigInt(size) + BigInt(value), 0n);
  const body = `${version}${items}${String(number).padStart(10, '0')}`;
  for (let check = 0n; ; check += 1n) {
    if ((BigInt(body) * 1_000_000n + check) % MODULUS === 1n) return `${body}${String(check).padStart(6, '0')}`.match(/.{3}/g).join(' ');
  }
}
