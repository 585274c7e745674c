//! What staff does to courses and groups: each in one transaction with its audit row.

use database::{Db, DbError, Tx, Value};
use jiff::Timestamp;

use super::permissions::{EditCourse, EditGroup, MakeCourse};
use super::{CourseDraft, GroupDraft, editing_store as store};
use crate::accounts::{AccountId, OrganisationId};
use crate::audit;
use crate::catalogue::writing::{self, CourseFields, MeetingFields};
use crate::catalogue::{self, CourseId, CourseState, GroupDetail, GroupId, GroupState, MeetingId};
use crate::permit::Permit;

/// Why nothing was saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// Somebody else has saved it meanwhile.
    #[error("somebody else has saved it meanwhile")]
    ChangedMeanwhile,
    /// Another course of the organisation, or group of the course, is called so.
    #[error("the code is taken")]
    CodeTaken,
    /// So many places are taken, more than the new capacity.
    #[error("{0} places are taken")]
    BelowTaken(i64),
    /// Attendance was marked for a meeting that is to go.
    #[error("a meeting has marks")]
    MeetingHasMarks,
    /// So many groups are on offer or running, so that the course can not be taken off.
    #[error("{0} groups are on offer")]
    HasGroups(i64),
    /// The group is over or cancelled.
    #[error("the group is over")]
    Over,
    /// A group without meetings can not be published.
    #[error("no meetings")]
    NoMeetings,
    /// The database failed.
    #[error(transparent)]
    Database(DbError),
}

impl From<DbError> for SaveError {
    fn from(error: DbError) -> Self {
        match &error {
            DbError::Unique { constraint } if constraint.contains("code") => Self::CodeTaken,
            DbError::ForeignKey => Self::MeetingHasMarks,
            _ => Self::Database(error),
        }
    }
}

fn fields(
    draft: &CourseDraft,
    organisation_id: OrganisationId,
    state: CourseState,
) -> CourseFields {
    let draft = draft.clone();
    CourseFields {
        organisation_id,
        code: draft.code,
        title: draft.title,
        subject: draft.subject,
        summary: draft.summary,
        topics: draft.topics,
        audience: draft.audience,
        language: draft.language,
        teaching_hours: draft.teaching_hours,
        state,
    }
}

/// Makes a course, as a draft.
///
/// # Errors
/// The code is taken.
pub async fn make_course(
    db: &Db,
    permit: &Permit<MakeCourse>,
    draft: &CourseDraft,
    now: Timestamp,
) -> Result<CourseId, SaveError> {
    let (by, organisation) = (permit.by(), permit.on());
    let course = fields(draft, organisation, CourseState::Draft);
    db.write(move |tx| {
        Box::pin(async move {
            let id = writing::insert_course(tx, &course, now).await?;
            let entry = audit::Entry {
                organisation_id: Some(organisation),
                after: Some(&course.title),
                ..audit::Entry::new(now, by, "course.make", "course", id.get())
            };
            entry.write(tx).await?;
            Ok(id)
        })
    })
    .await
}

/// Saves a course that still has this version.
///
/// # Errors
/// Somebody else has saved it, or the code is taken.
pub async fn save_course(
    db: &Db,
    permit: &Permit<EditCourse>,
    version: i64,
    draft: &CourseDraft,
    now: Timestamp,
) -> Result<(), SaveError> {
    let (by, id, draft) = (permit.by(), permit.on(), draft.clone());
    db.write(move |tx| {
        Box::pin(async move {
            let before = catalogue::load_course(tx, id)
                .await?
                .ok_or(DbError::NotFound)?;
            let course = fields(&draft, before.organisation_id, before.state);
            let old = CourseFields::from(&before);
            if before.version != version
                || !writing::update_course(tx, id, version, &course, now).await?
            {
                return Err(SaveError::ChangedMeanwhile);
            }
            let entry = audit::Entry {
                organisation_id: Some(before.organisation_id),
                before: Some(&format!("{old:?}")),
                after: Some(&format!("{course:?}")),
                ..audit::Entry::new(now, by, "course.save", "course", id.get())
            };
            entry.write(tx).await?;
            catalogue::touch(tx).await?;
            Ok(())
        })
    })
    .await
}

