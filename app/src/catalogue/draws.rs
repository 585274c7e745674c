//! Groups whose places are drawn: the secret that a group is held to before anybody can apply. It follows from the root key
//! and a nonce, so that whoever reads the database alone does not know it.

use data_encoding::HEXLOWER;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::draw_store::{self as store, Draw};
use super::{Allocation, GroupId};
use crate::app::App;
use crate::secrets::mac;

/// Commits a group to its secret when its places are drawn; once is for ever.
///
/// # Errors
/// The database refuses.
pub async fn commit(
    tx: &mut Tx<'_>,
    app: &App,
    id: GroupId,
    allocation: Allocation,
    now: Timestamp,
) -> Result<(), DbError> {
    if allocation == Allocation::FirstCome {
        return Ok(());
    }
    let nonce = HEXLOWER.encode(&app.random.bytes::<16>());
    let commitment = allocation::commitment(&secret(app, id, &nonce));
    tx.exec(store::INSERT_DRAW, &[&id, &nonce, &commitment, &now])
        .await
        .map(drop)
}

/// The secret of a group that is committed.
///
/// # Errors
/// The root key is another one than at the time of the commitment, so that the draw can not be carried out as promised.
pub fn secret_of(app: &App, draw: &Draw) -> Result<String, DbError> {
    let secret = secret(app, draw.group_id, &draw.nonce);
    if allocation::commitment(&secret) == draw.commitment {
        return Ok(secret);
    }
    Err(DbError::Other(format!(
        "group {} was committed to a secret of another root key",
        draw.group_id
    )))
}

fn secret(app: &App, id: GroupId, nonce: &str) -> String {
    let key = app.key.derive("draws");
    HEXLOWER.encode(&mac(&key, format!("{id}:{nonce}").as_bytes()))
}
