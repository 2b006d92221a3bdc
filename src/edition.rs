//! The two editions of the app, and values that only the full one can have. The full edition can save check-ins and
//! compare two people; a page on which the owner allows neither loads the small one. Decision 20.

use std::ops::Deref;

/// A value that exists in the full edition only. In the small edition the type has no values and no size, whatever `T`
/// is, so the compiler leaves out all code that would need one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FullOnly<T>(inside::Value<T>);

#[cfg(feature = "full")]
mod inside {
    pub type Value<T> = T;
}

#[cfg(not(feature = "full"))]
mod inside {
    pub type Value<T> = (std::convert::Infallible, std::marker::PhantomData<T>);
}

impl<T> FullOnly<T> {
    /// Wraps a value; `None` in the small edition.
    pub fn new(value: T) -> Option<FullOnly<T>> {
        #[cfg(feature = "full")]
        return Some(FullOnly(value));
        #[cfg(not(feature = "full"))]
        {
            drop(value);
            None
        }
    }

    /// Wraps another value: with one at hand, this is the full edition.
    pub fn with<U>(&self, other: U) -> FullOnly<U> {
        #[cfg(feature = "full")]
        return FullOnly(other);
        #[cfg(not(feature = "full"))]
        {
            drop(other);
            match self.0.0 {}
        }
    }
}

impl<T> Deref for FullOnly<T> {
    type Target = T;

    fn deref(&self) -> &T {
        #[cfg(feature = "full")]
        return &self.0;
        #[cfg(not(feature = "full"))]
        match self.0.0 {}
    }
}
