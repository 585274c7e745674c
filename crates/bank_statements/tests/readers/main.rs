//! What the readers promise: every published sample, and properties over generated and broken files.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod camt;
mod csv;
mod generated;
mod limits;
mod mt940;
mod one_c;
mod properties;
mod samples;
mod write;
