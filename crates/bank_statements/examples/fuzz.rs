//! Feeds broken samples to a reader until the time is over. `cargo run --release -p bank_statements --example fuzz -- READER
//! SECONDS [SEED]`, where READER is `camt`, `mt940`, `1c`, `csv` or `any`. The same seed gives the same inputs. An input that
//! makes the reader panic, takes too long, or gives an answer that cannot be, is written to `target/fuzz/` and ends the
//! run with status 1. `-- replay FILE…` reads such files again. Why not libFuzzer: `docs/decisions/fuzzing.md`.
#[path = "fuzz/inputs.rs"]
mod inputs;
#[path = "fuzz/verdict.rs"]
mod verdict;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use inputs::{Inputs, Random};
use verdict::verdict;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    std::panic::set_hook(Box::new(|_| {}));
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["replay", ref files @ ..] => replay(files),
        [reader, seconds] => run(reader, seconds.parse()?, 1),
        [reader, seconds, seed] => run(reader, seconds.parse()?, seed.parse()?),
        _ => Err("usage: fuzz READER SECONDS [SEED] | replay FILE…".into()),
    }
}

fn run(reader: &str, seconds: u64, seed: u64) -> Result<ExitCode, Box<dyn Error>> {
    let inputs = Inputs::of(reader).ok_or("READER is camt, mt940, 1c, csv or any")?;
    let (start, time) = (Instant::now(), Duration::from_secs(seconds));
    let (mut count, mut accepted) = (0_u64, 0_u64);
    while start.elapsed() < time {
        // Each input has a seed of its own, so that it can be made again alone.
        let own = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(count);
        let input = inputs.make(&mut Random::new(own));
        match verdict(&input) {
            Ok(read) => accepted += u64::from(read),
            Err(fault) => {
                let small = shrink(input);
                let path = keep(reader, own, &small)?;
                eprintln!("{reader}: {fault}; seed {seed}, input {count}, kept as {path}");
                return Ok(ExitCode::FAILURE);
            }
        }
        count += 1;
    }
    println!("{reader}: {count} inputs in {seconds} s, {accepted} of them read, no fault");
    Ok(ExitCode::SUCCESS)
}

/// Leaves out parts as long as there is a fault without them.
fn shrink(mut input: Vec<u8>) -> Vec<u8> {
    let mut size = input.len() / 2;
    while size > 0 {
        let mut at = 0;
        while at < input.len() {
            let end = (at + size).min(input.len());
            let without = [&input[..at], &input[end..]].concat();
            if verdict(&without).is_err() {
                input = without;
            } else {
                at = end;
            }
        }
        size /= 2;
    }
    input
}

fn keep(reader: &str, seed: u64, input: &[u8]) -> Result<String, Box<dyn Error>> {
    let folder = Path::new("target/fuzz");
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("{reader}-{seed:016x}"));
    fs::write(&path, input)?;
    Ok(path.display().to_string())
}

fn replay(files: &[&str]) -> Result<ExitCode, Box<dyn Error>> {
    let mut status = ExitCode::SUCCESS;
    for file in files {
        match verdict(&fs::read(file)?) {
            Ok(read) => println!("{file}: {}", if read { "read" } else { "refused" }),
            Err(fault) => {
                println!("{file}: {fault}");
                status = ExitCode::FAILURE;
            }
        }
    }
    Ok(status)
}
