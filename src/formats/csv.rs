//! Writes a table as comma-separated values (CSV, RFC 4180).

/// Characters with which a spreadsheet begins a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Returns the text of a table. A cell that a spreadsheet would evaluate as a formula gets an apostrophe before it, so
/// that it is shown as text.
pub fn table<const COLUMNS: usize>(columns: [&str; COLUMNS], rows: &[[impl AsRef<str>; COLUMNS]]) -> String {
    let mut out = String::new();
    line(&mut out, &columns);
    for row in rows {
        line(&mut out, row);
    }
    // Without a byte order mark some spreadsheets misread anything beyond ASCII.
    if out.is_ascii() { out } else { ["\u{feff}", &out].concat() }
}

fn line<T: AsRef<str>>(out: &mut String, cells: &[T]) {
    for (place, cell) in cells.iter().enumerate() {
        out.push_str(if place > 0 { ",\"" } else { "\"" });
        let cell = cell.as_ref();
        if cell.starts_with(FORMULA) {
            out.push('\'');
        }
        for one in cell.chars() {
            out.extend((one == '"').then_some('"'));
            out.push(one);
        }
        out.push('"');
    }
    out.push_str("\r\n");
}
