//! Courses, groups and meetings as they are written: one function per statement, for staff pages, imports and the
//! demo's data. None of them decides who may, none writes the audit row, and none calls [`touch`](super::touch).

use database::{DbError, Tx, Value};
use jiff::Timestamp;

use super::{Course, CourseId, CourseState, Group, GroupId, GroupState, MeetingId, Mode, store};
use crate::accounts::{AccountId, OrganisationId};

/// What can be written of a course; the fields are those of [`Course`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are described once, at Course")]
pub struct CourseFields {
    pub organisation_id: OrganisationId,
    pub code: String,
    pub title: String,
    pub subject: String,
    pub summary: String,
    pub topics: String,
    pub audience: String,
    pub language: String,
    pub teaching_hours: i64,
    pub state: CourseState,
}

impl From<&Course> for CourseFields {
    fn from(course: &Course) -> Self {
        Self {
            organisation_id: course.organisation_id,
            code: course.code.clone(),
            title: course.title.clone(),
            subject: course.subject.clone(),
            summary: course.summary.clone(),
            topics: course.topics.clone(),
            audience: course.audience.clone(),
            language: course.language.clone(),
            teaching_hours: course.teaching_hours,
            state: course.state,
        }
    }
}

/// What can be written of a group; the fields are those of [`Group`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are described once, at Group")]
pub struct GroupFields {
    pub code: String,
    pub state: GroupState,
    pub mode: Mode,
    pub place: String,
    pub online_link: String,
    pub trainers: String,
    pub capacity: i64,
    pub minimum: i64,
    pub opens_at: Timestamp,
    pub closes_at: Timestamp,
    pub price_minor: i64,
    pub currency: String,
    pub attendance_percent: i64,
    pub signatory_name: String,
    pub signatory_role: String,
    pub waiting_places: i64,
    pub needs_approval: bool,
}

impl From<&Group> for GroupFields {
    fn from(group: &Group) -> Self {
        Self {
            code: group.code.clone(),
            state: group.state,
            mode: group.mode,
            place: group.place.clone(),
            online_link: group.online_link.clone(),
            trainers: group.trainers.clone(),
            capacity: group.capacity,
            minimum: group.minimum,
            opens_at: group.opens_at,
            closes_at: group.closes_at,
            price_minor: group.price_minor,
            currency: group.currency.clone(),
            attendance_percent: group.attendance_percent,
            signatory_name: group.signatory_name.clone(),
            signatory_role: group.signatory_role.clone(),
            waiting_places: group.waiting_places,
            needs_approval: group.needs_approval,
        }
    }
}

/// What can be written of a meeting; the fields are those of [`super::Meeting`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are described once, at Meeting")]
pub struct MeetingFields {
    pub starts_at: Timestamp,
    pub ends_at: Timestamp,
    pub place: String,
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
    let c = course;
    tx.one(
        store::INSERT_COURSE,
        &[
            &c.organisation_id,
            &c.code,
            &c.title,
            &c.subject,
            &c.summary,
            &c.topics,
            &c.audience,
            &c.language,
            &c.teaching_hours,
            &c.state,
            &now,
        ],
    )
    .await
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
    let c = course;
    let params: database::Params<'_> = &[
        &id,
        &version,
        &c.code,
        &c.title,
        &c.subject,
        &c.summary,
        &c.topics,
        &c.audience,
        &c.language,
        &c.teaching_hours,
        &c.state,
        &now,
    ];
    Ok(tx.exec(store::UPDATE_COURSE, params).await? == 1)
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
    let g = group;
    let published_at = (g.state != GroupState::Draft).then_some(now);
    tx.one(
        store::INSERT_GROUP,
        &[
            &course_id,
            &g.code,
            &g.state,
            &g.mode,
            &g.place,
            &g.online_link,
            &g.trainers,
            &g.capacity,
            &g.minimum,
            &g.opens_at,
            &g.closes_at,
            &g.price_minor,
            &g.currency,
            &g.attendance_percent,
            &g.signatory_name,
            &g.signatory_role,
            &g.waiting_places,
            &g.needs_approval,
            &published_at,
            &now,
        ],
    )
    .await
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
    let g = group;
    let params: database::Params<'_> = &[
        &id,
        &version,
        &g.code,
        &g.state,
        &g.mode,
        &g.place,
        &g.online_link,
        &g.trainers,
        &g.capacity,
        &g.minimum,
        &g.opens_at,
        &g.closes_at,
        &g.price_minor,
        &g.currency,
        &g.attendance_percent,
        &g.signatory_name,
        &g.signatory_role,
        &g.waiting_places,
        &g.needs_approval,
        &now,
    ];
    Ok(tx.exec(store::UPDATE_GROUP, params).await? == 1)
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
    tx.one(
        store::INSERT_MEETING,
        &[
            &group_id,
            &meeting.starts_at,
            &meeting.ends_at,
            &meeting.place,
        ],
    )
    .await
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
    let params: database::Params<'_> = &[
        &id,
        &group_id,
        &meeting.starts_at,
        &meeting.ends_at,
        &meeting.place,
    ];
    Ok(tx.exec(store::UPDATE_MEETING, params).await? == 1)
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
