//! The texts of letters as an organisation, or the installation, writes them: every kind in every language, with a preview,
//! every version kept, and the standard text always the way back. It stands above all rooms, whose letters it lists;
//! [`crate::letters`] writes the letters themselves.

mod actions;
mod pages;
pub mod permissions;
pub mod samples;
pub mod text_store;

pub use actions::{TextError, Which, save};
pub use pages::routes;

use crate::letters::Kind;
use crate::{
    accounts, announcements, branches, certificates, consoles, enrolment, families, group_mail,
    merging, payments, requests,
};

/// Every kind of letter that there is, in the order in which they are listed below their topics.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    let rooms: [&[&Kind]; 15] = [
        &enrolment::LETTERS,
        &group_mail::LETTERS,
        &announcements::LETTERS,
        &certificates::LETTERS,
        &payments::LETTERS,
        &families::letters::ALL,
        &families::staff::letters::ALL,
        &families::moving::letters::ALL,
        &merging::letters::ALL,
        &families::teenager::letters::ALL,
        &families::sharing::letters::ALL,
        &requests::LETTERS,
        &branches::letters::ALL,
        &accounts::letters::ALL,
        &consoles::letters::ALL,
    ];
    rooms.into_iter().flatten().copied()
}
