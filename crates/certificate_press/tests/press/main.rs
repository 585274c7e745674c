//! What the press promises, checked by programs that know nothing of it: qpdf, poppler and zbar.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod code;
mod documents;
mod facts;
mod sample;
mod templates;
mod tools;
