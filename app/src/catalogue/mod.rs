//! The catalogue: courses, their groups with meetings and places, and what a visitor finds.
//!
//! Public pages are answered from a snapshot in memory ([`Catalogue`]); places are taken and given back in the
//! database ([`places`]), which alone decides, and the snapshot is told afterwards. Whoever changes a course, a group
//! or a meeting calls [`touch`] in the same transaction, so that every node reads its snapshot anew.

pub mod calendar;
mod current;
pub mod draw_store;
pub mod draws;
pub mod editing;
pub mod import;
pub mod listing;
pub mod pages;
pub mod places;
pub mod prices;
pub mod query;
pub mod rules;
mod snapshot;
pub mod store;
mod summary;
mod types;
pub mod writing;

use std::sync::Arc;

use database::{DbError, Tx};

pub use current::Catalogue;
pub use places::Counts;
pub use snapshot::{Choices, Offer, Snapshot};
pub use summary::OrganisationSummary;
pub use types::{
    Allocation, Course, CourseId, CourseState, Group, GroupDetail, GroupId, GroupState, Meeting,
    MeetingId, Mode, RoomId, VenueId,
};

/// A group with its course, meetings in order of time and organisation, whatever their states; none when there is no
/// such group.
///
/// # Errors
/// The database does not answer.
pub async fn load_group(tx: &mut Tx<'_>, id: GroupId) -> Result<Option<GroupDetail>, DbError> {
    let Some(group) = tx.opt::<Group>(store::FIND_GROUP, &[&id]).await? else {
        return Ok(None);
    };
    let course = tx
        .one::<Course>(store::FIND_COURSE, &[&group.course_id])
        .await?;
    let organisation = tx
        .one::<OrganisationSummary>(store::FIND_ORGANISATION, &[&course.organisation_id])
        .await?;
    Ok(Some(GroupDetail {
        meetings: tx.all(store::LIST_MEETINGS_OF_GROUP, &[&id]).await?,
        group,
        course: Arc::new(course),
        organisation: Arc::new(organisation),
    }))
}

/// Groups by their ids, in this order; those that do not exist are left out.
///
/// # Errors
/// The database does not answer.
pub async fn load_groups(tx: &mut Tx<'_>, ids: &[GroupId]) -> Result<Vec<Group>, DbError> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let mut found: Vec<Group> = tx.among(store::LIST_GROUPS_AMONG, &numbers).await?;
    found.sort_by_key(|group| ids.iter().position(|id| *id == group.id));
    Ok(found)
}

/// A course by its id, whatever its state.
///
/// # Errors
/// The database does not answer.
pub async fn load_course(tx: &mut Tx<'_>, id: CourseId) -> Result<Option<Course>, DbError> {
    tx.opt(store::FIND_COURSE, &[&id]).await
}

/// Notes in the transaction of a change that snapshots of the catalogue are out of date, on every node. Places taken
/// and given back need no note.
///
/// # Errors
/// The database refuses.
pub async fn touch(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.exec(store::RAISE_VERSION, &[]).await?;
    Ok(())
}
