//! Taking an offered place, before the offer is over.

use database::DbError;
use jiff::Timestamp;

use super::{Deed, on_group, told};
use crate::app::Shared;
use crate::enrolment::permissions::AnswerOffer;
use crate::enrolment::rules::{self, CanNotAccept};
use crate::enrolment::{
    Enrolment, EnrolmentState, Event, Listed, NoSuchTransition, entries, store,
};
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

impl From<NoSuchTransition> for AcceptError {
    fn from(_: NoSuchTransition) -> Self {
        Self::Refused(CanNotAccept::NotOffered)
    }
}

/// Takes an offered place: `offered → confirmed`, or `applied` where staff approves. Answers which.
///
/// # Errors
/// Why not.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough in its lifetimes"
)]
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
            let event = if deed.detail.group.needs_approval {
                Event::AcceptForApproval
            } else {
                Event::Confirm
            };
            let to = rules::next(found.state, event)?;
            let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
            if !deed
                .step(tx, (id, found.state), to, "enrolment.accept")
                .await?
            {
                return Err(AcceptError::Refused(CanNotAccept::NotOffered));
            }
            if to == EnrolmentState::Applied {
                deed.tell(tx, &one, to.code(), |about| about.applied())
                    .await?;
            } else {
                let entry = deed.entry(&one, entries::Deed::Put);
                deed.tell(tx, &one, to.code(), |about| about.confirmed(entry))
                    .await?;
            }
            Ok(to)
        })
    });
    let to = work.await?;
    told(app, group_id, None);
    Ok(to)
}
