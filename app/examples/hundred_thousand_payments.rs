//! Takes in a statement of 100,000 entries, of which as many as there are charges book themselves, and says how long it
//! took. `cargo run --release -p zapis --example hundred_thousand_payments [ENTRIES] [CHARGES]`

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use database::{Db, DbError, Options};
use jiff::Timestamp;
use jiff::civil::date;
use zapis::app::{App, Parts};
use zapis::clock::Clock;
use zapis::config::Config;
use zapis::payments::actions::{Source, import};
use zapis::payments::matching::{Expected, decide};
use zapis::payments::{ChargeId, ChargeState, Entry, EntryId, EntryState, token};
use zapis::random::Random;
use zapis::secrets::RootKey;

const PRICE: i64 = 12_000;

/// An organisation, a group, and as many people with charges as wanted.
const ROWS: [&str; 8] = [
    "INSERT INTO organisations (id, kind, name, name_folded, import_key, created_at) VALUES (1, 'training_centre', 'C', 'c', 'c', $1)",
    "INSERT INTO payment_settings (organisation_id, seller_name, seller_tax_id, seller_address, changed_at) \
     VALUES (1, 'C', '', '', $1)",
    "INSERT INTO payment_accounts (organisation_id, account, account_key, currency, place) SELECT id, \
     'PL61109010140000071219812874', '61109010140000071219812874', 'PLN', 1 FROM organisations WHERE created_at = $1",
    "INSERT INTO courses (id, organisation_id, code, title, subject, teaching_hours, state, created_at, changed_at) \
     VALUES (1, 1, 'C', 'Course', 'S', 4, 'published', $1, $1)",
    "INSERT INTO groups (id, course_id, code, state, mode, capacity, opens_at, closes_at, price_minor, created_at, changed_at) \
     VALUES (1, 1, '1', 'published', 'on_site', 1000000, 0, $1, 12000, $1, $1)",
    "INSERT INTO accounts (id, email, email_key, password_hash, state, language, created_at) \
     VALUES (1, 'a@a.example', 'a@a.example', '', 'active', 'pl', $1)",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $2) INSERT INTO people \
     (id, surname, given_name, created_at, changed_at) SELECT i, 'Nowak', 'Anna', $1, $1 FROM n",
    "INSERT INTO enrolments (id, person_id, group_id, account_id, state, applied_at, changed_at) \
     SELECT id, id, 1, 1, 'confirmed', $1, $1 FROM people WHERE id <= $2",
];
const CHARGES: &str = "INSERT INTO charges (id, enrolment_id, organisation_id, account_id, payer, state, amount_minor, currency, \
    due_on, created_at, changed_at) SELECT id, id, 1, 1, 'participant', 'due', 12000, 'PLN', '2026-12-01', $1, $1 FROM people";

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut numbers = std::env::args().skip(1).map(|number| number.parse::<i64>());
    let entries = numbers.next().unwrap_or(Ok(100_000))?;
    let charges = numbers.next().unwrap_or(Ok(20_000))?;
    let folder = tempfile::tempdir()?;
    let address = format!("sqlite:{}/payments.db", folder.path().display());
    let db = Db::open(&address, Options::default()).await?;
    database::migrate(&db, zapis::MIGRATIONS).await?;
    let now: Timestamp = "2026-11-22T09:00:00Z".parse()?;
    let work = db.write(move |tx| {
        Box::pin(async move {
            for sql in &ROWS[..6] {
                tx.exec(sql, &[&now]).await?;
            }
            for sql in &ROWS[6..] {
                tx.exec(sql, &[&now, &charges]).await?;
            }
            tx.exec(CHARGES, &[&now]).await
        })
    });
    work.await.map_err(|error: DbError| error)?;
    let app = App::assemble(Parts {
        config: Config::default(),
        db,
        clock: Clock::standing_at(now),
        random: Random::seeded(1),
        key: RootKey::from_bytes([7; 32]),
        demo: false,
    })
    .await?;
    decide_all(entries, charges);
    let source = Source {
        file_name: "statement.sta".into(),
        bytes: statement(entries, charges)?.into_bytes(),
        organisation: None,
        account: None,
        by: None,
        dry_run: false,
    };
    let start = Instant::now();
    let done = import(&Arc::clone(&app), source, now).await?;
    println!(
        "{} entries taken in, {} of them booked, in {} ms",
        done.fresh(),
        done.booked,
        start.elapsed().as_millis()
    );
    app.db.close().await;
    Ok(())
}

fn title(number: i64, charges: i64) -> String {
    if number < charges {
        format!("Kurs {}", token::title_of(ChargeId::new(number + 1)))
    } else {
        format!("Anna Nowak, szkolenie {number}")
    }
}

/// Only the decisions, without a database.
fn decide_all(entries: i64, charges: i64) {
    let expected = |number| {
        let expected = Expected {
            state: ChargeState::Due,
            remaining: PRICE,
            currency: "PLN".into(),
        };
        (ChargeId::new(number), expected)
    };
    let open = (1..=charges)
        .map(expected)
        .collect::<std::collections::HashMap<_, _>>();
    let rows: Vec<Entry> = (0..entries).map(|number| entry(number, charges)).collect();
    let start = Instant::now();
    let decided = rows
        .iter()
        .filter(|row| decide(row, &open).is_some())
        .count();
    println!(
        "{entries} entries decided, {decided} to be booked, in {} ms",
        start.elapsed().as_millis()
    );
}

fn entry(number: i64, charges: i64) -> Entry {
    Entry {
        id: EntryId::new(number),
        organisation_id: None,
        booked_on: date(2026, 11, 22),
        amount_minor: PRICE,
        currency: "PLN".into(),
        title: title(number, charges),
        counterparty: "Anna Nowak".into(),
        counterparty_account: String::new(),
        counterparty_tax_id: String::new(),
        reference: String::new(),
        state: EntryState::New,
        booked_minor: 0,
        is_reversal: false,
        reverses: None,
        repeats: None,
        aside_reason: None,
    }
}

fn statement(entries: i64, charges: i64) -> Result<String, std::fmt::Error> {
    let mut text = String::from(
        ":20:Z\r\n:25:PL61109010140000071219812874\r\n:28C:1/1\r\n:60F:C261122PLN0,00\r\n",
    );
    for number in 0..entries {
        let title = title(number, charges);
        write!(
            text,
            ":61:2611221122C120,00NTRFNONREF//B{number}\r\n:86:{title}\r\n"
        )?;
    }
    write!(text, ":62F:C261122PLN{},00\r\n", entries * PRICE / 100)?;
    Ok(text)
}
