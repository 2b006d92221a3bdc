//! How two check-ins differ, and which belong together.

use num_rational::Ratio;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use trust_checkin::domain::archive::{Archive, Loaded};
use trust_checkin::domain::chance::Certainty;
use trust_checkin::domain::change::{CLOSE_DAYS, Change, Interval, LEAST_DAYS, LEAST_SAME, Verdict, Why};
use trust_checkin::domain::content::{AreaSum, Content, FIRST_LIST, LAST_LIST, LONGEST_NOTE};
use trust_checkin::domain::instrument::{Area, Perspective, Scope};
use trust_checkin::domain::saved::{MOST_LOADED, SAVED_FOR};
use trust_checkin::domain::saved::{Mark, Record, StoreError};

use super::given::{AREAS, L, P};

const DAY: i64 = 24 * 60 * 60 * 1000;
const NOW: i64 = 1_795_000_000_000;
const APART: i64 = NOW + 35 * DAY;
const VERDICTS: [(&str, Verdict); 5] = [
    ("clear +", Verdict::Higher(Certainty::Clear)),
    ("clear -", Verdict::Lower(Certainty::Clear)),
    ("possible +", Verdict::Higher(Certainty::Possible)),
    ("possible -", Verdict::Lower(Certainty::Possible)),
    ("same", Verdict::Same),
];

fn config(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..Config::default() }
}

/// An area with this sum over these of its items, by their place in the order in which they are asked.
fn over(area: Area, sum: i64, places: &[usize]) -> AreaSum {
    let ids = AREAS.iter().find(|(letter, _)| *letter == super::given::area(area)).unwrap().1;
    let order = "A1 H1 S2 A2 H3 S4 A3 H2 S1 A5 H4 S3 A4 H6 S6 A6 H5 S5";
    let asked: Vec<&str> = order.split(' ').filter(|id| ids.contains(id)).collect();
    let answered: Vec<&'static str> =
        places.iter().map(|at| *ids.iter().find(|id| **id == asked[*at]).unwrap()).collect();
    AreaSum { area, sum, answered }
}

fn first(area: Area, sum: i64, count: usize) -> AreaSum {
    over(area, sum, &(0..count).collect::<Vec<_>>())
}

fn content(perspective: Perspective, stability: AreaSum) -> Content {
    let areas = vec![first(Area::Accountability, 12, 6), first(Area::Healing, 3, 3), stability];
    Content::checked(perspective, Scope::Full, areas, None).unwrap()
}

fn record(sequence: i64, saved: i64, content: Content) -> Record {
    Record { mark: Mark { sequence, saved }, content }
}

/// What becomes of Stability, given as sum and number answered, five weeks later.
fn stability(before: AreaSum, after: AreaSum) -> Verdict {
    let change = Change::between(&record(1, NOW, content(P, before)), &record(2, APART, content(P, after)));
    change.unwrap().areas.into_iter().find(|(area, _)| *area == Area::Stability).unwrap().1
}

fn of(before: (i64, usize), after: (i64, usize)) -> Verdict {
    stability(first(Area::Stability, before.0, before.1), first(Area::Stability, after.0, after.1))
}

