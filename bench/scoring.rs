//! Native timings of scoring, for `cargo xtask bench`. Built for size, like the shipped files.
//!
//! The session has only the built-in 18 questions. The parts of a step that grow with the questionnaire, the list of
//! answers and the scoring, accept any definition: they are timed at 18 and at 1,000 questions.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "a benchmark that cannot go on should stop"
)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use trust_checkin::domain::answers::{Answer, Answers};
use trust_checkin::domain::archive::Archive;
use trust_checkin::domain::change::Change;
use trust_checkin::domain::definition::{Definition, Draft, DraftScale, MAX_ITEMS, check};
use trust_checkin::domain::instrument::{Instrument, Perspective, Scope};
use trust_checkin::domain::item::{Codes, Item, ItemIdx, Keying};
use trust_checkin::domain::saved::MOST_SAVED;
use trust_checkin::domain::saved::{Mark, Record};
use trust_checkin::domain::score::{Exact, Method};
use trust_checkin::domain::session::{Catalog, Msg, Session, step};
use trust_checkin::formats::saved::{read, write};

const PERSPECTIVE: Perspective = Perspective::Recovery;
const DAY: i64 = 24 * 60 * 60 * 1000;
const SIZES: [usize; 2] = [18, MAX_ITEMS];

/// The benchmark reader's answer to an item: all five codes occur, and no answer is missing.
fn code(at: ItemIdx) -> Answer {
    Answer::Chosen((at.0 % 5) as i64)
}

fn answer_all(definition: &Definition) -> Answers {
    definition.places().fold(definition.no_answers(), |answers, at| {
        answers.with(at, code(at)).expect("the code is in range")
    })
}

/// Three scales with four bands each that divide `items` items, every third of them reverse-keyed.
fn draft(items: usize) -> Draft {
    let id = |n: usize| format!("Q{n}");
    let scale = |third: usize| {
        let items: Vec<String> = (third..items).step_by(3).map(id).collect();
        DraftScale {
            id: format!("scale {third}"),
            min_answered: items.len() * 2 / 3,
            items,
            method: Method::Pomp,
            factor: Exact::from(1),
            bands: [0, 40, 60, 80].map(Exact::from).to_vec(),
        }
    };
    let keying = |n: usize| if n % 3 == 1 { Keying::Reverse } else { Keying::Forward };
    Draft {
        codes: Codes { min: 0, max: 4 },
        items: (0..items).map(|n| Item { id: id(n), keying: keying(n) }).collect(),
        scales: (0..3).map(scale).collect(),
    }
}

/// A session at the middle question.
fn halfway(catalog: &Catalog) -> (Session, ItemIdx) {
    let middle = ItemIdx(9);
    let before = [Msg::PerspectiveChosen(PERSPECTIVE), Msg::Began, Msg::Settled];
    let questions = (0..middle.0).map(ItemIdx).flat_map(|at| [Msg::Answered(at, code(at)), Msg::WentOn(at)]);
    let session = before.into_iter().chain(questions).fold(Session::default(), |session, msg| {
        step(catalog, &session, msg).expect("the message belongs here").session
    });
    (session, middle)
}

fn check_in(c: &mut Criterion) {
    let instrument = Instrument::new(PERSPECTIVE, Scope::Full).expect("the built-in table is sound");
    let answers = answer_all(instrument.definition());
    let score = |answers: &Answers| (instrument.area_scores(answers), instrument.strategy_scores(answers));
    c.bench_function("score 18", |b| b.iter(|| score(black_box(&answers))));
    // The same work as giving SurveyJS 18 answers and reading its calculated values.
    c.bench_function("answer and score 18", |b| {
        b.iter(|| score(&answer_all(black_box(instrument.definition()))));
    });
    let catalog = Catalog::built_in().expect("the built-in table is sound");
    let (session, at) = halfway(&catalog);
    c.bench_function("step 18", |b| {
        b.iter(|| {
            let answered = step(&catalog, black_box(&session), Msg::Answered(at, code(at)))?;
            step(&catalog, &answered.session, Msg::WentOn(at))
        });
    });
}

fn sizes(c: &mut Criterion) {
    for items in SIZES {
        let definition = check(draft(items)).unwrap_or_else(|problems| panic!("{problems:?}"));
        let answers = answer_all(&definition);
        c.bench_function(&format!("load {items}"), |b| {
            b.iter_batched(|| draft(items), check, BatchSize::SmallInput);
        });
        c.bench_function(&format!("one answer {items}"), |b| {
            b.iter(|| black_box(&answers).with(ItemIdx(9), Answer::Chosen(3)));
        });
        c.bench_function(&format!("all scores {items}"), |b| {
            let scales = ["scale 0", "scale 1", "scale 2"];
            b.iter(|| scales.map(|scale| definition.score(scale, black_box(&answers))));
        });
    }
}

/// Check-ins of two people and two perspectives, with answers and notes.
fn saved(count: usize) -> String {
    let catalog = Catalog::built_in().expect("the built-in table is sound");
    let (session, _) = halfway(&catalog);
    let run = session.run().expect("a question belongs to a run");
    let record = |at: usize| {
        let content = run.content(at.is_multiple_of(2)).in_list(1 + (at % 2) as i64).noting("Call Sam.");
        Record { mark: Mark { sequence: at as i64 + 1, saved: at as i64 * DAY }, content }
    };
    write(&Archive::of((0..count).map(record).collect()).expect("the list is in order"))
}

/// The work of "My saved check-ins" and of the change: reads the text, drops expired check-ins, builds lists, and computes
/// the change since the last and since the first.
fn history(c: &mut Criterion) {
    for count in [100, MOST_SAVED] {
        let text = saved(count);
        c.bench_function(&format!("history {count}"), |b| {
            b.iter(|| {
                let archive = read(black_box(&text)).expect("the text is what was written").at(0);
                let this = archive.records().last().expect("there are some").clone();
                let before = archive.before(&this);
                let since = |earlier: Option<&&Record>| Change::between(earlier?, &this);
                (archive.groups().len(), since(before.first()), since(before.last()))
            });
        });
    }
}

/// Short measurements, since `cargo xtask bench` repeats them in every round.
fn config() -> Criterion {
    Criterion::default()
        .without_plots()
        .sample_size(50)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! { name = scoring; config = config(); targets = check_in, sizes, history }
criterion_main!(scoring);
