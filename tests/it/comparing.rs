//! The way to a comparison: who gets a code, who does not, and that nobody can tell why.

use prerender::{Draw, draw, english};
use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::compare::{CodeError, DAYS, FIRST_DAY, Figures, Part};
use trust_checkin::domain::device::Response;
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::instrument::Perspective;
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::session::{
    Catalog, CompareMsg, Effect, Flow, Loss, Msg, Overlay, Question, Reply, SavingMsg, Session, Stage, step,
};
use trust_checkin::domain::unfinished::Revision;
use trust_checkin::formats::share_code::write;
use trust_checkin::language::Owner;

use crate::given::{L, P, given, pair, responded, saving};

const TODAY: i64 = FIRST_DAY + 326;
pub(super) const WORKED: &str = "312234 233-12 1321--";

/// A reader on the way.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    pub(super) session: Session,
}

impl Reader {
    /// Sends what must belong to the screen.
    pub(super) fn then(self, msg: Msg) -> Reader {
        let catalog = Catalog::built_in().unwrap();
        let next = step(&catalog, &self.session, msg);
        Reader { session: next.unwrap_or_else(|| panic!("{msg:?} in {:?}", self.session)).session }
    }

    pub(super) fn pair(self, msg: CompareMsg) -> Reader {
        self.then(pair(msg))
    }

    /// The effects of a message that must belong to the screen.
    fn effects(&self, msg: CompareMsg) -> Vec<Effect> {
        step(&Catalog::built_in().unwrap(), &self.session, pair(msg)).unwrap().effects
    }

    /// In front of the results, with nothing over them.
    fn sees_results(&self) -> bool {
        self.session.overlays.is_empty() && matches!(self.session.flow, Flow::Done { .. })
    }

    /// The questions answered from the first on, and the results of today.
    fn answered(self, notation: &str) -> Reader {
        let Reader { session } = self.then(Msg::Settled);
        let Flow::Asking { run, .. } = &session.flow else { panic!("{session:?}") };
        let answers = given(&run.instrument, notation);
        let places: Vec<_> = run.instrument.definition().places().collect();
        let reviewed = places.into_iter().fold(Reader { session: session.clone() }, |reader, at| {
            reader.then(Msg::Answered(at, answers.get(at).unwrap())).then(Msg::WentOn(at))
        });
        reviewed.then(Msg::ResultsAsked).pair(CompareMsg::Dated(TODAY))
    }

    fn ignores_pair(&self, msg: CompareMsg) -> bool {
        self.ignores(pair(msg))
    }

    fn ignores(&self, msg: Msg) -> bool {
        step(&Catalog::built_in().unwrap(), &self.session, msg).is_none()
    }

    /// In front of the results, of today.
    pub(super) fn finished(perspective: Perspective, feeling: Option<Feeling>, notation: &str) -> Reader {
        Reader::undated(perspective, feeling, notation).pair(CompareMsg::Dated(TODAY))
    }

    fn undated(perspective: Perspective, feeling: Option<Feeling>, notation: &str) -> Reader {
        let begun =
            Reader { session: Session::default() }.then(Msg::PerspectiveChosen(perspective)).then(Msg::Began);
        let begun =
            feeling.into_iter().fold(begun, |reader, feeling| reader.then(Msg::FeelingChosen(feeling)));
        let instrument = begun.session.run().unwrap().instrument.clone();
        let answers = given(&instrument, notation);
        let asked = (0..instrument.len()).map(ItemIdx).fold(begun.then(Msg::Settled), |reader, at| {
            reader.then(Msg::Answered(at, answers.get(at).unwrap())).then(Msg::WentOn(at))
        });
        asked.then(Msg::ResultsAsked)
    }

    pub(super) fn replies(self, question: Question, reply: Reply) -> Reader {
        self.pair(CompareMsg::Chose(question, reply)).pair(CompareMsg::Replied(question))
    }

    /// Through both questions.
    pub(super) fn says(self, watched: Reply, afraid: Reply) -> Reader {
        self.pair(CompareMsg::Asked).replies(Question::Watched, watched).replies(Question::Afraid, afraid)
    }

    fn stage(&self) -> Stage {
        match self.session.overlays.last() {
            Some(Overlay::Comparing(stage)) => **stage,
            _ => panic!("{:?}", self.session),
        }
    }
}

