//! Prints what `dist/` is made with: `{"first": markup, "states": [{"name", "markup"}], "paper": {tag: markup},
//! "data": {tag: text}, "messages": [key]}`. The words of the first
//! view are `@key`: the loader puts in those of the visitor's language.
//!
//! `prerender states` prints what the tests look at: `{tag: [{"name", "markup"}]}`, every state in every language.
#![allow(clippy::print_stdout, reason = "its output is the result")]

use prerender::{Draw, data, draw, draw_saving, english, every_state, kept, keys, paper, states, tags};
use trust_checkin::domain::session::Session;
use trust_checkin::language::{Message, Owner};

fn main() {
    if std::env::args().nth(1).as_deref() == Some("states") {
        return print_states();
    }
    let first =
        Draw { session: Session::default(), words: keys(), help_open: false, owner: Owner::default() };
    let states = states::all().into_iter().map(|(name, session)| state(name, &draw(plain(session))));
    let help = Draw { help_open: true, ..plain(Session::default()) };
    let saved = kept::all()
        .into_iter()
        .map(|(name, session, shelf)| state(name, &draw_saving(plain(session), shelf)));
    let states: Vec<_> = states.chain([state("help-US", &draw(help))]).chain(saved).collect();
    let messages: Vec<_> = Message::ALL.iter().map(|message| message.key()).collect();
    let in_each = |made: fn(&str) -> String| -> serde_json::Map<_, _> {
        tags().into_iter().map(|tag| (tag.clone(), made(&tag).into())).collect()
    };
    let (paper, data) = (in_each(paper), in_each(data));
    println!(
        "{}",
        serde_json::json!({
            "first": draw(first), "states": states, "paper": paper, "data": data, "messages": messages,
        })
    );
}

fn print_states() {
    let every = every_state();
    let in_language = |tag: &String| {
        let states = every.iter().map(|one| state(&one.name, &one.draw(tag)));
        (tag.clone(), states.collect())
    };
    println!("{}", serde_json::Value::Object(tags().iter().map(in_language).collect()));
}

fn plain(session: Session) -> Draw {
    Draw { session, words: english(), help_open: false, owner: Owner::default() }
}

fn state(name: &str, markup: &str) -> serde_json::Value {
    serde_json::json!({ "name": name, "markup": markup })
}
