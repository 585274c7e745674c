//! What one institution pays together: charges with the same buyer, recipient and currency, under one title.

use database::{DbError, FromRow, Row, Tx, Value};
use jiff::Timestamp;

use super::institution_store as store;
use super::token;
use super::types::{Charge, ChargeId, CollectiveId};
use crate::accounts::OrganisationId;
use crate::enrolment::payer::Institution;
use crate::text::fold;

/// A charge that an institution has agreed to pay, with how it was named.
struct Agreed {
    charge: Charge,
    name: String,
    recipient_name: String,
    email: String,
}

impl FromRow for Agreed {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            charge: Charge::from_row(row)?,
            name: row.get("name")?,
            recipient_name: row.get("recipient_name")?,
            email: row.get("email")?,
        })
    }
}

/// Who looks at what is paid together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eyes {
    /// The organisation that is paid, or the institution in its own sign-in.
    All,
    /// Whoever has a link: only what went to the same mailbox, since anybody may name an institution.
    Mailbox,
}

/// The other open charges that the same buyer has agreed to pay to the same organisation for the same recipient, in the
/// same currency. A charge that nobody has agreed to pay stands alone.
///
/// # Errors
/// The database does not answer.
pub(super) async fn others(
    tx: &mut Tx<'_>,
    charge: &Charge,
    institution: &Institution,
    eyes: Eyes,
) -> Result<Vec<Charge>, DbError> {
    let row: database::Params<'_> = &[
        &charge.organisation_id,
        &charge.currency,
        &institution.tax_id,
    ];
    let all: Vec<Agreed> = tx.all(store::LIST_AGREED, row).await?;
    if !all.iter().any(|one| one.charge.id == charge.id) {
        return Ok(Vec::new());
    }
    let same = |one: &Agreed| {
        one.charge.id != charge.id
            && fold(&one.name) == fold(&institution.name)
            && fold(&one.recipient_name) == fold(&institution.recipient_name)
            && (eyes == Eyes::All || fold(&one.email) == fold(&institution.email))
    };
    let found = all.into_iter().filter(same);
    Ok(found.map(|one| one.charge).collect())
}

/// The title of one transfer for these charges: that of the only one, or one of their own, which is the same each time.
///
/// # Errors
/// The database refuses.
pub(super) async fn title_for(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    charges: &[ChargeId],
    now: Timestamp,
) -> Result<String, DbError> {
    let mut ids = charges.to_vec();
    ids.sort();
    ids.dedup();
    if let [only] = ids[..] {
        return Ok(token::title_of(only));
    }
    let all: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let hash = crate::secrets::hash_of(&all.join(" "));
    let row: database::Params<'_> = &[&organisation, &hash, &now];
    let id: CollectiveId = tx.one(store::UPSERT_TITLE, row).await?;
    let members: Vec<Vec<Value>> = ids
        .into_iter()
        .map(|charge| vec![Value::from(id), Value::from(charge)])
        .collect();
    tx.batch(store::INSERT_MEMBER, &members).await?;
    Ok(token::collective_title_of(id))
}

/// The charges that a collective title of an organisation names; none when it never gave out this title.
///
/// # Errors
/// The database does not answer.
pub(super) async fn named_by(
    tx: &mut Tx<'_>,
    organisation: OrganisationId,
    title: CollectiveId,
) -> Result<Vec<Charge>, DbError> {
    tx.all(store::LIST_NAMED, &[&organisation, &title]).await
}
