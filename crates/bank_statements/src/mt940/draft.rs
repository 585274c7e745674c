//! A statement in the making: fields come in, a [`Statement`] goes out.

use super::details::Details;
use super::fields::{Field, MAX_LINES};
use super::line::{Balance, Line};
use crate::error::{Problem, ReadError};
use crate::money::{Currency, digits};
use crate::statement::{Entry, Statement, Warning};
use crate::text::{account, clean, clean_some};

/// What is known of a statement so far.
#[derive(Default)]
pub(super) struct Draft {
    statement: Statement,
    entry: Option<Open>,
    last_line: u32,
    closed: bool,
    interim: bool,
}

/// An entry whose description may still follow.
struct Open {
    line: Line,
    more: String,
    texts: Vec<String>,
    own_lines: bool,
}

impl Draft {
    /// Whether a field with that tag belongs to the next statement.
    pub(super) fn ends_before(&self, tag: &str) -> bool {
        match tag {
            "20" | "940" => self.last_line > 0 && self.has_content(),
            "25" | "25P" | "60F" | "60M" | "60" => self.closed,
            _ => false,
        }
    }

    fn has_content(&self) -> bool {
        let statement = &self.statement;
        self.closed
            || self.entry.is_some()
            || !statement.entries.is_empty()
            || statement.account.is_some()
            || statement.opening.is_some()
    }

    /// Takes in a field.
    pub(super) fn take(&mut self, field: &Field<'_>) -> Result<(), ReadError> {
        let at = |problem| ReadError::line(field.line, problem);
        let unexpected = || {
            let name = format!(":{}:", field.tag);
            at(Problem::Unexpected { name })
        };
        if field.lines.len() >= MAX_LINES {
            return Err(at(Problem::too_many("lines", MAX_LINES)));
        }
        self.last_line = field.line;
        let begun = self.entry.is_some() || !self.statement.entries.is_empty();
        match field.tag {
            "25" | "25P" | "60F" | "60M" | "60" if begun => return Err(unexpected()),
            "25" | "25P" => self.account(field.first()),
            "28" | "28C" => self.statement.number = clean_some(field.first()),
            "60F" | "60M" | "60" => {
                let balance = Balance::parse(field.tag, field.first()).map_err(at)?;
                self.statement.currency = Some(balance.currency);
                self.statement.opening = Some(balance.amount);
                self.statement.from = balance.date;
            }
            "61" | "62F" | "62M" | "62" if self.closed => return Err(unexpected()),
            "61" => self.line(field).map_err(at)?,
            "86" if !self.closed => self.describe(field, false),
            "NS" if !self.closed => self.describe(field, true),
            "62F" | "62M" | "62" => self.close(field)?,
            "34F" => {
                self.interim = true;
                let code = field.first().get(..3).and_then(Currency::parse);
                self.statement.currency = self.statement.currency.or(code);
            }
            _ => {}
        }
        Ok(())
    }

    /// The account, and the currency that some banks write behind it.
    fn account(&mut self, text: &str) {
        let bare = text.trim();
        let (number, code) = bare
            .split_at_checked(bare.len().saturating_sub(3))
            .unwrap_or((bare, ""));
        let capitals = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let number_ends = number.ends_with(|c: char| c.is_ascii_digit() || c == '/' || c == ' ');
        if capitals && number_ends {
            self.statement.currency = self.statement.currency.or(Currency::parse(code));
            self.statement.account = account(number.trim_end_matches('/'));
        } else {
            self.statement.account = account(bare);
        }
    }

    /// A statement line; where a bank breaks it in two, both halves. Its second line is further information.
    fn line(&mut self, field: &Field<'_>) -> Result<(), Problem> {
        self.book();
        self.statement.has_room()?;
        let digits = digits(self.statement.currency);
        let first = field.first();
        let mut more = field.lines.get(1..).unwrap_or_default();
        let line = match (Line::parse(first, digits), more.first()) {
            (Err(Problem::Malformed { .. }), Some(second)) => {
                more = more.get(1..).unwrap_or_default();
                Line::parse(&format!("{first}{second}"), digits)
            }
            (parsed, _) => parsed,
        }?;
        self.entry = Some(Open {
            line,
            more: clean(&more.join(" ")),
            texts: Vec::new(),
            own_lines: false,
        });
        Ok(())
    }

    fn describe(&mut self, field: &Field<'_>, own_lines: bool) {
        if let Some(entry) = &mut self.entry {
            let lines = field.lines.iter().map(|line| (*line).to_owned());
            entry.texts.extend(lines);
            entry.own_lines = own_lines;
        }
    }

    fn close(&mut self, field: &Field<'_>) -> Result<(), ReadError> {
        self.book();
        let at = |problem| ReadError::line(field.line, problem);
        let balance = Balance::parse(field.tag, field.first()).map_err(at)?;
        let own = *self.statement.currency.get_or_insert(balance.currency);
        if own == balance.currency {
            self.statement.closing = Some(balance.amount);
        } else {
            let currency = balance.currency;
            let warning = Warning::BalanceInOtherCurrency { currency };
            self.statement.warnings.push(warning);
        }
        self.statement.to = balance.date;
        self.closed = true;
        Ok(())
    }

    /// Adds the entry whose description is complete.
    fn book(&mut self) {
        let Some(Open {
            line,
            more,
            texts,
            own_lines,
        }) = self.entry.take()
        else {
            return;
        };
        let lines: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut details = if own_lines {
            Details::of_own_lines(&lines)
        } else {
            Details::of_description(&lines)
        };
        details.fall_back_on(&more);
        self.statement.entries.push(Entry {
            date: line.date,
            amount_minor: line.amount,
            currency: self.statement.currency,
            title: details.title,
            counterparty: details.name.or(line.name),
            counterparty_account: details.account.or(line.account),
            reference: line.reference.or(details.reference).or(line.bank_reference),
            is_reversal: line.is_reversal,
            counterparty_tax_id: None,
        });
    }

    /// The statement. One that has entries and an opening but no closing balance was cut.
    pub(super) fn finish(mut self) -> Result<Statement, ReadError> {
        self.book();
        let statement = &mut self.statement;
        if statement.opening.is_some() && !statement.entries.is_empty() && !self.closed {
            let expected = ":62F:".to_owned();
            return Err(ReadError::line(
                self.last_line,
                Problem::CutShort { expected },
            ));
        }
        if self.interim && !self.closed {
            statement.warnings.push(Warning::Interim);
        }
        Ok(self.statement.finish())
    }
}
