//! The questionnaire as the specification prints it, and answers in a short notation.
//!
//! Nothing here is read from the code under test: areas, reversals and strategies are written down again.

use trust_checkin::domain::answers::{Answer, Answers};
use trust_checkin::domain::device::Response;
use trust_checkin::domain::instrument::{Area, Instrument, Perspective, Scope, Strategy};
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::score::{Exact, rounded};
use trust_checkin::domain::session::{CompareMsg, Msg, SavingMsg};
use trust_checkin::edition::FullOnly;

/// A person in recovery.
pub(crate) const P: Perspective = Perspective::Recovery;
/// A loved one.
pub(crate) const L: Perspective = Perspective::Loved;

/// Either of them.
pub(crate) fn perspective() -> impl proptest::strategy::Strategy<Value = Perspective> {
    proptest::prop_oneof![proptest::strategy::Just(P), proptest::strategy::Just(L)]
}

/// The areas, their items in the order of their numbers.
pub(crate) const AREAS: [(&str, [&str; 6]); 3] = [
    ("A", ["A1", "A2", "A3", "A4", "A5", "A6"]),
    ("H", ["H1", "H2", "H3", "H4", "H5", "H6"]),
    ("S", ["S1", "S2", "S3", "S4", "S5", "S6"]),
];

/// The reverse-keyed items.
pub(crate) const REVERSE: [&str; 6] = ["A2", "A4", "H2", "H5", "S3", "S6"];

