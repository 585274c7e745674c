//! Small things about texts that all readers need.

/// One line: runs of white space become one space, control characters go, ends are trimmed.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    out
}

/// The same, and `None` when nothing is left.
pub(crate) fn clean_some(text: &str) -> Option<String> {
    Some(clean(text)).filter(|text| !text.is_empty())
}

/// The number of an account: without spaces and without the slash that some banks put before it.
pub(crate) fn account(text: &str) -> Option<String> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let bare = bare.trim_start_matches('/');
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// Lines with their numbers from 1. Lines end with LF or CR LF, or with CR in a text that has no LF.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let numbers = (1_u32..).map(Some).chain(std::iter::repeat(None));
    text.split(end)
        .zip(numbers)
        .map(|(line, number)| (number.unwrap_or(u32::MAX), line.trim_end_matches('\r')))
}

/// Whether a text is written like an IBAN (ISO 13616): two letters, two digits, 11 to 30 letters and digits.
pub(crate) fn looks_like_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    (15..=34).contains(&bytes.len())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
        && bytes.iter().take(2).all(u8::is_ascii_uppercase)
        && bytes.iter().skip(2).take(2).all(u8::is_ascii_digit)
}
