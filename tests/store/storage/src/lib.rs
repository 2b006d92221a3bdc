//! The part of a browser's storage that `src/store.rs` uses, in memory. Each thread, and so each test, has its own.
#![deny(unsafe_code)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// Behaviour of the storage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Works.
    #[default]
    Works,
    /// There is no window.
    NoWindow,
    /// The getter throws.
    Throws,
    /// There is no storage.
    Missing,
    /// Reading throws.
    ReadsNothing,
    /// Writing throws: the storage is full.
    Full,
    /// Writes are lost.
    Forgets,
    /// Removing throws.
    RemovesNothing,
}

/// The error that JavaScript would have thrown.
#[derive(Debug)]
pub struct Thrown;

/// The window.
pub struct Window(Mood);

/// The storage.
pub struct Storage(Mood);

thread_local! {
    static MOOD: Cell<Mood> = const { Cell::new(Mood::Works) };
    static KEPT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Sets the behaviour from now on.
pub fn be(mood: Mood) {
    MOOD.set(mood);
}

/// All stored entries.
pub fn kept() -> BTreeMap<String, String> {
    KEPT.with_borrow(Clone::clone)
}

/// Stores text regardless of the behaviour.
pub fn put(key: &str, text: &str) {
    KEPT.with_borrow_mut(|kept| kept.insert(key.to_owned(), text.to_owned()));
}

/// The window, if there is one.
pub fn window() -> Option<Window> {
    let mood = MOOD.get();
    (mood != Mood::NoWindow).then_some(Window(mood))
}

impl Window {
    /// The storage, if access is allowed.
    pub fn local_storage(&self) -> Result<Option<Storage>, Thrown> {
        match self.0 {
            Mood::Throws => Err(Thrown),
            Mood::Missing => Ok(None),
            mood => Ok(Some(Storage(mood))),
        }
    }
}

impl Storage {
    /// The value of a key.
    pub fn get_item(&self, key: &str) -> Result<Option<String>, Thrown> {
        match self.0 {
            Mood::ReadsNothing => Err(Thrown),
            _ => Ok(KEPT.with_borrow(|kept| kept.get(key).cloned())),
        }
    }

    /// Sets the value of a key.
    pub fn set_item(&self, key: &str, text: &str) -> Result<(), Thrown> {
        match self.0 {
            Mood::Full => return Err(Thrown),
            Mood::Forgets => {}
            _ => put(key, text),
        }
        Ok(())
    }

    /// Removes a key.
    pub fn remove_item(&self, key: &str) -> Result<(), Thrown> {
        match self.0 {
            Mood::RemovesNothing => return Err(Thrown),
            _ => KEPT.with_borrow_mut(|kept| kept.remove(key)),
        };
        Ok(())
    }
}
