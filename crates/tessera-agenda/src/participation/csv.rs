//! Tables for spreadsheets (RFC 4180): with a byte order mark, without which they guess the letters wrong, and no
//! cell that one of them would take for a formula.

/// A table as text.
pub fn write<'a>(rows: impl IntoIterator<Item = Vec<&'a str>>) -> String {
    let mut text = String::from("\u{feff}");
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            text.push_str(&written(cell));
        }
        text.push_str("\r\n");
    }
    text
}

/// One cell. What begins like a formula (OWASP, "CSV Injection") gets an apostrophe, which spreadsheets hide.
fn written(cell: &str) -> String {
    let looks_like_formula =
        cell.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
            || cell.starts_with(['\t', '\r', '\n']);
    let guarded = if looks_like_formula { format!("'{cell}") } else { cell.to_owned() };
    if guarded.contains([',', '"', '\r', '\n', ';', '\t']) || guarded.starts_with('\'') {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_begins_like_a_formula_stays_a_name() {
        let text = write([vec!["Name", "E-mail"], vec!["=HYPERLINK(\"http://evil\")", "@SUM(A1)"]]);
        assert_eq!(text, "\u{feff}Name,E-mail\r\n\"'=HYPERLINK(\"\"http://evil\"\")\",\"'@SUM(A1)\"\r\n");
        assert!(write([vec!["  -1+1"]]).contains("\"'  -1+1\""));
    }

    #[test]
    fn commas_quotes_and_line_ends_stay_within_their_cell() {
        assert_eq!(write([vec!["Rossi, Ana", "a\r\nb"]]), "\u{feff}\"Rossi, Ana\",\"a\r\nb\"\r\n");
    }
}
