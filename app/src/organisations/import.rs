//! Lists of organisations, as registers write them.

use std::collections::BTreeSet;

use database::{Db, DbError, Tx};
use jiff::Timestamp;

use super::{Kind, NewOrganisation, OrganisationId, touch, upsert};
use crate::audit::Entry;
use crate::tables::{Column, Need, Row, Spec, Table, UnknownColumns};

const fn column(name: &'static str, aliases: &'static [&'static str], need: Need) -> Column {
    Column {
        name,
        aliases,
        need,
    }
}

/// The columns of the list; the first seven are those of the Polish register of schools.
pub const SPEC: Spec = Spec {
    unknown: UnknownColumns::Ignore,
    max_cell_chars: 300,
    ..Spec::new(&[
        column(
            "name",
            &["nazwa", "nazwa placówki", "название", "наименование"],
            Need::Filled,
        ),
        column(
            "kind",
            &["typ", "rodzaj", "typ podmiotu", "тип", "вид"],
            Need::Optional,
        ),
        column("street", &["ulica", "улица"], Need::Optional),
        column(
            "number",
            &["numer", "nr", "numer domu", "номер", "дом"],
            Need::Optional,
        ),
        column(
            "postal_code",
            &["kod pocztowy", "kod", "индекс", "почтовый индекс"],
            Need::Optional,
        ),
        column("post_office", &["poczta", "почта"], Need::Optional),
        column(
            "city",
            &["miejscowość", "miasto", "город", "населённый пункт"],
            Need::Filled,
        ),
        column("tax_id", &["nip", "инн"], Need::Optional),
        column("phone", &["telefon", "телефон"], Need::Optional),
        column(
            "email",
            &["e-mail", "mail", "почта электронная", "эл. почта"],
            Need::Optional,
        ),
    ])
};

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Organisations that were not known.
    pub added: usize,
    /// Organisations that were known and got what the list says.
    pub known: usize,
}

/// Takes a list in one transaction, below `parent`. A row whose name and address are known updates that organisation,
/// so the same list twice changes nothing. With `dry_run` everything is tried and nothing is kept. Whoever runs the
/// machine may call it, by the command line.
///
/// # Errors
/// The database refuses; nothing is imported then.
pub async fn import(
    db: &Db,
    table: Table,
    parent: Option<OrganisationId>,
    dry_run: bool,
    now: Timestamp,
) -> Result<Imported, DbError> {
    let outcome = db
        .write(move |tx| {
            Box::pin(async move {
                let imported = take(tx, &table, parent, now).await?;
                if dry_run {
                    Err(Outcome::Tried(imported))
                } else {
                    Ok(imported)
                }
            })
        })
        .await;
    match outcome {
        Ok(imported) | Err(Outcome::Tried(imported)) => Ok(imported),
        Err(Outcome::Failed(error)) => Err(error),
    }
}

/// Ends the transaction without keeping it.
enum Outcome {
    Tried(Imported),
    Failed(DbError),
}

impl From<DbError> for Outcome {
    fn from(error: DbError) -> Self {
        Self::Failed(error)
    }
}

async fn take(
    tx: &mut Tx<'_>,
    table: &Table,
    parent: Option<OrganisationId>,
    now: Timestamp,
) -> Result<Imported, DbError> {
    let mut imported = Imported::default();
    let mut added = BTreeSet::new();
    for row in &table.rows {
        let (id, created_at) = upsert(tx, &organisation_of(table, row, parent), now).await?;
        if created_at == now && added.insert(id) {
            imported.added += 1;
        } else {
            imported.known += 1;
        }
    }
    touch(tx).await?;
    let after = format!("{} added, {} known", imported.added, imported.known);
    let subject = parent.map_or(0, OrganisationId::get);
    let entry = Entry::new(now, None, "organisations.import", "organisation", subject);
    Entry {
        after: Some(&after),
        ..entry
    }
    .write(tx)
    .await?;
    Ok(imported)
}

fn organisation_of(table: &Table, row: &Row, parent: Option<OrganisationId>) -> NewOrganisation {
    let cell = |name| table.cell(row, name).to_owned();
    NewOrganisation {
        parent,
        kind: Kind::Institution,
        name: cell("name"),
        institution_type: cell("kind"),
        street: cell("street"),
        street_number: cell("number"),
        postal_code: cell("postal_code"),
        post_office: cell("post_office"),
        city: cell("city"),
        tax_id: cell("tax_id"),
        phone: cell("phone"),
        email: cell("email"),
    }
}
