//! One person, or one account, was there twice: what is open twice, or in the account that is not to be used, is cancelled; the
//! places go to the next in line.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::Deed;
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::catalogue::{self, GroupId};
use crate::enrolment::duplicates;
use crate::enrolment::reasons::{OF_CANCELLING, Reason};
use crate::enrolment::{EnrolmentId, Event, Listed, store};
use crate::people::PersonId;

/// Where both records are in one group, the enrolment of the one that goes is cancelled. Answers with how many were.
///
/// # Errors
/// The database refuses.
pub async fn cancel_doubled(
    tx: &mut Tx<'_>,
    app: &Shared,
    (from, into): (PersonId, PersonId),
    by: AccountId,
    now: Timestamp,
) -> Result<usize, DbError> {
    let doubled: Vec<(EnrolmentId, GroupId, AccountId, OrganisationId)> =
        tx.all(store::LIST_DOUBLED, &[&from, &into]).await?;
    let acting: Option<(AccountId, String)> = tx.opt(store::FIND_ACTING, &[&into]).await?;
    let plain = Reason::new(OF_CANCELLING, "duplicate", "");
    for (id, group, account, organisation) in &doubled {
        // Whoever entered the child twice in one account needs no other account.
        let reason = match &acting {
            Some((other, email)) if other != account => {
                Some(duplicates::reason(tx, app, *organisation, email).await?)
            }
            _ => plain.clone(),
        };
        if let Some(reason) = &reason {
            cancel(tx, app, (*id, *group), (by, reason), now).await?;
        }
    }
    catalogue::touch(tx).await?;
    Ok(doubled.len())
}

/// Everything open in an account is cancelled; its holder reads which account to apply from, and whom to call. Answers with how
/// many were.
///
/// # Errors
/// The database refuses.
pub async fn cancel_of_duplicate(
    tx: &mut Tx<'_>,
    app: &Shared,
    (account, kept_email): (AccountId, &str),
    by: AccountId,
    now: Timestamp,
) -> Result<usize, DbError> {
    let open: Vec<(EnrolmentId, GroupId, OrganisationId)> =
        tx.all(store::LIST_OPEN_OF_ACCOUNT, &[&account]).await?;
    for (id, group, organisation) in &open {
        let reason = duplicates::reason(tx, app, *organisation, kept_email).await?;
        cancel(tx, app, (*id, *group), (by, &reason), now).await?;
    }
    catalogue::touch(tx).await?;
    Ok(open.len())
}

async fn cancel(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, group): (EnrolmentId, GroupId),
    (by, reason): (AccountId, &Reason),
    now: Timestamp,
) -> Result<(), DbError> {
    let kept = reason.kept();
    let deed = Deed::on(tx, group, Some(by), app, now)
        .await?
        .because(&kept);
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group]).await?;
    let step = (id, one.state);
    let left = deed
        .leave(tx, step, Event::Cancel, "enrolment.cancel")
        .await?;
    if left.is_none() {
        return Ok(());
    }
    let entries = deed.calendar_cancel(&one);
    deed.tell(tx, &one, "cancelled", |about| {
        about.cancelled(reason, entries)
    })
    .await
}
