//! Courses: made, saved, published, archived.

use database::{Db, DbError};
use jiff::Timestamp;

use super::SaveError;
use crate::accounts::OrganisationId;
use crate::audit;
use crate::catalogue::editing::permissions::{EditCourse, MakeCourse};
use crate::catalogue::editing::{CourseDraft, editing_store as store};
use crate::catalogue::writing::{self, CourseFields};
use crate::catalogue::{self, CourseId, CourseState};
use crate::permit::Permit;

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
        age_from: draft.ages.map(|ages| ages.0),
        age_to: draft.ages.map(|ages| ages.1),
        takes_certificate: draft.takes_certificate,
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
            if before.version != version
                || !writing::update_course(tx, id, version, &course, now).await?
            {
                return Err(SaveError::ChangedMeanwhile);
            }
            let (old, new) = audit::changed_fields(&CourseFields::from(&before), &course);
            let entry = audit::Entry {
                organisation_id: Some(before.organisation_id),
                before: Some(&old),
                after: Some(&new),
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
