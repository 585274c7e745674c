//! What an entry has to do with another one: whether it is that one once more, and whether it takes it back. Pure.

use super::matching::tokens;
use super::types::Entry;
use crate::text::fold;

/// Letters and digits of a title, by which banks' formats agree.
fn squashed(title: &str) -> String {
    let folded = fold(title);
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// By which an entry is suspected to be one of another statement once more, in whichever format: account, day, amount,
/// currency and title. None for one without a title, or that took money away.
pub fn repeat_key(
    account_key: &str,
    currency: &str,
    entry: &bank_statements::Entry,
) -> Option<Vec<u8>> {
    let title = squashed(&entry.title);
    if title.is_empty() || entry.amount_minor <= 0 {
        return None;
    }
    let (day, amount) = (entry.date, entry.amount_minor);
    Some(crate::secrets::hash_of(&format!(
        "{account_key} {day} {amount} {currency} {title}"
    )))
}

/// The entry that a reversal takes back, out of those of the same amount, the likeliest first: they name the same charge, or
/// have the same title; where the bank says that it is a reversal, the same other side is enough.
pub fn taken_back<'a>(reversal: &Entry, booked: &'a [Entry]) -> Option<&'a Entry> {
    let (named, title) = (tokens(reversal), squashed(&reversal.title));
    let by_title = |one: &&Entry| {
        tokens(one).iter().any(|id| named.contains(id))
            || (!title.is_empty() && squashed(&one.title) == title)
    };
    let by_side = |one: &&Entry| {
        reversal.is_reversal
            && !reversal.counterparty_account.is_empty()
            && one.counterparty_account == reversal.counterparty_account
    };
    let found = booked.iter().find(by_title);
    found.or_else(|| booked.iter().find(by_side))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::payments::token;
    use crate::payments::types::{ChargeId, EntryId, EntryState};

    fn entry(title: &str, amount_minor: i64) -> Entry {
        Entry {
            id: EntryId::new(1),
            organisation_id: None,
            booked_on: date(2026, 11, 22),
            amount_minor,
            currency: "PLN".into(),
            title: title.into(),
            counterparty: String::new(),
            counterparty_account: String::new(),
            counterparty_tax_id: String::new(),
            reference: String::new(),
            state: EntryState::New,
            booked_minor: 0,
            is_reversal: false,
            reverses: None,
            repeats: None,
            aside_reason: None,
        }
    }

    #[test]
    fn a_reversal_finds_what_it_takes_back() {
        let title = token::title_of(ChargeId::new(7));
        let booked = [
            entry("Kurs", 12_000),
            entry(&format!("Kurs {title}"), 12_000),
        ];
        let back = entry(&format!("ZWROT {title}"), -12_000);
        assert_eq!(taken_back(&back, &booked), Some(&booked[1]));
        assert_eq!(
            taken_back(&entry("k u r s.", -12_000), &booked),
            Some(&booked[0])
        );
        assert_eq!(taken_back(&entry("Czynsz", -12_000), &booked), None);
    }
}
