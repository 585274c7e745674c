//! 1CClientBankExchange, the text format in which Russian banks hand statements to 1C: sections of `key=value` lines.

mod document;

use std::collections::HashMap;

use crate::date::{self, DateFormat};
use crate::error::{Problem, ReadError};
use crate::money::{Currency, digits, parse_plain};
use crate::statement::{Statement, Warning};
use crate::text::{account, lines};

/// More keys than a section has, and more accounts than a customer.
const MAX_KEYS: usize = 1_000;
const MAX_ACCOUNTS: usize = 100;

/// The values of a section with the lines they stand in.
#[derive(Default)]
struct Section<'t> {
    line: u32,
    values: HashMap<&'t str, (u32, String)>,
    last: &'t str,
}

impl<'t> Section<'t> {
    fn begin(&mut self, line: u32) {
        self.values.clear();
        self.line = line;
        self.last = "";
    }

    /// Takes in a line; one without a key goes on with the value before.
    fn take(&mut self, line: u32, text: &'t str) -> Result<(), ReadError> {
        if self.values.len() >= MAX_KEYS {
            return Err(ReadError::line(line, Problem::too_many("keys", MAX_KEYS)));
        }
        match text.split_once('=') {
            Some((key, value)) if !key.contains(' ') => {
                self.last = key.trim();
                self.values
                    .insert(self.last, (line, value.trim().to_owned()));
            }
            _ => {
                if let Some((_, value)) = self.values.get_mut(self.last) {
                    value.push(' ');
                    value.push_str(text.trim());
                }
            }
        }
        Ok(())
    }

    /// A value and its line, unless it is empty.
    fn get(&self, key: &str) -> Option<(u32, &str)> {
        let (line, value) = self.values.get(key)?;
        (!value.is_empty()).then_some((*line, value.as_str()))
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.get(key).map(|(_, value)| value)
    }

    fn date(&self, key: &str) -> Result<Option<jiff::civil::Date>, ReadError> {
        let Some((line, text)) = self.get(key) else {
            return Ok(None);
        };
        match date::parse(text, DateFormat::DayMonthYear) {
            Some(date) => Ok(Some(date)),
            None => Err(ReadError::line(line, Problem::date(text))),
        }
    }

    fn amount(&self, key: &str, currency: Currency) -> Result<Option<i64>, ReadError> {
        let Some((line, text)) = self.get(key) else {
            return Ok(None);
        };
        let (text, negative) = match text.strip_prefix('-') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let amount = parse_plain(text, &['.', ','], digits(Some(currency)))
            .map_err(|problem| ReadError::line(line, problem))?;
        Ok(Some(if negative { -amount } else { amount }))
    }
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Header,
    Account,
    Document,
}

/// One statement for each account of the file.
pub(crate) fn read(text: &str) -> Result<Vec<Statement>, ReadError> {
    let mut file = OneC::default();
    let mut section = Section::default();
    let (mut inside, mut ended, mut last) = (Inside::Header, false, 1);
    for (line, text) in lines(text) {
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        last = line;
        let unexpected = |name: &str| {
            Err(ReadError::line(
                line,
                Problem::Unexpected { name: name.into() },
            ))
        };
        match (text, inside) {
            ("КонецФайла", Inside::Header) => ended = true,
            ("СекцияРасчСчет", Inside::Header) => {
                file.accounts_of(&section)?;
                section.begin(line);
                inside = Inside::Account;
            }
            ("КонецРасчСчет", Inside::Account) => {
                file.balance(&section)?;
                section.begin(line);
                inside = Inside::Header;
            }
            ("КонецДокумента", Inside::Document) => {
                file.document(&section)?;
                section.begin(line);
                inside = Inside::Header;
            }
            (_, Inside::Header) if text.starts_with("СекцияДокумент") => {
                file.accounts_of(&section)?;
                section.begin(line);
                inside = Inside::Document;
            }
            ("КонецФайла" | "КонецРасчСчет" | "КонецДокумента" | "СекцияРасчСчет", _) =>
            {
                return unexpected(text);
            }
            (_, _) if text.starts_with("СекцияДокумент") => {
                return unexpected("СекцияДокумент");
            }
            (_, Inside::Header) => {
                if let Some(number) = text.strip_prefix("РасчСчет=") {
                    file.add_account(number, line)?;
                }
                section.take(line, text)?;
            }
            _ => section.take(line, text)?,
        }
        if ended {
            break;
        }
    }
    file.accounts_of(&section)?;
    if !ended {
        let expected = "КонецФайла".to_owned();
        return Err(ReadError::line(last, Problem::CutShort { expected }));
    }
    file.finish()
}

