//! Finding a child by exact data and for a reason: by name and date of birth, by a document, or by both.

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use person_matching::IdentityKey;

use crate::accounts::{Actor, Role};
use crate::app::Shared;
use crate::audit;
use crate::families::identity::date_of;
use crate::families::staff::letters::{self, News};
use crate::families::staff::permissions::FindChild;
use crate::families::staff::staff_store as own;
use crate::families::staff::{looks, permissions};
use crate::families::store;
use crate::families::turn;
use crate::families::types::{Child, Document};
use crate::people::PersonId;
use crate::permit::Permit;

/// Exact data of a child.
#[derive(Clone, Debug, Default)]
pub struct Exact {
    /// Surname, given name, date of birth.
    pub named: Option<(String, String, Date)>,
    /// A document.
    pub document: Option<Document>,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// This child; its page is open now.
    Child(PersonId),
    /// Nobody with exactly these data.
    Nobody,
    /// Several children of this name who were born that day: a document tells them apart.
    Several,
}

/// Looks for a child. Whoever is found has its page opened; a family of another branch is told by letter. The look is noted
/// whatever it finds.
///
/// # Errors
/// The database refuses.
pub async fn find(
    tx: &mut Tx<'_>,
    app: &Shared,
    (permit, role, actor): (&Permit<FindChild>, Role, &Actor),
    (exact, reason): (&Exact, &str),
    now: Timestamp,
) -> Result<Found, DbError> {
    let ids = candidates(tx, app, exact).await?;
    let found = match ids.as_slice() {
        [] => Found::Nobody,
        [one] => Found::Child(*one),
        _ => Found::Several,
    };
    let subject = match found {
        Found::Child(id) => id.get(),
        Found::Nobody | Found::Several => 0,
    };
    audit::Entry {
        organisation_id: role.branch,
        reason: Some(reason),
        ..audit::Entry::new(now, permit.by(), "child.find", "person", subject)
    }
    .write(tx)
    .await?;
    if let Found::Child(id) = found {
        open_page(tx, app, (role, actor), (id, reason), now).await?;
    }
    Ok(found)
}

/// Opens the page of a child that is known already, since a request of its family names it; noted as every look is.
///
/// # Errors
/// The database refuses.
pub async fn open_known(
    tx: &mut Tx<'_>,
    app: &Shared,
    (permit, role, actor): (&Permit<FindChild>, Role, &Actor),
    (id, reason): (PersonId, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry {
        organisation_id: role.branch,
        reason: Some(reason),
        ..audit::Entry::new(now, permit.by(), "child.find", "person", id.get())
    }
    .write(tx)
    .await?;
    open_page(tx, app, (role, actor), (id, reason), now).await
}

async fn open_page(
    tx: &mut Tx<'_>,
    app: &Shared,
    (role, actor): (Role, &Actor),
    (id, reason): (PersonId, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let place = permissions::Place {
        municipality: child.known.municipality_id,
        applied_at: tx.all(own::LIST_APPLIED_AT, &[&id]).await?,
    };
    let inside = permissions::inside(actor, &app.organisations.current(), &place);
    looks::note(tx, (id, actor), (inside.unwrap_or(role), reason), now).await?;
    if inside.is_none() {
        let news = News {
            kind: &letters::LOOKED,
            by: role.branch,
            reason,
        };
        letters::tell_guardians(tx, app, id, news, now).await?;
    }
    Ok(())
}

async fn candidates(
    tx: &mut Tx<'_>,
    app: &Shared,
    exact: &Exact,
) -> Result<Vec<PersonId>, DbError> {
    let by_name = match &exact.named {
        Some((surname, given_name, born_on)) => {
            let key = IdentityKey::of(surname, given_name, date_of(*born_on));
            let key = key.map_or_else(String::new, |key| key.to_string());
            let namesakes = format!("{key}#%");
            Some(
                tx.all::<PersonId>(own::LIST_BY_KEY, &[&key, &namesakes])
                    .await?,
            )
        }
        None => None,
    };
    let Some(document) = &exact.document else {
        return Ok(by_name.unwrap_or_default());
    };
    let mut by_document = Vec::new();
    for hash in turn::hashes_of(tx, app, document).await? {
        by_document.extend(tx.opt::<PersonId>(own::FIND_BY_DOCUMENT, &[&hash]).await?);
    }
    by_document.dedup();
    by_document.retain(|id| by_name.as_ref().is_none_or(|named| named.contains(id)));
    Ok(by_document)
}