/// The strategies, in the order C R P S.
pub(crate) fn strategies(perspective: Perspective) -> [(&'static str, &'static [&'static str]); 4] {
    match perspective {
        Perspective::Recovery => [
            ("C", &["A1", "A2", "H1", "H2", "S1"]),
            ("R", &["A3", "A4", "H3", "S2", "S3"]),
            ("P", &["A5", "H4", "H5", "S4"]),
            ("S", &["A6", "H6", "S5", "S6"]),
        ],
        Perspective::Loved => [
            ("C", &["H1", "H2", "S1"]),
            ("R", &["H3", "S2", "S3"]),
            ("P", &["A5", "H4", "S4"]),
            ("S", &["A6", "H6", "S5", "S6"]),
        ],
    }
}

/// A value of the full edition, which the tests run in.
pub(crate) fn full_only<T>(value: T) -> FullOnly<T> {
    FullOnly::new(value).unwrap()
}

/// A message about comparing.
pub(crate) fn pair(msg: CompareMsg) -> Msg {
    Msg::Compare(full_only(msg))
}

/// A message about saved check-ins.
pub(crate) fn saving(msg: SavingMsg) -> Msg {
    Msg::Saving(full_only(msg))
}

/// A response of the device, as a message.
pub(crate) fn responded(response: Response) -> Msg {
    saving(SavingMsg::Responded(response))
}

/// The questionnaire of a perspective, all 18 items.
pub(crate) fn full(perspective: Perspective) -> Instrument {
    Instrument::new(perspective, Scope::Full).unwrap()
}

/// The questionnaire for a reader with no one in mind.
pub(crate) fn stability_only(perspective: Perspective) -> Instrument {
    Instrument::new(perspective, Scope::StabilityOnly).unwrap()
}

/// The id of an item.
pub(crate) fn id(instrument: &Instrument, at: ItemIdx) -> &str {
    instrument.row(at).unwrap().id
}

/// Raw answers by area, items in the order of their numbers: `312234 233-12 1321--`. `-` is Skip, `.` is
/// not reached or not asked. Single items may follow, replacing: `S5=1 H6=-`.
pub(crate) fn given(instrument: &Instrument, notation: &str) -> Answers {
    let (areas, single) = split(notation);
    let mut answers = instrument.definition().no_answers();
    assert_eq!(areas.len(), AREAS.len(), "three areas: {notation}");
    for ((_, ids), area) in AREAS.iter().zip(areas) {
        assert_eq!(area.chars().count(), ids.len(), "six items: {notation}");
        for (id, mark) in ids.iter().zip(area.chars()) {
            answers = put(instrument, answers, id, mark);
        }
    }
    override_with(instrument, answers, &single)
}

/// Answers by area as keyed sum and number answered: `9/6 15/6 16/4`. The sum is spread as evenly as it
/// goes over the first items; the others are skipped. Single raw answers may follow, as in [`given`].
pub(crate) fn by_area(instrument: &Instrument, notation: &str) -> Answers {
    spread(instrument, &AREAS.map(|(_, ids)| ids.to_vec()), notation)
}

/// Answers by strategy, in the order C R P S, written as in [`by_area`]; `-` skips a whole strategy.
/// Items that count in no strategy are skipped.
pub(crate) fn by_strategy(instrument: &Instrument, notation: &str) -> Answers {
    spread(instrument, &strategies(instrument.perspective).map(|(_, ids)| ids.to_vec()), notation)
}

fn spread(instrument: &Instrument, groups: &[Vec<&str>], notation: &str) -> Answers {
    let (sums, single) = split(notation);
    assert_eq!(sums.len(), groups.len(), "a sum for each group: {notation}");
    let mut answers = given(instrument, "------ ------ ------");
    for (ids, sum) in groups.iter().zip(sums) {
        let Some((sum, answered)) = sum.split_once('/') else {
            assert_eq!(sum, "-", "a sum or a dash: {notation}");
            continue;
        };
        let (sum, answered): (usize, usize) = (sum.parse().unwrap(), answered.parse().unwrap());
        assert!(answered <= ids.len() && sum <= 4 * answered, "possible: {notation}");
        for (n, id) in ids.iter().take(answered).enumerate() {
            let keyed = sum / answered + usize::from(n < sum % answered);
            let raw = if REVERSE.contains(id) { 4 - keyed } else { keyed };
            answers = put(instrument, answers, id, char::from_digit(raw as u32, 10).unwrap());
        }
    }
    override_with(instrument, answers, &single)
}

fn split(notation: &str) -> (Vec<&str>, Vec<&str>) {
    notation.split_whitespace().partition(|word| !word.contains('='))
}

fn override_with(instrument: &Instrument, answers: Answers, single: &[&str]) -> Answers {
    single.iter().fold(answers, |answers, word| {
        let (id, mark) = word.split_once('=').unwrap();
        assert!(instrument.definition().find(id).is_some(), "{id} is asked");
        put(instrument, answers, id, mark.chars().next().unwrap())
    })
}

fn put(instrument: &Instrument, answers: Answers, id: &str, mark: char) -> Answers {
    let answer = match mark {
        '.' => return answers,
        '-' => Answer::Skipped,
        code => Answer::Chosen(code.to_digit(10).unwrap().into()),
    };
    match instrument.definition().find(id) {
        Some(at) => answers.with(at, answer).unwrap(),
        None if answer == Answer::Skipped => answers,
        None => panic!("{id} is not asked"),
    }
}

/// The letter of an area.
pub(crate) fn area(area: Area) -> &'static str {
    match area {
        Area::Accountability => "A",
        Area::Healing => "H",
        Area::Stability => "S",
    }
}

/// The letter of a strategy.
pub(crate) fn letter(strategy: Strategy) -> &'static str {
    match strategy {
        Strategy::Communication => "C",
        Strategy::Consistency => "R",
        Strategy::Patience => "P",
        Strategy::Support => "S",
    }
}

/// The letters of strategies, in their order; a dash for none.
pub(crate) fn letters(strategies: &[Strategy]) -> String {
    match strategies {
        [] => "-".to_owned(),
        some => some.iter().map(|&strategy| letter(strategy)).collect::<Vec<_>>().join(" "),
    }
}

/// A value as it is printed with two decimals.
pub(crate) fn two_decimals(value: Exact) -> String {
    let hundredths = rounded(value, 2);
    let sign = if hundredths < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}