/// What is known of the file so far.
#[derive(Default)]
struct OneC {
    statements: Vec<Statement>,
}

impl OneC {
    /// The days that the header names, for accounts that have no section of their own.
    fn accounts_of(&mut self, header: &Section<'_>) -> Result<(), ReadError> {
        let days = (header.date("ДатаНачала")?, header.date("ДатаКонца")?);
        for statement in &mut self.statements {
            statement.from = statement.from.or(days.0);
            statement.to = statement.to.or(days.1);
        }
        Ok(())
    }

    fn add_account(&mut self, number: &str, line: u32) -> Result<(), ReadError> {
        let number = account(number);
        if self.statements.len() >= MAX_ACCOUNTS {
            return Err(ReadError::line(
                line,
                Problem::too_many("accounts", MAX_ACCOUNTS),
            ));
        }
        let known = self.statements.iter().any(|one| one.account == number);
        if let Some(number) = number.filter(|_| !known) {
            let (currency, assumed) = currency_of(&number);
            self.statements.push(Statement {
                account: Some(number),
                currency: Some(currency),
                warnings: if assumed {
                    vec![Warning::CurrencyAssumed]
                } else {
                    Vec::new()
                },
                ..Statement::default()
            });
        }
        Ok(())
    }

    /// Balances of an account; there may be a section for each day.
    fn balance(&mut self, section: &Section<'_>) -> Result<(), ReadError> {
        let number = section
            .text("РасчСчет")
            .ok_or_else(|| ReadError::line(section.line, Problem::missing("РасчСчет")))?;
        self.add_account(number, section.line)?;
        let number = account(number);
        let Some(statement) = self.statements.iter_mut().find(|one| one.account == number) else {
            return Ok(());
        };
        let currency = currency_of(number.as_deref().unwrap_or_default()).0;
        let (from, to) = (section.date("ДатаНачала")?, section.date("ДатаКонца")?);
        let opening = section.amount("НачальныйОстаток", currency)?;
        let closing = section.amount("КонечныйОстаток", currency)?;
        statement.opening = statement.opening.or(opening);
        statement.closing = closing.or(statement.closing);
        statement.from = [statement.from, from].into_iter().flatten().min();
        statement.to = [statement.to, to].into_iter().flatten().max();
        Ok(())
    }

    fn document(&mut self, section: &Section<'_>) -> Result<(), ReadError> {
        let only = self.statements.len() == 1;
        let sides = document::Sides::of(section);
        let mut found = false;
        for statement in &mut self.statements {
            let currency = statement.currency.unwrap_or(Currency::RUB);
            let own = statement.account.as_deref().unwrap_or_default();
            if let Some(entry) = document::read(section, &sides, (own, only), currency)? {
                let full = |problem| ReadError::line(section.line, problem);
                statement.has_room().map_err(full)?;
                statement.entries.push(entry);
                found = true;
            }
        }
        if found {
            return Ok(());
        }
        let text = section.text("Номер").unwrap_or_default().to_owned();
        Err(ReadError::line(
            section.line,
            Problem::DirectionUnknown { text },
        ))
    }

    fn finish(self) -> Result<Vec<Statement>, ReadError> {
        if self.statements.is_empty() {
            return Err(ReadError::line(1, Problem::missing("РасчСчет")));
        }
        Ok(self.statements.into_iter().map(Statement::finish).collect())
    }
}

/// The currency of a Russian account, from its digits 6 to 8 (Bank of Russia, chart of accounts; 810 is the rouble), and
/// whether that had to be assumed.
fn currency_of(number: &str) -> (Currency, bool) {
    let code = match number.get(5..8) {
        Some("810" | "643") => Some("RUB"),
        Some("840") => Some("USD"),
        Some("978") => Some("EUR"),
        Some("156") => Some("CNY"),
        Some("398") => Some("KZT"),
        Some("933") => Some("BYN"),
        Some("985") => Some("PLN"),
        Some("826") => Some("GBP"),
        Some("756") => Some("CHF"),
        Some("392") => Some("JPY"),
        Some("949") => Some("TRY"),
        Some("051") => Some("AMD"),
        _ => None,
    };
    let digits = number.len() == 20 && number.bytes().all(|byte| byte.is_ascii_digit());
    match code.filter(|_| digits).and_then(Currency::parse) {
        Some(currency) => (currency, false),
        None => (Currency::RUB, true),
    }
}
