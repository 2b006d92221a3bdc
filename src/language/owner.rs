//! What the owner of the page adds: a line of their own and links to their articles.

use std::rc::Rc;

use crate::domain::instrument::Strategy;

/// What the owner adds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Owner {
    /// A line below the public help lines, as the owner wrote it.
    pub contact: Option<Rc<str>>,
    /// Articles.
    pub links: Links,
}

/// The longest line of an owner, in characters.
const LONGEST: usize = 200;

impl Owner {
    /// What the owner adds; a line loses what cannot be seen, is cut after 200 characters, and an empty one
    /// is none.
    pub fn new(contact: Option<&str>, links: Links) -> Owner {
        let seen = contact.unwrap_or_default().chars().filter(|&c| !is_unseen(c)).collect::<String>();
        let cut = seen.trim().chars().take(LONGEST).collect::<String>();
        Owner { contact: (!cut.is_empty()).then(|| cut.into()), links }
    }
}

/// A control character, or one that only turns the direction of what stands around it: with these a number
/// can be shown as another one.
fn is_unseen(c: char) -> bool {
    let turns =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || turns
}

/// An address that was checked to be https.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(pub Rc<str>);

/// Articles of the owner's.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Links {
    /// On honest and open communication.
    pub communication: Option<Link>,
    /// On consistency and reliability.
    pub consistency: Option<Link>,
    /// On patience and understanding.
    pub patience: Option<Link>,
    /// On professional support.
    pub support: Option<Link>,
    /// The article that the check-in belongs to.
    pub more: Option<Link>,
}

impl Links {
    /// The article on a strategy.
    pub fn on(&self, strategy: Strategy) -> Option<&Link> {
        match strategy {
            Strategy::Communication => self.communication.as_ref(),
            Strategy::Consistency => self.consistency.as_ref(),
            Strategy::Patience => self.patience.as_ref(),
            Strategy::Support => self.support.as_ref(),
        }
    }
}
