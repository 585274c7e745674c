//! Saving a group: whoever holds a place in it is told what changes, from old to new, in the same transaction (A11).

use database::Tx;
use jiff::Timestamp;

use super::{Deed, line};
use crate::app::Shared;
use crate::catalogue::editing::actions::write_group;
use crate::catalogue::editing::editing_store::RAISE_SEQUENCE;
use crate::catalogue::editing::permissions::EditGroup;
use crate::catalogue::editing::{Change, GroupDraft, SaveError, changes};
use crate::catalogue::{Counts, GroupDetail, GroupState, Meeting};
use crate::enrolment::{entries, line_store};
use crate::permit::Permit;

/// Saves a group that still has this version. When something changes that people go by (date, place, mode, trainer,
/// link) and the group is on offer or running, everybody who holds a place gets one letter with the updated calendar
/// entries. Answers how many were told.
///
/// # Errors
/// Why nothing was saved; nobody is told then.
pub async fn change_group(
    app: &Shared,
    permit: &Permit<EditGroup>,
    version: i64,
    draft: &GroupDraft,
    now: Timestamp,
) -> Result<usize, SaveError> {
    let (by, id, draft) = (permit.by(), permit.on(), draft.clone());
    let own = app.clone();
    let work = app.db.write_hot(id.get(), move |tx| {
        Box::pin(async move {
            let before = write_group(tx, &own, by, id, version, &draft, now).await?;
            if before.group.waiting > 0 || before.group.taken > 0 {
                let deed = Deed::on(tx, id, Some(by), &own, now).await?;
                look_after_line(tx, &deed).await?;
            }
            let changes = changes(&before, &draft);
            let is_live = matches!(
                before.group.state,
                GroupState::Published | GroupState::Running
            );
            if changes.is_empty() || !is_live {
                return Ok(0);
            }
            tx.one::<i64>(RAISE_SEQUENCE, &[&id]).await?;
            let deed = Deed::on(tx, id, Some(by), &own, now).await?;
            tell_all(tx, &deed, &before, &changes).await
        })
    });
    let told = work.await?;
    app.catalogue.refresh_soon(&app.db, now).await;
    app.outbox.wake();
    Ok(told)
}

/// More places go to those in line at once; no offer outlives an earlier beginning.
async fn look_after_line(tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<(), SaveError> {
    let id = deed.detail.group.id;
    if let Some(first) = deed.detail.starts_at() {
        tx.exec(line_store::SHORTEN_OFFERS, &[&id, &first]).await?;
    }
    let counts: Counts = tx.one(line_store::HOLD_LINE, &[&id]).await?;
    line::fill(tx, deed, counts).await?;
    Ok(())
}

async fn tell_all(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    before: &GroupDetail,
    changes: &[Change],
) -> Result<usize, SaveError> {
    let gone = removed(before, &deed.detail);
    let key = format!("changed.{}", deed.detail.group.sequence);
    let mut told = 0;
    for one in deed
        .listed(tx)
        .await?
        .iter()
        .filter(|one| one.state.holds_a_place())
    {
        let entry = |detail, what| {
            entries::attachment(detail, what, &one.email, &deed.app.config, deed.now)
        };
        let mut attachments = Vec::new();
        if one.state.takes_part() {
            attachments.push(entry(&deed.detail, entries::Deed::Put));
        }
        if one.state.takes_part() && !gone.meetings.is_empty() {
            let mut cancelled = entry(&gone, entries::Deed::Remove);
            "cancelled.ics".clone_into(&mut cancelled.name);
            attachments.push(cancelled);
        }
        deed.tell(tx, one, &key, |about| {
            about.changed(before, changes, attachments)
        })
        .await?;
        told += 1;
    }
    Ok(told)
}

/// The group as it is now, with the meetings that it has no more: what calendars take out.
fn removed(before: &GroupDetail, now: &GroupDetail) -> GroupDetail {
    let stays = |old: &Meeting| now.meetings.iter().any(|meeting| meeting.id == old.id);
    GroupDetail {
        meetings: before
            .meetings
            .iter()
            .filter(|old| !stays(old))
            .cloned()
            .collect(),
        ..now.clone()
    }
}
