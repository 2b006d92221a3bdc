//! Help lines by region, with their languages and contacts.

use std::rc::Rc;

/// The help lines of every region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLines {
    /// The regions; the last is "elsewhere". Never empty.
    pub regions: Vec<Region>,
}

/// A country, or "elsewhere".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// ISO 3166 code, or [`Region::ELSEWHERE`].
    pub id: Rc<str>,
    /// The lines, in display order.
    pub lines: Vec<Line>,
    /// The address of a government page with facts on fentanyl, where there is one.
    pub facts: Option<Rc<str>>,
}

impl Region {
    /// UN M49 code of the world, for every country that is not listed.
    pub const ELSEWHERE: &str = "001";
}

/// The purpose of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Someone to talk to now.
    Crisis,
    /// Life in danger.
    Emergency,
    /// Not safe with someone.
    Abuse,
    /// Alcohol and drugs.
    Substances,
    /// Families and young people.
    Families,
}

impl Group {
    /// All groups, in display order.
    pub const ALL: [Group; 5] =
        [Group::Crisis, Group::Emergency, Group::Abuse, Group::Substances, Group::Families];

    /// The name of the group in files.
    pub fn id(self) -> &'static str {
        match self {
            Group::Crisis => "crisis",
            Group::Emergency => "emergency",
            Group::Abuse => "abuse",
            Group::Substances => "substances",
            Group::Families => "families",
        }
    }

    /// The group with this name.
    pub fn of_id(id: &str) -> Option<Group> {
        Group::ALL.into_iter().find(|group| group.id() == id)
    }
}

/// A help line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its purpose.
    pub group: Group,
    /// The name it gives itself.
    pub name: Rc<str>,
    /// BCP 47 tags of the languages that it speaks.
    pub languages: Vec<Rc<str>>,
    /// The ways to reach it.
    pub contacts: Vec<Contact>,
    /// Whether somebody has tested it live.
    pub verified: bool,
}

/// One way to reach a help line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Channel and address.
    pub reach: Reach,
    /// BCP 47 tags of its languages, where they differ from those of the line.
    pub languages: Vec<Rc<str>>,
}

/// Channel and address of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A phone call.
    Call {
        /// The number as people write it.
        number: Rc<str>,
        /// The key to press once connected, if any.
        press: Option<Rc<str>>,
    },
    /// A text telephone for deaf people (TTY).
    Tty(Rc<str>),
    /// A text message.
    Text {
        /// The number as people write it.
        number: Rc<str>,
        /// The word to send, if any.
        word: Option<Rc<str>>,
    },
    /// A text message with the reader's ZIP code.
    TextZip(Rc<str>),
    /// A web page, by its https address.
    Link(Rc<str>),
}

impl Reach {
    /// The URL for a link: `tel:`, `sms:` or `https:`.
    pub fn href(&self) -> String {
        let digits = self.number().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
        match self {
            Reach::Call { .. } | Reach::Tty(_) => format!("tel:{digits}"),
            Reach::Text { word: Some(word), .. } => format!("sms:{digits}?body={word}"),
            Reach::Text { word: None, .. } | Reach::TextZip(_) => format!("sms:{digits}"),
            Reach::Link(address) => address.to_string(),
        }
    }

    /// The number as people write it; empty for a web page.
    pub fn number(&self) -> &str {
        match self {
            Reach::Call { number, .. }
            | Reach::Tty(number)
            | Reach::Text { number, .. }
            | Reach::TextZip(number) => number,
            Reach::Link(_) => "",
        }
    }

    /// The host of an https address without `www.`.
    pub fn site(address: &str) -> &str {
        let bare = address.strip_prefix("https://").unwrap_or(address);
        let bare = bare.strip_prefix("www.").unwrap_or(bare);
        bare.split(['/', '?', '#']).next().unwrap_or(bare)
    }
}

impl HelpLines {
    /// Whether the last region is "elsewhere".
    pub fn ends_elsewhere(&self) -> bool {
        self.regions.last().is_some_and(|last| &*last.id == Region::ELSEWHERE)
    }

    /// The index of the region to show first: the one that the owner set, else the country of a BCP 47 locale such as
    /// `en-GB`, else "elsewhere". Geolocation is never used.
    pub fn region_for(&self, wanted: Option<&str>, locale: &str) -> usize {
        let find = |id: &str| self.regions.iter().position(|region| region.id.eq_ignore_ascii_case(id));
        let of_locale = || locale.split('-').skip(1).find_map(find);
        let elsewhere = self.regions.len().saturating_sub(1);
        wanted.and_then(find).or_else(of_locale).unwrap_or(elsewhere)
    }
}

impl Line {
    /// The contacts, best first: those for the reader's language where the main language of the line is another, then
    /// all others that speak it, then those that do not.
    pub fn contacts_for(&self, language: &str) -> Vec<&Contact> {
        let is_theirs = self.languages.first().is_none_or(|main| same(main, language));
        let rank = |contact: &Contact| match speaks(&contact.languages, language) {
            false => 2,
            true if is_theirs || contact.languages.is_empty() => 1,
            true => 0,
        };
        let ranked = |wanted| self.contacts.iter().filter(move |contact| rank(contact) == wanted);
        (0..3).flat_map(ranked).collect()
    }

    /// BCP 47 tag of the language of the name, for readers of another one. The names of emergency services are translated.
    pub fn name_language(&self, language: &str) -> Option<&str> {
        let own = self.languages.first().filter(|_| self.group != Group::Emergency)?;
        (!same(own, language)).then_some(own)
    }
}

impl Region {
    /// The lines of a group, those that speak the reader's language first.
    pub fn of(&self, group: Group, language: &str) -> Vec<&Line> {
        let with = |spoken: bool| {
            let wanted =
                move |line: &&Line| line.group == group && speaks(&line.languages, language) == spoken;
            self.lines.iter().filter(wanted)
        };
        with(true).chain(with(false)).collect()
    }

    /// The groups that have no line.
    pub fn empty_groups(&self) -> impl Iterator<Item = Group> {
        Group::ALL.into_iter().filter(|&group| self.lines.iter().all(|line| line.group != group))
    }

    /// Whether every line has been tested live.
    pub fn all_verified(&self) -> bool {
        self.lines.iter().all(|line| line.verified)
    }
}

/// Whether `languages` contains `language`, regions aside. An empty list contains every language.
pub fn speaks(languages: &[Rc<str>], language: &str) -> bool {
    languages.is_empty() || languages.iter().any(|tag| same(tag, language))
}

fn same(tag: &str, other: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    primary(tag) == primary(other)
}
