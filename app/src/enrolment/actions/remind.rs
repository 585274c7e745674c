//! A training comes near: those with a place are reminded, 7 days before a long one and 1 day before a short one.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::Deed;
use crate::app::Shared;
use crate::catalogue::rules::remind_from;
use crate::catalogue::{self, GroupDetail, GroupId, GroupState};
use crate::enrolment::{Listed, store};

/// A day more than the earliest reminder, whatever the time zone.
const COMING: SignedDuration = SignedDuration::from_hours(8 * 24);

/// Reminds everybody who has to be reminded now and was not; called by a worker, safe on several nodes. Answers how many
/// people.
///
/// # Errors
/// The database does not answer; those who were reminded are not reminded again.
pub async fn remind(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let until = now.checked_add(COMING).unwrap_or(Timestamp::MAX);
    let coming = app.db.read(move |tx| {
        Box::pin(async move {
            let ids: Vec<GroupId> = tx.all(store::LIST_COMING, &[&now, &until]).await?;
            let mut due = Vec::new();
            for id in ids {
                let detail = catalogue::load_group(tx, id).await?;
                due.extend(detail.filter(|detail| is_due(detail, now)).map(|_| id));
            }
            Ok::<_, DbError>(due)
        })
    });
    let mut reminded = 0;
    for id in coming.await? {
        let own = app.clone();
        let work = app.db.write_hot(id.get(), move |tx| {
            Box::pin(async move {
                let deed = Deed::on(tx, id, None, &own, now).await?;
                remind_group(tx, &deed).await
            })
        });
        match work.await {
            Ok(count) => reminded += count,
            // One group must not keep the others from being reminded.
            Err(error) => {
                tracing::error!(%error, group = id.get(), "a group could not be reminded");
            }
        }
    }
    if reminded > 0 {
        app.outbox.wake();
    }
    Ok(reminded)
}

fn is_due(detail: &GroupDetail, now: Timestamp) -> bool {
    let has_yet_to_begin = detail.starts_at().is_some_and(|starts| now < starts);
    let is_time = remind_from(detail).is_some_and(|from| from <= now);
    detail.group.state == GroupState::Published && has_yet_to_begin && is_time
}

/// Whoever got the place later has just read all of it in the letter about that.
async fn remind_group(tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<usize, DbError> {
    let (detail, now) = (&deed.detail, deed.now);
    let (Some(starts), Some(from)) = (detail.starts_at(), remind_from(detail)) else {
        return Ok(0);
    };
    let id = detail.group.id;
    let is_first = |count: u64| count == 1;
    if !is_due(detail, now)
        || !is_first(
            tx.exec(store::INSERT_REMINDER, &[&id, &starts, &now])
                .await?,
        )
    {
        return Ok(0);
    }
    let people: Vec<Listed> = tx.all(store::LIST_TO_REMIND, &[&id, &from]).await?;
    // Moved within the day, it has been said in the letter about the change.
    let key = format!("reminder.{}", detail.local_date(starts));
    for one in &people {
        deed.tell(tx, one, &key, |about| about.reminder(now))
            .await?;
    }
    Ok(people.len())
}
