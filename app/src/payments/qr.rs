//! The QR that fills in a transfer: the Polish 2D standard (ZBP, 2013) for złoty, EPC069-12 for euro, GOST R 56042-2014
//! for roubles.

use super::types::Settings;
pub use crate::qr::{Shape, draw};
use crate::text::iban;

/// What a transfer says.
#[derive(Clone, Copy, Debug)]
pub struct Transfer<'a> {
    /// IBAN of who is paid.
    pub iban: &'a str,
    /// Name of who is paid.
    pub name: &'a str,
    /// Their tax id; empty when there is none.
    pub tax_id: &'a str,
    /// Title.
    pub title: &'a str,
    /// Minor units.
    pub amount_minor: i64,
    /// ISO 4217 code.
    pub currency: &'a str,
    /// The bank of an account in roubles; its parts are empty where there is none.
    pub bank: Bank<'a>,
}

/// A bank in Russia.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bank<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its BIC, nine digits.
    pub code: &'a str,
    /// Its correspondent account.
    pub account: &'a str,
}

impl<'a> Bank<'a> {
    /// The bank that an organisation has named.
    pub fn of(settings: &'a Settings) -> Self {
        Self {
            name: &settings.bank_name,
            code: &settings.bank_code,
            account: &settings.bank_account,
        }
    }
}

/// The text of the code; none when no standard serves this account and currency.
pub fn payload(transfer: &Transfer<'_>) -> Option<String> {
    match transfer.currency {
        "PLN" => polish(transfer),
        "RUB" => russian(transfer),
        // Only accounts with an IBAN can be named in it.
        "EUR" => iban(transfer.iban).map(|_| european(transfer)),
        _ => None,
    }
}

/// `NIP|PL|account|amount|name|title|||`: the amount has six digits of grosze, or zeros when it does not fit, so that the
/// payer types it; the name has 20 characters, the title 32.
fn polish(transfer: &Transfer<'_>) -> Option<String> {
    let account = transfer.iban.strip_prefix("PL")?;
    let amount = match transfer.amount_minor {
        amount @ 0..=999_999 => amount,
        _ => 0,
    };
    let tax_id = if transfer.tax_id.len() == 10 {
        transfer.tax_id
    } else {
        ""
    };
    let (name, title) = (field(transfer.name, 20), field(transfer.title, 32));
    Some(format!(
        "{tax_id}|PL|{account}|{amount:06}|{name}|{title}|||"
    ))
}

/// Lines of version 002 in UTF-8; the amount is left out where the standard does not take it.
fn european(transfer: &Transfer<'_>) -> String {
    let amount = match transfer.amount_minor {
        amount @ 1..=99_999_999_999 => format!("EUR{}.{:02}", amount / 100, amount % 100),
        _ => String::new(),
    };
    let (name, title) = (field(transfer.name, 70), field(transfer.title, 140));
    format!(
        "BCD\n002\n1\nSCT\n\n{name}\n{}\n{amount}\n\n\n{title}",
        transfer.iban
    )
}

/// Names and values in UTF-8 (`ST00012`): those of the recipient that the standard asks for first, then the payer's help.
fn russian(transfer: &Transfer<'_>) -> Option<String> {
    let Bank {
        name,
        code,
        account,
    } = transfer.bank;
    let is_whole = transfer.iban.len() == 20 && code.len() == 9 && account.len() == 20;
    if !is_whole || name.is_empty() {
        return None;
    }
    let mut parts = vec![
        "ST00012".to_owned(),
        format!("Name={}", field(transfer.name, 160)),
        format!("PersonalAcc={}", transfer.iban),
        format!("BankName={}", field(name, 45)),
        format!("BIC={code}"),
        format!("CorrespAcc={account}"),
    ];
    if [10, 12].contains(&transfer.tax_id.len()) {
        parts.push(format!("PayeeINN={}", transfer.tax_id));
    }
    if transfer.amount_minor > 0 {
        parts.push(format!("Sum={}", transfer.amount_minor));
    }
    parts.push(format!("Purpose={}", field(transfer.title, 210)));
    Some(parts.join("|"))
}

fn field(text: &str, most: usize) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = plain.replace('|', " ").chars().take(most).collect();
    cut.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLN: Transfer<'_> = Transfer {
        iban: "PL61109010140000071219812874",
        name: "Miejskie Centrum Doskonalenia Nauczycieli",
        tax_id: "5260001246",
        title: "ZP-000214K",
        amount_minor: 12_050,
        currency: "PLN",
        bank: Bank {
            name: "",
            code: "",
            account: "",
        },
    };

    #[test]
    fn zloty_go_by_the_polish_standard() {
        let text = payload(&PLN).unwrap_or_default();
        assert_eq!(
            text,
            "5260001246|PL|61109010140000071219812874|012050|Miejskie Centrum Dos|ZP-000214K|||"
        );
        let much = payload(&Transfer {
            amount_minor: 1_000_000,
            ..PLN
        })
        .unwrap_or_default();
        assert!(much.contains("|000000|"), "{much}");
        let piped = payload(&Transfer {
            name: "A|B\nC",
            ..PLN
        })
        .unwrap_or_default();
        assert_eq!(piped.matches('|').count(), 8);
        assert_eq!(
            payload(&Transfer {
                iban: "DE89370400440532013000",
                ..PLN
            }),
            None
        );
        assert_eq!(
            payload(&Transfer {
                currency: "RUB",
                ..PLN
            }),
            None
        );
    }

    #[test]
    fn roubles_go_by_the_russian_one() {
        let roubles = Transfer {
            iban: "40702810200000000001",
            name: "Центр|развития",
            tax_id: "7707083893",
            currency: "RUB",
            bank: Bank {
                name: "ПАО Сбербанк, г. Москва",
                code: "044525225",
                account: "30101810400000000225",
            },
            ..PLN
        };
        assert_eq!(
            payload(&roubles).as_deref(),
            Some(
                "ST00012|Name=Центр развития|PersonalAcc=40702810200000000001|BankName=ПАО Сбербанк, г. Москва|\
                 BIC=044525225|CorrespAcc=30101810400000000225|PayeeINN=7707083893|Sum=12050|Purpose=ZP-000214K"
            )
        );
        let without = Transfer {
            bank: Bank::default(),
            ..roubles
        };
        assert_eq!(payload(&without), None);
        let elsewhere = Transfer {
            iban: "DE89370400440532013000",
            ..roubles
        };
        assert_eq!(payload(&elsewhere), None);
    }

    #[test]
    fn euro_go_by_the_european_one() {
        let euro = Transfer {
            iban: "DE89370400440532013000",
            currency: "EUR",
            ..PLN
        };
        let plain = Transfer {
            iban: "1020304050",
            ..euro
        };
        assert_eq!(payload(&plain), None);
        let text = payload(&euro).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "BCD",
                "002",
                "1",
                "SCT",
                "",
                PLN.name,
                "DE89370400440532013000",
                "EUR120.50",
                "",
                "",
                "ZP-000214K"
            ]
        );
    }
}
