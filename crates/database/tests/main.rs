//! Every behaviour on both engines.

#![expect(clippy::unwrap_used, reason = "tests")]
mod basics;
