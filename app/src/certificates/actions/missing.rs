//! Who has completed a training and has no certificate that holds, and what is missing.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::issue::Paper;
use crate::app::App;
use crate::catalogue::GroupId;
use crate::certificates::gate::{Gate, gate};
use crate::certificates::rules::{Lacking, lacking};
use crate::certificates::{CertificateState, last_of, store};
use crate::enrolment::EnrolmentId;

/// Somebody without a certificate.
#[derive(Clone, Debug)]
pub struct Without {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// Surname and given name.
    pub name: String,
    /// What the gate says.
    pub gate: Gate,
    /// What of the holder's data is lacking.
    pub lacks: Vec<Lacking>,
    /// Whether there was one, which staff revoked.
    pub is_revoked: bool,
}

/// Those of a group, in the order of application.
///
/// # Errors
/// The database does not answer.
pub async fn without_certificate(
    tx: &mut Tx<'_>,
    app: &App,
    group: GroupId,
    now: Timestamp,
) -> Result<Vec<Without>, DbError> {
    let mut found = Vec::new();
    for id in tx
        .all::<EnrolmentId>(store::LIST_WITHOUT, &[&group])
        .await?
    {
        let paper = Paper::of(tx, app, id, now).await?;
        let last = last_of(tx, id).await?;
        found.push(Without {
            enrolment_id: id,
            name: format!("{} {}", paper.holder.surname, paper.holder.given_name),
            gate: gate(&paper.facts()),
            lacks: lacking(&paper.holder),
            is_revoked: last.is_some_and(|last| last.state == CertificateState::Revoked),
        });
    }
    Ok(found)
}
