//! What `:86:` and `:NS:` tell about an entry.

use super::free_text;
use super::subfields::Subfields;
use crate::text::{account, clean, clean_some, looks_like_iban};

/// Keys inside the title of a SEPA transfer (DFÜ agreement, annex 3).
const KEYS: [&str; 15] = [
    "EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "COAM+", "OAMT+", "SVWZ+", "ABWA+", "ABWE+",
    "IBAN+", "BIC+", "PURP+", "ULTC+", "ULTD+",
];

/// What is known about an entry beside its amount.
#[derive(Default)]
pub(super) struct Details {
    pub(super) title: String,
    pub(super) name: Option<String>,
    pub(super) account: Option<String>,
    pub(super) reference: Option<String>,
}

impl Details {
    /// From the lines of `:86:`.
    pub(super) fn of_description(lines: &[&str]) -> Self {
        let joined = lines.concat();
        match Subfields::of(&joined) {
            Some(parts) if parts.sign() == '?' => Self::german(&parts),
            Some(parts) => Self::polish(&parts),
            None => free_text::read(&free_text::unwrap(lines)),
        }
    }

    /// `?20`–`?29` and `?60`–`?63` title, `?30` bank, `?31` account (`?38` with
    /// its bank), `?32`, `?33` name, `?00` the bank's words.
    fn german(parts: &Subfields<'_>) -> Self {
        let words = parts.join(|number| matches!(number, 20..=29 | 60..=63));
        let reference = keyed(&words, "EREF+").filter(|text| text != "NOTPROVIDED");
        let purpose = keyed(&words, "SVWZ+");
        let title = purpose.unwrap_or(words);
        Self {
            title: if title.is_empty() {
                clean(parts.get(0))
            } else {
                title
            },
            name: clean_some(&parts.join(|number| matches!(number, 32 | 33))),
            account: account(parts.get(38)).or_else(|| account(parts.get(31))),
            reference,
        }
    }

    /// As the German ones, but the whole account of the other side stands in `38`, or in `29` at one bank.
    fn polish(parts: &Subfields<'_>) -> Self {
        let in_29 = account(parts.get(29)).filter(|text| is_account(text));
        let last = if in_29.is_some() { 28 } else { 29 };
        let title = parts.join(|number| (20..=last).contains(&number));
        let whole = account(parts.get(38)).or(in_29);
        Self {
            title: if title.is_empty() {
                clean(parts.get(0))
            } else {
                title
            },
            name: clean_some(&parts.join(|number| matches!(number, 32 | 33))),
            account: whole.or_else(|| account(parts.get(31))),
            reference: None,
        }
    }

    /// From the lines of `:NS:`, which begin with two digits: 01–14 title, 15 and 16 name, 17 the bank's words, 33 and 34
    /// bank and account.
    pub(super) fn of_own_lines(lines: &[&str]) -> Self {
        let part = |from: u8, to: u8| {
            let wanted = |line: &&&str| {
                let number = line.get(..2).and_then(|digits| digits.parse::<u8>().ok());
                number.is_some_and(|number| (from..=to).contains(&number))
            };
            let texts: Vec<&str> = lines
                .iter()
                .filter(wanted)
                .filter_map(|line| line.get(2..))
                .collect();
            texts.join(" ")
        };
        let (title, words) = (clean(&part(1, 14)), clean(&part(17, 17)));
        Self {
            title: if title.is_empty() { words } else { title },
            name: clean_some(&part(15, 16)),
            account: account(&part(33, 34)),
            reference: None,
        }
    }

    /// Uses the second line of `:61:` for what is not known yet: an account, or words.
    pub(super) fn fall_back_on(&mut self, more: &str) {
        if looks_like_iban(more) && self.account.is_none() {
            self.account = Some(more.to_owned());
        } else if self.title.is_empty() {
            more.clone_into(&mut self.title);
        }
    }
}

/// What stands behind a key, up to the next one.
fn keyed(text: &str, key: &str) -> Option<String> {
    let (_, rest) = text.split_once(key)?;
    let end = KEYS.iter().filter_map(|key| rest.find(key)).min();
    clean_some(&rest[..end.unwrap_or(rest.len())])
}

/// Whether this can be the whole number of an account: an IBAN, or the 26 digits of a Polish account.
fn is_account(text: &str) -> bool {
    looks_like_iban(text) || (text.len() == 26 && text.bytes().all(|byte| byte.is_ascii_digit()))
}