pub(super) fn worked() -> Reader {
    Reader::finished(P, None, WORKED)
}

/// What the other person's code says.
pub(super) fn theirs() -> Figures {
    let accountability = Part::checked(6, 4, Part::OF_SAME_ACTS).unwrap();
    let healing = Part::checked(20, 6, Part::OF_AREA);
    Figures { items: 1, perspective: L, day: TODAY - 14, accountability, healing, stability: None }
}

#[test]
fn only_no_to_both_questions_leads_to_a_code() {
    for &watched in Question::Watched.replies() {
        let asked = worked().pair(CompareMsg::Asked).replies(Question::Watched, watched);
        if watched != Reply::No {
            assert_eq!(asked.stage(), Stage::Refused, "{watched:?}");
            continue;
        }
        for &afraid in Question::Afraid.replies() {
            let stage = asked.clone().replies(Question::Afraid, afraid).stage();
            assert_eq!(matches!(stage, Stage::Warned { .. }), afraid == Reply::No, "{afraid:?}: {stage:?}");
            assert_eq!(stage == Stage::Refused, afraid != Reply::No, "{afraid:?}: {stage:?}");
        }
    }
}

#[test]
fn a_code_carries_sums_and_nothing_else_that_the_reader_said() {
    let figures = |reader: Reader| match reader.says(Reply::No, Reply::No).stage() {
        Stage::Warned { mine } => mine,
        other => panic!("{other:?}"),
    };
    let mine = figures(worked());
    let part = |sum, answered, enough| Part::checked(sum, answered, enough);
    assert_eq!(Some(mine.accountability), part(10, 4, Part::OF_SAME_ACTS));
    assert_eq!(mine.healing, part(11, 5, Part::OF_AREA));
    assert_eq!(mine.stability, part(7, 4, Part::OF_AREA));
    assert_eq!((mine.items, mine.perspective, mine.day), (1, P, TODAY));
    // Another answer to A5 and A6, another order of the same sum, and how the reader is make no other code.
    for (feeling, notation) in [
        (Some(Feeling::Okay), WORKED),
        (Some(Feeling::Hard), WORKED),
        (Some(Feeling::HelpNow), WORKED),
        (None, "312200 233-12 1321--"),
        (None, "3122-- 233-12 1321--"),
        (None, "213234 332-12 3121--"),
    ] {
        assert_eq!(write(&figures(Reader::finished(P, feeling, notation))), write(&mine), "{notation}");
    }
    // Where there are too few answers for a number there is no sum either.
    assert_eq!(figures(Reader::finished(P, None, "312234 2----- 13----")).healing, None);
    assert_eq!(figures(Reader::finished(P, None, "312234 2----- 13----")).stability, None);
}

/// Every way that ends without a code or without a comparison, by its name.
pub(super) fn refusals() -> Vec<(&'static str, Reader)> {
    use Reply::{No, NotSure, Skip, Yes};
    let compare = |reader: Reader, theirs| {
        reader.says(No, No).pair(CompareMsg::CodeAsked).pair(CompareMsg::CodeGiven(Ok(theirs)))
    };
    let no_one = || {
        let begun = Reader { session: Session::default() }.then(Msg::NoOneInMind(true));
        let begun = begun.then(Msg::PerspectiveChosen(P)).then(Msg::Began).then(Msg::Settled);
        let done = (0..10).map(ItemIdx).fold(begun, |reader, at| {
            reader.then(Msg::Answered(at, Answer::Chosen(2))).then(Msg::WentOn(at))
        });
        done.then(Msg::ResultsAsked).pair(CompareMsg::Dated(TODAY))
    };
    vec![
        ("somebody can see", worked().pair(CompareMsg::Asked).replies(Question::Watched, Yes)),
        ("perhaps somebody can see", worked().pair(CompareMsg::Asked).replies(Question::Watched, NotSure)),
        ("afraid", worked().says(No, Yes)),
        ("perhaps afraid", worked().says(No, NotSure)),
        ("rather not say", worked().says(No, Skip)),
        ("afraid before", worked().says(No, Yes).then(Msg::WentBack).says(No, No)),
        ("not safe", Reader::finished(P, Some(Feeling::NotSafe), WORKED).says(No, No)),
        ("too few answers", Reader::finished(P, None, "31--34 233-12 1321--").says(No, No)),
        ("no one in mind", no_one().says(No, No)),
        (
            "a clock before codes",
            Reader::undated(P, None, WORKED).pair(CompareMsg::Dated(FIRST_DAY - 1)).says(No, No),
        ),
        (
            "a clock after codes",
            Reader::undated(P, None, WORKED).pair(CompareMsg::Dated(FIRST_DAY + DAYS)).says(No, No),
        ),
        ("no clock", Reader::undated(P, None, WORKED).says(No, No)),
        ("too long ago", compare(worked(), Figures { day: TODAY - 15, ..theirs() })),
        ("from days to come", compare(worked(), Figures { day: TODAY + 15, ..theirs() })),
        ("the same side", compare(worked(), Figures { perspective: P, ..theirs() })),
        ("other questions", compare(worked(), Figures { items: 2, ..theirs() })),
    ]
}

