//! Staff replaces a certificate after a correction, or revokes it; what was issued before stays in the register.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::issue::{Paper, Replaced};
use crate::app::App;
use crate::audit;
use crate::certificates::gate::{Facts, gate};
use crate::certificates::permissions::ManageCertificate;
use crate::certificates::rules::lacking;
use crate::certificates::{Certificate, CertificateId, CertificateState, store};
use crate::permit::Permit;

/// Why nothing was done.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManageError {
    /// A reason has to be given.
    #[error("a reason is needed")]
    NoReason,
    /// It was replaced or revoked before.
    #[error("this certificate is no longer valid")]
    NotValid,
    /// The gate is closed meanwhile, or data are lacking.
    #[error("a certificate can not be issued now")]
    NotPossible,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Issues a new certificate with a new number from what is known now; the one before becomes `reissued`.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn reissue(
    tx: &mut Tx<'_>,
    app: &App,
    permit: &Permit<ManageCertificate>,
    reason: &str,
    now: Timestamp,
) -> Result<CertificateId, ManageError> {
    let before = take_back(tx, permit, CertificateState::Reissued, reason).await?;
    let paper = Paper::of(tx, app, before.enrolment_id, now).await?;
    let is_open = gate(&Facts::of(&paper.enrolment, &paper.detail.group)).is_open();
    if !is_open || !lacking(&paper.holder).is_empty() {
        return Err(ManageError::NotPossible);
    }
    let replaced = Replaced {
        number: &before.number,
        by: permit.by(),
        reason: reason.trim(),
    };
    Ok(paper.put_in_register(tx, Some(replaced)).await?)
}

/// Makes a certificate invalid.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn revoke(
    tx: &mut Tx<'_>,
    permit: &Permit<ManageCertificate>,
    reason: &str,
    now: Timestamp,
) -> Result<(), ManageError> {
    let before = take_back(tx, permit, CertificateState::Revoked, reason).await?;
    let subject = before.enrolment_id.get();
    audit::Entry {
        organisation_id: Some(before.organisation_id),
        before: Some(&before.number),
        after: Some(CertificateState::Revoked.code()),
        reason: Some(reason.trim()),
        ..audit::Entry::new(now, permit.by(), "certificate.revoke", "enrolment", subject)
    }
    .write(tx)
    .await?;
    Ok(())
}

async fn take_back(
    tx: &mut Tx<'_>,
    permit: &Permit<ManageCertificate>,
    state: CertificateState,
    reason: &str,
) -> Result<Certificate, ManageError> {
    if reason.trim().is_empty() {
        return Err(ManageError::NoReason);
    }
    let id = permit.on();
    let before: Certificate = tx.one(store::FIND, &[&id]).await?;
    if tx.exec(store::MOVE, &[&id, &state]).await? == 0 {
        return Err(ManageError::NotValid);
    }
    Ok(before)
}
