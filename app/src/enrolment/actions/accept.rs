//! Taking an offered place, before the offer is over.

use database::DbError;
use jiff::Timestamp;

use super::{Deed, on_group, told};
use crate::app::Shared;
use crate::enrolment::permissions::AnswerOffer;
use crate::enrolment::rules::{self, CanNotAccept};
use crate::enrolment::{Enrolment, EnrolmentState, Event, Listed, store};
use crate::permit::Permit;

/// Why a place can not be taken. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// The rules say no.
    #[error("the offer can not be taken: {0:?}")]
    Refused(CanNotAccept),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Takes an offered place: `offered → confirmed`, or `applied` where staff approves, or a child's data is still to be compared
/// with documents. Answers which.
///
/// # Errors
/// Why not.
pub async fn accept(
    app: &Shared,
    permit: &Permit<AnswerOffer>,
    now: Timestamp,
) -> Result<EnrolmentState, AcceptError> {
    let ((id, group_id), by, own) = (permit.on(), permit.by(), app.clone());
    let work = on_group(app, group_id, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            let found: Enrolment = tx.one(store::FIND_ENROLMENT, &[&id]).await?;
            rules::may_accept(&found, &deed.detail, now).map_err(AcceptError::Refused)?;
            let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
            let events = (Event::AcceptForApproval, Event::Confirm);
            let to = deed.give(tx, &one, events, "enrolment.accept").await?;
            let to = to.ok_or(AcceptError::Refused(CanNotAccept::NotOffered))?;
            deed.tell_of_place(tx, &one, to).await?;
            Ok::<_, AcceptError>(to)
        })
    });
    let to = work.await?;
    told(app, group_id, None);
    Ok(to)
}
