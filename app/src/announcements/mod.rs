//! Announcements: an institution or the region puts a dated notice on the pages of those concerned, in as many languages as it
//! likes, and mails it to them when it wants to. Pages show them from memory, see [`crate::notices`]; here they are written.

pub mod actions;
mod letters;
mod pages;
pub mod permissions;
pub mod rules;
pub mod store;
mod types;
mod writing;

pub use letters::ALL as LETTERS;
pub use pages::routes;
pub use types::{Announcement, Draft, Mailed};
