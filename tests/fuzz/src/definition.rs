//! Fuzz target: builds a questionnaire from bytes, and a reader who answers it.

use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::definition::{
    Definition, Draft, DraftScale, MAX_CODE, MAX_ITEMS, MAX_SCALES, check,
};
use trust_checkin::domain::item::{Codes, Item, ItemIdx, Keying};
use trust_checkin::domain::score::{Exact, Method, rounded};

/// Whether the definition was accepted. If so, checks that every scale has a finite score for any answers.
pub fn read(bytes: &[u8]) -> bool {
    let mut bytes = Bytes(bytes);
    let draft = draft(&mut bytes);
    match check(draft) {
        Ok(definition) => {
            answer(&definition, &mut bytes);
            true
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "a refusal says why");
            false
        }
    }
}

/// The input, consumed from the front; zeros after its end.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    fn up_to(&mut self, most: usize) -> usize {
        usize::from(self.byte()) % (most + 1)
    }

    /// A number that is mostly small, and now and then as large as possible.
    fn number(&mut self) -> i64 {
        let small = i64::from(self.byte() as i8);
        match small {
            120 => i64::MAX,
            121 => i64::MIN,
            122 => MAX_CODE,
            123 => MAX_CODE + 1,
            124 => -MAX_CODE,
            125..=127 => i64::from_le_bytes(std::array::from_fn(|_| self.byte())),
            _ => small,
        }
    }

    /// A fraction of any two numbers, which no constructor would allow.
    fn fraction(&mut self) -> Exact {
        Exact::new_raw(self.number(), self.number())
    }

    fn id(&mut self) -> String {
        char::from(self.byte()).to_string().repeat(self.up_to(2))
    }
}

fn draft(bytes: &mut Bytes) -> Draft {
    let codes = Codes { min: bytes.number(), max: bytes.number() };
    let mut items: Vec<Item> = (0..bytes.up_to(12)).map(|_| item(bytes)).collect();
    // Some are at the limit, or one above it.
    if bytes.byte() == u8::MAX {
        let more = MAX_ITEMS + usize::from(bytes.byte() == 0);
        items.extend((items.len()..more).map(|n| Item { id: format!("item {n}"), keying: Keying::Reverse }));
    }
    let ids: Vec<String> = items.iter().map(|item| item.id.clone()).collect();
    let mut scales: Vec<DraftScale> = (0..bytes.up_to(4)).map(|_| scale(bytes, &ids)).collect();
    if let (u8::MAX, Some(first)) = (bytes.byte(), scales.first().cloned()) {
        scales.resize(MAX_SCALES + 1, first);
    }
    Draft { codes, items, scales }
}

fn item(bytes: &mut Bytes) -> Item {
    let keying = if bytes.byte().is_multiple_of(2) { Keying::Forward } else { Keying::Reverse };
    Item { id: bytes.id(), keying }
}

fn scale(bytes: &mut Bytes, ids: &[String]) -> DraftScale {
    let method = [Method::Sum, Method::Mean, Method::Pomp][bytes.up_to(2)];
    let items = match bytes.byte() {
        0..200 => ids.to_vec(),
        _ => (0..bytes.up_to(12)).map(|_| bytes.id()).collect(),
    };
    DraftScale {
        id: bytes.id(),
        items,
        method,
        factor: bytes.fraction(),
        min_answered: bytes.up_to(3),
        bands: (0..bytes.up_to(4)).map(|_| bytes.fraction()).collect(),
    }
}

fn answer(definition: &Definition, bytes: &mut Bytes) {
    let mut answers = definition.no_answers();
    for at in definition.places() {
        let answer = match bytes.byte() {
            0..40 => Answer::Skipped,
            _ => Answer::Chosen(definition.codes().min.saturating_add(i64::from(bytes.byte() % 8))),
        };
        // Codes and items that the definition does not have are refused.
        let within = !matches!(answer, Answer::Chosen(code) if !definition.codes().contains(code));
        let given = answers.with(at, answer);
        assert_eq!(given.is_ok(), within, "{answer:?}");
        answers = given.unwrap_or(answers);
    }
    assert!(answers.with(ItemIdx(definition.items().len()), Answer::Skipped).is_err(), "no such item");
    // The largest possible sum: the most items, each with the greatest code, times the greatest factor.
    let most = 100 * MAX_ITEMS as i64 * MAX_CODE * MAX_CODE;
    let scales = (0..=u8::MAX).flat_map(|c| (0..3).map(move |times| char::from(c).to_string().repeat(times)));
    for score in scales.filter_map(|id| definition.score(&id, &answers)) {
        if let Some(value) = score.value() {
            assert!(rounded(value, 2).abs() <= 100 * most, "{value} is out of bounds");
        }
    }
}
