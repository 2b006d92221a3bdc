//! Every state of the widget by name, reached through `step` as a reader would reach it.

use trust_checkin::domain::answers::Answer;
use trust_checkin::domain::compare::{CodeError, FIRST_DAY, Figures, Part};
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::instrument::Perspective;
use trust_checkin::domain::item::ItemIdx;
use trust_checkin::domain::session::{Catalog, CompareMsg, Msg, Question, Reply, Session, step};
use trust_checkin::edition::FullOnly;

/// A reader on the way.
struct Reader {
    catalog: Catalog,
    session: Session,
}

impl Reader {
    fn new() -> Reader {
        Reader { catalog: Catalog::built_in().unwrap(), session: Session::default() }
    }

    /// Sends a message that must belong to the screen.
    fn then(mut self, msg: Msg) -> Reader {
        let next = step(&self.catalog, &self.session, msg);
        self.session = next.unwrap_or_else(|| panic!("{msg:?} was ignored in {:?}", self.session)).session;
        self
    }

    fn begins(self, perspective: Perspective) -> Reader {
        self.then(Msg::PerspectiveChosen(perspective)).then(Msg::Began)
    }

    fn settles(self, feeling: Option<Feeling>) -> Reader {
        match feeling {
            Some(feeling) => self.then(Msg::FeelingChosen(feeling)).then(Msg::Settled),
            None => self.then(Msg::Settled),
        }
    }

    /// Answers the questions in the order in which they are asked; `None` skips.
    fn answers(self, raw: impl IntoIterator<Item = Option<i64>>) -> Reader {
        raw.into_iter().enumerate().fold(self, |reader, (place, raw)| {
            let answer = raw.map_or(Answer::Skipped, Answer::Chosen);
            reader.then(Msg::Answered(ItemIdx(place), answer)).then(Msg::WentOn(ItemIdx(place)))
        })
    }

    fn pair(self, msg: CompareMsg) -> Reader {
        self.then(Msg::Compare(FullOnly::new(msg).unwrap()))
    }

    fn replies(self, question: Question, reply: Reply) -> Reader {
        self.pair(CompareMsg::Chose(question, reply)).pair(CompareMsg::Replied(question))
    }

    fn all(self, raw: Option<i64>) -> Reader {
        let count = self.session.run().unwrap().instrument.len();
        self.answers(vec![raw; count])
    }
}

/// The day of all results here, and of the other person's.
const TODAY: i64 = FIRST_DAY + 326;

/// Returns the figures of the other person's code, with this sum over the four items that both answered.
fn theirs(sum: i64) -> Figures {
    Figures {
        items: 1,
        perspective: Perspective::Loved,
        day: TODAY - 3,
        accountability: Part::checked(sum, 4, Part::OF_SAME_ACTS).unwrap(),
        healing: Part::checked(17, 6, Part::OF_AREA),
        stability: None,
    }
}

/// The worked case of the design, by item id.
const WORKED: [(&str, Option<i64>); 18] = [
    ("A1", Some(3)),
    ("A2", Some(1)),
    ("A3", Some(2)),
    ("A4", Some(2)),
    ("A5", Some(3)),
    ("A6", Some(4)),
    ("H1", Some(2)),
    ("H2", Some(3)),
    ("H3", Some(3)),
    ("H4", None),
    ("H5", Some(1)),
    ("H6", Some(2)),
    ("S1", Some(1)),
    ("S2", Some(3)),
    ("S3", Some(2)),
    ("S4", Some(1)),
    ("S5", None),
    ("S6", None),
];

fn worked(reader: Reader) -> Reader {
    let items = reader.session.run().unwrap().instrument.definition().items().to_vec();
    let by_id = |id: &str| WORKED.iter().find(|(item, _)| *item == id).unwrap().1;
    reader.answers(items.iter().map(|item| by_id(&item.id)).collect::<Vec<_>>())
}

/// The worked case with other answers to some items.
fn worked_but(changes: &[(&str, Option<i64>)]) -> Reader {
    let reader = Reader::new().begins(Perspective::Recovery).settles(None);
    let items = reader.session.run().unwrap().instrument.definition().items().to_vec();
    let changed = |id: &str| changes.iter().chain(&WORKED).find(|(item, _)| *item == id).unwrap().1;
    reader.answers(items.iter().map(|item| changed(&item.id)).collect::<Vec<_>>())
}

/// The answers that make every area 100.
fn best() -> Vec<Option<i64>> {
    let reversed = ["A2", "A4", "H2", "H5", "S3", "S6"];
    let reader = Reader::new().begins(Perspective::Recovery);
    let items = reader.session.run().unwrap().instrument.definition().items();
    items.iter().map(|item| Some(if reversed.contains(&&*item.id) { 0 } else { 4 })).collect()
}

