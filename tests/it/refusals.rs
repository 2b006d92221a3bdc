//! What the screens of a comparison show, and that a refusal looks the same whatever led to it.

use prerender::{Draw, draw, english};
use trust_checkin::domain::guidance::Feeling;
use trust_checkin::domain::session::{CompareMsg, Msg, Question, Reply};
use trust_checkin::language::Owner;

use crate::comparing::{Reader, WORKED, refusals, theirs, worked};
use crate::given::P;

fn markup(reader: &Reader) -> String {
    draw(Draw {
        session: reader.session.clone(),
        words: english(),
        help_open: false,
        owner: Owner::default(),
    })
}

#[test]
fn every_refusal_is_one_and_the_same_screen() {
    let refusals = refusals();
    let expected = markup(&refusals[0].1);
    assert!(expected.contains("Comparison is not available right now. It can be the date, too few answers,"));
    for (name, reader) in &refusals[1..] {
        assert_eq!(markup(reader), expected, "{name}");
    }
}

#[test]
fn whoever_is_not_safe_meets_the_same_questions_and_the_same_button() {
    let safe = worked();
    let not_safe = Reader::finished(P, Some(Feeling::NotSafe), WORKED);
    let questions = |reader: &Reader| {
        let first = reader.clone().pair(CompareMsg::Asked);
        let second = first.clone().replies(Question::Watched, Reply::No);
        let chosen = second.clone().pair(CompareMsg::Chose(Question::Afraid, Reply::No));
        [first, second, chosen].map(|reader| markup(&reader))
    };
    assert_eq!(questions(&safe), questions(&not_safe));
}

#[test]
fn no_code_shows_when_it_is_covered_or_about_to_be_given_up() {
    let codes = worked().says(Reply::No, Reply::No).pair(CompareMsg::CodeAsked);
    let compared = codes.clone().pair(CompareMsg::CodeGiven(Ok(theirs())));
    assert!(markup(&codes).contains("class=\"code\""));
    for reader in [codes, compared] {
        assert!(markup(&reader.clone().then(Msg::LeftAlone { had_focus: true })).contains("class=\"cover\""));
        assert!(!markup(&reader.then(Msg::StartOverAsked)).contains("class=\"code\""));
    }
}
