//! The words of the field that the check-in is built from: who answers, areas, strategies, bands.

use super::score::Exact;

/// Who is answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Perspective {
    /// A person in recovery.
    Recovery,
    /// Someone who loves a person in recovery.
    Loved,
}

/// Which items are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All 18.
    Full,
    /// For a reader with no one in mind: without the items about the two of them. Shows Stability only.
    StabilityOnly,
}

/// A content area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Words and actions that match.
    Accountability,
    /// Room for feelings.
    Healing,
    /// Steady days, and someone in reach.
    Stability,
}

/// One of the article's strategies for rebuilding trust, in the order in which they are offered.
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

/// How much room an area's score leaves, lowest first.
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
    /// Both, in the order in which they are offered.
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
    /// The areas whose score is shown.
    pub fn areas(self) -> &'static [Area] {
        match self {
            Scope::Full => &Area::ALL,
            Scope::StabilityOnly => &[Area::Stability],
        }
    }
}

impl Area {
    /// All, in the order in which they are shown.
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
    /// All, in the order in which they are offered.
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

    /// The lowest score of the band: the midpoints Rarely/Sometimes and Sometimes/Often.
    pub fn lowest(self) -> Exact {
        match self {
            Band::RoomToGrow => Exact::from(0),
            Band::TakingShape => Exact::new(75, 2),
            Band::GrowingSteady => Exact::new(125, 2),
        }
    }
}