#[test]
fn the_threshold_is_that_of_the_table() {
    let check = |before: &str, after: &str, expected: &str| {
        let read = |text: &str| {
            let (sum, count) = text.split_once('/').unwrap();
            (sum.parse().unwrap(), count.parse().unwrap())
        };
        let (before, after) = (read(before), read(after));
        let expected = VERDICTS.iter().find(|(name, _)| *name == expected).unwrap().1;
        assert_eq!(of(before, after), expected, "{before:?} to {after:?}");
    };
    // 24.8: six steps are 25 points, five 20.8. Half of it is 12.4: three steps are 12.5, two 8.3.
    check("9/6", "15/6", "clear +");
    check("15/6", "9/6", "clear -");
    check("9/6", "14/6", "possible +");
    check("9/6", "12/6", "possible +");
    check("12/6", "9/6", "possible -");
    check("9/6", "11/6", "same");
    check("9/6", "9/6", "same");
    // 26.0 for six and five: 50 to 75 is 25, 50 to 80 is 30. 13.0: 50 to 65 is 15, 58.3 to 70 is 11.7.
    check("12/6", "15/5", "possible +");
    check("12/6", "16/5", "clear +");
    check("12/6", "13/5", "possible +");
    check("14/6", "14/5", "same");
    // 27.2 for five and five: 25 is possible, 30 is clear. 13.6: 10 and 15.
    check("10/5", "15/5", "possible +");
    check("10/5", "16/5", "clear +");
    check("10/5", "12/5", "same");
    check("10/5", "13/5", "possible +");
    // 27.7 for six and four: 50 to 25 is 25, 54.2 to 25 is 29.2. 13.9: 50 to 37.5 is 12.5, 54.2 to 37.5 is 16.7.
    check("12/6", "4/4", "possible -");
    check("13/6", "4/4", "clear -");
    check("12/6", "6/4", "same");
    check("13/6", "6/4", "possible -");
    // 30.4 for four and four: 25 is possible, 31.25 is clear. 15.2: 12.5 and 18.75.
    check("4/4", "8/4", "possible +");
    check("4/4", "9/4", "clear +");
    check("4/4", "6/4", "same");
    check("4/4", "7/4", "possible +");
}

/// The rule as the specification writes it, over fractions of 128 bits.
fn oracle((sum, count): (i64, usize), (later, later_count): (i64, usize)) -> Verdict {
    let number = |sum: i64, count: usize| Ratio::new(100 * i128::from(sum), 4 * count as i128);
    let difference = number(later, later_count) - number(sum, count);
    let noise = Ratio::new(480, count as i128) + Ratio::new(480, later_count as i128);
    let threshold = Ratio::new(196, 100) * Ratio::new(196, 100) * noise;
    let square = difference * difference;
    let zero = Ratio::from_integer(0);
    let sure = match () {
        () if square >= threshold => Certainty::Clear,
        () if square >= threshold / 4 => Certainty::Possible,
        () => return Verdict::Same,
    };
    if difference > zero { Verdict::Higher(sure) } else { Verdict::Lower(sure) }
}

#[test]
fn every_pair_of_areas_is_judged_as_the_rule_says() {
    let all = || (4..=6_usize).flat_map(|count| (0..=4 * count as i64).map(move |sum| (sum, count)));
    let mut pairs = 0;
    for before in all() {
        for after in all() {
            assert_eq!(of(before, after), oracle(before, after), "{before:?} to {after:?}");
            pairs += 1;
        }
    }
    assert_eq!(pairs, (17 + 21 + 25) * (17 + 21 + 25));
}

#[test]
fn an_area_needs_a_number_both_times_and_four_of_the_same_items() {
    let stays = |places: &[usize]| over(Area::Stability, 8, places);
    let none = |why| Verdict::None(why);
    assert_eq!(of((6, 3), (8, 4)), none(Why::NotScored));
    assert_eq!(of((8, 4), (6, 3)), none(Why::NotScored));
    assert_eq!(stability(stays(&[0, 1, 2, 3]), stays(&[2, 3, 4, 5])), none(Why::FewSame(2)));
    assert_eq!(stability(stays(&[0, 1, 2, 3, 4]), stays(&[2, 3, 4, 5])), none(Why::FewSame(3)));
    assert_eq!(stability(stays(&[0, 1, 2, 3, 4]), stays(&[1, 2, 3, 4, 5])), Verdict::Same);
    assert_eq!(LEAST_SAME, 4);
    // Whoever had no one in mind the first time has no number for the others.
    let alone = Content::checked(P, Scope::StabilityOnly, vec![first(Area::Stability, 12, 6)], None).unwrap();
    let full = content(P, first(Area::Stability, 12, 6));
    let change = Change::between(&record(1, NOW, alone.clone()), &record(2, APART, full.clone())).unwrap();
    let expected = [none(Why::NotScored), none(Why::NotScored), Verdict::Same];
    assert_eq!(change.areas.iter().map(|(_, verdict)| *verdict).collect::<Vec<_>>(), expected);
    let change = Change::between(&record(1, NOW, full), &record(2, APART, alone)).unwrap();
    assert_eq!(change.areas, [(Area::Stability, Verdict::Same)]);
}

