//! Courses, groups and meetings as they are written: one function per statement, for staff pages, imports and the
//! demo's data. None of them decides who may, none writes the audit row, and none calls [`touch`](super::touch).

use database::{DbError, Param, Tx, Value};
use jiff::Timestamp;
use serde::Serialize;

use super::{
    Allocation, Course, CourseId, CourseState, Group, GroupId, GroupState, Meeting, MeetingId,
    Mode, RoomId, store,
};
use crate::accounts::{AccountId, OrganisationId};

/// Fields that are written, named once: as a record, as a copy of a row, and as parameters in this order.
macro_rules! written {
    ($(#[$doc:meta])* $name:ident of $row:ident { $($field:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[expect(missing_docs, reason = "the fields are described once, at the row")]
        pub struct $name { $(pub $field: $kind),* }

        impl From<&$row> for $name {
            fn from(row: &$row) -> Self {
                Self { $($field: row.$field.clone()),* }
            }
        }

        impl $name {
            fn params(&self) -> Vec<&dyn Param> {
                vec![$(&self.$field),*]
            }
        }
    };
}

written! {
    /// What can be written of a course; the fields are those of [`Course`].
    CourseFields of Course {
        organisation_id: OrganisationId,
        code: String,
        title: String,
        subject: String,
        summary: String,
        topics: String,
        audience: String,
        language: String,
        teaching_hours: i64,
        age_from: Option<i64>,
        age_to: Option<i64>,
        takes_certificate: bool,
        state: CourseState,
    }
}

written! {
    /// What can be written of a group; the fields are those of [`Group`].
    GroupFields of Group {
        code: String,
        state: GroupState,
        mode: Mode,
        place: String,
        online_link: String,
        trainers: String,
        capacity: i64,
        minimum: i64,
        opens_at: Timestamp,
        closes_at: Timestamp,
        price_minor: i64,
        currency: String,
        attendance_percent: i64,
        signatory_name: String,
        signatory_role: String,
        waiting_places: i64,
        needs_approval: bool,
        allocation: Allocation,
    }
}

written! {
    /// What can be written of a meeting; the fields are those of [`Meeting`].
    MeetingFields of Meeting {
        starts_at: Timestamp,
        ends_at: Timestamp,
        place: String,
        room_id: Option<RoomId>,
    }
}

/// A new course.
///
/// # Errors
/// The database refuses: unique `courses_code` when the organisation has a course with this code.
pub async fn insert_course(
    tx: &mut Tx<'_>,
    course: &CourseFields,
    now: Timestamp,
) -> Result<CourseId, DbError> {
    let mut params = course.params();
    params.push(&now);
    tx.one(store::INSERT_COURSE, &params).await
}

/// Writes a course that still has this version; `false` when somebody else has saved it meanwhile. The organisation
/// stays.
///
/// # Errors
/// The database refuses.
pub async fn update_course(
    tx: &mut Tx<'_>,
    id: CourseId,
    version: i64,
    course: &CourseFields,
    now: Timestamp,
) -> Result<bool, DbError> {
    let mut params: Vec<&dyn Param> = vec![&id, &version];
    params.extend(&course.params()[1..]);
    params.push(&now);
    Ok(tx.exec(store::UPDATE_COURSE, &params).await? == 1)
}

/// A new group of a course, without meetings and with no place taken.
///
/// # Errors
/// The database refuses: unique `groups_code` when the course has a group with this code, check `groups_window` when
/// the window closes before it opens.
pub async fn insert_group(
    tx: &mut Tx<'_>,
    course_id: CourseId,
    group: &GroupFields,
    now: Timestamp,
) -> Result<GroupId, DbError> {
    let published_at = (group.state != GroupState::Draft).then_some(now);
    let mut params: Vec<&dyn Param> = vec![&course_id];
    params.extend(group.params());
    params.extend([&published_at as &dyn Param, &now]);
    tx.one(store::INSERT_GROUP, &params).await
}

/// Writes a group that still has this version; `false` when somebody else has saved it meanwhile. Places taken,
/// sequence and the instants of publishing and finishing stay.
///
/// # Errors
/// The database refuses: check `groups_places` when more places are taken than the new capacity.
pub async fn update_group(
    tx: &mut Tx<'_>,
    id: GroupId,
    version: i64,
    group: &GroupFields,
    now: Timestamp,
) -> Result<bool, DbError> {
    let mut params: Vec<&dyn Param> = vec![&id, &version];
    params.extend(group.params());
    params.push(&now);
    Ok(tx.exec(store::UPDATE_GROUP, &params).await? == 1)
}

/// A new meeting of a group.
///
/// # Errors
/// The database refuses: check `meetings_order` when it ends before it begins.
pub async fn insert_meeting(
    tx: &mut Tx<'_>,
    group_id: GroupId,
    meeting: &MeetingFields,
) -> Result<MeetingId, DbError> {
    let mut params: Vec<&dyn Param> = vec![&group_id];
    params.extend(meeting.params());
    tx.one(store::INSERT_MEETING, &params).await
}

/// Writes a meeting of this group; `false` when the group has no such meeting.
///
/// # Errors
/// As [`insert_meeting`].
pub async fn update_meeting(
    tx: &mut Tx<'_>,
    group_id: GroupId,
    id: MeetingId,
    meeting: &MeetingFields,
) -> Result<bool, DbError> {
    let mut params: Vec<&dyn Param> = vec![&id, &group_id];
    params.extend(meeting.params());
    Ok(tx.exec(store::UPDATE_MEETING, &params).await? == 1)
}

/// Takes meetings away from a group.
///
/// # Errors
/// [`DbError::ForeignKey`] when attendance was marked for one.
pub async fn delete_meetings(
    tx: &mut Tx<'_>,
    group_id: GroupId,
    ids: &[MeetingId],
) -> Result<(), DbError> {
    let rows: Vec<Vec<Value>> = ids
        .iter()
        .map(|id| vec![(*id).into(), group_id.into()])
        .collect();
    tx.batch(store::DELETE_MEETING, &rows).await?;
    Ok(())
}

/// Gives a trainer's account the lists of a group; twice is once.
///
/// # Errors
/// The database refuses; there is no such account or group.
pub async fn insert_trainer(
    tx: &mut Tx<'_>,
    group_id: GroupId,
    account_id: AccountId,
) -> Result<(), DbError> {
    tx.exec(store::INSERT_TRAINER, &[&group_id, &account_id])
        .await
        .map(drop)
}
