//! Takes a register of a million people in, 100,000 at a time, and says how long it took; then asks of as many people as wanted
//! whether they are here, half of them mistyped and half of them new, and says how long that takes each.
//! `cargo run --release -p zapis --example million_people [PEOPLE] [CHECKS] [DATABASE_URL]`

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use database::{Db, DbError, Options};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use zapis::accounts::AccountId;
use zapis::app::{App, Parts, Shared};
use zapis::clock::Clock;
use zapis::config::Config;
use zapis::families::actions::renew;
use zapis::families::fields::Typed;
use zapis::families::identity::{self, Found};
use zapis::families::import::{NewPerson, PEOPLE};
use zapis::families::import::{Said, examine, people, write};
use zapis::random::Random;
use zapis::secrets::RootKey;
use zapis::tables;

const PIECE: u64 = 100_000;
const GIVEN: [[&str; 24]; 2] = [
    [
        "Zofia",
        "Julia",
        "Hanna",
        "Maja",
        "Laura",
        "Oliwia",
        "Alicja",
        "Maria",
        "Lena",
        "Amelia",
        "Emilia",
        "Wiktoria",
        "Aleksandra",
        "Antonina",
        "Iga",
        "Nadia",
        "Natalia",
        "Anna",
        "Helena",
        "Gabriela",
        "Jagoda",
        "Marta",
        "Agata",
        "Barbara",
    ],
    [
        "Antoni",
        "Jan",
        "Aleksander",
        "Franciszek",
        "Nikodem",
        "Jakub",
        "Leon",
        "Mikołaj",
        "Filip",
        "Ignacy",
        "Adam",
        "Wojciech",
        "Tymon",
        "Marcel",
        "Kacper",
        "Oliwier",
        "Miłosz",
        "Mateusz",
        "Tomasz",
        "Piotr",
        "Paweł",
        "Józef",
        "Rafał",
        "Andrzej",
    ],
];
const BEGINNINGS: [&str; 40] = [
    "Now", "Kowal", "Wiśn", "Dąbr", "Lewand", "Zieliń", "Szym", "Woźn", "Kozł", "Jank", "Maz",
    "Krawcz", "Piotr", "Grab", "Paw", "Michal", "Król", "Wieczor", "Jabłoń", "Wrób", "Majew",
    "Olsz", "Stęp", "Malin", "Jawor", "Adam", "Dud", "Now", "Gór", "Sikor", "Witk", "Rutk",
    "Walcz", "Bar", "Szewcz", "Ostr", "Tomasz", "Pietrz", "Zal", "Marcin",
];
const ENDINGS: [&str; 25] = [
    "ak", "ik", "czyk", "owski", "ewski", "icki", "yński", "ek", "as", "ura", "acz", "owicz",
    "ewicz", "arz", "aj", "iak", "uk", "yk", "oń", "ała", "eja", "uch", "ysz", "ota", "ela",
];
const CITIES: [&str; 20] = [
    "Białystok",
    "Łódź",
    "Kraków",
    "Wrocław",
    "Poznań",
    "Gdańsk",
    "Szczecin",
    "Lublin",
    "Bydgoszcz",
    "Katowice",
    "Toruń",
    "Kielce",
    "Rzeszów",
    "Olsztyn",
    "Opole",
    "Gdynia",
    "Radom",
    "Sosnowiec",
    "Zabrze",
    "Gliwice",
];
const STREETS: [&str; 20] = [
    "Lipowa",
    "Długa",
    "Polna",
    "Leśna",
    "Słoneczna",
    "Krótka",
    "Szkolna",
    "Ogrodowa",
    "Brzozowa",
    "Łąkowa",
    "Kwiatowa",
    "Sosnowa",
    "Kościelna",
    "Akacjowa",
    "Parkowa",
    "Zielona",
    "Wiejska",
    "Dębowa",
    "Kolejowa",
    "Klonowa",
];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize, usual: u64| match arguments.get(place) {
        Some(typed) => typed.parse::<u64>(),
        None => Ok(usual),
    };
    let (all, checks) = (number(0, 1_000_000)?, number(1, 20_000)?);
    let folder = tempfile::tempdir()?;
    let own = format!("sqlite:{}/people.db", folder.path().display());
    let address = arguments.get(2).unwrap_or(&own);
    let db = Db::open(address, Options::default()).await?;
    database::migrate(&db, zapis::MIGRATIONS).await?;
    let now: Timestamp = "2026-11-22T09:00:00Z".parse()?;
    let app = App::assemble(Parts {
        config: Config::default(),
        db,
        clock: Clock::standing_at(now),
        random: Random::seeded(1),
        key: RootKey::from_bytes([7; 32]),
        demo: false,
    })
    .await?;
    // A register that was made before is only asked, when it is found by what is made today.
    let mut from = if here(&app).await? > 0 { all } else { 0 };
    while from < all {
        let to = (from + PIECE).min(all);
        let (start, rows) = (Instant::now(), read(from..to)?);
        let added = take(&app, rows, now).await?;
        println!(
            "{to} people: {added} of {} taken in, in {:.1} s",
            to - from,
            start.elapsed().as_secs_f64()
        );
        from = to;
    }
    renew(&app).await?;
    check(&app, all, checks).await?;
    app.db.close().await;
    Ok(())
}

async fn here(app: &Shared) -> Result<u64, DbError> {
    let count = "SELECT COUNT(*) FROM people WHERE identity_key IS NOT NULL";
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<i64>(count, &[]).await }));
    Ok(u64::try_from(read.await?).unwrap_or_default())
}