/// Publishes a course, takes it back to draft or archives it. With groups on offer it stays published.
///
/// # Errors
/// Somebody else has saved it, or groups are on offer.
pub async fn move_course(
    db: &Db,
    permit: &Permit<EditCourse>,
    version: i64,
    to: CourseState,
    now: Timestamp,
) -> Result<(), SaveError> {
    let (by, id) = (permit.by(), permit.on());
    db.write(move |tx| {
        Box::pin(async move {
            let before = catalogue::load_course(tx, id)
                .await?
                .ok_or(DbError::NotFound)?;
            let live: i64 = tx.one(store::COUNT_LIVE_GROUPS, &[&id]).await?;
            if to != CourseState::Published && live > 0 {
                return Err(SaveError::HasGroups(live));
            }
            if tx
                .exec(store::MOVE_COURSE, &[&id, &version, &to, &now])
                .await?
                == 0
            {
                return Err(SaveError::ChangedMeanwhile);
            }
            let entry = audit::Entry {
                organisation_id: Some(before.organisation_id),
                before: Some(before.state.code()),
                after: Some(to.code()),
                ..audit::Entry::new(now, by, "course.move", "course", id.get())
            };
            entry.write(tx).await?;
            catalogue::touch(tx).await?;
            Ok(())
        })
    })
    .await
}

/// Makes a group of a course, as a draft.
///
/// # Errors
/// The code is taken.
pub async fn make_group(
    db: &Db,
    permit: &Permit<EditCourse>,
    organisation: OrganisationId,
    draft: &GroupDraft,
    now: Timestamp,
) -> Result<GroupId, SaveError> {
    let (by, course, draft) = (permit.by(), permit.on(), draft.clone());
    db.write(move |tx| {
        Box::pin(async move {
            let id = writing::insert_group(tx, course, &draft.fields, now).await?;
            for meeting in &draft.meetings {
                writing::insert_meeting(tx, id, &meeting.fields).await?;
            }
            write_trainers(tx, id, &draft.trainers).await?;
            let entry = audit::Entry {
                organisation_id: Some(organisation),
                after: Some(&draft.fields.code),
                ..audit::Entry::new(now, by, "group.make", "group", id.get())
            };
            entry.write(tx).await?;
            Ok(id)
        })
    })
    .await
}

/// Writes a group that still has this version, in the caller's transaction, with the audit row; answers the group as it
/// was. Whom it concerns is told by the caller, in the same transaction.
///
/// # Errors
/// Why nothing was saved; the transaction is to be given up.
pub async fn write_group(
    tx: &mut Tx<'_>,
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
    write_meetings(tx, &before, draft).await?;
    write_trainers(tx, id, &draft.trainers).await?;
    let entry = audit::Entry {
        organisation_id: Some(before.organisation.id),
        before: Some(&described(
            &writing::GroupFields::from(&before.group),
            &meetings_of(&before),
        )),
        after: Some(&described(
            &fields,
            &draft
                .meetings
                .iter()
                .map(|one| one.fields.clone())
                .collect::<Vec<_>>(),
        )),
        ..audit::Entry::new(now, by, "group.save", "group", id.get())
    };
    entry.write(tx).await?;
    catalogue::touch(tx).await?;
    Ok(before)
}

fn meetings_of(detail: &GroupDetail) -> Vec<MeetingFields> {
    let fields = |meeting: &catalogue::Meeting| MeetingFields {
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        place: meeting.place.clone(),
    };
    detail.meetings.iter().map(fields).collect()
}

fn described(group: &writing::GroupFields, meetings: &[MeetingFields]) -> String {
    format!("{group:?} {meetings:?}")
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
