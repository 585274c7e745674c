//! One `Ntry` and its transactions.

use jiff::civil::Date;

use super::parties::{Details, Side};
use super::statement::{credit, currency};
use super::tree::{Element, Tree};
use super::xml::{Source, Step};
use crate::date;
use crate::error::{Problem, ReadError};
use crate::money::{Currency, parse_plain};
use crate::statement::{Entry, Statement};
use crate::text::{clean, clean_some};

/// More than any bank puts into one batch.
const MAX_TRANSACTIONS: usize = 200_000;

/// Reads the entries of one statement.
pub(super) struct Entries<'x> {
    statement: usize,
    number: usize,
    /// Entries that were left out because they are pending or only informative.
    pub(super) not_booked: u32,
    tree: Tree<'x>,
    transaction: Tree<'x>,
}

/// What holds for the whole entry.
struct Head {
    /// It takes an earlier entry back.
    is_reversal: bool,
    amount: i64,
    currency: Option<Currency>,
    date: Date,
    side: Side,
    words: String,
    reference: Option<String>,
}

impl<'x> Entries<'x> {
    /// For the statement with that place in the document, from 1.
    pub(super) fn new(statement: usize) -> Self {
        Self {
            statement,
            number: 0,
            not_booked: 0,
            tree: Tree::default(),
            transaction: Tree::default(),
        }
    }

    fn error(&self, rest: &str, problem: Problem) -> ReadError {
        let (statement, number) = (self.statement, self.number);
        ReadError::path(format!("Stmt[{statement}]/Ntry[{number}]/{rest}"), problem)
    }

    /// Reads the entry that the source has just opened and adds it to the statement: as one entry, or as one for each
    /// transaction when there are several and their amounts add up to the entry's.
    pub(super) fn read(
        &mut self,
        source: &mut Source<'x>,
        statement: &mut Statement,
    ) -> Result<(), ReadError> {
        self.number += 1;
        self.tree.clear();
        let transactions = self.collect(source, statement.account.as_deref())?;
        if !self.is_booked() {
            self.not_booked += 1;
            return Ok(());
        }
        statement
            .has_room()
            .map_err(|problem| self.error("Amt", problem))?;
        let head = self.head()?;
        let parts = self.parts(&head, &transactions)?;
        let mut transactions = transactions.into_iter();
        if parts.is_empty() {
            let first = transactions.next();
            let details = if transactions.next().is_none() {
                first
            } else {
                None
            };
            statement.entries.push(head.entry(head.amount, details));
        } else {
            let entries = parts.into_iter().zip(transactions);
            let entries = entries.map(|(amount, details)| head.entry(amount, Some(details)));
            statement.entries.extend(entries);
        }
        Ok(())
    }

    /// Everything of the entry into `self.tree`, but its transactions one by one into what is kept of them.
    fn collect(
        &mut self,
        source: &mut Source<'x>,
        own: Option<&str>,
    ) -> Result<Vec<Details>, ReadError> {
        let depth = source.depth();
        let mut transactions = Vec::new();
        while source.depth() >= depth {
            match source.step()? {
                Step::Open("NtryDtls") | Step::Text | Step::Close => {}
                Step::Open(name @ "TxDtls") => {
                    if transactions.len() >= MAX_TRANSACTIONS {
                        let problem = Problem::too_many(name, MAX_TRANSACTIONS);
                        return Err(self.error("NtryDtls", problem));
                    }
                    self.transaction.clear();
                    self.transaction.add(source, name)?;
                    if let Some(element) = self.transaction.top().next() {
                        transactions.push(Details::read(element, own));
                    }
                }
                Step::Open(_) if source.depth() > depth + 1 => source.skip()?,
                Step::Open(name) => self.tree.add(source, name)?,
                Step::End => break,
            }
        }
        Ok(transactions)
    }

    /// `Sts` is a code, and since `.001.08` an element with a code.
    fn is_booked(&self) -> bool {
        let status = self.tree.find("Sts").map(|status| {
            let code = status.text_at("Cd").or(status.text_at("Prtry"));
            code.unwrap_or(status.text())
        });
        !matches!(status, Some("PDNG" | "INFO" | "FUTR"))
    }