#[test]
fn check_ins_of_another_perspective_or_list_are_not_compared() {
    let one = content(P, first(Area::Stability, 12, 6));
    let between = |other: Content| Change::between(&record(1, NOW, one.clone()), &record(2, APART, other));
    assert!(between(one.clone()).is_some());
    assert_eq!(between(content(L, first(Area::Stability, 12, 6))), None);
    assert_eq!(between(one.clone().in_list(2)), None);
}

#[test]
fn r08_r09_the_order_is_that_of_saving_and_no_interval_is_negative() {
    let low = content(P, first(Area::Stability, 6, 6));
    let high = content(P, first(Area::Stability, 18, 6));
    let between = |days: i64, more: i64| {
        let change =
            Change::between(&record(1, NOW, low.clone()), &record(2, NOW + days * DAY + more, high.clone()));
        let change = change.unwrap();
        (change.interval, change.areas[2].1)
    };
    let higher = Verdict::Higher(Certainty::Clear);
    assert_eq!(between(35, 0), (Interval::Wide, higher));
    assert_eq!(between(CLOSE_DAYS, 0), (Interval::Wide, higher));
    assert_eq!(between(CLOSE_DAYS, -1), (Interval::Close, higher));
    assert_eq!(between(LEAST_DAYS, 0), (Interval::Close, higher));
    assert_eq!(between(LEAST_DAYS, -1), (Interval::TooShort(13), Verdict::None(Why::TooSoon(13))));
    assert_eq!(between(0, 0), (Interval::TooShort(0), Verdict::None(Why::TooSoon(0))));
    // The clock was set back, by an hour or by years.
    for back in [-1, -60 * 60 * 1000, -400 * DAY, i64::MIN / 2] {
        assert_eq!(between(0, back), (Interval::Unknown, Verdict::None(Why::ClockSetBack)), "{back}");
    }
    assert_eq!(Interval::between(i64::MIN, i64::MAX), Interval::Wide);
    assert_eq!(Interval::between(i64::MAX, i64::MIN), Interval::Unknown);
    // Whichever is given first: the one saved later is the later one.
    let (one, two) = (record(1, NOW, low), record(2, APART, high));
    assert_eq!(Change::between(&two, &one), Change::between(&one, &two));
    assert!(!Change::between(&one, &two).unwrap().has_fall());
    let fallen = Record { content: one.content.clone(), ..record(3, APART + 35 * DAY, two.content.clone()) };
    assert!(Change::between(&two, &fallen).unwrap().has_fall());
}

