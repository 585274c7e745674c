//! One `Stmt`: the account, its balances and what was booked.

use jiff::civil::Date;

use super::entry;
use super::tree::{Element, Tree};
use super::xml::{Source, Step};
use crate::date;
use crate::error::{Problem, ReadError};
use crate::money::{Currency, parse_plain};
use crate::statement::{Statement, Warning};
use crate::text::{account, clean_some};

/// Reads the statement that the source has just opened; `number` is its place in the document, from 1.
pub(super) fn read(source: &mut Source<'_>, number: usize) -> Result<Statement, ReadError> {
    let depth = source.depth();
    let mut tree = Tree::default();
    let mut entries = entry::Entries::new(number);
    let mut header = Header::default();
    let mut statement = Statement::default();
    while source.depth() >= depth {
        match source.step()? {
            Step::Open("Ntry") => entries.read(source, &mut statement)?,
            Step::Open(name @ ("Id" | "ElctrncSeqNb" | "LglSeqNb" | "FrToDt" | "Acct" | "Bal")) => {
                tree.clear();
                tree.add(source, name)?;
                if let Some(element) = tree.top().next() {
                    header.take(element, number, &mut statement)?;
                }
            }
            Step::Open(_) => source.skip()?,
            Step::Text | Step::Close => {}
            Step::End => break,
        }
    }
    if entries.not_booked > 0 {
        let count = entries.not_booked;
        statement.warnings.push(Warning::NotBooked { count });
    }
    header.close(&mut statement, number)?;
    Ok(statement.finish())
}

/// What is read before the currency of the account is certain.
#[derive(Default)]
struct Header {
    balances: Vec<Balance>,
}

struct Balance {
    kind: Kind,
    currency: Option<Currency>,
    amount: String,
    credit: bool,
    date: Option<Date>,
    index: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Opening,
    PreviousClosing,
    Intermediate,
    Closing,
}

impl Header {
    fn take(
        &mut self,
        element: Element<'_, '_>,
        number: usize,
        statement: &mut Statement,
    ) -> Result<(), ReadError> {
        let at = |path: &str| format!("Stmt[{number}]/{path}");
        match element.name() {
            "Id" => statement.number = clean_some(element.text()),
            "ElctrncSeqNb" | "LglSeqNb" => {
                statement.number = statement.number.take().or(clean_some(element.text()));
            }
            "FrToDt" => {
                let day = |from: &str| {
                    let text = element
                        .text_at(&format!("{from}Tm"))
                        .or(element.text_at(from));
                    text.map(date::iso)
                        .transpose()
                        .map_err(|problem| ReadError::path(at(&format!("FrToDt/{from}")), problem))
                };
                (statement.from, statement.to) = (day("FrDt")?, day("ToDt")?);
            }
            "Acct" => {
                let id = element.text_at("Id/IBAN").or(element.text_at("Id/Othr/Id"));
                statement.account = id.and_then(account);
                let code = element.text_at("Ccy");
                statement.currency = code
                    .map(|code| currency(code, || at("Acct/Ccy")))
                    .transpose()?;
            }
            _ => self.balance(element, number)?,
        }
        Ok(())
    }

    fn balance(&mut self, element: Element<'_, '_>, number: usize) -> Result<(), ReadError> {
        let index = self.balances.len() + 1;
        let at = |path: &str| format!("Stmt[{number}]/Bal[{index}]/{path}");
        let kind = match element.text_at("Tp/CdOrPrtry/Cd").unwrap_or_default() {
            "OPBD" => Kind::Opening,
            "PRCD" => Kind::PreviousClosing,
            "ITBD" => Kind::Intermediate,
            "CLBD" => Kind::Closing,
            _ => return Ok(()),
        };
        let amount = element
            .find("Amt")
            .ok_or_else(|| ReadError::path(at("Amt"), Problem::missing("Amt")))?;
        let day = element.text_at("Dt/Dt").or(element.text_at("Dt/DtTm"));
        let date = day
            .map(date::iso)
            .transpose()
            .map_err(|problem| ReadError::path(at("Dt"), problem))?;
        let code = amount.currency();
        self.balances.push(Balance {
            kind,
            currency: code.map(|code| currency(code, || at("Amt"))).transpose()?,
            amount: amount.text().to_owned(),
            credit: credit(element).map_err(|problem| ReadError::path(at("CdtDbtInd"), problem))?,
            date,
            index,
        });
        Ok(())
    }

    /// Settles currency, balances and days when all is read.
    fn close(&self, statement: &mut Statement, number: usize) -> Result<(), ReadError> {
        let of_first_entry = statement.entries.first().and_then(|entry| entry.currency);
        let of_balances = |kind| self.of(kind).and_then(|balance| balance.currency);
        statement.currency = statement
            .currency
            .or_else(|| of_balances(Kind::Opening))
            .or_else(|| of_balances(Kind::Closing))
            .or(of_first_entry)
            .or_else(|| self.balances.first().and_then(|balance| balance.currency));
        let own = statement.currency;
        let (same, other): (Vec<_>, Vec<_>) = self
            .balances
            .iter()
            .partition(|balance| balance.currency.is_none() || balance.currency == own);
        let mut others: Vec<_> = other
            .iter()
            .filter_map(|balance| balance.currency)
            .collect();
        others.dedup();
        let warn = |currency| Warning::BalanceInOtherCurrency { currency };
        statement.warnings.extend(others.into_iter().map(warn));
        let first = |kind| same.iter().find(|balance| balance.kind == kind);
        let last = |kind| same.iter().rev().find(|balance| balance.kind == kind);
        let opening = first(Kind::Opening)
            .or_else(|| first(Kind::PreviousClosing))
            .or_else(|| first(Kind::Intermediate));
        let closing = last(Kind::Closing).or_else(|| {
            let page = last(Kind::Intermediate)?;
            (opening.map(|balance| balance.index) != Some(page.index)).then_some(page)
        });
        let digits = crate::money::digits(own);
        let value = |balance: Option<&&Balance>| match balance {
            None => Ok(None),
            Some(balance) => match parse_plain(&balance.amount, &['.'], digits) {
                Ok(amount) => Ok(Some(if balance.credit { amount } else { -amount })),
                Err(problem) => {
                    let place = format!("Stmt[{number}]/Bal[{}]/Amt", balance.index);
                    Err(ReadError::path(place, problem))
                }
            },
        };
        statement.opening = value(opening)?;
        statement.closing = value(closing)?;
        statement.from = statement.from.or(opening.and_then(|balance| balance.date));
        statement.to = statement.to.or(closing.and_then(|balance| balance.date));
        Ok(())
    }

    fn of(&self, kind: Kind) -> Option<&Balance> {
        self.balances.iter().find(|balance| balance.kind == kind)
    }
}

/// The currency of that code, or a refusal at that path.
pub(super) fn currency(code: &str, path: impl Fn() -> String) -> Result<Currency, ReadError> {
    let text = crate::error::quote(code);
    Currency::parse(code).ok_or_else(|| ReadError::path(path(), Problem::CurrencyInvalid { text }))
}

/// Whether `CdtDbtInd` says credit.
pub(super) fn credit(element: Element<'_, '_>) -> Result<bool, Problem> {
    match element.text_at("CdtDbtInd").unwrap_or_default() {
        "CRDT" => Ok(true),
        "DBIT" => Ok(false),
        other => Err(Problem::DirectionUnknown {
            text: crate::error::quote(other),
        }),
    }
}
