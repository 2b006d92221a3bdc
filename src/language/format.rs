//! Formatting of numbers, dates, lists and names of countries and languages.

use std::fmt;
use std::rc::Rc;

/// The formatters of one language: `Intl` in a browser, [`Format::plain_english`] in native code.
#[derive(Clone)]
pub struct Format {
    number: Rc<dyn Fn(i64, u32) -> String>,
    date: Rc<dyn Fn(i64) -> String>,
    day: Rc<dyn Fn(i64) -> String>,
    list: Rc<WriteList>,
    region: Rc<dyn Fn(&str) -> String>,
    language: Rc<dyn Fn(&str) -> String>,
}

type WriteList = dyn Fn(&[String]) -> String;

impl Format {
    /// Combines formatters for a number in units of `10^-decimals`, for the date and time of a moment in UTC
    /// milliseconds, for its date alone, for a list, for a region by its ISO 3166 code and for a language by its BCP 47
    /// tag.
    pub fn new(
        number: impl Fn(i64, u32) -> String + 'static,
        date: impl Fn(i64) -> String + 'static,
        day: impl Fn(i64) -> String + 'static,
        list: impl Fn(&[String]) -> String + 'static,
        region: impl Fn(&str) -> String + 'static,
        language: impl Fn(&str) -> String + 'static,
    ) -> Format {
        Format {
            number: Rc::new(number),
            date: Rc::new(date),
            day: Rc::new(day),
            list: Rc::new(list),
            region: Rc::new(region),
            language: Rc::new(language),
        }
    }

    /// Formats a number in units of `10^-decimals`: `number(7083, 2)` is "70.83".
    pub fn number(&self, scaled: i64, decimals: u32) -> String {
        (self.number)(scaled, decimals)
    }

    /// Formats the date and time of a moment in UTC milliseconds, in the time zone of the reader.
    pub fn date(&self, milliseconds: i64) -> String {
        (self.date)(milliseconds)
    }

    /// Formats the date of a moment in UTC milliseconds, in the time zone of the reader.
    pub fn day(&self, milliseconds: i64) -> String {
        (self.day)(milliseconds)
    }

    /// Formats a whole number.
    pub fn whole(&self, number: i64) -> String {
        (self.number)(number, 0)
    }

    /// Joins a list: "a, b, and c".
    pub fn list(&self, parts: &[String]) -> String {
        (self.list)(parts)
    }

    /// The name of a region by its ISO 3166 code.
    pub fn region(&self, code: &str) -> String {
        (self.region)(code)
    }

    /// The name of a language by its BCP 47 tag.
    pub fn language(&self, tag: &str) -> String {
        (self.language)(tag)
    }

    /// English without a browser. Regions and languages are shown by their codes, dates as days since 1970.
    pub fn plain_english() -> Format {
        let number = |scaled: i64, decimals: u32| match decimals {
            0 => scaled.to_string(),
            _ => {
                let unit = 10_i64.pow(decimals);
                let sign = if scaled < 0 { "-" } else { "" };
                let (whole, part) = (scaled.abs() / unit, scaled.abs() % unit);
                format!("{sign}{whole}.{part:0width$}", width = decimals as usize)
            }
        };
        let list = |parts: &[String]| match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first, second] => format!("{first} and {second}"),
            [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        };
        let date = |milliseconds: i64| format!("Day {}", milliseconds.div_euclid(24 * 60 * 60 * 1000));
        Format::new(number, date, date, list, str::to_owned, str::to_owned)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Format")
    }
}
