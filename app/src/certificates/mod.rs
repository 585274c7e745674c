//! Certificates: issued by themselves when the gate opens, from what is known at that moment, which is kept as a
//! snapshot; numbered without gaps in the organisation's yearly register; printed anew at each download; checked by
//! anybody, on a page or without a network (`spec/rules.md`, Gate and Certificate).

pub mod actions;
mod events;
pub mod gate;
pub mod layout_store;
pub mod layouts;
mod letters;
pub mod pages;
pub mod permissions;
mod printer;
pub mod rules;
pub mod signing;
pub mod store;
mod types;
pub mod worker;

use std::collections::HashMap;

use database::{DbError, Tx};

use crate::accounts::AccountId;
use crate::enrolment::EnrolmentId;
pub use events::{ISSUE, REVOKE, told};
pub use gate::{Gate, Missing, gate};
pub use letters::ALL as LETTERS;
pub use printer::{PrintError, Printer};
pub use types::{Certificate, CertificateId, CertificateState, LayoutId, LogoId, Snapshot};

/// The certificate that was issued last for each enrolment that concerns an account, valid or not.
///
/// # Errors
/// The database does not answer.
pub async fn last_of_account(
    tx: &mut Tx<'_>,
    account_id: AccountId,
) -> Result<HashMap<EnrolmentId, Certificate>, DbError> {
    let all: Vec<Certificate> = tx.all(store::LIST_OF_ACCOUNT, &[&account_id]).await?;
    Ok(all
        .into_iter()
        .map(|certificate| (certificate.enrolment_id, certificate))
        .collect())
}

/// The certificate that was issued last for an enrolment, valid or not.
///
/// # Errors
/// The database does not answer.
pub async fn last_of(
    tx: &mut Tx<'_>,
    enrolment_id: EnrolmentId,
) -> Result<Option<Certificate>, DbError> {
    tx.opt(store::FIND_LAST, &[&enrolment_id]).await
}

/// The certificate that holds now for an enrolment.
///
/// # Errors
/// The database does not answer.
pub async fn current_of(
    tx: &mut Tx<'_>,
    enrolment_id: EnrolmentId,
) -> Result<Option<Certificate>, DbError> {
    tx.opt(store::FIND_CURRENT, &[&enrolment_id]).await
}
