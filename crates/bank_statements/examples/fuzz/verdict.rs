//! What must hold whatever the bytes are.

use std::collections::HashSet;
use std::panic::catch_unwind;
use std::time::{Duration, Instant};

use bank_statements::{File, Statement, Warning, guess_mapping, read};

/// Inputs are at most some hundred kilobytes; reading one takes milliseconds.
const TOO_LONG: Duration = Duration::from_secs(2);

/// Whether the input was read; or what is wrong with how it was.
pub fn verdict(input: &[u8]) -> Result<bool, String> {
    let start = Instant::now();
    let checked = catch_unwind(|| check(input));
    let took = start.elapsed();
    let read = checked.map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or(panic.downcast_ref::<&str>().copied());
        format!("panic: {}", text.unwrap_or("without words"))
    })??;
    if took > TOO_LONG {
        return Err(format!("took {} ms", took.as_millis()));
    }
    Ok(read)
}

fn check(input: &[u8]) -> Result<bool, String> {
    if let Some(mapping) = guess_mapping(input) {
        drop(read(input, Some(&mapping)));
    }
    let file = match read(input, None) {
        Ok(file) => file,
        Err(error) => {
            let said = !error.to_string().is_empty() && !error.problem.code().is_empty();
            return if said {
                Ok(false)
            } else {
                Err("a refusal without words".into())
            };
        }
    };
    if read(input, None).as_ref() != Ok(&file) {
        return Err("read twice, and not the same".into());
    }
    file.statements.iter().try_for_each(check_statement)?;
    check_marks(&file)?;
    Ok(true)
}

/// Balances that do not add up are told, and only they.
fn check_statement(statement: &Statement) -> Result<(), String> {
    let told = statement.warnings.iter().find_map(|warning| match warning {
        Warning::BalanceMismatch { difference } => Some(*difference),
        _ => None,
    });
    let sum: i128 = statement
        .entries
        .iter()
        .map(|entry| i128::from(entry.amount_minor))
        .sum();
    let same = |code| code == statement.currency;
    let whole = statement
        .entries
        .iter()
        .all(|entry| entry.currency.is_none() || same(entry.currency));
    let off = match (statement.opening, statement.closing) {
        (Some(opening), Some(closing)) if whole => i128::from(opening) + sum != i128::from(closing),
        _ => false,
    };
    if off == told.is_some() {
        Ok(())
    } else {
        Err(format!("balances off: {off}, told: {told:?}"))
    }
}

fn check_marks(file: &File) -> Result<(), String> {
    for (statement, marks) in file.statements.iter().zip(file.fingerprints()) {
        let unique: HashSet<&String> = marks.iter().collect();
        if unique.len() != statement.entries.len() || marks.len() != statement.entries.len() {
            return Err("two entries of a statement have one mark".into());
        }
    }
    Ok(())
}
