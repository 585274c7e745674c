//! Mail to a group: staff writes to its participants, sees the letter and how many get it before it leaves, and afterwards
//! how it fared with each of them. It stands above materials, whose files can go with it.

pub mod actions;
mod letters;
pub mod pages;
pub mod permissions;
pub mod rules;
pub mod store;
mod types;

pub use letters::ALL as LETTERS;
pub use types::{Draft, MailId};
