//! What staff does with mail to a group.

mod send;

pub use send::{Ready, Refusal, prepare, send};
