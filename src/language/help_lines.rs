//! Help lines by region: who answers, in which languages, and how to reach them.

use std::rc::Rc;

/// The help lines of every region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLines {
    /// The regions; the last is "elsewhere". Never empty.
    pub regions: Vec<Region>,
}

/// A country, or everywhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// ISO 3166 code, or [`Region::ELSEWHERE`].
    pub id: Rc<str>,
    /// The lines, in the order in which they are shown.
    pub lines: Vec<Line>,
    /// A government page of facts on fentanyl, where there is one.
    pub facts: Option<Rc<str>>,
}

impl Region {
    /// UN M49 code of the world: the region of everyone whose country is not listed.
    pub const ELSEWHERE: &str = "001";
}

/// What a line is for.
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
    /// All, in the order in which they are shown to everyone.
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

/// One service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is for.
    pub group: Group,
    /// Its own name.
    pub name: Rc<str>,
    /// BCP 47 tags of the languages it answers in.
    pub languages: Vec<Rc<str>>,
    /// How to reach it.
    pub contacts: Vec<Contact>,
    /// Whether somebody has tried it live.
    pub verified: bool,
}

/// One way to reach a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// How.
    pub reach: Reach,
    /// Its languages, where they differ from the line's.
    pub languages: Vec<Rc<str>>,
}

/// How a line is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A telephone number, perhaps with a key to press.
    Call {
        /// As it is written.
        number: Rc<str>,
        /// The key to press once connected.
        press: Option<Rc<str>>,
    },
    /// A text telephone.
    Tty(Rc<str>),
    /// A text message, perhaps with a word to send.
    Text {
        /// As it is written.
        number: Rc<str>,
        /// The word to send.
        word: Option<Rc<str>>,
    },
    /// A text message with one's ZIP code.
    TextZip(Rc<str>),
    /// An https address.
    Link(Rc<str>),
}

impl Reach {
    /// The address a link goes to.
    pub fn href(&self) -> String {
        let digits = self.number().chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
        match self {
            Reach::Call { .. } | Reach::Tty(_) => format!("tel:{digits}"),
            Reach::Text { word: Some(word), .. } => format!("sms:{digits}?body={word}"),
            Reach::Text { word: None, .. } | Reach::TextZip(_) => format!("sms:{digits}"),
            Reach::Link(address) => address.to_string(),
        }
    }

    /// The number to dial, as people write it; a link has none.
    pub fn number(&self) -> &str {
        match self {
            Reach::Call { number, .. }
            | Reach::Tty(number)
            | Reach::Text { number, .. }
            | Reach::TextZip(number) => number,
            Reach::Link(_) => "",
        }
    }

    /// The site of an address as a reader knows it, without scheme, `www.` and path.
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

    /// The place of the region to begin with: what the owner or reader asked for, else the region in a
    /// BCP 47 locale such as `en-GB`, else everywhere else. A location is never looked up.
    pub fn region_for(&self, wanted: Option<&str>, locale: &str) -> usize {
        let find = |id: &str| self.regions.iter().position(|region| region.id.eq_ignore_ascii_case(id));
        let of_locale = || locale.split('-').skip(1).find_map(find);
        let elsewhere = self.regions.len().saturating_sub(1);
        wanted.and_then(find).or_else(of_locale).unwrap_or(elsewhere)
    }
}

impl Line {
    /// The ways to reach it, best first: those made for the reader's language where the line mostly speaks another, and last
    /// those that do not speak it.
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
}

impl Region {
    /// The lines of one group, those in the reader's language first.
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

    /// Whether every line was tried live.
    pub fn all_verified(&self) -> bool {
        self.lines.iter().all(|line| line.verified)
    }
}

/// Whether one of `languages` is the reader's, regions aside; an empty list means any.
pub fn speaks(languages: &[Rc<str>], language: &str) -> bool {
    languages.is_empty() || languages.iter().any(|tag| same(tag, language))
}

fn same(tag: &str, other: &str) -> bool {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    primary(tag) == primary(other)
}