    fn head(&self) -> Result<Head, ReadError> {
        let top = |name: &str| self.tree.find(name);
        let missing = |name: &str| self.error(name, Problem::missing(name));
        let amount = top("Amt").ok_or_else(|| missing("Amt"))?;
        let code = amount
            .currency()
            .ok_or_else(|| self.error("Amt", Problem::missing("Ccy")))?;
        let path = || format!("Stmt[{}]/Ntry[{}]/Amt", self.statement, self.number);
        let currency = currency(code, path)?;
        let size = parse_plain(amount.text(), &['.'], currency.digits())
            .map_err(|problem| self.error("Amt", problem))?;
        let credit = match top("CdtDbtInd").map(|element| element.text()) {
            Some("CRDT") => true,
            Some("DBIT") => false,
            other => {
                let text = crate::error::quote(other.unwrap_or_default());
                return Err(self.error("CdtDbtInd", Problem::DirectionUnknown { text }));
            }
        };
        let reversal = top("RvslInd").is_some_and(|it| matches!(it.text(), "true" | "1"));
        let text = |path: &str| self.tree.find(path).map(|element| element.text());
        Ok(Head {
            amount: if credit { size } else { -size },
            currency: Some(currency),
            date: self.date()?,
            side: Side::of(credit, reversal),
            is_reversal: reversal,
            words: clean(text("AddtlNtryInf").unwrap_or_default()),
            reference: text("AcctSvcrRef")
                .and_then(clean_some)
                .or_else(|| text("NtryRef").and_then(clean_some)),
        })
    }

    /// The day of booking; the value date where a bank gives only that.
    fn date(&self) -> Result<Date, ReadError> {
        for name in ["BookgDt", "ValDt"] {
            let day = self.tree.find(name).and_then(|element: Element<'_, '_>| {
                element.text_at("Dt").or(element.text_at("DtTm"))
            });
            if let Some(day) = day {
                return date::iso(day).map_err(|problem| self.error(name, problem));
            }
        }
        Err(self.error("BookgDt", Problem::missing("BookgDt")))
    }

    /// The signed amounts of the transactions, when there are several and they add up to the entry.
    fn parts(&self, head: &Head, transactions: &[Details]) -> Result<Vec<i64>, ReadError> {
        if transactions.len() < 2 {
            return Ok(Vec::new());
        }
        let digits = crate::money::digits(head.currency);
        let mut parts = Vec::with_capacity(transactions.len());
        for (index, details) in transactions.iter().enumerate() {
            let Some((amount, _)) = details
                .amount
                .as_ref()
                .filter(|(_, code)| code.is_none() || *code == head.currency)
            else {
                return Ok(Vec::new());
            };
            let size = parse_plain(amount, &['.'], digits).map_err(|problem| {
                self.error(&format!("NtryDtls/TxDtls[{}]/Amt", index + 1), problem)
            })?;
            let credit = details.credit.unwrap_or(head.amount >= 0);
            parts.push(if credit { size } else { -size });
        }
        let sum: i128 = parts.iter().copied().map(i128::from).sum();
        if sum != i128::from(head.amount) {
            parts.clear();
        }
        Ok(parts)
    }
}

impl Head {
    fn entry(&self, amount_minor: i64, details: Option<Details>) -> Entry {
        let details = details.unwrap_or_default();
        let (counterparty, counterparty_account) = details.other_side(self.side);
        Entry {
            date: self.date,
            amount_minor,
            currency: self.currency,
            title: details.title.unwrap_or_else(|| self.words.clone()),
            counterparty,
            counterparty_account,
            reference: details.reference.or_else(|| self.reference.clone()),
            is_reversal: self.is_reversal,
            counterparty_tax_id: None,
        }
    }
}

/// Whether a transaction says of itself that it is a credit.
pub(super) fn own_direction(element: Element<'_, '_>) -> Option<bool> {
    credit(element).ok()
}
