//! Tokens by which programs act as an account, with its roles. Each is shown once and kept as a hash, lives a year at most,
//! and dies with every other sign-in when the password is reset.

use std::sync::Arc;

use database::{Db, DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::permissions::MakeTokens;
use super::sessions::roles_of;
use super::{AccountId, Actor, SessionId, store};
use crate::audit::Entry;
use crate::i18n::Lang;
use crate::permit::Permit;
use crate::random::Random;
use crate::secrets::{Token, hash_of};

database::id! {
    /// A token of an account.
    TokenId;
}

/// How long a token holds.
const LIFE: SignedDuration = SignedDuration::from_hours(24 * 365);
/// Use is noted at most this often.
const NOTED: SignedDuration = SignedDuration::from_mins(10);
/// By which a token that lies somewhere can be told from other secrets.
const PREFIX: &str = "zapis_";
/// The most tokens of an account.
pub const MOST: usize = 20;

/// A token as its holder sees it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub id: TokenId,
    /// What its holder calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When it was used last.
    pub used_at: Option<Timestamp>,
}

database::from_row!(Kept {
    id,
    name,
    created_at,
    expires_at,
    used_at
});

struct Found {
    id: TokenId,
    account_id: AccountId,
    name: String,
    email: String,
    language: String,
    used_at: Option<Timestamp>,
    is_linked: bool,
}

database::from_row!(Found {
    id,
    account_id,
    name,
    email,
    language,
    used_at,
    is_linked
});

/// Who holds this token; nobody when it is unknown, ended, or its account is not active.
///
/// # Errors
/// The database does not answer.
pub async fn find(db: &Db, token: &str, now: Timestamp) -> Result<Option<Arc<Actor>>, DbError> {
    let hash = hash_of(token);
    let read = db.read(move |tx| {
        Box::pin(async move {
            let Some(found) = tx.opt::<Found>(store::FIND_TOKEN, &[&hash, &now]).await? else {
                return Ok(None);
            };
            let roles = roles_of(tx, found.account_id, now).await?;
            Ok::<_, DbError>(Some((found, roles)))
        })
    });
    let Some((found, roles)) = read.await? else {
        return Ok(None);
    };
    let is_noted = |at: Timestamp| now.duration_since(at) <= NOTED;
    if !found.used_at.is_some_and(is_noted) {
        let id = found.id;
        let write = db.write(move |tx| {
            Box::pin(async move { tx.exec(store::NOTE_TOKEN, &[&id, &now]).await })
        });
        if let Err(error) = write.await.map_err(|error: DbError| error) {
            tracing::error!(%error, "that a token is in use can not be noted");
        }
    }
    Ok(Some(Arc::new(Actor {
        account_id: found.account_id,
        // No sign-in: nothing that ends one can end it.
        session_id: SessionId::new(0),
        name: found.name,
        email: found.email,
        lang: Lang::from_code(&found.language).unwrap_or_default(),
        roles,
        is_linked: found.is_linked,
    })))
}

/// The tokens of an account that hold, newest first.
///
/// # Errors
/// The database does not answer.
pub async fn list(tx: &mut Tx<'_>, id: AccountId, now: Timestamp) -> Result<Vec<Kept>, DbError> {
    tx.all(store::LIST_TOKENS, &[&id, &now]).await
}

/// Makes a token of the own account; answers its text, which is not kept.
///
/// # Errors
/// The database refuses.
pub async fn make_own(
    tx: &mut Tx<'_>,
    permit: &Permit<MakeTokens>,
    random: &Random,
    name: &str,
    now: Timestamp,
) -> Result<String, DbError> {
    make(tx, permit.on(), Some(permit.by()), random, name, now).await
}

/// The same for whoever runs the machine, on which everything can be done.
///
/// # Errors
/// The database refuses.
pub async fn make(
    tx: &mut Tx<'_>,
    account: AccountId,
    by: Option<AccountId>,
    random: &Random,
    name: &str,
    now: Timestamp,
) -> Result<String, DbError> {
    let text = format!("{PREFIX}{}", Token::new(random).as_str());
    let ends = now.checked_add(LIFE).unwrap_or(Timestamp::MAX);
    let row: database::Params<'_> = &[&account, &name, &hash_of(&text), &now, &ends];
    let id: TokenId = tx.one(store::INSERT_TOKEN, row).await?;
    Entry {
        after: Some(name),
        ..Entry::new(now, by, "account.make_token", "account", account.get())
    }
    .write(tx)
    .await?;
    tracing::info!(token = id.get(), "a token for programs was made");
    Ok(text)
}

/// Ends a token of the own account; answers whether it was there and in force.
///
/// # Errors
/// The database refuses.
pub async fn end_own(
    tx: &mut Tx<'_>,
    permit: &Permit<MakeTokens>,
    id: TokenId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let ended = tx
        .exec(store::END_TOKEN, &[&id, &permit.on(), &now])
        .await?;
    if ended > 0 {
        Entry::new(
            now,
            permit.by(),
            "account.end_token",
            "account",
            permit.on().get(),
        )
        .write(tx)
        .await?;
    }
    Ok(ended > 0)
}