/// Every way that ends before there is a code, of a reader whose answers and clock would give one.
fn before_a_code() -> Vec<(&'static str, Reader)> {
    let names =
        ["somebody can see", "perhaps somebody can see", "afraid", "perhaps afraid", "rather not say"];
    let found: Vec<_> = refusals().into_iter().filter(|(name, _)| names.contains(name)).collect();
    assert_eq!(found.len(), names.len());
    found
}

#[test]
fn every_refusal_leads_to_one_and_the_same_place_and_back_to_the_results() {
    for (name, reader) in refusals() {
        assert_eq!(reader.stage(), Stage::Refused, "{name}");
        assert!(reader.then(Msg::WentBack).sees_results(), "{name}");
    }
}

/// The results, as they are drawn.
fn results(reader: &Reader) -> String {
    draw(Draw {
        session: reader.session.clone(),
        words: english(),
        help_open: false,
        owner: Owner::default(),
    })
}

#[test]
fn r97_no_refusal_shows_in_the_results_or_at_the_next_try() {
    let before = results(&worked());
    for (name, reader) in before_a_code() {
        let after = reader.then(Msg::WentBack);
        assert_eq!(results(&after), before, "{name}");
        assert!(!after.session.run().unwrap().is_unsafe(), "{name}: copying and change stay as they were");
        // Whatever the reason was, the same answers now lead to the same end.
        for (watched, afraid) in [(Reply::No, Reply::No), (Reply::No, Reply::Skip)] {
            assert_eq!(after.clone().says(watched, afraid).stage(), Stage::Refused, "{name}");
        }
        // So they do after the answers were gone over, with fewer questions, and for whoever answers as the other.
        let again = after.clone().then(Msg::WentBack).then(Msg::ResultsAsked).pair(CompareMsg::Dated(TODAY));
        assert_eq!(again.says(Reply::No, Reply::No).stage(), Stage::Refused, "{name}");
        let card = after.clone().then(Msg::ChangePerspectiveAsked).then(Msg::LossConfirmed);
        let other = card.then(Msg::PerspectiveChosen(L)).then(Msg::Began).answered(WORKED);
        assert_eq!(other.says(Reply::No, Reply::No).stage(), Stage::Refused, "{name}");
        // Start over begins anew.
        let gone = after.then(Msg::StartOverAsked).then(Msg::LossConfirmed);
        assert_eq!(gone.session, Session::default(), "{name}");
    }
}

#[test]
fn r97_a_refused_check_in_that_is_taken_up_again_stays_refused() {
    let after = worked().says(Reply::No, Reply::Yes).then(Msg::WentBack);
    let revision = Revision { sequence: 1, number: 1, saved: 0 };
    let unfinished = after.session.unfinished().unwrap();
    let resumed = after
        .then(saving(SavingMsg::SavedAsked))
        .then(saving(SavingMsg::ResumeAsked(revision)))
        .then(responded(Response::Resumed(revision, unfinished)))
        .then(Msg::Settled);
    let Flow::Asking { at, .. } = resumed.session.flow else { panic!() };
    let results = resumed.then(Msg::WentOn(at)).then(Msg::ResultsAsked).pair(CompareMsg::Dated(TODAY));
    assert_eq!(results.says(Reply::No, Reply::No).stage(), Stage::Refused);
}

