//! Payments [A7, A10, A12]: a place that is taken in a paid group makes a charge in the same transaction; the participant
//! or an institution that agrees pays it by a transfer whose title finds the charge; statements of the bank are taken in
//! and matched, the rest waits for a person. Nothing is booked twice, and a certificate never comes before the money
//! (`spec/rules.md`, Payment and Gate).

pub mod actions;
pub mod bank_store;
pub mod gateway;
pub mod institution_store;
mod letters;
pub mod matching;
pub mod online_store;
pub mod pages;
pub mod permissions;
pub mod qr;
pub mod rules;
pub mod second_looks;
pub mod store;
mod together;
pub mod token;
mod types;

use std::collections::HashMap;

use database::{DbError, Tx};

use crate::accounts::AccountId;
use crate::enrolment::{self, Concern, EnrolmentId};
pub use institution_store::Ask;
pub use letters::kinds::ALL as LETTERS;
pub use store::ChargeLine;
pub use types::{
    AsideKind, AskState, BookingId, Charge, ChargeId, ChargeState, CollectiveId, Entry, EntryId,
    EntryState, OnlineId, OnlineState, OwnAccount, Payer, Settings, StatementId,
};

/// The charge of an enrolment; none when nothing was ever to be paid.
///
/// # Errors
/// The database does not answer.
pub async fn charge_of(tx: &mut Tx<'_>, id: EnrolmentId) -> Result<Option<Charge>, DbError> {
    tx.opt(store::FIND_OF_ENROLMENT, &[&id]).await
}

/// A charge that concerns an account, and how; for others it does not exist.
///
/// # Errors
/// [`DbError::NotFound`] for those of others, or the database does not answer.
pub async fn charge_concerning(
    tx: &mut Tx<'_>,
    account_id: AccountId,
    id: ChargeId,
) -> Result<(Charge, Concern), DbError> {
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
    let concern = enrolment::concern_of(tx, account_id, charge.enrolment_id).await?;
    Ok((charge, concern.ok_or(DbError::NotFound)?))
}

/// The charges of everything that concerns an account.
///
/// # Errors
/// The database does not answer.
pub async fn charges_of_account(
    tx: &mut Tx<'_>,
    account_id: AccountId,
) -> Result<HashMap<EnrolmentId, Charge>, DbError> {
    let all: Vec<Charge> = tx.all(store::LIST_OF_ACCOUNT, &[&account_id]).await?;
    Ok(all
        .into_iter()
        .map(|charge| (charge.enrolment_id, charge))
        .collect())
}
