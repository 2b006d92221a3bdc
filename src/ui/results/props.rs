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
    /// The guidance that the results show.
    pub outcome: Rc<Outcome>,
    /// The context.
    pub cx: Cx,
}

// An outcome is computed for one run, so comparing its pointer covers both.
impl PartialEq for ResultsProps {
    fn eq(&self, other: &ResultsProps) -> bool {
        Rc::ptr_eq(&self.outcome, &other.outcome) && self.cx == other.cx
    }
}