#[test]
fn a_code_that_cannot_be_read_says_so_and_the_next_one_counts() {
    let codes = worked().says(Reply::No, Reply::No).pair(CompareMsg::CodeAsked);
    let mut reader = codes.clone();
    for why in [CodeError::Empty, CodeError::Short, CodeError::Altered, CodeError::Foreign, CodeError::Newer]
    {
        let given = CompareMsg::CodeGiven(Err(why));
        assert_eq!(reader.effects(given), [Effect::FocusProblem], "{why:?}");
        let next = reader.pair(given);
        assert!(matches!(next.stage(), Stage::Exchanging { trouble: Some(said), .. } if said == why));
        reader = next;
    }
    let compared = reader.pair(CompareMsg::CodeGiven(Ok(theirs())));
    assert!(matches!(compared.stage(), Stage::Compared { .. }));
    // Back, one screen after the other.
    let back = compared.then(Msg::WentBack);
    assert_eq!(back.session, codes.session);
    let back = back.then(Msg::WentBack);
    assert!(matches!(back.stage(), Stage::Warned { .. }));
    assert_eq!(back.then(Msg::WentBack).session, worked().session);
    let second = worked().pair(CompareMsg::Asked).replies(Question::Watched, Reply::No);
    assert_eq!(second.then(Msg::WentBack).session, worked().pair(CompareMsg::Asked).session);
}

#[test]
fn continue_needs_an_answer_and_a_late_press_counts_for_no_other_question() {
    let first = worked().pair(CompareMsg::Asked);
    let missed = first.clone().pair(CompareMsg::Replied(Question::Watched));
    assert_eq!(first.effects(CompareMsg::Replied(Question::Watched)), [Effect::FocusProblem]);
    assert_eq!(missed.effects(CompareMsg::Replied(Question::Watched)), [Effect::FocusProblem]);
    let again = missed.pair(CompareMsg::Replied(Question::Watched));
    assert_eq!(again.effects(CompareMsg::Chose(Question::Watched, Reply::No)), []);
    assert!(first.ignores_pair(CompareMsg::Replied(Question::Afraid)));
    assert!(first.ignores_pair(CompareMsg::Chose(Question::Afraid, Reply::No)));
    assert!(first.ignores_pair(CompareMsg::Chose(Question::Watched, Reply::Skip)));
    let second = again.replies(Question::Watched, Reply::No);
    assert!(second.ignores_pair(CompareMsg::Chose(Question::Watched, Reply::Yes)));
    assert!(second.ignores_pair(CompareMsg::Replied(Question::Watched)));
    assert!(
        second.ignores_pair(CompareMsg::CodeAsked)
            && second.ignores_pair(CompareMsg::CodeGiven(Ok(theirs())))
    );
    // A file that comes late finds nobody waiting for it.
    assert!(worked().ignores_pair(CompareMsg::CodeGiven(Ok(theirs()))));
    assert!(worked().says(Reply::No, Reply::Yes).ignores_pair(CompareMsg::CodeGiven(Ok(theirs()))));
}

#[test]
fn the_day_is_that_of_the_results_until_they_are_asked_for_again() {
    let day = |reader: &Reader| reader.session.run().unwrap().day;
    let reader = worked();
    assert!(reader.ignores_pair(CompareMsg::Dated(TODAY + 9)));
    let again = reader.then(Msg::WentBack).then(Msg::ResultsAsked);
    assert_eq!(day(&again), None);
    assert_eq!(day(&again.pair(CompareMsg::Dated(TODAY + 9))), Some(TODAY + 9));
}

#[test]
fn codes_and_numbers_are_covered_when_they_are_left_alone_and_gone_when_started_over() {
    let codes = worked().says(Reply::No, Reply::No).pair(CompareMsg::CodeAsked);
    let compared = codes.clone().pair(CompareMsg::CodeGiven(Ok(theirs())));
    for reader in [codes, compared] {
        let covered = reader.clone().then(Msg::LeftAlone { had_focus: true });
        assert_eq!(covered.session.overlays.last(), Some(&Overlay::Covered));
        assert_eq!(covered.then(Msg::Shown).session, reader.session);
        let gone = reader.then(Msg::StartOverAsked);
        assert_eq!(gone.session.overlays.last(), Some(&Overlay::Confirming(Loss::StartOver)));
        assert_eq!(gone.then(Msg::LossConfirmed).session, Session::default());
    }
}