#[test]
fn a_list_is_of_one_perspective_and_a_new_one_has_a_number_of_its_own() {
    let mut archive = Archive::default();
    let mut save = |content: &Content, list: i64| {
        archive = archive.with(content.clone().in_list(list), None, NOW).unwrap().0;
    };
    let (mine, theirs) = (content(P, first(Area::Stability, 6, 6)), content(L, first(Area::Stability, 6, 6)));
    for (content, list) in [(&mine, 1), (&theirs, 1), (&mine, 2), (&mine, 1)] {
        save(content, list);
    }
    let numbers = |group: &Vec<&Record>| group.iter().map(|record| record.mark.sequence).collect::<Vec<_>>();
    assert_eq!(archive.groups().iter().map(numbers).collect::<Vec<_>>(), [vec![1, 4], vec![3], vec![2]]);
    assert_eq!([P, L].map(|perspective| archive.last_list(perspective)), [1, 1]);
    let later = archive.with(theirs.clone().in_list(7), None, NOW).unwrap().0;
    assert_eq!([P, L].map(|perspective| later.last_list(perspective)), [1, 7]);
    assert_eq!([P, L].map(|perspective| archive.new_list(perspective)), [Some(3), Some(2)]);
    let before = |list| {
        let this = Record { mark: archive.next_mark(APART), content: mine.clone().in_list(list) };
        archive.before(&this).iter().map(|record| record.mark.sequence).collect::<Vec<_>>()
    };
    assert_eq!((before(1), before(2), before(3)), (vec![1, 4], vec![3], vec![]));
    // What was saved after it is no part of what was before.
    let kept = archive.records()[0].clone();
    assert_eq!(archive.before(&kept), Vec::<&Record>::new());
    assert_eq!(Archive::default().last_list(P), FIRST_LIST);
    let last = archive.with(mine.clone().in_list(LAST_LIST), None, NOW).unwrap().0;
    assert_eq!(last.new_list(P), Some(3));
    let full =
        (3..LAST_LIST).fold(last, |all, list| all.with(mine.clone().in_list(list), None, NOW).unwrap().0);
    assert_eq!(full.new_list(P), None);
    // No list has such a number.
    for wrong in [0, LAST_LIST + 1, -1, i64::MAX] {
        assert_eq!(mine.clone().in_list(wrong).list(), FIRST_LIST);
    }
}

#[test]
fn r54_a_note_is_as_long_as_there_is_room_and_may_be_in_any_script() {
    let noting = |note: &str| content(P, first(Area::Stability, 6, 6)).noting(note).note().map(str::to_owned);
    assert_eq!(noting("  call Sam \n"), Some("call Sam".to_owned()));
    assert_eq!(noting(" \n "), None);
    let odd = "\u{202e}\u{0}\u{1F468}\u{200D}\u{1F469}e\u{301}";
    assert_eq!(noting(odd), Some(odd.to_owned()));
    assert_eq!(noting(&"é".repeat(LONGEST_NOTE + 5)), Some("é".repeat(LONGEST_NOTE)));
    // What is cut is a note again, and the same one.
    let cut = noting(&[&"x".repeat(LONGEST_NOTE - 1), " y"].concat()).unwrap();
    assert_eq!(noting(&cut), Some(cut));
}

#[test]
fn a_file_that_is_loaded_adds_what_is_not_there_and_nothing_twice() {
    let low = content(P, first(Area::Stability, 6, 6));
    let high = content(P, first(Area::Stability, 18, 6));
    let archive = |records: Vec<Record>| Archive::of(records).unwrap();
    let file = archive(vec![
        record(1, NOW - 40 * DAY, low.clone().noting("from the file")),
        record(5, NOW, high.clone()),
    ]);
    let check = |here: Archive, now: i64, loaded: Loaded, expected: &[(i64, i64)]| {
        let (merged, found) = here.merged(&file, now).unwrap();
        assert_eq!(found, loaded);
        let marks: Vec<_> =
            merged.records().iter().map(|record| (record.mark.sequence, record.mark.saved)).collect();
        assert_eq!(marks, expected);
        merged
    };
    let loaded = |added, known, expired| Loaded { added, known, expired };
    // Into an empty store, with numbers of its own.
    let same = check(Archive::default(), NOW, loaded(2, 0, 0), &[(1, NOW - 40 * DAY), (2, NOW)]);
    let contents =
        |archive: &Archive| archive.records().iter().map(|one| one.content.clone()).collect::<Vec<_>>();
    assert_eq!(contents(&same), contents(&file));
    assert_eq!(check(file.clone(), NOW, loaded(0, 2, 0), &[(1, NOW - 40 * DAY), (5, NOW)]), file);
    // Between what is there, by the clock; the order of each stays.
    let here = archive(vec![record(2, NOW - 50 * DAY, high.clone()), record(3, NOW - DAY, high.clone())]);
    let expected = [(1, NOW - 50 * DAY), (2, NOW - 40 * DAY), (3, NOW - DAY), (4, NOW)];
    let merged = check(here.clone(), NOW, loaded(2, 0, 0), &expected);
    // Who saves again after that finds their own check-in.
    let (again, mark) = merged.with(low.clone(), Some(here.records()[0].mark), NOW).unwrap();
    assert_eq!((again.records().len(), mark), (4, Mark { sequence: 1, saved: NOW - 50 * DAY }));
    // A file made an hour before the check-in was saved holds the same one. What only the file has comes along.
    let here = archive(vec![record(1, NOW - 40 * DAY + DAY / 24, low.clone()), record(2, NOW, high.clone())]);
    let merged = check(here, NOW, loaded(0, 2, 0), &[(1, NOW - 40 * DAY + DAY / 24), (2, NOW)]);
    assert_eq!(merged.records()[0].content.note(), Some("from the file"));
    // What was changed after the file was made stays as it is here.
    let here = archive(vec![record(1, NOW - 40 * DAY, high.clone().noting("mine"))]);
    let merged = check(here, NOW, loaded(1, 1, 0), &[(1, NOW - 40 * DAY), (2, NOW)]);
    assert_eq!(merged.records()[0].content.note(), Some("mine"));
    // Two alike within a day are two, and each is found once.
    let here = archive(vec![record(1, NOW, high.clone())]);
    let two = archive(vec![record(1, NOW - DAY / 2, high.clone()), record(2, NOW, high.clone())]);
    assert_eq!(here.merged(&two, NOW).unwrap().1, loaded(1, 1, 0));
    // Ninety days are ninety days.
    check(Archive::default(), NOW + SAVED_FOR - DAY, loaded(1, 0, 1), &[(1, NOW)]);
}

