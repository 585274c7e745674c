//! One `СекцияДокумент`: a payment.

use super::Section;
use crate::error::{Problem, ReadError};
use crate::money::Currency;
use crate::statement::Entry;
use crate::text::{account, clean, clean_some};

/// The names of one side's keys begin with this.
const PAYER: &str = "Плательщик";
const RECIPIENT: &str = "Получатель";

/// The numbers that the document gives for either side.
pub(super) struct Sides {
    payer: [Option<String>; 2],
    recipient: [Option<String>; 2],
}

impl Sides {
    /// Reads them.
    pub(super) fn of(section: &Section<'_>) -> Self {
        let numbers = |side: &str| {
            let number = |key: &str| section.text(&format!("{side}{key}")).and_then(account);
            [number("Счет"), number("РасчСчет")]
        };
        Self {
            payer: numbers(PAYER),
            recipient: numbers(RECIPIENT),
        }
    }
}

/// The document as an entry of the account `own`; `None` when it is another account's. Where neither side has the account's
/// number, and the file has but one account (`only`), the dates of booking tell the direction.
pub(super) fn read(
    section: &Section<'_>,
    sides: &Sides,
    (own, only): (&str, bool),
    currency: Currency,
) -> Result<Option<Entry>, ReadError> {
    let is_own =
        |numbers: &[Option<String>]| numbers.iter().any(|number| number.as_deref() == Some(own));
    let (to_own, from_own) = (is_own(&sides.recipient), is_own(&sides.payer));
    if !only && !to_own && !from_own {
        return Ok(None);
    }
    let (came, went) = (section.date("ДатаПоступило")?, section.date("ДатаСписано")?);
    let credit = match (to_own, from_own) {
        (true, false) => true,
        (false, true) => false,
        _ if came.is_some() != went.is_some() => came.is_some(),
        (true, true) => true,
        _ => return Ok(None),
    };
    let missing = |name: &str| ReadError::line(section.line, Problem::missing(name));
    let amount = section
        .amount("Сумма", currency)?
        .ok_or_else(|| missing("Сумма"))?;
    let booked = if credit { came } else { went };
    let date = match booked {
        Some(date) => date,
        None => section.date("Дата")?.ok_or_else(|| missing("Дата"))?,
    };
    let other = if credit { PAYER } else { RECIPIENT };
    let of_other = |key: &str| section.text(&format!("{other}{key}"));
    Ok(Some(Entry {
        date,
        amount_minor: if credit { amount } else { -amount },
        currency: Some(currency),
        title: title(section),
        counterparty: of_other("1").or(of_other("")).and_then(clean_some),
        counterparty_account: of_other("РасчСчет").or(of_other("Счет")).and_then(account),
        reference: section.text("Номер").and_then(clean_some),
        is_reversal: false,
        counterparty_tax_id: of_other("ИНН").and_then(clean_some),
    }))
}

/// `НазначениеПлатежа`, or its lines `НазначениеПлатежа1` to `6`.
fn title(section: &Section<'_>) -> String {
    const KEY: &str = "НазначениеПлатежа";
    if let Some(text) = section.text(KEY) {
        return clean(text);
    }
    let lines: Vec<&str> = (1..=6)
        .filter_map(|number| section.text(&format!("{KEY}{number}")))
        .collect();
    clean(&lines.join(" "))
}
