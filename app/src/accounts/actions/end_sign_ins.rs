//! The end of sign-ins. Rows stay until they are purged, since a form that was being typed still looks for its owner.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::permissions::EndSignIns;
use crate::accounts::{SessionId, store};
use crate::audit::Entry;
use crate::permit::Permit;

/// Ends the sign-in in use.
///
/// # Errors
/// The database refuses.
pub async fn sign_out(
    tx: &mut Tx<'_>,
    permit: &Permit<EndSignIns>,
    session: SessionId,
    now: Timestamp,
) -> Result<(), DbError> {
    end_one(tx, permit, session, now).await.map(drop)
}

/// Ends one sign-in of the account; answers whether it was there and in force. One of another account is not found.
///
/// # Errors
/// The database refuses.
pub async fn end_one(
    tx: &mut Tx<'_>,
    permit: &Permit<EndSignIns>,
    session: SessionId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let ended = tx
        .exec(store::END_SESSION, &[&session, &permit.on(), &now])
        .await?;
    if ended > 0 {
        Entry::new(
            now,
            permit.by(),
            "account.sign_out",
            "session",
            session.get(),
        )
        .write(tx)
        .await?;
    }
    Ok(ended > 0)
}

/// Ends every sign-in of the account, the one in use as well, and its tokens.
///
/// # Errors
/// The database refuses.
pub async fn end_all(
    tx: &mut Tx<'_>,
    permit: &Permit<EndSignIns>,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.exec(store::END_OTHER_SESSIONS, &[&permit.on(), &0_i64, &now])
        .await?;
    tx.exec(store::END_TOKENS, &[&permit.on(), &now]).await?;
    Entry::new(
        now,
        permit.by(),
        "account.sign_out_everywhere",
        "account",
        permit.on().get(),
    )
    .write(tx)
    .await
}
