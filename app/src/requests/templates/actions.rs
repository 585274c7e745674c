//! Saving and removing templates, one transaction each.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{NewTemplate, TemplateId, template_store as store};
use crate::audit;
use crate::permit::Permit;
use crate::requests::permissions::KeepTemplate;

/// Saves a template: a new one, or what one says from now on.
///
/// # Errors
/// [`DbError::NotFound`] when it was removed meanwhile.
pub async fn save(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepTemplate>,
    (id, new): (Option<TemplateId>, &NewTemplate),
    now: Timestamp,
) -> Result<TemplateId, DbError> {
    let by = permit.by();
    let [pl, ru, en] = &new.texts;
    let id = match id {
        None => {
            let row: database::Params<'_> = &[
                &new.organisation_id,
                &new.kind,
                &new.name,
                pl,
                ru,
                en,
                &by,
                &now,
            ];
            tx.one(store::INSERT_TEMPLATE, row).await?
        }
        Some(id) => {
            let row: database::Params<'_> = &[
                &id,
                &new.organisation_id,
                &new.kind,
                &new.name,
                pl,
                ru,
                en,
                &by,
                &now,
            ];
            if tx.exec(store::SET_TEMPLATE, row).await? == 0 {
                return Err(DbError::NotFound);
            }
            id
        }
    };
    audit::Entry {
        organisation_id: new.organisation_id,
        after: Some(&new.name),
        ..audit::Entry::new(now, by, "template.save", "answer_template", id.get())
    }
    .write(tx)
    .await?;
    Ok(id)
}

/// Removes a template; what was answered with it stays as it is.
///
/// # Errors
/// [`DbError::NotFound`] when it was removed before.
pub async fn remove(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepTemplate>,
    id: TemplateId,
    now: Timestamp,
) -> Result<(), DbError> {
    let by = permit.by();
    if tx.exec(store::REMOVE_TEMPLATE, &[&id, &now, &by]).await? == 0 {
        return Err(DbError::NotFound);
    }
    audit::Entry {
        organisation_id: permit.on(),
        ..audit::Entry::new(now, by, "template.remove", "answer_template", id.get())
    }
    .write(tx)
    .await
}
