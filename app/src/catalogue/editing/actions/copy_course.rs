//! A course in a new year: the same course under a new code, with all its groups as drafts.

use database::DbError;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;

use super::SaveError;
use super::groups::insert_draft;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::permissions::EditCourse;
use crate::catalogue::editing::{editing_store as store, moved_group};
use crate::catalogue::writing::{self, CourseFields};
use crate::catalogue::{self, CourseId, CourseState, GroupDetail, GroupId};
use crate::permit::Permit;

/// Copies a course and its groups, all as drafts. The earliest group begins on `first`, the others as long after it as
/// they did; groups that were called off are left out. The copy keeps
/// where it comes from, so that its surveys are compared with those of other years.
///
/// # Errors
/// The code is taken.
pub async fn copy_course(
    app: &Shared,
    permit: &Permit<EditCourse>,
    code: &str,
    first: Date,
    now: Timestamp,
) -> Result<CourseId, SaveError> {
    let (by, from, code) = (permit.by(), permit.on(), code.to_owned());
    let own = app.clone();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let before = catalogue::load_course(tx, from).await?;
            let before = before.ok_or(DbError::NotFound)?;
            let course = CourseFields {
                code,
                state: CourseState::Draft,
                ..CourseFields::from(&before)
            };
            let id = writing::insert_course(tx, &course, now).await?;
            tx.exec(store::SET_ORIGIN, &[&id, &from]).await?;
            let entry = audit::Entry {
                organisation_id: Some(before.organisation_id),
                before: Some(&before.code),
                after: Some(&course.code),
                ..audit::Entry::new(now, by, "course.copy", "course", id.get())
            };
            entry.write(tx).await?;
            let mut groups: Vec<(GroupDetail, Vec<AccountId>)> = Vec::new();
            for group in tx.all::<GroupId>(store::LIST_TO_COPY, &[&from]).await? {
                let detail = catalogue::load_group(tx, group).await?;
                let trainers = tx.all(store::LIST_GROUP_TRAINERS, &[&group]).await?;
                groups.push((detail.ok_or(DbError::NotFound)?, trainers));
            }
            let begins = |detail: &GroupDetail| {
                detail.local_date(detail.starts_at().unwrap_or(detail.group.opens_at))
            };
            let earliest = groups.iter().map(|(detail, _)| begins(detail)).min();
            for (detail, trainers) in &groups {
                let later = earliest
                    .and_then(|earliest| earliest.until(begins(detail)).ok())
                    .map_or(0, |span| span.get_days());
                let day = first.checked_add(later.days()).unwrap_or(first);
                let draft = moved_group(detail, trainers, detail.group.code.clone(), day);
                let home = (before.organisation_id, id);
                insert_draft(tx, &own, by, home, draft, now).await?;
            }
            Ok(id)
        })
    });
    work.await
}
