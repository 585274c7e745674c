//! What staff does to courses and groups: each in one transaction with its audit row.

mod copy_course;
mod courses;
mod groups;

use database::DbError;

pub use copy_course::copy_course;
pub use courses::{make_course, move_course, save_course};
pub use groups::{make_group, publish_group, write_group};

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
    /// Somebody has applied, or the places were drawn: how they are given stays.
    #[error("somebody has applied")]
    AllocationFixed,
    /// Somebody has applied for the draw, which is not held before it was announced.
    #[error("the draw was announced for later")]
    DrawEarlier,
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
