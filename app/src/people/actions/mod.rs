//! What is done to people, a transaction's work each.

mod change;
mod register;
mod save;

pub use change::change_own;
pub use register::{Consent, Registration, after_activation, register};
pub use save::save_of_account;
