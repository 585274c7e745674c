//! A guardian asks for a correction of a child whose data were compared with documents; an operator decides (B5).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::families::fields::Typed;
use crate::families::permissions::AskCorrection;
use crate::families::staff::letters::{self, News};
use crate::families::{store, turn};
use crate::permit::Permit;

/// What is wanted, and why.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The data as they should be, with a document that shows it.
    pub typed: Typed,
    /// Why.
    pub reason: String,
}

/// Why nothing was asked.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// Another correction of this child waits for a decision.
    #[error("a correction waits already")]
    Waiting,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Keeps what is wanted until an operator decides; everybody who acts for the child is told.
///
/// # Errors
/// [`AskError`].
pub async fn ask_correction(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AskCorrection>,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<(), AskError> {
    let (by, id) = (permit.by(), permit.on());
    // The document is sealed with the key in force, and not while another one comes.
    turn::take(tx, app).await?;
    let json = |error: serde_json::Error| DbError::Other(error.to_string());
    let known = serde_json::to_string(&wanted.typed.known).map_err(json)?;
    let sealed = wanted.typed.document.as_ref().map(|document| {
        let kind = document.kind.code();
        let hash = app.vault.hashes(kind, &document.number).swap_remove(0);
        let sealed = app.vault.seal(&app.random, &document.number, &hash);
        (kind, hash, sealed)
    });
    let kind = sealed.as_ref().map(|(kind, _, _)| *kind);
    let hash = sealed.as_ref().map(|(_, hash, _)| hash.clone());
    let bytes = sealed.as_ref().map(|(_, _, sealed)| sealed.bytes.clone());
    let key = sealed.as_ref().map(|(_, _, sealed)| sealed.key_number);
    let row: database::Params<'_> = &[
        &id,
        &by,
        &now,
        &known,
        &wanted.reason,
        &kind,
        &hash,
        &bytes,
        &key,
    ];
    if tx.exec(store::INSERT_CORRECTION, row).await? == 0 {
        return Err(AskError::Waiting);
    }
    audit::Entry {
        after: Some("open"),
        reason: Some(&wanted.reason),
        ..audit::Entry::new(now, by, "child.ask_correction", "person", id.get())
    }
    .write(tx)
    .await?;
    let news = News {
        kind: &letters::CORRECTION_ASKED,
        // An operator there will decide.
        by: wanted.typed.known.municipality_id,
        reason: &wanted.reason,
    };
    letters::tell_guardians(tx, app, id, news, now).await?;
    Ok(())
}
