//! Staff moves somebody to another group of the same course: the place there is taken first, then the one here is free.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group, react, told};
use crate::app::Shared;
use crate::catalogue::places::{self, NoPlace};
use crate::catalogue::{Counts, GroupId};
use crate::enrolment::permissions::Decide;
use crate::enrolment::{EnrolmentId, EnrolmentState, Event, Listed, entries, rules, store};
use crate::permit::Permit;

/// Why nobody was moved. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransferError {
    /// Every move says why.
    #[error("a transfer needs a reason")]
    NoReason,
    /// Only somebody with a confirmed place is moved, before the training begins.
    #[error("the enrolment is not confirmed")]
    NotConfirmed,
    /// It is not another group of the course that has yet to begin.
    #[error("not another group of the same course")]
    NotThere,
    /// No place is free there.
    #[error("every place there is taken")]
    Full,
    /// The person has joined that group already, or waits for it.
    #[error("the person is in that group already")]
    AlreadyThere,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<NoPlace> for TransferError {
    fn from(why: NoPlace) -> Self {
        match why {
            NoPlace::Full => Self::Full,
            NoPlace::Database(error) => Self::Database(error),
            _ => Self::NotThere,
        }
    }
}

/// Moves somebody with a confirmed place; one letter says what was and what is, with both calendar entries. Answers the
/// new enrolment.
///
/// # Errors
/// Why not.
pub async fn transfer(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    target: GroupId,
    reason: &str,
    now: Timestamp,
) -> Result<EnrolmentId, TransferError> {
    let (by, from, own) = (permit.by(), permit.on(), app.clone());
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(TransferError::NoReason);
    }
    let work = on_group(app, target, move |tx| {
        let (own, reason) = (own.clone(), reason.clone());
        Box::pin(async move {
            let here = Deed::on(tx, from, Some(by), &own, now).await?;
            let there = Deed::on(tx, target, Some(by), &own, now).await;
            let there = there.map_err(|error| match error {
                DbError::NotFound => TransferError::NotThere,
                other => other.into(),
            })?;
            let (here, there) = (here.because(&reason), there.because(&reason));
            move_over(tx, &here, &there, id).await
        })
    });
    let (new, here, there) = work.await?;
    told(app, from, Some(here));
    told(app, target, Some(there));
    Ok(new)
}

async fn move_over(
    tx: &mut Tx<'_>,
    here: &Deed<'_>,
    there: &Deed<'_>,
    id: EnrolmentId,
) -> Result<(EnrolmentId, Counts, Counts), TransferError> {
    let (from, target) = (here.detail.group.id, there.detail.group.id);
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &from]).await?;
    rules::next(one.state, Event::Transfer).map_err(|_| TransferError::NotConfirmed)?;
    let has_begun = there.detail.starts_at().is_some_and(|at| at <= there.now);
    if from == target || here.detail.course.id != there.detail.course.id || has_begun {
        return Err(TransferError::NotThere);
    }
    let place = places::take_for_staff(tx, target).await?;
    let new: Option<EnrolmentId> = tx
        .opt(store::INSERT_TRANSFERRED, &[&id, &target, &there.now])
        .await?;
    let new = new.ok_or(TransferError::AlreadyThere)?;
    let to = EnrolmentState::Confirmed;
    there
        .note(
            tx,
            "enrolment.moved_here",
            ("enrolment", new.get()),
            (one.state.code(), to.code()),
        )
        .await?;
    react(tx, there.app, (new, to), there.now).await?;
    let left = here
        .leave(tx, (id, one.state), Event::Transfer, "enrolment.transfer")
        .await?
        .ok_or(TransferError::NotConfirmed)?;
    let mut gone = here.entry(&one, entries::Deed::Remove);
    "cancelled.ics".clone_into(&mut gone.name);
    let entries = vec![there.entry(&one, entries::Deed::Put), gone];
    there
        .tell(tx, &one, "transferred", |about| {
            about.transferred(&here.detail, there.reason.unwrap_or_default(), entries)
        })
        .await?;
    Ok((new, left, place.counts()))
}
