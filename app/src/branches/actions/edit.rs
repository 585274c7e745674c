//! Adding an organisation, and correcting what is known of one.

use database::{DbError, Tx};
use jiff::Timestamp;
use serde::Serialize;

use crate::accounts::OrganisationId;
use crate::audit;
use crate::branches::branch_store as store;
use crate::branches::permissions::{AddOrganisation, EditOrganisation, PlaceOrganisation};
use crate::branches::rules::may_lie_under;
use crate::branches::types::{Habits, Sheet};
use crate::organisations::{self, Kind, NewOrganisation, key_of};
use crate::permit::Permit;
use crate::text::fold;

/// Why nothing was saved.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Somebody else has changed it since.
    #[error("it was changed meanwhile")]
    ChangedMeanwhile,
    /// Another one has this name and address.
    #[error("there is one with this name and address")]
    Known,
    /// One of this kind does not belong there.
    #[error("one of this kind does not belong there")]
    Misplaced,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// What the log keeps of an organisation: it is no person's data.
#[derive(Serialize)]
struct Kept<'a> {
    kind: &'a str,
    name: &'a str,
    institution_type: &'a str,
    address: [&'a str; 5],
    tax_id: &'a str,
    time_zone: &'a str,
    long_from: [i64; 2],
    has_phone: bool,
    has_email: bool,
}

async fn kind_of(tx: &mut Tx<'_>, id: Option<OrganisationId>) -> Result<Option<Kind>, EditError> {
    let Some(id) = id else { return Ok(None) };
    let above: Sheet = tx.one(store::FIND_SHEET, &[&id]).await?;
    if above.closed_at.is_some() {
        return Err(EditError::Misplaced);
    }
    Ok(Some(above.kind()))
}

/// Adds an organisation where the permit says.
///
/// # Errors
/// [`EditError`]; nothing was done then.
pub async fn add(
    tx: &mut Tx<'_>,
    permit: &Permit<AddOrganisation>,
    (new, habits): (&NewOrganisation, &Habits),
    now: Timestamp,
) -> Result<OrganisationId, EditError> {
    organisations::touch(tx).await?;
    let parent = permit.on();
    if !may_lie_under(new.kind, kind_of(tx, parent).await?) {
        return Err(EditError::Misplaced);
    }
    let tax_id = Some(new.tax_id.as_str()).filter(|id| !id.is_empty());
    let row: database::Params<'_> = &[
        &parent,
        &new.kind.code(),
        &new.name,
        &fold(&new.name),
        &new.institution_type,
        &new.street,
        &new.street_number,
        &new.postal_code,
        &new.post_office,
        &new.city,
        &tax_id,
        &new.phone,
        &new.email,
        &key_of(new),
        &habits.time_zone,
        &habits.long_from_hours,
        &habits.long_from_meetings,
        &now,
    ];
    let made: Option<OrganisationId> = tx.opt(store::INSERT_ORGANISATION, row).await?;
    let id = made.ok_or(EditError::Known)?;
    audit::Entry {
        organisation_id: Some(id),
        after: Some(&new.name),
        ..audit::Entry::new(
            now,
            permit.by(),
            "organisation.add",
            "organisation",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(id)
}

fn kept<'a>(new: &'a NewOrganisation, habits: &'a Habits) -> Kept<'a> {
    Kept {
        kind: new.kind.code(),
        name: &new.name,
        institution_type: &new.institution_type,
        address: [
            &new.street,
            &new.street_number,
            &new.postal_code,
            &new.post_office,
            &new.city,
        ],
        tax_id: &new.tax_id,
        time_zone: &habits.time_zone,
        long_from: [habits.long_from_hours, habits.long_from_meetings],
        has_phone: !new.phone.is_empty(),
        has_email: !new.email.is_empty(),
    }
}

fn known(sheet: &Sheet) -> (NewOrganisation, Habits) {
    let new = NewOrganisation {
        parent: sheet.parent_id,
        kind: sheet.kind(),
        name: sheet.name.clone(),
        institution_type: sheet.institution_type.clone(),
        street: sheet.street.clone(),
        street_number: sheet.street_number.clone(),
        postal_code: sheet.postal_code.clone(),
        post_office: sheet.post_office.clone(),
        city: sheet.city.clone(),
        tax_id: sheet.tax_id.clone().unwrap_or_default(),
        phone: sheet.phone.clone(),
        email: sheet.email.clone(),
    };
    let habits = Habits {
        time_zone: sheet.time_zone.clone(),
        long_from_hours: sheet.long_from_hours,
        long_from_meetings: sheet.long_from_meetings,
    };
    (new, habits)
}

/// Corrects an organisation; another kind only with the permit of those above it. `last` is the version that was shown.
///
/// # Errors
/// [`EditError`]; nothing was done then.
pub async fn edit(
    tx: &mut Tx<'_>,
    (permit, placing): (
        &Permit<EditOrganisation>,
        Option<&Permit<PlaceOrganisation>>,
    ),
    (new, habits): (&NewOrganisation, &Habits),
    last: i64,
    now: Timestamp,
) -> Result<(), EditError> {
    organisations::touch(tx).await?;
    let id = permit.on();
    let sheet: Sheet = tx.one(store::FIND_SHEET, &[&id]).await?;
    let kind = match placing {
        Some(_) => new.kind,
        None => sheet.kind(),
    };
    if kind != sheet.kind() && !fits(tx, &sheet, kind).await? {
        return Err(EditError::Misplaced);
    }
    let new = NewOrganisation {
        kind,
        ..new.clone()
    };
    let key = key_of(&new);
    let same: i64 = tx.one(store::COUNT_SAME, &[&key, &id]).await?;
    if same > 0 {
        return Err(EditError::Known);
    }
    let tax_id = Some(new.tax_id.as_str()).filter(|id| !id.is_empty());
    let row: database::Params<'_> = &[
        &id,
        &last,
        &kind.code(),
        &new.name,
        &fold(&new.name),
        &new.institution_type,
        &new.street,
        &new.street_number,
        &new.postal_code,
        &new.post_office,
        &new.city,
        &tax_id,
        &new.phone,
        &new.email,
        &key,
        &habits.time_zone,
        &habits.long_from_hours,
        &habits.long_from_meetings,
    ];
    if tx.exec(store::UPDATE_ORGANISATION, row).await? == 0 {
        return Err(EditError::ChangedMeanwhile);
    }
    let (old, old_habits) = known(&sheet);
    let (before, after) = audit::changed_fields(&kept(&old, &old_habits), &kept(&new, habits));
    audit::Entry {
        organisation_id: Some(id),
        before: Some(&before),
        after: Some(&after),
        ..audit::Entry::new(
            now,
            permit.by(),
            "organisation.edit",
            "organisation",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(())
}

/// Whether one of another kind fits under what lies above it, and over what lies below it.
async fn fits(tx: &mut Tx<'_>, sheet: &Sheet, kind: Kind) -> Result<bool, EditError> {
    let below: i64 = tx.one(store::COUNT_BELOW, &[&sheet.id]).await?;
    let above = kind_of(tx, sheet.parent_id).await?;
    Ok(below == 0 && may_lie_under(kind, above))
}
