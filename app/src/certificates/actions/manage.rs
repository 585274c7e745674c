//! Staff replaces a certificate after a correction, revokes it, and issues anew what was revoked by mistake; what was
//! issued before stays in the register.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use super::issue::{Paper, Replaced, issue_because};
use crate::accounts::AccountId;
use crate::app::{App, Shared};
use crate::audit;
use crate::certificates::gate::gate;
use crate::certificates::permissions::ManageCertificate;
use crate::certificates::rules::lacking;
use crate::certificates::{
    Certificate, CertificateId, CertificateState, current_of, last_of, store,
};
use crate::enrolment::actions::{CorrectError, Correction};
use crate::enrolment::permissions::KeepList;
use crate::enrolment::{self, EnrolmentId};
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

/// Issues a new certificate with a new number from what is known now. The one before becomes `reissued`; one that was
/// revoked stays so.
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
    let reason = given(reason)?;
    let before: Certificate = tx.one(store::FIND, &[&permit.on()]).await?;
    tx.exec(store::LOCK_ENROLMENT, &[&before.enrolment_id])
        .await?;
    let last = last_of(tx, before.enrolment_id).await?;
    let before = last.filter(|last| last.id == before.id);
    let before = before.ok_or(ManageError::NotValid)?;
    let moved = (before.id, CertificateState::Reissued);
    if before.state == CertificateState::Issued
        && tx.exec(store::MOVE, &[&moved.0, &moved.1]).await? == 0
    {
        return Err(ManageError::NotValid);
    }
    let paper = Paper::of(tx, app, before.enrolment_id, now).await?;
    let is_open = gate(&paper.facts()).is_open();
    if !is_open || !lacking(&paper.holder).is_empty() {
        return Err(ManageError::NotPossible);
    }
    let replaced = Replaced {
        before: &before,
        by: permit.by(),
        reason,
    };
    Ok(paper.put_in_register(tx, Some(replaced)).await?)
}

/// Makes a certificate invalid; its holder is told why.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn revoke(
    tx: &mut Tx<'_>,
    app: &App,
    permit: &Permit<ManageCertificate>,
    reason: &str,
    now: Timestamp,
) -> Result<(), ManageError> {
    let reason = given(reason)?;
    let before: Certificate = tx.one(store::FIND, &[&permit.on()]).await?;
    let moved = (before.id, CertificateState::Revoked);
    if tx.exec(store::MOVE, &[&moved.0, &moved.1]).await? == 0 {
        return Err(ManageError::NotValid);
    }
    Ok(note_revoked(tx, app, &before, permit.by(), reason, now).await?)
}

/// Whether somebody has done this to a certificate for this reason before: the same form, sent twice.
///
/// # Errors
/// The database does not answer.
pub async fn is_repeated(
    tx: &mut Tx<'_>,
    action: &'static str,
    (shown, by): (CertificateId, AccountId),
    reason: &str,
) -> Result<bool, DbError> {
    let deed: database::Params<'_> = &[&shown, &action, &by, &reason];
    Ok(tx.one::<i64>(store::COUNT_DEEDS, deed).await? > 0)
}

/// Corrects a result, and with it the certificate ([`after_correction`]).
///
/// # Errors
/// [`CorrectError`]; nothing was done then.
pub async fn correct_result(
    app: &Shared,
    permit: Permit<KeepList>,
    id: EnrolmentId,
    completed: bool,
    reason: &str,
    now: Timestamp,
) -> Result<(), CorrectError> {
    let (own, reason) = (app.clone(), reason.trim().to_owned());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            enrolment::actions::correct(tx, &own, &permit, id, completed, &reason, now).await
        })
    });
    work.await
}

/// The reaction to a corrected result, in its transaction: whoever has not completed loses the certificate, and whoever has
/// gets it as soon as the gate is open.
pub fn after_correction<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    corrected: Correction,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        let (id, by, reason) = (
            corrected.enrolment_id,
            corrected.by,
            corrected.reason.as_str(),
        );
        if corrected.completed {
            issue_because(tx, &app, id, Some((by, reason)), now).await?;
        } else if let Some(held) = current_of(tx, id).await? {
            tx.exec(store::MOVE, &[&held.id, &CertificateState::Revoked])
                .await?;
            note_revoked(tx, &app, &held, by, reason, now).await?;
        }
        Ok(())
    })
}

async fn note_revoked(
    tx: &mut Tx<'_>,
    app: &App,
    before: &Certificate,
    by: AccountId,
    reason: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let subject = before.enrolment_id.get();
    audit::Entry {
        organisation_id: Some(before.organisation_id),
        before: Some(&before.number),
        after: Some(CertificateState::Revoked.code()),
        reason: Some(reason),
        ..audit::Entry::new(now, by, "certificate.revoke", "enrolment", subject)
    }
    .write(tx)
    .await?;
    let paper = Paper::of(tx, app, before.enrolment_id, now).await?;
    let key = format!("revoked.{}", before.number);
    paper
        .tell(tx, &key, |about| {
            about.revoked(&before.register_number, reason)
        })
        .await
}

/// The reason, which every one of these deeds has.
fn given(reason: &str) -> Result<&str, ManageError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ManageError::NoReason);
    }
    Ok(reason)
}
