//! Reads JSON field by field, and reports each problem with its path, such as `items.A1.text`. One small reader serves
//! every file: a derived one for each type would double the size of the app, and stops at the first error.

use std::fmt;
use std::rc::Rc;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::problems::{LONGEST_FILE_BYTES, Problems, Unreadable};

/// A JSON value, with only the types that our files use. serde_json's own keeps fields in a B-tree, which weighs as
/// much as the rest of the reader.
enum Value {
    Null,
    Text(Rc<str>),
    List(Vec<Value>),
    Object(Fields),
    /// A whole number.
    Whole(i64),
    /// Any other number, true or false.
    Other,
}

/// Fields in the order of the file.
type Fields = Vec<(String, Value)>;

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

/// Bound of the whole numbers that a float holds exactly.
const MOST_EXACT: i64 = 1 << 53;

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Whole(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or(Value::Other, Value::Whole))
    }

    /// Some programs write whole numbers as `1.0` or `1e3`.
    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        let whole = number as i64;
        Ok(if whole as f64 == number && whole.abs() < MOST_EXACT {
            Value::Whole(whole)
        } else {
            Value::Other
        })
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = object.next_entry()? {
            fields.push(field);
        }
        Ok(Value::Object(fields))
    }
}

/// An object and its place in the file. Fields are taken out one by one; [`Object::end`] reports the rest as unknown.
pub struct Object {
    place: String,
    fields: Fields,
}

impl Object {
    /// Parses a whole file of at most [`LONGEST_FILE_BYTES`]. The parser limits nesting to 128 levels.
    ///
    /// # Errors
    /// Text that is too long, not JSON, or no object.
    pub fn parse(text: &str) -> Result<Object, Unreadable> {
        Object::parse_within(LONGEST_FILE_BYTES, text)
    }

    /// Parses a whole file of at most `longest` bytes. A longer one is refused before it is read.
    ///
    /// # Errors
    /// Text that is too long, not JSON, or no object.
    pub fn parse_within(longest: usize, text: &str) -> Result<Object, Unreadable> {
        if text.len() > longest {
            return Err(Unreadable::TooLong);
        }
        match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Ok(Object { place: String::new(), fields }),
            Ok(_) => Err(Unreadable::at("the file", "must be an object")),
            Err(error) => Err(Unreadable::NotJson(error.to_string())),
        }
    }

    /// The place of a field, such as `items.A1.text`.
    pub fn at(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { [&self.place, ".", key].concat() }
    }

    /// Takes a field that may be missing.
    fn remove(&mut self, key: &str) -> Option<Value> {
        let at = self.fields.iter().position(|(name, _)| name == key)?;
        Some(self.fields.remove(at).1)
    }

    /// Ignores a field that another reader uses.
    pub fn leave_out(&mut self, key: &str) {
        self.remove(key);
    }

    /// Takes a field that must be there.
    fn take(&mut self, key: &str, problems: &mut Problems) -> Option<Value> {
        let value = self.remove(key);
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
                Object { place, fields: Fields::new() }
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
            Some(Value::List(values)) => values,
            Some(_) => {
                problems.add(&self.at(key), "must be a list");
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Takes a text that must be there; returns an empty one if it is not.
    pub fn text(&mut self, key: &str, problems: &mut Problems) -> Rc<str> {
        let value = self.take(key, problems);
        value.and_then(|value| self.as_text(key, value, problems)).unwrap_or_default()
    }

    /// Takes a text that may be missing or null.
    pub fn text_or_none(&mut self, key: &str, problems: &mut Problems) -> Option<Rc<str>> {
        match self.remove(key)? {
            Value::Null => None,
            value => self.as_text(key, value, problems),
        }
    }

    /// Takes a list of texts that may be missing.
    pub fn texts(&mut self, key: &str, problems: &mut Problems) -> Vec<Rc<str>> {
        if !self.fields.iter().any(|(name, _)| name == key) {
            return Vec::new();
        }
        let values = self.list(key, problems);
        values.into_iter().filter_map(|value| self.as_text(key, value, problems)).collect()
    }

    fn as_text(&self, key: &str, value: Value, problems: &mut Problems) -> Option<Rc<str>> {
        match value {
            Value::Text(text) => Some(text),
            _ => {
                problems.add(&self.at(key), "must be text");
                None
            }
        }
    }

    /// Takes a whole number that must be there; returns -1 if it is not.
    pub fn whole(&mut self, key: &str, problems: &mut Problems) -> i64 {
        match self.take(key, problems) {
            Some(Value::Whole(number)) => number,
            Some(_) => {
                problems.add(&self.at(key), "must be a whole number");
                -1
            }
            None => -1,
        }
    }

    /// Takes an object of whole numbers or nulls that may be missing, in the order of the file.
    pub fn wholes(&mut self, key: &str, problems: &mut Problems) -> Option<Vec<(String, Option<i64>)>> {
        let value = self.remove(key)?;
        let inner = Object::of(value, self.at(key), problems);
        let mut read = |(name, value): &(String, Value)| match value {
            Value::Whole(number) => Some((name.clone(), Some(*number))),
            Value::Null => Some((name.clone(), None)),
            _ => {
                problems.add(&inner.at(name), "must be a whole number or null");
                None
            }
        };
        Some(inner.fields.iter().filter_map(&mut read).collect())
    }

    /// Reports every field that was not taken as unknown. A second value of a key is among them.
    pub fn end(self, problems: &mut Problems) {
        for (key, _) in &self.fields {
            problems.add(&self.at(key), "unknown");
        }
    }
}
