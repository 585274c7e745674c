//! Staff decides about one enrolment: confirms an application, refuses it, cancels whatever is open.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use super::{Deed, on_group, told};
use crate::app::Shared;
use crate::catalogue::{Counts, GroupId, GroupState};
use crate::enrolment::permissions::Decide;
use crate::enrolment::reasons::Reason;
use crate::enrolment::{EnrolmentId, EnrolmentState, Event, Listed, entries, rules, store};
use crate::people::PersonId;
use crate::permit::Permit;

/// Why nothing was decided. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// It was decided before, or the person has left.
    #[error("the enrolment does not wait for this decision")]
    Decided,
    /// Nobody has compared the child's data with documents yet.
    #[error("the child is not confirmed yet")]
    Unconfirmed,
    /// The database failed; not found when the enrolment is of another group.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Confirms an application: the place is theirs. In a group that runs already they attend at once.
///
/// # Errors
/// Why not.
pub async fn confirm(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    now: Timestamp,
) -> Result<(), DecideError> {
    let (by, group_id, own) = (permit.by(), permit.on(), app.clone());
    let work = on_group(app, group_id, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
            if one.state != EnrolmentState::Applied {
                return Err(DecideError::Decided);
            }
            let unconfirmed: i64 = tx.one(store::COUNT_UNCONFIRMED, &[&id]).await?;
            if unconfirmed > 0 {
                return Err(DecideError::Unconfirmed);
            }
            if confirm_one(tx, &deed, &one).await? {
                Ok(())
            } else {
                Err(DecideError::Decided)
            }
        })
    });
    work.await?;
    told(app, group_id, None);
    Ok(())
}

/// `false` when it stands elsewhere meanwhile.
async fn confirm_one(tx: &mut Tx<'_>, deed: &Deed<'_>, one: &Listed) -> Result<bool, DbError> {
    let to = EnrolmentState::Confirmed;
    let step = deed.step(tx, (one.id, one.state), to, "enrolment.confirm");
    if !step.await? {
        return Ok(false);
    }
    if deed.detail.group.state == GroupState::Running {
        let attending = EnrolmentState::Attending;
        deed.by_itself()
            .step(tx, (one.id, to), attending, "enrolment.start")
            .await?;
    }
    let entry = deed.entry(one, entries::Deed::Put);
    deed.tell(tx, one, "confirmed", |about| about.confirmed(entry))
        .await?;
    Ok(true)
}

/// A child's data was compared with documents: its applications to groups in which staff does not decide become places, in
/// the same transaction.
pub fn after_child_confirmed<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    child: PersonId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        let waiting: Vec<(EnrolmentId, GroupId)> = tx
            .all(store::LIST_WAITING_FOR_CONFIRMATION, &[&child])
            .await?;
        for (id, group_id) in waiting {
            let deed = Deed::on(tx, group_id, None, &app, now).await?;
            let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
            confirm_one(tx, &deed, &one).await?;
        }
        Ok(())
    })
}

/// Takes somebody with a confirmed place in by an order of the institution, whose number is the reason; they are written to.
///
/// # Errors
/// Why not.
pub async fn enrol(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    order: &str,
    now: Timestamp,
) -> Result<(), DecideError> {
    let (by, group_id, own, order) = (permit.by(), permit.on(), app.clone(), order.to_owned());
    let work = on_group(app, group_id, move |tx| {
        let (own, order) = (own.clone(), order.clone());
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            let deed = deed.because(&order);
            let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
            let to = rules::next(one.state, Event::Start).map_err(|_| DecideError::Decided)?;
            let step = deed.step(tx, (id, one.state), to, "enrolment.enrol");
            if !step.await? {
                return Err(DecideError::Decided);
            }
            deed.tell(tx, &one, "enrolled", |about| about.enrolled(&order))
                .await?;
            Ok(())
        })
    });
    work.await?;
    told(app, group_id, None);
    Ok(())
}

/// Refuses an application, or somebody in line; they read the reason.
///
/// # Errors
/// Why not.
pub async fn refuse(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    reason: &Reason,
    now: Timestamp,
) -> Result<(), DecideError> {
    end(app, permit, (id, Event::Refuse), reason, now).await
}

/// Cancels one enrolment that is open; the person reads the reason.
///
/// # Errors
/// Why not.
pub async fn cancel(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    reason: &Reason,
    now: Timestamp,
) -> Result<(), DecideError> {
    end(app, permit, (id, Event::Cancel), reason, now).await
}

async fn end(
    app: &Shared,
    permit: &Permit<Decide>,
    (id, event): (EnrolmentId, Event),
    reason: &Reason,
    now: Timestamp,
) -> Result<(), DecideError> {
    let (by, group_id, own) = (permit.by(), permit.on(), app.clone());
    let reason = reason.clone();
    let work = on_group(app, group_id, move |tx| {
        let (own, reason) = (own.clone(), reason.clone());
        Box::pin(async move {
            let kept = reason.kept();
            let deed = Deed::on(tx, group_id, Some(by), &own, now)
                .await?
                .because(&kept);
            end_one(tx, &deed, (id, event), &reason).await
        })
    });
    let counts = work.await?;
    told(app, group_id, Some(counts));
    Ok(())
}

async fn end_one(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    (id, event): (EnrolmentId, Event),
    reason: &Reason,
) -> Result<Counts, DecideError> {
    let group_id = deed.detail.group.id;
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
    let is_refusal = event == Event::Refuse;
    let action = if is_refusal {
        "enrolment.refuse"
    } else {
        "enrolment.cancel"
    };
    // A result is corrected, not cancelled.
    if !one.state.is_open() || rules::next(one.state, event).is_err() {
        return Err(DecideError::Decided);
    }
    let counts = deed
        .leave(tx, (id, one.state), event, action)
        .await?
        .ok_or(DecideError::Decided)?;
    let entries = deed.calendar_cancel(&one);
    let key = if is_refusal { "refused" } else { "cancelled" };
    deed.tell(tx, &one, key, |about| {
        if is_refusal {
            about.refused(reason)
        } else {
            about.cancelled(reason, entries)
        }
    })
    .await?;
    Ok(counts)
}
