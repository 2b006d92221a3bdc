//! A table as text of comma-separated values, RFC 4180.

/// What spreadsheets take for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The text of a table. A cell that a spreadsheet would work out has an apostrophe before it, and so is shown as it is.
pub fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> String {
    let mut out = String::new();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            out.push_str(if place > 0 { ",\"" } else { "\"" });
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
    // Without the mark some spreadsheets read letters beyond English wrongly.
    if out.is_ascii() { out } else { ["\u{feff}", &out].concat() }
}
