//! What is done with surveys.

mod submit;
mod write;

pub use submit::{Refusal, Submission, submit};
pub use write::{change_draft, discard, draft, publish};
