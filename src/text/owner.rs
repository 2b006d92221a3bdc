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
    /// What the owner adds; a line is cut after 200 characters, and an empty one is none.
    pub fn new(contact: Option<&str>, links: Links) -> Owner {
        let contact = contact.map(str::trim).filter(|contact| !contact.is_empty());
        Owner {
            contact: contact.map(|contact| contact.chars().take(LONGEST).collect::<String>().into()),
            links,
        }
    }
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
