//! Lists that people take away, as CSV.

/// A row with semicolons, which spreadsheets of our languages expect. A cell that a spreadsheet would take for a formula
/// begins with an apostrophe, so that it stays text.
pub fn write_row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (index, cell) in cells.into_iter().enumerate() {
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
    use super::write_row;

    #[test]
    fn a_cell_is_never_a_formula() {
        let mut out = String::new();
        write_row(
            &mut out,
            ["=1+1", "a \"b\"; c", "+48 601", "-", "@x", "plain"],
        );
        assert_eq!(
            out,
            "\"'=1+1\";\"a \"\"b\"\"; c\";\"'+48 601\";\"'-\";\"'@x\";\"plain\"\r\n"
        );
    }
}
