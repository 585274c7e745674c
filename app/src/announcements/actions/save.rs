//! An announcement is written, changed, withdrawn.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{AnnouncementError, load};
use crate::announcements::permissions::Announce;
use crate::announcements::{Announcement, Draft, store};
use crate::audit;
use crate::catalogue::{CourseId, GroupId};
use crate::notices::{self, AnnouncementId, Texts};
use crate::permit::Permit;

fn written(texts: &Texts) -> Result<String, DbError> {
    serde_json::to_string(texts).map_err(|error| DbError::Other(error.to_string()))
}

/// Announces something. The same form with the same content sent again is the same announcement. The caller has checked the
/// draft, and refreshes `app.notices` after the commit.
///
/// # Errors
/// [`AnnouncementError`]; nothing was announced then.
pub async fn create(
    tx: &mut Tx<'_>,
    permit: &Permit<Announce>,
    form_key: &str,
    draft: &Draft,
    now: Timestamp,
) -> Result<AnnouncementId, AnnouncementError> {
    let (by, key) = (permit.by(), draft.key(form_key));
    let row: database::Params<'_> = &[
        &permit.on(),
        &draft.audience,
        &draft.language.code(),
        &written(&draft.texts)?,
        &draft.from_on,
        &draft.until_on,
        &key,
        &now,
        &by,
    ];
    let Some(id) = tx.opt::<AnnouncementId>(store::INSERT, row).await? else {
        return Ok(tx.one(store::FIND_BY_FORM, &[&key, &by]).await?);
    };
    keep_scopes(tx, id, draft).await?;
    notices::touch(tx).await?;
    let after = serde_json::to_string(&draft.summary()).unwrap_or_default();
    audit::Entry {
        organisation_id: Some(permit.on()),
        after: Some(&after),
        ..audit::Entry::new(now, by, "announcement.create", "announcement", id.get())
    }
    .write(tx)
    .await?;
    Ok(id)
}

/// Changes it when its version is still `last`. The same form sent twice is one change. Who has put it away does not see it again,
/// and it is not mailed again.
///
/// # Errors
/// [`AnnouncementError`]; nothing was changed then.
pub async fn change(
    tx: &mut Tx<'_>,
    permit: &Permit<Announce>,
    (id, last): (AnnouncementId, i64),
    draft: &Draft,
    now: Timestamp,
) -> Result<(), AnnouncementError> {
    let before = own(tx, permit, id).await?;
    if before.draft == *draft {
        return Ok(());
    }
    let row: database::Params<'_> = &[
        &id,
        &last,
        &draft.audience,
        &draft.language.code(),
        &written(&draft.texts)?,
        &draft.from_on,
        &draft.until_on,
        &now,
        &permit.by(),
    ];
    if tx.exec(store::UPDATE, row).await? == 0 {
        return Err(AnnouncementError::ChangedMeanwhile);
    }
    tx.exec(store::DELETE_SCOPES, &[&id]).await?;
    keep_scopes(tx, id, draft).await?;
    notices::touch(tx).await?;
    let (before, after) = audit::changed_fields(&before.draft.summary(), &draft.summary());
    audit::Entry {
        organisation_id: Some(permit.on()),
        before: Some(&before),
        after: Some(&after),
        ..audit::Entry::new(
            now,
            permit.by(),
            "announcement.change",
            "announcement",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(())
}

/// Withdraws it: nobody sees it any more. Withdrawing twice is once.
///
/// # Errors
/// [`AnnouncementError`]; nothing was changed then.
pub async fn withdraw(
    tx: &mut Tx<'_>,
    permit: &Permit<Announce>,
    id: AnnouncementId,
    now: Timestamp,
) -> Result<(), AnnouncementError> {
    own(tx, permit, id).await?;
    let by = permit.by();
    if tx.exec(store::WITHDRAW, &[&id, &now, &by]).await? == 0 {
        return Ok(());
    }
    notices::touch(tx).await?;
    audit::Entry {
        organisation_id: Some(permit.on()),
        ..audit::Entry::new(now, by, "announcement.withdraw", "announcement", id.get())
    }
    .write(tx)
    .await?;
    Ok(())
}

/// The announcement of the organisation that the permit is for.
async fn own(
    tx: &mut Tx<'_>,
    permit: &Permit<Announce>,
    id: AnnouncementId,
) -> Result<Announcement, AnnouncementError> {
    let found = load(tx, id).await?;
    let found = found.filter(|one| one.organisation_id == permit.on());
    found.ok_or(AnnouncementError::NotThere)
}

async fn keep_scopes(tx: &mut Tx<'_>, id: AnnouncementId, draft: &Draft) -> Result<(), DbError> {
    let courses = draft.courses.iter().map(|course| (Some(*course), None));
    let groups = draft.groups.iter().map(|group| (None, Some(*group)));
    let all: Vec<(Option<CourseId>, Option<GroupId>)> = courses.chain(groups).collect();
    for (course, group) in all {
        tx.exec(store::INSERT_SCOPE, &[&id, &course, &group])
            .await?;
    }
    Ok(())
}
