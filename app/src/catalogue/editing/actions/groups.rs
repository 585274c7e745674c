//! Groups: made, written, published.

use database::{Db, DbError, Tx, Value};
use jiff::Timestamp;
use serde::Serialize;

use super::SaveError;
use crate::accounts::{AccountId, OrganisationId};
use crate::app::{App, Shared};
use crate::audit;
use crate::catalogue::draw_store::COUNT_APPLIED;
use crate::catalogue::draws;
use crate::catalogue::editing::permissions::{EditCourse, EditGroup};
use crate::catalogue::editing::{GroupDraft, editing_store as store};
use crate::catalogue::prices;
use crate::catalogue::writing::{self, GroupFields, MeetingFields};
use crate::catalogue::{self, CourseId, CourseState, GroupDetail, GroupId, GroupState, MeetingId};
use crate::permit::Permit;

/// Makes a group of a course, as a draft.
///
/// # Errors
/// The code is taken.
pub async fn make_group(
    app: &Shared,
    permit: &Permit<EditCourse>,
    organisation: OrganisationId,
    draft: &GroupDraft,
    now: Timestamp,
) -> Result<GroupId, SaveError> {
    let (by, course, draft) = (permit.by(), permit.on(), draft.clone());
    let own = app.clone();
    let work = app.db.write(move |tx| {
        Box::pin(
            async move { insert_draft(tx, &own, by, (organisation, course), draft, now).await },
        )
    });
    work.await
}

/// A new group with its meetings and trainers, and the audit row; one that is copied has the prices and materials too.
pub(super) async fn insert_draft(
    tx: &mut Tx<'_>,
    app: &App,
    by: AccountId,
    (organisation, course): (OrganisationId, CourseId),
    draft: GroupDraft,
    now: Timestamp,
) -> Result<GroupId, SaveError> {
    let id = writing::insert_group(tx, course, &draft.fields, now).await?;
    draws::commit(tx, app, id, draft.fields.allocation, now).await?;
    for meeting in &draft.meetings {
        writing::insert_meeting(tx, id, &meeting.fields).await?;
    }
    write_trainers(tx, id, &draft.trainers).await?;
    if let Some(from) = draft.copied_from {
        prices::copy(tx, (from, organisation), id).await?;
        // Whoever deletes one of them now waits, and then leaves its content to the copy.
        tx.exec(store::HOLD_MATERIALS, &[&from]).await?;
        let row: database::Params<'_> = &[&from, &organisation, &id, &now, &by];
        tx.exec(store::COPY_MATERIALS, row).await?;
    }
    let entry = audit::Entry {
        organisation_id: Some(organisation),
        after: Some(&draft.fields.code),
        ..audit::Entry::new(now, by, "group.make", "group", id.get())
    };
    entry.write(tx).await?;
    Ok(id)
}

/// Writes a group that still has this version, in the caller's transaction, with the audit row; answers the group as it
/// was. Whom it concerns is told by the caller, in the same transaction.
///
/// # Errors
/// Why nothing was saved; the transaction is to be given up.
pub async fn write_group(
    tx: &mut Tx<'_>,
    app: &App,
    by: AccountId,
    id: GroupId,
    version: i64,
    draft: &GroupDraft,
    now: Timestamp,
) -> Result<GroupDetail, SaveError> {
    let before = catalogue::load_group(tx, id)
        .await?
        .ok_or(DbError::NotFound)?;
    if matches!(
        before.group.state,
        GroupState::Finished | GroupState::Cancelled
    ) {
        return Err(SaveError::Over);
    }
    if before.group.version != version {
        return Err(SaveError::ChangedMeanwhile);
    }
    if draft.fields.capacity < before.group.taken {
        return Err(SaveError::BelowTaken(before.group.taken));
    }
    if draft.meetings.is_empty() && before.group.state != GroupState::Draft {
        return Err(SaveError::NoMeetings);
    }
    let mut fields = draft.fields.clone();
    fields.state = before.group.state;
    match writing::update_group(tx, id, version, &fields, now).await {
        Ok(true) => {}
        Ok(false) => return Err(SaveError::ChangedMeanwhile),
        // Somebody took a place since the group was read.
        Err(DbError::Check { .. }) => return Err(SaveError::BelowTaken(before.group.taken + 1)),
        Err(error) => return Err(error.into()),
    }
    keep_the_draw(tx, &before, &fields).await?;
    draws::commit(tx, app, id, fields.allocation, now).await?;
    write_meetings(tx, &before, draft).await?;
    write_trainers(tx, id, &draft.trainers).await?;
    let meetings = before.meetings.iter().map(MeetingFields::from);
    let was = Written {
        group: GroupFields::from(&before.group),
        meetings: meetings.collect(),
    };
    let is = Written {
        group: fields,
        meetings: draft
            .meetings
            .iter()
            .map(|one| one.fields.clone())
            .collect(),
    };
    let (was, is) = audit::changed_fields(&was, &is);
    let entry = audit::Entry {
        organisation_id: Some(before.organisation.id),
        before: Some(&was),
        after: Some(&is),
        ..audit::Entry::new(now, by, "group.save", "group", id.get())
    };
    entry.write(tx).await?;
    catalogue::touch(tx).await?;
    Ok(before)
}

