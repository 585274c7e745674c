//! The guide [B11]: a page "What happened?" that asks a few questions and leads to the one thing to do, before registration as
//! well. Questions and ends are data: the program brings a guide along, an administrator of the installation changes it, looks
//! at it and publishes it, and every version is kept. What is published has no dead end, no circle and no missing language.

mod actions;
mod default_guide;
mod pages;
pub mod permissions;
pub mod rules;
pub mod store;
mod types;
pub mod writing;

pub use actions::{
    Draft, GuideError, change_draft, discard, draft, in_force, publish, restore, version,
};
pub use default_guide::standard;
pub use pages::routes;
pub use types::{Action, Answer, Body, ENTRANCES, Guide, Node, PLACES, START, Whom, address_of};
