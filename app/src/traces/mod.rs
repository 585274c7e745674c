//! Traces [B13]: what the log has, in words. Administrators read the entries of their branch; families read who of the staff
//! saw or changed their data. Nothing is ever changed here; the chain beside the log is `audit_chain`.

mod actions;
mod known;
mod pages;
pub mod permissions;
mod rules;
pub mod store;
mod types;
mod words;

pub use known::ACTIONS;
pub use pages::routes;
pub use rules::{Change, changes};
pub use types::{Narrow, OwnTrace, Scope, Trace};
