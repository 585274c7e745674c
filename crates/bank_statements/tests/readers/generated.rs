//! A generated statement, written in each format, reads back the same.

use bank_statements::{Currency, Entry, Statement, format_minor, read};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use crate::write;

/// Words of our languages, without what the formats cannot carry: their own signs and line breaks.
fn words(most: usize) -> impl Strategy<Value = String> {
    let word = "[A-Za-zĄąŁłŻżÓóŚśа-яА-ЯёЁ0-9&<>.\"-]{1,9}";
    let word = word.prop_filter("starts a part of a description", |word: &String| {
        !word.contains('<')
    });
    proptest::collection::vec(word, 1..most).prop_map(|words| words.join(" "))
}

fn entry() -> impl Strategy<Value = Entry> {
    let amount = prop_oneof![-5_000_000_i64..0, 1_i64..5_000_000, 1_i64..100];
    let texts = (words(20), words(4), "PL[0-9]{26}", "[A-Z0-9]{1,12}");
    (0_i64..28, amount, texts).prop_map(|(day, amount_minor, (title, name, account, reference))| {
        Entry {
            date: date(2026, 2, 1) + day.days(),
            amount_minor,
            currency: Some(Currency::RUB),
            title,
            counterparty: Some(name),
            counterparty_account: Some(account),
            reference: Some(format!("{reference}Z")),
            is_reversal: false,
            counterparty_tax_id: None,
        }
    })
}

/// A statement whose balances add up.
pub fn statement() -> impl Strategy<Value = Statement> {
    (
        proptest::collection::vec(entry(), 1..12),
        -1_000_000_i64..1_000_000,
    )
        .prop_map(|(mut entries, opening)| {
            entries.sort_by_key(|entry| entry.date);
            let sum: i64 = entries.iter().map(|entry| entry.amount_minor).sum();
            Statement {
                account: Some("40702810200000000001".into()),
                currency: Some(Currency::RUB),
                from: Some(date(2026, 2, 1)),
                to: Some(date(2026, 2, 28)),
                opening: Some(opening),
                closing: Some(opening + sum),
                entries,
                ..Statement::default()
            }
        })
}

/// What was read, without what not every format carries.
fn read_back(text: &str) -> Statement {
    let mut file = read(text.as_bytes(), None).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(file.statements.len(), 1, "{text}");
    let mut statement = file.statements.remove(0);
    statement.number = None;
    statement
}

proptest! {
    #[test]
    fn every_format_gives_back_what_was_written(statement in statement()) {
        prop_assert_eq!(&read_back(&write::camt(&statement)), &statement);
        prop_assert_eq!(&read_back(&write::one_c(&statement)), &statement);
        prop_assert_eq!(&read_back(&write::mt940(&statement)), &statement);
        let from_csv = read_back(&write::csv(&statement));
        prop_assert_eq!(&from_csv.entries, &statement.entries);
    }

    #[test]
    fn an_amount_is_the_same_after_writing_and_reading(amount in 1_i64..=i64::MAX, mark in prop_oneof![Just(','), Just('.')]) {
        let mark_of = if mark == ',' { bank_statements::DecimalMark::Comma } else { bank_statements::DecimalMark::Point };
        let text = format!(":20:1\n:25:1\n:61:260105C{}NTRFA\n", format_minor(amount, 2, mark_of));
        prop_assert_eq!(read_back(&text).entries[0].amount_minor, amount);
    }

    #[test]
    fn statements_that_overlap_give_equal_entries_equal_marks(statement in statement(), split in 2_i8..28) {
        let day = date(2026, 2, split);
        let part = |keep: &dyn Fn(&Entry) -> bool| Statement {
            entries: statement.entries.iter().filter(|entry| keep(entry)).cloned().collect(),
            ..statement.clone()
        };
        let all = statement.fingerprints();
        let (first, second) = (part(&|entry| entry.date <= day), part(&|entry| entry.date >= day));
        for half in [first, second] {
            for (entry, mark) in half.entries.iter().zip(half.fingerprints()) {
                let same = all.iter().position(|it| *it == mark);
                prop_assert_eq!(same.map(|index| &statement.entries[index]), Some(entry));
            }
        }
    }
}

#[test]
fn equal_entries_of_one_day_are_told_apart_and_counted_on_over_pages() {
    let page = |number: &str, opening: &str, closing: &str| {
        format!(
            ":20:1\n:25:PL1\n:28C:{number}\n:60F:C260105PLN{opening},00\n:61:260105C1,00NTRFNONREF\n:86:x\n:62F:C260105PLN{closing},00\n-\n"
        )
    };
    let marks = |text: String| read(text.as_bytes(), None).unwrap().fingerprints().concat();
    let pages = marks(page("1/1", "0", "1") + &page("1/2", "1", "2"));
    assert_ne!(pages[0], pages[1]);
    let twice = marks(page("1/1", "0", "1") + &page("1/1", "0", "1"));
    assert_eq!(twice[0], twice[1]);
    assert_eq!(twice[0], pages[0]);
}
