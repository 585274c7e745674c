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
/// begins with an apostrophe, so that it stays text; a negative number is none, and stays a number.
fn write_row(out: &mut String, cells: impl IntoIterator<Item: AsRef<str>>) {
    for (index, cell) in cells.into_iter().enumerate() {
        let cell = cell.as_ref();
        if index > 0 {
            out.push(';');
        }
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_negative(cell);
        out.push('"');
        if is_formula {
            out.push('\'');
        }
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Whether it is a number below nothing: digits, and a decimal comma or point at most.
fn is_negative(cell: &str) -> bool {
    let Some(number) = cell.strip_prefix('-') else {
        return false;
    };
    let (whole, rest) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    is_digits(whole) && is_digits(rest)
}

#[cfg(test)]
mod tests {
    use super::write_csv;

    #[test]
    fn a_negative_number_stays_one() {
        let list = write_csv([["-12,05", "-7", "-1.5", "-1+1", "-1,2,3", "-,5", "--1"]]);
        assert_eq!(
            list,
            "\u{feff}\"-12,05\";\"-7\";\"-1.5\";\"'-1+1\";\"'-1,2,3\";\"'-,5\";\"'--1\"\r\n"
        );
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        let list = write_csv([["=1+1", "a \"b\"; c", "+48 601", "-", "@x", "plain"]]);
        assert_eq!(
            list,
            "\u{feff}\"'=1+1\";\"a \"\"b\"\"; c\";\"'+48 601\";\"'-\";\"'@x\";\"plain\"\r\n"
        );
    }
}
