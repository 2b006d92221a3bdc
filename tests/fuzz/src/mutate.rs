//! Random changes to an input. The same seed gives the same changes.

/// Marsaglia's xorshift: small, and as random as this needs.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        // Zero would stay zero.
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `end`; 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() >> 16) as usize % end.max(1)
    }
}

/// Tokens that may trip parsers of JSON, addresses and words.
const TOKENS: [&str; 32] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "null",
    "true",
    "-1",
    "1e999",
    "NaN",
    "18446744073709551616",
    "\\u0000",
    "\\u202e",
    "\\ud800",
    "\u{202e}",
    "\u{2066}",
    "\u{200f}",
    "\u{0}",
    "e\u{301}\u{301}\u{301}\u{301}",
    "👩‍👩‍👧",
    "https://",
    "javascript:alert(1)",
    "data:text/html,",
    "@",
    "\\\\",
    "<script>",
    "%0a",
    "\"__proto__\":{}",
    "{word}",
];
/// The longest run of one token, and the longest mutated input.
const LONGEST_RUN: usize = 300;
const LONGEST_INPUT: usize = 200_000;

/// `input` with one to eight changes; `other` is an input to splice pieces from.
pub fn mutated(random: &mut Random, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut changed = input.to_vec();
    for _ in 0..=random.below(8) {
        change(random, &mut changed, other);
    }
    changed.truncate(LONGEST_INPUT);
    changed
}

fn change(random: &mut Random, input: &mut Vec<u8>, other: &[u8]) {
    let at = random.below(input.len() + 1);
    let (from, to) = piece(random, input.len());
    match random.below(8) {
        0 | 1 => put(input, at, TOKENS[random.below(TOKENS.len())].as_bytes()),
        2 => {
            let run = TOKENS[random.below(TOKENS.len())].repeat(random.below(LONGEST_RUN));
            put(input, at, run.as_bytes());
        }
        3 => drop(input.drain(from..to)),
        4 => {
            let again = input[from..to].to_vec();
            put(input, at, &again);
        }
        5 => {
            let (from, to) = piece(random, other.len());
            put(input, at, &other[from..to]);
        }
        _ => {
            let byte = random.below(256) as u8;
            match input.get_mut(at) {
                Some(place) => *place = byte,
                None => input.push(byte),
            }
        }
    }
}

fn put(input: &mut Vec<u8>, at: usize, piece: &[u8]) {
    input.splice(at..at, piece.iter().copied());
}

/// Start and end of a piece, which is mostly short.
fn piece(random: &mut Random, length: usize) -> (usize, usize) {
    let from = random.below(length + 1);
    let most = if random.below(4) == 0 { length } else { 40 };
    (from, (from + random.below(most + 1)).min(length))
}
