//! A table as text of comma-separated values, RFC 4180.

/// What spreadsheets take for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text of a table with the names of its columns. A cell that a spreadsheet would work out has an apostrophe before it, and so is shown as it is.
pub fn table<const COLUMNS: usize>(columns: [&str; COLUMNS], rows: &[[impl AsRef<str>; COLUMNS]]) -> String {
    let mut out = String::new();
    line(&mut out, &columns);
    for row in rows {
        line(&mut out, row);
    }
    // Without the mark some spreadsheets read letters beyond English wrongly.
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
