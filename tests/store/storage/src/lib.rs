//! The storage of a browser, in memory, as far as `src/store.rs` knows it. Each thread, and so each test, has its own.
#![deny(unsafe_code)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// How it behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// As it should.
    #[default]
    Works,
    /// There is no window.
    NoWindow,
    /// Asking for it throws.
    Throws,
    /// There is none.
    Missing,
    /// Reading throws.
    ReadsNothing,
    /// Writing throws: there is no more room.
    Full,
    /// What is written is not there afterwards.
    Forgets,
    /// Removing throws.
    RemovesNothing,
}

/// What JavaScript would have thrown.
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

/// From now on it behaves like this.
pub fn be(mood: Mood) {
    MOOD.set(mood);
}

/// All that is kept.
pub fn kept() -> BTreeMap<String, String> {
    KEPT.with_borrow(Clone::clone)
}

/// Puts text there, whatever the mood.
pub fn put(key: &str, text: &str) {
    KEPT.with_borrow_mut(|kept| kept.insert(key.to_owned(), text.to_owned()));
}

/// The window, if there is one.
pub fn window() -> Option<Window> {
    let mood = MOOD.get();
    (mood != Mood::NoWindow).then_some(Window(mood))
}

impl Window {
    /// The storage, if it may be used.
    pub fn local_storage(&self) -> Result<Option<Storage>, Thrown> {
        match self.0 {
            Mood::Throws => Err(Thrown),
            Mood::Missing => Ok(None),
            mood => Ok(Some(Storage(mood))),
        }
    }
}

impl Storage {
    /// What is kept under a name.
    pub fn get_item(&self, key: &str) -> Result<Option<String>, Thrown> {
        match self.0 {
            Mood::ReadsNothing => Err(Thrown),
            _ => Ok(KEPT.with_borrow(|kept| kept.get(key).cloned())),
        }
    }

    /// Keeps something under a name.
    pub fn set_item(&self, key: &str, text: &str) -> Result<(), Thrown> {
        match self.0 {
            Mood::Full => return Err(Thrown),
            Mood::Forgets => {}
            _ => put(key, text),
        }
        Ok(())
    }

    /// Keeps nothing under a name any more.
    pub fn remove_item(&self, key: &str) -> Result<(), Thrown> {
        match self.0 {
            Mood::RemovesNothing => return Err(Thrown),
            _ => KEPT.with_borrow_mut(|kept| kept.remove(key)),
        };
        Ok(())
    }
}
