//! Prints ten thousand different certificates, signed, and says how fast, at what CPU and in how much memory. Reads
//! `/proc`, so Linux only. `cargo run --release -p certificate_press --example ten_thousand [COUNT]`
#[path = "../tests/press/sample.rs"]
mod sample;

use std::error::Error;
use std::fs;
use std::time::{Duration, Instant};

use certificate_press::{Lang, Limits, Press, Template, code};
use ed25519_dalek::SigningKey;
use jiff::civil::date;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(10_000), |count| count.parse::<u32>())?;
    let (press, template, key) = (
        Press::new(Limits::default()),
        Template::standard(),
        SigningKey::from_bytes(&[7; 32]),
    );
    println!("at rest: {} kB", memory("VmRSS")?);
    let first = Instant::now();
    print(&press, &template, &key, 0)?;
    println!(
        "first: {:.1} ms, then {} kB",
        first.elapsed().as_secs_f64() * 1e3,
        memory("VmRSS")?
    );

    let (start, cpu) = (Instant::now(), cpu_time()?);
    let mut bytes = 0;
    for number in 1..=count {
        bytes += print(&press, &template, &key, number)?;
    }
    let (wall, cpu) = (start.elapsed(), cpu_time()?.saturating_sub(cpu));
    let n = f64::from(count);
    println!(
        "{count} certificates, {} bytes each",
        bytes / u64::from(count.max(1))
    );
    println!(
        "{:.0} /s, {:.2} ms CPU each, {:.0} /s and core",
        n / wall.as_secs_f64(),
        cpu.as_secs_f64() * 1e3 / n,
        n / cpu.as_secs_f64()
    );
    println!(
        "peak: {} kB, at the end: {} kB",
        memory("VmHWM")?,
        memory("VmRSS")?
    );
    Ok(())
}

fn print(
    press: &Press,
    template: &Template,
    key: &SigningKey,
    number: u32,
) -> Result<u64, Box<dyn Error>> {
    let lang = [Lang::Pl, Lang::Ru, Lang::En][number as usize % 3];
    let mut facts = sample::facts(lang, number);
    facts.full_name = format!(
        "{} {}",
        facts.full_name,
        ["Ewa", "Ян", "Zoë", "Łucja"][number as usize % 4]
    );
    let claims = code::Claims::new(
        1,
        &facts.number,
        &facts.title,
        date(2026, 12, 9),
        &facts.full_name,
    )?;
    facts.qr_payload = code::address(
        "https://szkolenia.example.org",
        &format!("{number}-2026"),
        &code::sign(key, &claims),
    );
    Ok(press.print(&facts, template, lang)?.len().try_into()?)
}

/// A line of `/proc/self/status` in kB.
fn memory(what: &str) -> Result<u64, Box<dyn Error>> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find(|line| line.starts_with(what))
        .ok_or("no such line")?;
    Ok(line.split_whitespace().nth(1).ok_or("no number")?.parse()?)
}

/// User and system time of this process; the kernel counts hundredths of a second.
fn cpu_time() -> Result<Duration, Box<dyn Error>> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .ok_or("no fields")?
        .split_whitespace()
        .collect();
    let ticks = |index: usize| -> Result<u64, Box<dyn Error>> {
        Ok(fields.get(index).ok_or("no field")?.parse()?)
    };
    Ok(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
}
