//! Lists that people take away, as CSV.

/// A list with its mark of UTF-8, so that spreadsheets read every letter.
pub fn write_csv<R>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut out = String::from("\u{feff}");
    for row in rows {
        write_row(&mut out, row);
    }
    out
}

/// A row with semicolons, which spreadsheets of our languages expect. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe, so that it stays text.
fn write_row(out: &mut String, cells: impl IntoIterator<Item: AsRef<str>>) {
    for (index, cell) in cells.into_iter().enumerate() {
        let cell = cell.as_ref();
        if index > 0 {
            out.push(';');
        }
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        out.push('"');
        if is_formula {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::write_csv;

    #[test]
    fn a_cell_is_never_a_formula() {
        let list = write_csv([["=1+1", "a \"b\"; c", "+48 601", "-", "@x", "plain"]]);
        assert_eq!(
            list,
            "\u{feff}\"'=1+1\";\"a \"\"b\"\"; c\";\"'+48 601\";\"'-\";\"'@x\";\"plain\"\r\n"
        );
    }
}
