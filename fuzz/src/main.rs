//! Feeds the statement readers what libFuzzer thinks of. `scripts/fuzz` builds and runs it.
#![no_main]

#[path = "../../crates/bank_statements/examples/fuzz/verdict.rs"]
mod verdict;

use bank_statements as _;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Err(fault) = verdict::verdict(data) {
        panic!("{fault}");
    }
});
