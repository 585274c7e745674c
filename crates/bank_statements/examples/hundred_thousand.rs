//! Reads 100,000 entries in each format and says how long it took and how much memory. Reads `/proc`, so Linux only.
//! `cargo run --release -p bank_statements --example hundred_thousand [COUNT]`
#[path = "../tests/readers/write.rs"]
mod write;

use std::error::Error;
use std::fs;
use std::time::Instant;

use bank_statements::{Currency, Entry, Statement, read};
use jiff::ToSpan;
use jiff::civil::date;

/// Writes a statement in a format.
type Write = fn(&Statement) -> String;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(100_000), |count| count.parse())?;
    let formats: [(&str, Write); 4] = [
        ("camt.053", write::camt),
        ("mt940", write::mt940),
        ("1c", write::one_c),
        ("csv", write::csv),
    ];
    for (name, text_of) in formats {
        let text = text_of(&statement(count)).into_bytes();
        // The peak from here on: what was used to write the file does not count.
        fs::write("/proc/self/clear_refs", "5")?;
        let start = Instant::now();
        let file = read(&text, None)?;
        let read = start.elapsed();
        let marks = file.fingerprints();
        let (entries, marks) = (file.statements[0].entries.len(), marks[0].len());
        println!(
            "{name}: {entries} entries, {} kB read in {} ms, {marks} marks {} ms later, peak {} kB with the file",
            text.len() / 1000,
            read.as_millis(),
            start.elapsed().saturating_sub(read).as_millis(),
            peak()?
        );
    }
    Ok(())
}

/// A statement with that many entries over a year.
fn statement(count: usize) -> Statement {
    let entries: Vec<Entry> = (0..count).map(|number| entry(number, count)).collect();
    let sum: i64 = entries.iter().map(|entry| entry.amount_minor).sum();
    Statement {
        account: Some("40702810200000000001".into()),
        currency: Some(Currency::RUB),
        from: Some(date(2026, 1, 1)),
        to: Some(date(2026, 12, 31)),
        opening: Some(0),
        closing: Some(sum),
        entries,
        ..Statement::default()
    }
}

fn entry(number: usize, count: usize) -> Entry {
    let place = i64::try_from(number).unwrap_or(0);
    let day = place * 365 / i64::try_from(count).unwrap_or(1);
    Entry {
        date: date(2026, 1, 1) + day.days(),
        amount_minor: if number.is_multiple_of(7) {
            -place - 1
        } else {
            place * 10 + 990
        },
        currency: Some(Currency::RUB),
        title: format!("Opłata za kurs ZP-{number:07} oraz materiały, Żaneta Świątek"),
        counterparty: Some(format!("Żaneta Świątek {number}")),
        counterparty_account: Some(format!("PL61109010140000{number:012}")),
        reference: Some(format!("R{number}Z")),
        counterparty_tax_id: None,
        is_reversal: false,
    }
}

/// The largest memory of this process since `clear_refs`, in kB.
fn peak() -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .ok_or("no such line")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse()?)
}
