//! What is done to people, a transaction's work each.

mod save;

pub use save::save_of_account;
