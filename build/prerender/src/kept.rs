//! All states with saved check-ins, by name, each with the archive that it is drawn from.

use trust_checkin::domain::archive::Archive;
use trust_checkin::domain::content::Content;
use trust_checkin::domain::device::Shelf;
use trust_checkin::domain::instrument::Perspective;
use trust_checkin::domain::saved::{DAY_MS, Mark, Record};
use trust_checkin::domain::session::{Catalog, Msg, SavingMsg, Session, step};
use trust_checkin::edition::FullOnly;

use crate::states;

const FIRST: i64 = 20_700 * DAY_MS;
const NOW: i64 = FIRST + 35 * DAY_MS;

/// The states, each with what is saved then.
pub fn all() -> Vec<(&'static str, Session, Shelf)> {
    let hard = || shelf([content("results-hard-stretch")], 0);
    let better = loved(&content("results-going-well"));
    let saved = next(&state("results"), msg(SavingMsg::SavedAsked));
    let lists = [
        content("results-hard-stretch"),
        content("results").noting("Rest <first>."),
        loved(&content("results-all-skipped")),
        content("results-going-well").in_list(2),
    ];
    vec![
        ("change", state("results"), hard()),
        ("change-fall", state("results-loved"), shelf([better], 0)),
        ("change-alone", next(&state("results"), msg(SavingMsg::ListChosen(2))), hard()),
        ("saved-none", saved.clone(), Shelf::default()),
        ("saved", saved.clone(), shelf(lists, 7)),
        ("saved-erase", next(&saved, msg(SavingMsg::EraseAsked)), Shelf::default()),
    ]
}

/// The state with this name.
pub fn state(name: &str) -> Session {
    states::all().into_iter().find(|(known, _)| *known == name).unwrap().1
}

/// A message about saved check-ins.
pub(crate) fn msg(msg: SavingMsg) -> Msg {
    Msg::Saving(FullOnly::new(msg).unwrap())
}

/// Returns the session after a message.
pub fn next(session: &Session, msg: Msg) -> Session {
    step(&Catalog::built_in().unwrap(), session, msg).unwrap().session
}

/// Returns the record that would be saved of the results with this name.
pub fn content(name: &str) -> Content {
    state(name).run().unwrap().content(false)
}

/// The same sums, answered by a loved one.
pub fn loved(content: &Content) -> Content {
    Content::checked(Perspective::Loved, content.scope(), content.areas().to_vec(), None).unwrap()
}

/// Saved one after the other, with so many days between.
pub fn shelf(contents: impl IntoIterator<Item = Content>, days: i64) -> Shelf {
    let record = |(place, content)| {
        let place = place as i64;
        Record { mark: Mark { sequence: place + 1, saved: FIRST + place * days * DAY_MS }, content }
    };
    let records = contents.into_iter().enumerate().map(record).collect();
    Shelf { archive: Archive::of(records).unwrap(), now: NOW, ..Shelf::default() }
}