#[test]
fn a_check_in_is_found_by_its_mark_where_a_file_has_moved_it_too() {
    let with = |sum| content(P, first(Area::Stability, sum, 6));
    let here = Archive::of(vec![record(1, NOW, with(1)), record(2, NOW + DAY, with(2))]).unwrap();
    let mark = here.records()[1].mark;
    assert_eq!(here.find(mark), Some(&here.records()[1]));
    let file = Archive::of(vec![record(1, NOW - 5 * DAY, with(3))]).unwrap();
    let moved = here.merged(&file, NOW + DAY).unwrap().0;
    assert_eq!(moved.find(mark), Some(&record(3, NOW + DAY, with(2))));
    assert_eq!(moved.find(Mark { sequence: 2, saved: NOW + 2 * DAY }), None);
}

#[test]
fn check_ins_of_a_file_are_the_same_only_with_the_same_sums_of_the_same_person_within_a_day() {
    let sums = |perspective, sum| content(perspective, first(Area::Stability, sum, 6));
    let here = Archive::of(vec![record(1, NOW, sums(P, 6))]).unwrap();
    let check = |saved: i64, content: Content, added: usize| {
        let file = Archive::of(vec![record(1, saved, content.clone())]).unwrap();
        assert_eq!(here.merged(&file, NOW + 2 * DAY).unwrap().1.added, added, "{saved} {content:?}");
    };
    check(NOW + DAY - 1, sums(P, 6), 0);
    check(NOW - DAY + 1, sums(P, 6), 0);
    check(NOW + DAY, sums(P, 6), 1);
    check(NOW - DAY, sums(P, 6), 1);
    check(NOW + 1, sums(P, 7), 1);
    check(NOW + 1, sums(L, 6), 1);
    check(NOW, sums(L, 6), 1);
    // At one moment one person saves once. What a file says of other answers is not taken over.
    check(NOW, sums(P, 7), 0);
    let file = Archive::of(vec![record(1, NOW, sums(P, 7).noting("of other answers"))]).unwrap();
    assert_eq!(here.merged(&file, NOW).unwrap().0, here);
}

