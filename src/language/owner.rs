//! Additions by the owner of the page: a contact line, and links to articles.

use std::rc::Rc;

use crate::domain::instrument::Strategy;

/// Additions by the owner.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Owner {
    /// The line below the public help lines, in the owner's words.
    pub contact: Option<Rc<str>>,
    /// The articles.
    pub links: Links,
}

/// The longest contact line, in characters.
const LONGEST_CONTACT_CHARS: usize = 200;

impl Owner {
    /// Removes invisible characters from the contact line and cuts it after 200 characters; an empty line is dropped.
    pub fn new(contact: Option<&str>, links: Links) -> Owner {
        let visible = contact.unwrap_or_default().chars().filter(|&c| !is_invisible(c)).collect::<String>();
        let cut = visible.trim().chars().take(LONGEST_CONTACT_CHARS).collect::<String>();
        Owner { contact: (!cut.is_empty()).then(|| cut.into()), links }
    }
}

/// Whether a character is a control character or changes the direction of the text around it, so that a number could
/// look like another one.
fn is_invisible(c: char) -> bool {
    let changes_direction =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c.is_control() || changes_direction
}

/// An address that has been validated as plain https.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(pub Rc<str>);

/// Articles of the owner, by topic.
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
    /// The article that goes with the check-in.
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
