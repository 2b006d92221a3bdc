//! Terms of the check-in: perspectives, scopes, areas, strategies, bands.

use super::score::Exact;

/// Perspective of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Perspective {
    /// A person in recovery.
    Recovery,
    /// Someone who loves a person in recovery.
    Loved,
}

/// Scope of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All 18 items.
    Full,
    /// The items that are not about two people, for a reader with no one in mind. Of the areas, only Stability is scored.
    StabilityOnly,
}

/// One of three areas that are scored, six items each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Words and actions that match.
    Accountability,
    /// Room for feelings.
    Healing,
    /// Steady days, and someone to turn to.
    Stability,
}

/// One of the four strategies for rebuilding trust (`docs/assessment.md`), in the order of display.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strategy {
    /// Honest and open communication.
    Communication,
    /// Consistency and reliability.
    Consistency,
    /// Patience and understanding.
    Patience,
    /// Professional and outside support.
    Support,
}

/// Band of an area's score, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below 37.5.
    RoomToGrow,
    /// From 37.5 to below 62.5.
    TakingShape,
    /// From 62.5 up.
    GrowingSteady,
}

impl Perspective {
    /// Both, in the order of display.
    pub const ALL: [Perspective; 2] = [Perspective::Recovery, Perspective::Loved];

    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Perspective::Recovery => "recovery",
            Perspective::Loved => "loved",
        }
    }

    /// The perspective with this id.
    pub fn find(id: &str) -> Option<Perspective> {
        Perspective::ALL.into_iter().find(|perspective| perspective.id() == id)
    }
}

impl Scope {
    /// Both, the full one first.
    pub const ALL: [Scope; 2] = [Scope::Full, Scope::StabilityOnly];

    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Scope::Full => "full",
            Scope::StabilityOnly => "stability",
        }
    }

    /// The scope with this id.
    pub fn find(id: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.id() == id)
    }

    /// The areas whose score is shown.
    pub fn areas(self) -> &'static [Area] {
        match self {
            Scope::Full => &Area::ALL,
            Scope::StabilityOnly => &[Area::Stability],
        }
    }
}

impl Area {
    /// All, in the order of display.
    pub const ALL: [Area; 3] = [Area::Accountability, Area::Healing, Area::Stability];

    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Area::Accountability => "accountability",
            Area::Healing => "healing",
            Area::Stability => "stability",
        }
    }
}

impl Strategy {
    /// All, in the order of display.
    pub const ALL: [Strategy; 4] =
        [Strategy::Communication, Strategy::Consistency, Strategy::Patience, Strategy::Support];

    /// The stable id.
    pub fn id(self) -> &'static str {
        match self {
            Strategy::Communication => "communication",
            Strategy::Consistency => "consistency",
            Strategy::Patience => "patience",
            Strategy::Support => "support",
        }
    }
}

impl Band {
    /// All, lowest first: the order of a scale's bands.
    pub const ALL: [Band; 3] = [Band::RoomToGrow, Band::TakingShape, Band::GrowingSteady];

    /// Lowest score of the band, 0 to 100. The cut-offs lie halfway between Rarely (25), Sometimes (50) and Often (75).
    pub fn lowest(self) -> Exact {
        match self {
            Band::RoomToGrow => Exact::from(0),
            Band::TakingShape => Exact::new(75, 2),
            Band::GrowingSteady => Exact::new(125, 2),
        }
    }
}
