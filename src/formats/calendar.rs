//! A reminder as a file for calendars, RFC 5545.

/// The longest line in octets, without its end; what is longer goes on in the next line, after a space.
const LONGEST_LINE: usize = 75;

/// What a reminder says. Nothing in it tells what it is about.
pub struct Reminder<'a> {
    /// The day, as ISO 8601 writes it: `2026-12-23`. It has no time zone: it is that day wherever the reader is.
    pub day: &'a str,
    /// When the file was made, in UTC as ISO 8601 writes it: `2026-11-25T09:15:00.123Z`.
    pub made: &'a str,
    /// The title.
    pub title: &'a str,
    /// A sentence about it.
    pub about: &'a str,
}

/// The text of the file: one event that lasts all day.
pub fn calendar(reminder: &Reminder) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    // The thousandths are in the name of the event only, so that two of one second are two events.
    let made = digits(reminder.made.split('.').next().unwrap_or_default());
    let name = digits(reminder.made);
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//notes//notes//EN",
        "BEGIN:VEVENT",
        &["UID:", &name, "@notes.invalid"].concat(),
        &["DTSTAMP:", &made, "Z"].concat(),
        &["DTSTART;VALUE=DATE:", &digits(reminder.day)].concat(),
        &["SUMMARY:", &escaped(reminder.title)].concat(),
        &["DESCRIPTION:", &escaped(reminder.about)].concat(),
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    let mut text = String::new();
    for line in lines {
        fold(&mut text, line);
    }
    text
}

/// Text as the value of a property.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for one in text.chars() {
        match one {
            '\\' | ';' | ',' => out.extend(['\\', one]),
            '\n' => out.push_str("\\n"),
            _ if one.is_control() => {}
            _ => out.push(one),
        }
    }
    out
}

/// Adds a line, in pieces where it is too long; no letter is cut.
fn fold(text: &mut String, line: &str) {
    let mut room = LONGEST_LINE;
    for one in line.chars() {
        if one.len_utf8() > room {
            text.push_str("\r\n ");
            room = LONGEST_LINE - 1;
        }
        room -= one.len_utf8();
        text.push(one);
    }
    text.push_str("\r\n");
}