#[test]
fn r02_a_file_that_has_no_room_changes_nothing() {
    let many = |from: i64, count: usize| {
        let one = |at: i64| {
            record(at + 1, from + at * 2 * DAY / 100, content(P, first(Area::Stability, at % 25, 6)))
        };
        Archive::of((0..count as i64).map(one).collect()).unwrap()
    };
    let here = many(NOW, MOST_LOADED - 1);
    let far = NOW + 80 * DAY;
    let now = far + 9 * DAY;
    // What is there already needs no room.
    let (same, loaded) = here.merged(&many(NOW + 1, 2), now).unwrap();
    assert_eq!((same, loaded), (here.clone(), Loaded { known: 2, ..Loaded::default() }));
    assert_eq!(many(NOW, 3).merged(&many(far, 400), now).unwrap().0.records().len(), 403);
    assert_eq!(here.merged(&many(far, 2), now), Err(StoreError::Full));
    assert_eq!(here.merged(&many(far, 1), now).unwrap().0.records().len(), MOST_LOADED);
}

fn areas() -> impl Strategy<Value = AreaSum> {
    prop::sample::subsequence((0..6).collect::<Vec<usize>>(), 0..=6).prop_flat_map(|places| {
        (0..=4 * places.len() as i64).prop_map(move |sum| over(Area::Stability, sum, &places))
    })
}

fn records() -> impl Strategy<Value = Record> {
    (1..1000_i64, any::<i64>(), areas())
        .prop_map(|(sequence, saved, area)| record(sequence, saved, content(P, area)))
}

fn turned(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::Higher(sure) => Verdict::Lower(sure),
        Verdict::Lower(sure) => Verdict::Higher(sure),
        other => other,
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn going_back_is_the_same_change_the_other_way(one in areas(), other in areas()) {
        prop_assert_eq!(stability(other.clone(), one.clone()), turned(stability(one, other)));
    }

    #[test]
    fn whatever_the_clock_says_the_later_saved_is_the_later(one in records(), other in records()) {
        prop_assume!(one.mark.sequence != other.mark.sequence);
        let change = Change::between(&one, &other).unwrap();
        prop_assert_eq!(Change::between(&other, &one).unwrap(), change.clone());
        if let Interval::TooShort(days) = change.interval {
            prop_assert!((0..LEAST_DAYS).contains(&days));
        }
        let (earlier, later) = if one.mark.sequence < other.mark.sequence { (&one, &other) } else { (&other, &one) };
        prop_assert_eq!(change.interval == Interval::Unknown, later.mark.saved < earlier.mark.saved);
    }

    #[test]
    fn loading_a_file_loses_nothing_and_a_second_time_adds_nothing(
        here in prop::collection::vec((0..60_i64, areas()), 0..6),
        there in prop::collection::vec((0..60_i64, areas()), 0..6),
    ) {
        let archive = |given: Vec<(i64, AreaSum)>| {
            let one = |(at, (days, area)): (usize, (i64, AreaSum))| {
                record(at as i64 + 1, NOW - days * DAY + at as i64, content(P, area))
            };
            Archive::of(given.into_iter().enumerate().map(one).collect()).unwrap()
        };
        let (here, there) = (archive(here), archive(there));
        let (merged, loaded) = here.merged(&there, NOW).unwrap();
        prop_assert_eq!(merged.records().len(), here.records().len() + loaded.added);
        prop_assert_eq!(loaded.added + loaded.known, there.records().len());
        // Each list is still there, in its own order.
        for archive in [&here, &there] {
            let sums = |archive: &Archive| {
                archive.records().iter().map(|record| record.content.areas().to_vec()).collect::<Vec<_>>()
            };
            if archive == &here || loaded.known == 0 {
                let mut all = sums(&merged).into_iter();
                prop_assert!(sums(archive).into_iter().all(|sum| all.any(|other| other == sum)));
            }
        }
        prop_assert!(Archive::of(merged.records().to_vec()).is_some());
        let (again, loaded) = merged.merged(&there, NOW).unwrap();
        prop_assert_eq!(loaded.added, 0);
        prop_assert_eq!(again, merged);
    }
}
