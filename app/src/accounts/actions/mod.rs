//! What is done to accounts, a transaction's work each.

mod create;

pub use create::{create_active, grant_role};