/// Every state, each under the name of its snapshot.
pub fn all() -> Vec<(&'static str, Session)> {
    use Perspective::{Loved, Recovery};
    let new = Reader::new;
    let start = |perspective, feeling| new().begins(perspective).settles(feeling);
    let feeling = |feeling| new().begins(Recovery).then(Msg::FeelingChosen(feeling));
    let results = |reader: Reader| reader.then(Msg::ResultsAsked);
    let alone = Msg::LeftAlone { had_focus: false };
    let safe = |watched, afraid| {
        let asked =
            results(worked(start(Recovery, None))).pair(CompareMsg::Dated(TODAY)).pair(CompareMsg::Asked);
        asked.replies(Question::Watched, watched).replies(Question::Afraid, afraid)
    };
    let codes = || safe(Reply::No, Reply::No).pair(CompareMsg::CodeAsked);
    let compared = |sum| codes().pair(CompareMsg::CodeGiven(Ok(theirs(sum))));
    let no_one = || new().then(Msg::NoOneInMind(true)).begins(Recovery).settles(None);
    let states = [
        ("welcome", new()),
        ("welcome-missing", new().then(Msg::Began)),
        ("feeling", new().begins(Recovery)),
        ("feeling-hard", feeling(Feeling::Hard)),
        ("feeling-help-now", feeling(Feeling::HelpNow)),
        ("feeling-not-safe", feeling(Feeling::NotSafe)),
        ("question-first", start(Recovery, None)),
        ("question-missing", start(Recovery, None).then(Msg::WentOn(ItemIdx(0)))),
        ("question-7-finish-now", start(Recovery, None).answers([Some(3); 6])),
        ("question-loved", start(Loved, None).answers([Some(3); 3])),
        ("question-no-one", no_one()),
        ("confirm-start-over", start(Recovery, None).then(Msg::StartOverAsked)),
        ("confirm-change", start(Recovery, None).then(Msg::ChangePerspectiveAsked)),
        ("review", worked(start(Recovery, None))),
        ("review-gaps", start(Loved, None).answers([Some(3); 6]).then(Msg::FinishedEarly)),
        ("review-nudge", start(Recovery, None).all(Some(3))),
        ("review-covered", worked(start(Recovery, None)).then(alone)),
        ("review-hidden", worked(start(Recovery, None)).then(Msg::HideToggled)),
        ("results", results(worked(start(Recovery, None)))),
        ("results-covered", results(worked(start(Recovery, None))).then(alone)),
        ("results-loved", results(worked(start(Loved, None)))),
        ("results-hard-time", results(worked(start(Recovery, Some(Feeling::Hard))))),
        ("results-hard-stretch", results(start(Recovery, None).all(Some(0)))),
        ("results-out-of-reach", results(worked_but(&[("S5", Some(1))]))),
        ("results-alone", results(worked_but(&[("S6", Some(3)), ("H6", Some(1)), ("H4", Some(3))]))),
        ("results-low-area", results(worked_but(&[("S2", Some(1)), ("S5", Some(2))]))),
        ("results-going-well", results(start(Recovery, None).answers(best()))),
        ("results-not-safe", results(worked(start(Loved, Some(Feeling::NotSafe))))),
        ("results-all-skipped", results(start(Recovery, None).all(None))),
        ("sheet", results(worked(start(Recovery, None))).then(Msg::SheetAsked)),
        ("sheet-loved", results(worked(start(Loved, None))).then(Msg::SheetAsked)),
        ("sheet-not-safe", results(worked(start(Loved, Some(Feeling::NotSafe)))).then(Msg::SheetAsked)),
        ("sheet-covered", results(worked(start(Recovery, None))).then(Msg::SheetAsked).then(alone)),
        ("compare-watched", results(worked(start(Recovery, None))).pair(CompareMsg::Asked)),
        (
            "compare-watched-missing",
            results(worked(start(Recovery, None)))
                .pair(CompareMsg::Asked)
                .pair(CompareMsg::Replied(Question::Watched)),
        ),
        (
            "compare-afraid",
            results(worked(start(Recovery, None)))
                .pair(CompareMsg::Asked)
                .replies(Question::Watched, Reply::No),
        ),
        ("compare-refused", safe(Reply::No, Reply::Skip)),
        ("compare-warned", safe(Reply::No, Reply::No)),
        ("compare-codes", codes()),
        ("compare-code-empty", codes().pair(CompareMsg::CodeGiven(Err(CodeError::Empty)))),
        ("compare-code-short", codes().pair(CompareMsg::CodeGiven(Err(CodeError::Short)))),
        ("compare-code-altered", codes().pair(CompareMsg::CodeGiven(Err(CodeError::Altered)))),
        ("compare-code-foreign", codes().pair(CompareMsg::CodeGiven(Err(CodeError::Foreign)))),
        ("compare-code-newer", codes().pair(CompareMsg::CodeGiven(Err(CodeError::Newer)))),
        ("compare-codes-covered", codes().then(alone)),
        ("compare-similar", compared(9)),
        ("compare-somewhat", compared(6)),
        ("compare-different", compared(2)),
        ("results-no-one", results(no_one().all(Some(2)))),
    ];
    states.into_iter().map(|(name, reader)| (name, reader.session)).collect()
}