/// Whoever applied was told how places are given, and that a draw is not held before its time. The row of the group is held by
/// this transaction, so that nobody applies meanwhile.
async fn keep_the_draw(
    tx: &mut Tx<'_>,
    before: &GroupDetail,
    fields: &GroupFields,
) -> Result<(), SaveError> {
    let group = &before.group;
    let is_same = group.allocation == fields.allocation;
    let is_earlier = group.is_undrawn() && fields.closes_at < group.closes_at;
    if is_same && !is_earlier {
        return Ok(());
    }
    let applied: i64 = tx.one(COUNT_APPLIED, &[&group.id]).await?;
    match (is_same, applied > 0 || group.drawn_at.is_some()) {
        (false, true) => Err(SaveError::AllocationFixed),
        (true, true) => Err(SaveError::DrawEarlier),
        _ => Ok(()),
    }
}

/// A group as the audit log keeps it.
#[derive(Serialize)]
struct Written {
    #[serde(flatten)]
    group: GroupFields,
    meetings: Vec<MeetingFields>,
}

async fn write_meetings(
    tx: &mut Tx<'_>,
    before: &GroupDetail,
    draft: &GroupDraft,
) -> Result<(), SaveError> {
    let id = before.group.id;
    let kept: Vec<MeetingId> = draft
        .meetings
        .iter()
        .filter_map(|meeting| meeting.id)
        .collect();
    let gone = before
        .meetings
        .iter()
        .map(|meeting| meeting.id)
        .filter(|old| !kept.contains(old));
    writing::delete_meetings(tx, id, &gone.collect::<Vec<_>>()).await?;
    for meeting in &draft.meetings {
        match meeting.id {
            Some(meeting_id) => {
                if !writing::update_meeting(tx, id, meeting_id, &meeting.fields).await? {
                    return Err(SaveError::ChangedMeanwhile);
                }
            }
            None => {
                writing::insert_meeting(tx, id, &meeting.fields).await?;
            }
        }
    }
    Ok(())
}

async fn write_trainers(
    tx: &mut Tx<'_>,
    id: GroupId,
    trainers: &[AccountId],
) -> Result<(), DbError> {
    tx.exec(store::DELETE_GROUP_TRAINERS, &[&id]).await?;
    let rows: Vec<Vec<Value>> = trainers
        .iter()
        .map(|account| vec![id.into(), (*account).into()])
        .collect();
    tx.batch(store::INSERT_GROUP_TRAINER, &rows).await?;
    Ok(())
}

/// Puts a draft group on offer, and its course with it.
///
/// # Errors
/// It has no meetings, is no draft any more, or was saved meanwhile.
pub async fn publish_group(
    db: &Db,
    permit: &Permit<EditGroup>,
    version: i64,
    now: Timestamp,
) -> Result<(), SaveError> {
    let (by, id) = (permit.by(), permit.on());
    db.write(move |tx| {
        Box::pin(async move {
            let before = catalogue::load_group(tx, id)
                .await?
                .ok_or(DbError::NotFound)?;
            if before.meetings.is_empty() {
                return Err(SaveError::NoMeetings);
            }
            if tx
                .exec(store::PUBLISH_GROUP, &[&id, &version, &now])
                .await?
                == 0
            {
                return Err(SaveError::ChangedMeanwhile);
            }
            let course = &before.course;
            if course.state != CourseState::Published {
                let state = CourseState::Published;
                tx.exec(
                    store::MOVE_COURSE,
                    &[&course.id, &course.version, &state, &now],
                )
                .await?;
            }
            let entry = audit::Entry {
                organisation_id: Some(before.organisation.id),
                before: Some(GroupState::Draft.code()),
                after: Some(GroupState::Published.code()),
                ..audit::Entry::new(now, by, "group.publish", "group", id.get())
            };
            entry.write(tx).await?;
            catalogue::touch(tx).await?;
            Ok(())
        })
    })
    .await
}
