//! Whether this build has what an owner can switch on, saving and comparing. Two builds ship; a page loads the small one
//! where both are off. Decision 20.

/// Needed to make anything that belongs to the full build. The small build has no value of this type, so the compiler
/// leaves out all that could only run with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full(Possible);

#[cfg(feature = "full")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Possible;

#[cfg(not(feature = "full"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Possible {}

impl Full {
    /// The only one, where there is one.
    pub fn build() -> Option<Full> {
        #[cfg(feature = "full")]
        return Some(Full(Possible));
        #[cfg(not(feature = "full"))]
        None
    }
}
