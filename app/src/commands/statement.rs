//! `zapis statement show FILE`: what a bank's statement says, without taking it in.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;
use bank_statements::{DecimalMark, Statement, format_minor};
use clap::{Args, Subcommand, ValueEnum};

use super::printing;

/// What is done with a statement.
#[derive(Debug, Subcommand)]
pub(super) enum StatementCommand {
    /// Shows what a statement says. Nothing is taken in.
    Show(Show),
}

/// Arguments of showing.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The statement: CAMT.053, MT940, 1CClientBankExchange or CSV.
    file: PathBuf,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl StatementCommand {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let Self::Show(show) = self;
        let name = show.file.display();
        let bytes = std::fs::read(&show.file).with_context(|| format!("cannot read {name}"))?;
        let file = bank_statements::read(&bytes, None)
            .map_err(|error| anyhow::anyhow!("{name} is no sound statement: {error}"))?;
        let mut out = printing::out();
        match show.format {
            Format::Json => {
                serde_json::to_writer_pretty(&mut out, &file.statements)?;
                writeln!(out)?;
            }
            Format::Text => {
                for statement in &file.statements {
                    write_statement(&mut out, statement)?;
                }
            }
        }
        Ok(())
    }
}

fn write_statement(out: &mut impl std::io::Write, one: &Statement) -> std::io::Result<()> {
    let currency = one.currency.map_or_else(String::new, String::from);
    let day =
        |day: Option<jiff::civil::Date>| day.map_or_else(|| "?".into(), |day| day.to_string());
    let sum = |minor: Option<i64>| minor.map_or_else(|| "?".into(), |minor| amount(minor, one));
    let account = one.account.as_deref().unwrap_or("unknown account");
    writeln!(
        out,
        "{account} {currency}, {} to {}",
        day(one.from),
        day(one.to)
    )?;
    for entry in &one.entries {
        let who = entry.counterparty.as_deref().unwrap_or_default();
        let minor = amount(entry.amount_minor, one);
        writeln!(out, "{}\t{minor}\t{who}\t{}", entry.date, entry.title)?;
    }
    let (opening, closing) = (sum(one.opening), sum(one.closing));
    writeln!(
        out,
        "{} entries, from {opening} to {closing}",
        one.entries.len()
    )
}

fn amount(minor: i64, one: &Statement) -> String {
    let digits = one.currency.map_or(2, bank_statements::Currency::digits);
    format_minor(minor, digits, DecimalMark::Point)
}
