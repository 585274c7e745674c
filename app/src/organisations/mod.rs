//! Organisations: the tree of region, municipalities, institutions, training centres and support centres, and who of
//! the staff may act in which branch of it.

pub mod hours;
mod import;
pub mod permissions;
pub mod store;
mod tree;
mod types;
mod working_days;

pub use crate::accounts::OrganisationId;
pub use import::{Imported, SPEC, import};
pub use permissions::may;
pub use tree::{Organisations, Tree};
pub use types::{Kind, NewOrganisation, Organisation};
pub use working_days::{is_holiday, is_weekend, is_working_day, working_days_after};

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::text::fold;

/// Says in the transaction of a change that every node is to read the tree anew.
///
/// # Errors
/// The database refuses.
pub async fn touch(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.exec(store::TOUCH, &[]).await.map(drop)
}

/// What makes two rows of two lists the same organisation.
pub fn key_of(new: &NewOrganisation) -> String {
    let address = [
        &new.name,
        &new.postal_code,
        &new.city,
        &new.street,
        &new.street_number,
    ];
    address.map(|part| fold(part)).join("|")
}

/// A new organisation, or the known one with the same name and address and what is said of it now; its id, and when it
/// was made.
///
/// # Errors
/// The database refuses.
pub async fn upsert(
    tx: &mut Tx<'_>,
    new: &NewOrganisation,
    now: Timestamp,
) -> Result<(OrganisationId, Timestamp), DbError> {
    let key = key_of(new);
    let tax_id = Some(new.tax_id.as_str()).filter(|id| !id.is_empty());
    tx.one(
        store::UPSERT,
        &[
            &new.parent,
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
            &key,
            &now,
        ],
    )
    .await
}
