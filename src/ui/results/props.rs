//! Props that the parts of the results share.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::guidance::Outcome;
use crate::domain::session::Run;
use crate::ui::context::Cx;

/// Props of the results and of each of their parts.
#[derive(Clone, Properties)]
pub struct ResultsProps {
    /// The run.
    pub run: Run,
    /// What the results show.
    pub outcome: Rc<Outcome>,
    /// The surroundings.
    pub cx: Cx,
}

// What the results show was worked out for one run: no need to look into either.
impl PartialEq for ResultsProps {
    fn eq(&self, other: &ResultsProps) -> bool {
        Rc::ptr_eq(&self.outcome, &other.outcome) && self.cx == other.cx
    }
}
