//! Children and those who act for them. A child is entered once in the whole installation: by the database's own word when
//! the data are the same, and by evidence when they were mistyped. Whoever meets that is led on.

pub mod actions;
mod evidence;
pub mod fields;
pub mod hashes;
pub mod identity;
pub mod import;
pub mod letters;
pub mod moving;
mod namesakes;
pub mod pages;
pub mod permissions;
mod records;
pub mod sharing;
pub mod staff;
pub mod store;
pub mod teenager;
pub mod turn;
pub mod types;
pub mod vault;

pub use hashes::after_new_email;
pub use types::{Child, GuardianshipState, PersonState};
