//! What entering and changing a child write alike: its row, its document, the cases that wait for an operator.

use database::{DbError, Param, Tx};
use jiff::Timestamp;

use crate::app::Shared;
use crate::families::identity::Near;
use crate::families::store;
use crate::families::types::{Document, Known};
use crate::people::PersonId;

/// The columns of a child in the order in which `INSERT_CHILD` and `CHANGE_CHILD` begin.
pub(in crate::families) fn columns<'a>(
    known: &'a Known,
    key: &'a dyn Param,
    now: &'a Timestamp,
) -> [&'a dyn Param; 12] {
    [
        &known.surname,
        &known.given_name,
        &known.patronymic,
        &known.born_on,
        &known.birth_place,
        &known.sex,
        &known.municipality_id,
        &known.street,
        &known.postal_code,
        &known.city,
        key,
        now,
    ]
}

/// Seals a document and keeps it with its child, in the place of one of the same kind. False when the number is somebody
/// else's, which the look finds before; it is left out then.
pub(in crate::families) async fn keep_document(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: PersonId,
    document: &Document,
    now: Timestamp,
) -> Result<bool, DbError> {
    let kind = document.kind.code();
    tx.exec(store::DELETE_DOCUMENT, &[&id, &kind]).await?;
    let mut hashes = app.vault.hashes(kind, &document.number);
    let hash = hashes.swap_remove(0);
    let sealed = app.vault.seal(&app.random, &document.number, &hash);
    let row: database::Params<'_> = &[&id, &kind, &hash, &sealed.bytes, &sealed.key_number, &now];
    Ok(tx.exec(store::INSERT_DOCUMENT, row).await? > 0)
}

/// Opens a case for each record that resembles the child; one that was opened or decided before stays as it is.
pub(in crate::families) async fn open_cases(
    tx: &mut Tx<'_>,
    id: PersonId,
    near: &[Near],
    now: Timestamp,
) -> Result<(), DbError> {
    for one in near {
        // There may be one of the two in the other order.
        let state: Option<String> = tx.opt(store::FIND_CASE_STATE, &[&id, &one.id]).await?;
        if state.is_some() {
            continue;
        }
        let row: database::Params<'_> = &[
            &id,
            &one.id,
            &one.bits,
            &one.reasons,
            &now,
            &one.limits.asked_from,
            &one.limits.same_from,
        ];
        tx.exec(store::INSERT_CASE, row).await?;
    }
    Ok(())
}
