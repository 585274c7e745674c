//! The tree of organisations looked after by staff [B13]: adding, correcting, moving a branch, closing an institution whose
//! groups go over to another one; who has which role in a branch until when, invitations, and standing in for somebody who
//! is absent. It stands above the rooms whose records change hands.

pub mod actions;
pub mod branch_store;
pub mod handing_store;
pub mod letters;
mod pages;
pub mod permissions;
pub mod rules;
pub mod staff_store;
pub mod stand_in_store;
pub mod types;
pub mod worker;

pub use pages::routes;
