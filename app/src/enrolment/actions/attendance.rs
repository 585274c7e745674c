//! Marking who was at which meeting.

use database::{Db, DbError, Value};
use jiff::Timestamp;

use crate::audit;
use crate::catalogue::{self, GroupDetail, MeetingId};
use crate::enrolment::permissions::KeepList;
use crate::enrolment::{EnrolmentState, Listed, Mark, store};
use crate::permit::Permit;

/// Why nothing was marked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkError {
    /// A meeting or a person of another group, or somebody who does not take part.
    #[error("a mark that is not of this group")]
    NotOfThisGroup,
    /// The meeting has not begun.
    #[error("the meeting has not begun")]
    NotYet(MeetingId),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Notes who was at which meeting, all or nothing; the last word counts. Marks can be changed after the end too, which
/// changes no result: that takes [`super::correct`] with a reason. Answers how many marks changed.
///
/// # Errors
/// Why nothing was marked.
pub async fn mark(
    db: &Db,
    permit: &Permit<KeepList>,
    marks: Vec<Mark>,
    now: Timestamp,
) -> Result<u64, MarkError> {
    let (by, group_id) = (permit.by(), permit.on());
    let work = db.write(move |tx| {
        Box::pin(async move {
            let detail = catalogue::load_group(tx, group_id).await?;
            let detail = detail.ok_or(DbError::NotFound)?;
            let listed: Vec<Listed> = tx.all(store::LIST_OF_GROUP, &[&group_id]).await?;
            let mut rows = Vec::with_capacity(marks.len());
            for mark in &marks {
                check(&detail, &listed, mark, now)?;
                let (meeting, enrolment) = (mark.meeting_id.into(), mark.enrolment_id.into());
                rows.push(vec![
                    meeting,
                    enrolment,
                    Value::from(mark.present),
                    now.into(),
                    by.into(),
                ]);
            }
            let changed = tx.batch(store::MARK, &rows).await?;
            if changed > 0 {
                let count = changed.to_string();
                audit::Entry {
                    organisation_id: Some(detail.organisation.id),
                    after: Some(&count),
                    ..audit::Entry::new(now, by, "group.attendance", "group", group_id.get())
                }
                .write(tx)
                .await?;
            }
            Ok(changed)
        })
    });
    work.await
}

fn check(
    detail: &GroupDetail,
    listed: &[Listed],
    mark: &Mark,
    now: Timestamp,
) -> Result<(), MarkError> {
    let meeting = detail
        .meetings
        .iter()
        .find(|meeting| meeting.id == mark.meeting_id);
    let meeting = meeting.ok_or(MarkError::NotOfThisGroup)?;
    let takes_part = |one: &&Listed| {
        one.id == mark.enrolment_id
            && matches!(
                one.state,
                EnrolmentState::Confirmed
                    | EnrolmentState::Attending
                    | EnrolmentState::Completed
                    | EnrolmentState::NotCompleted
            )
    };
    listed
        .iter()
        .find(takes_part)
        .ok_or(MarkError::NotOfThisGroup)?;
    if meeting.starts_at > now {
        return Err(MarkError::NotYet(meeting.id));
    }
    Ok(())
}