/// A number that looks like chance and is the same every time (SplitMix64).
fn chance(seed: u64) -> u64 {
    let mut mixed = seed
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .wrapping_add(0x1234_5678);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// One of these, the first ones more often than the others.
fn pick<'all>(all: &[&'all str], seed: u64) -> &'all str {
    let size = all.len() as u64;
    let place = chance(seed) % size * (chance(seed ^ 1) % size) / size;
    all[usize::try_from(place).unwrap_or(0)]
}

fn born(number: u64) -> Date {
    let first = date(2006, 1, 1);
    let days = i64::try_from(chance(number ^ (3 << 40)) % 6_000).unwrap_or(0);
    first.saturating_add(jiff::Span::new().days(days))
}

fn row(number: u64, list: &mut String) -> std::fmt::Result {
    let of = |what: u64| number.wrapping_mul(16) ^ (what << 40);
    let sex = usize::from(chance(of(1)) % 2 == 1);
    writeln!(
        list,
        "{number},{},{}{},{},{},{},{:02}-{:03},{} {},other,AB {:09},{}",
        pick(&GIVEN[sex], of(2)),
        pick(&BEGINNINGS, of(4)),
        pick(&ENDINGS, of(5)),
        born(number),
        ["F", "M"][sex],
        pick(&CITIES, of(6)),
        chance(of(7)) % 100,
        chance(of(8)) % 1_000,
        pick(&STREETS, of(9)),
        chance(of(10)) % 200 + 1,
        number,
        500_000_000 + chance(of(11)) % 400_000_000,
    )
}

fn read(numbers: std::ops::Range<u64>) -> anyhow::Result<Vec<NewPerson>> {
    let mut list = String::from(
        "id,given_name,surname,date_of_birth,sex,municipality,postcode,address,doc_type,doc_number,parent_phone\n",
    );
    for number in numbers {
        row(number, &mut list)?;
    }
    let table = tables::read(list.as_bytes(), &PEOPLE)
        .map_err(|refusal| anyhow::anyhow!("{:?}", refusal.problems))?;
    people(
        &table,
        date(2026, 11, 22),
        &zapis::organisations::Tree::default(),
    )
    .map_err(|problems| anyhow::anyhow!("{problems:?}"))
}

async fn take(app: &Shared, rows: Vec<NewPerson>, now: Timestamp) -> anyhow::Result<usize> {
    let said: Said = Arc::new(|_, _| {});
    let examined = examine(app, rows, Arc::clone(&said)).await?;
    let decided: HashMap<_, _> = examined
        .questions
        .iter()
        .map(|one| ((one.row, one.other), one.suggests))
        .collect();
    let plan = examined
        .plan(&decided)
        .ok()
        .context("everything was decided")?;
    Ok(write(app, &examined, plan, said, now).await?.added)
}

/// What `zapis identity renew-hashes` does, where somebody has no form yet.
async fn renew(app: &Shared) -> anyhow::Result<()> {
    let formless = "SELECT EXISTS (SELECT 1 FROM people p WHERE p.identity_key IS NOT NULL \
        AND NOT EXISTS (SELECT 1 FROM person_forms f WHERE f.person_id = p.id))";
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<bool>(formless, &[]).await }));
    if !read.await.map_err(|error: DbError| error)? {
        return Ok(());
    }
    let start = Instant::now();
    renew::begin(app, false, app.clock.now()).await?;
    while renew::step(app, 5_000).await?.seen > 0 {}
    println!("forms made in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// The check that stands before every entry: normal forms, keys, the look.
async fn check(app: &Shared, all: u64, checks: u64) -> anyhow::Result<()> {
    let step = (all / checks.max(1)).max(1);
    let known = (0..checks / 2).map(|place| place * 2 * step);
    let (mut asked, mut list) = (Vec::new(), read(all..all + checks / 2)?);
    asked.append(&mut list);
    for (place, number) in known.enumerate() {
        let mut one = read(number..number + 1)?;
        for child in &mut one {
            mistype(&mut child.typed, place);
        }
        asked.append(&mut one);
    }
    let (mut times, mut here, mut perhaps) = (Vec::with_capacity(asked.len()), 0, 0);
    for one in asked {
        let (own, start) = (app.clone(), Instant::now());
        let work = app.db.read(move |tx| {
            Box::pin(async move {
                let sought = identity::prepare(tx, &own, AccountId::new(0), &one.typed).await?;
                identity::look(tx, &own, &sought).await
            })
        });
        let found = work.await.map_err(|error: DbError| error)?;
        times.push(start.elapsed());
        match found {
            Found::Here(_) => here += 1,
            Found::Perhaps(_) => perhaps += 1,
            Found::Nobody => {}
        }
    }
    times.sort_unstable();
    let part = |thousandth: usize| times.get(times.len() * thousandth / 1_000).copied();
    let milliseconds = |time: Option<Duration>| time.unwrap_or_default().as_secs_f64() * 1_000.0;
    println!(
        "{} checks among {all}: p50 {:.3} ms, p90 {:.3} ms, p99 {:.3} ms, max {:.3} ms; {here} here, {perhaps} perhaps",
        times.len(),
        milliseconds(part(500)),
        milliseconds(part(900)),
        milliseconds(part(990)),
        milliseconds(times.last().copied()),
    );
    Ok(())
}

/// What people mistype: a letter, the order of names, day and month, the document left out.
fn mistype(typed: &mut Typed, place: usize) {
    let known = &mut typed.known;
    if place.is_multiple_of(2) {
        typed.document = None;
    }
    match place % 4 {
        0 => known.surname.push('a'),
        1 => std::mem::swap(&mut known.surname, &mut known.given_name),
        2 => {
            let day = known.born_on;
            if let Ok(other) = Date::new(day.year(), day.day(), day.month()) {
                known.born_on = other;
            }
        }
        _ => known.given_name = known.given_name.chars().skip(1).collect(),
    }
}
