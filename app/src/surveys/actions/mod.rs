//! What is done with surveys.

mod submit;

pub use submit::{Refusal, Submission, submit};
