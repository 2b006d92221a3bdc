//! Walking a JSON value by its places. One small reader for every file: a derived one for each type would
//! double the size of the app.

use std::fmt;
use std::rc::Rc;

use serde_json::{Map, Value};

/// Why a file was refused: it is not JSON, or every place in it that is wrong, such as
/// `messages.begin: missing`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable(String);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// What was found wrong so far.
#[derive(Default)]
pub struct Problems(Vec<String>);

impl Problems {
    /// Something is wrong at a place.
    pub fn add(&mut self, place: &str, what: &str) {
        self.0.push([place, ": ", what].concat());
    }

    /// What was read, unless something was wrong.
    pub fn unless<T>(self, read: T) -> Result<T, Unreadable> {
        if self.0.is_empty() { Ok(read) } else { Err(Unreadable(self.0.join("; "))) }
    }
}

/// An object at a place. What is taken out of it is known; what is left at the end is not.
pub struct Object {
    place: String,
    fields: Map<String, Value>,
}

impl Object {
    /// The whole file.
    pub fn parse(text: &str) -> Result<Object, Unreadable> {
        match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Ok(Object { place: String::new(), fields }),
            Ok(_) => Err(Unreadable("the file: must be an object".to_owned())),
            Err(error) => Err(Unreadable(error.to_string())),
        }
    }

    /// The place of a field.
    pub fn at(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { [&self.place, ".", key].concat() }
    }

    /// Takes a field that must be there.
    fn take(&mut self, key: &str, problems: &mut Problems) -> Option<Value> {
        let value = self.fields.remove(key);
        if value.is_none() {
            problems.add(&self.at(key), "missing");
        }
        value
    }

    /// Takes an object that must be there.
    pub fn object(&mut self, key: &str, problems: &mut Problems) -> Option<Object> {
        let place = self.at(key);
        Some(Object::of(self.take(key, problems)?, place, problems))
    }

    fn of(value: Value, place: String, problems: &mut Problems) -> Object {
        match value {
            Value::Object(fields) => Object { place, fields },
            _ => {
                problems.add(&place, "must be an object");
                Object { place, fields: Map::new() }
            }
        }
    }

    /// Takes a list of objects that must be there.
    pub fn objects(&mut self, key: &str, problems: &mut Problems) -> Vec<Object> {
        let place = self.at(key);
        let values = self.list(key, problems).into_iter().enumerate();
        values.map(|(n, value)| Object::of(value, format!("{place}[{n}]"), problems)).collect()
    }

    fn list(&mut self, key: &str, problems: &mut Problems) -> Vec<Value> {
        match self.take(key, problems) {
            Some(Value::Array(values)) => values,
            Some(_) => {
                problems.add(&self.at(key), "must be a list");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Takes a text that must be there; an empty one stands in for it.
    pub fn text(&mut self, key: &str, problems: &mut Problems) -> Rc<str> {
        let value = self.take(key, problems);
        value.and_then(|value| self.as_text(key, value, problems)).unwrap_or_default()
    }

    /// Takes a text that may be missing or null.
    pub fn text_or_none(&mut self, key: &str, problems: &mut Problems) -> Option<Rc<str>> {
        match self.fields.remove(key)? {
            Value::Null => None,
            value => self.as_text(key, value, problems),
        }
    }

    /// Takes a list of texts that may be missing.
    pub fn texts(&mut self, key: &str, problems: &mut Problems) -> Vec<Rc<str>> {
        if !self.fields.contains_key(key) {
            return Vec::new();
        }
        let values = self.list(key, problems);
        values.into_iter().filter_map(|value| self.as_text(key, value, problems)).collect()
    }

    fn as_text(&self, key: &str, value: Value, problems: &mut Problems) -> Option<Rc<str>> {
        match value {
            Value::String(text) => Some(text.into()),
            _ => {
                problems.add(&self.at(key), "must be text");
                None
            }
        }
    }

    /// Ends the reading of this object: what was not taken is unknown.
    pub fn end(self, problems: &mut Problems) {
        for key in self.fields.keys() {
            problems.add(&self.at(key), "unknown");
        }
    }
}
