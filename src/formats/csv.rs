//! Writes a table as comma-separated values (CSV, RFC 4180), or as the spreadsheets of the reader's language take it.

/// Characters with which a spreadsheet begins a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// How the spreadsheets of a language write numbers, and what they part cells by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// 20.83, in cells parted by commas.
    Point,
    /// 20,83, in cells parted by semicolons.
    Comma,
}

impl Notation {
    fn separator(self) -> char {
        match self {
            Notation::Point => ',',
            Notation::Comma => ';',
        }
    }
}

/// Returns the text of a table. The last column holds numbers, written with a point. A cell that a spreadsheet would
/// evaluate as a formula gets an apostrophe before it, so that it is shown as text.
pub fn table<const COLUMNS: usize>(
    columns: [&str; COLUMNS],
    rows: &[[impl AsRef<str>; COLUMNS]],
    notation: Notation,
) -> String {
    // Without a byte order mark some spreadsheets misread anything beyond ASCII.
    let mut out = String::from("\u{feff}");
    line(&mut out, &columns, notation);
    for row in rows {
        line(&mut out, row, notation);
    }
    out
}

fn line<T: AsRef<str>>(out: &mut String, cells: &[T], notation: Notation) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            out.push(notation.separator());
        }
        out.push('"');
        let cell = cell.as_ref();
        if cell.starts_with(FORMULA) {
            out.push('\'');
        }
        let is_number = place + 1 == cells.len();
        for one in cell.chars() {
            match one {
                '"' => out.push_str("\"\""),
                '.' if is_number && notation == Notation::Comma => out.push(','),
                one => out.push(one),
            }
        }
        out.push('"');
    }
    out.push_str("\r\n");
}
