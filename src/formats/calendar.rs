//! Writes a reminder as a calendar file (iCalendar, RFC 5545).

/// The longest line in bytes, without its end. A longer one is folded: it continues on the next line after a space.
const LONGEST_LINE_BYTES: usize = 75;

/// The content of a reminder. None of it may tell others what the check-in is about.
pub struct Reminder<'a> {
    /// The day in ISO 8601, such as `2026-12-23`. Without a time zone it is that day wherever the reader is.
    pub day: &'a str,
    /// The moment the file was made, in UTC and ISO 8601, such as `2026-11-25T09:15:00.123Z`.
    pub made: &'a str,
    /// The title.
    pub title: &'a str,
    /// A sentence about it.
    pub about: &'a str,
}

/// Returns the text of the file: one all-day event.
pub fn calendar(reminder: &Reminder) -> String {
    let digits = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    // Milliseconds are only in the UID, so that two reminders of one second are two events.
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

/// Escapes text for the value of a property.
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

/// Adds a line and folds it where it is too long, never within a character.
fn fold(text: &mut String, line: &str) {
    let mut room = LONGEST_LINE_BYTES;
    for one in line.chars() {
        if one.len_utf8() > room {
            text.push_str("\r\n ");
            room = LONGEST_LINE_BYTES - 1;
        }
        room -= one.len_utf8();
        text.push(one);
    }
    text.push_str("\r\n");
}
