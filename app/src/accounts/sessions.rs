//! Sign-ins: a random token in a cookie, its hash in the database, and a cache of seconds before it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use data_encoding::BASE64URL_NOPAD;
use database::{Db, DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::store::{self, RoleRow, SessionRow};
use super::{AccountId, Actor, Role, RoleKind};
use crate::i18n::Lang;
use crate::random::Random;
use crate::secrets::{Token, TokenHash, hash_of, mac};

/// A sign-in ends when it was not used for this long.
pub const IDLE: SignedDuration = SignedDuration::from_hours(24 * 14);
/// How long an answer of the database is believed; a sign-in ended on another node lives this much longer.
const BELIEVED: SignedDuration = SignedDuration::from_secs(5);
/// Use is noted at most this often.
const NOTED: SignedDuration = SignedDuration::from_mins(10);
const MOST_CACHED: usize = 50_000;

#[derive(Debug)]
struct Known {
    actor: Arc<Actor>,
    believed_until: Timestamp,
}

/// Sign-ins of the installation.
#[derive(Debug)]
pub struct Sessions {
    csrf_key: [u8; 32],
    known: Mutex<HashMap<TokenHash, Known>>,
}

impl Sessions {
    /// `csrf_key` binds forms to sign-ins.
    pub fn new(csrf_key: [u8; 32]) -> Self {
        Self {
            csrf_key,
            known: Mutex::default(),
        }
    }

    fn known(&self) -> MutexGuard<'_, HashMap<TokenHash, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The token that a form must bring back, for the browser with this session token or visitor's cookie.
    pub fn csrf_token(&self, browser: &str) -> String {
        BASE64URL_NOPAD.encode(&mac(&self.csrf_key, browser.as_bytes()))
    }

    /// Who holds this token; nobody when it is unknown, ended, or its account is not active.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn find(
        &self,
        db: &Db,
        token: &str,
        now: Timestamp,
    ) -> Result<Option<Arc<Actor>>, DbError> {
        let hash = hash_of(token);
        if let Some(known) = self.known().get(&hash)
            && known.believed_until > now
        {
            return Ok(Some(known.actor.clone()));
        }
        let wanted = hash.clone();
        let found = db
            .read(move |tx| Box::pin(async move { load(tx, &wanted, now).await }))
            .await?;
        let Some((actor, seen_at)) = found else {
            self.known().remove(&hash);
            return Ok(None);
        };
        if now.duration_since(seen_at) > NOTED {
            let id = actor.session_id;
            let until = now.checked_add(IDLE).unwrap_or(Timestamp::MAX);
            let touch = db.write(move |tx| {
                Box::pin(async move { tx.exec(store::TOUCH_SESSION, &[&id, &now, &until]).await })
            });
            // Whoever only reads can go on while nothing can be written.
            if let Err(error) = touch.await {
                tracing::error!(%error, "that a sign-in is in use can not be noted");
            }
        }
        let actor = Arc::new(actor);
        let mut known = self.known();
        if known.len() >= MOST_CACHED {
            known.retain(|_, entry| entry.believed_until > now);
        }
        let believed_until = now.checked_add(BELIEVED).unwrap_or(now);
        known.insert(
            hash,
            Known {
                actor: actor.clone(),
                believed_until,
            },
        );
        Ok(Some(actor))
    }

    /// Forgets what is cached of an account; called after every change of its sign-ins, name, language or roles.
    pub fn forget(&self, account_id: AccountId) {
        self.known()
            .retain(|_, entry| entry.actor.account_id != account_id);
    }
}

async fn load(
    tx: &mut Tx<'_>,
    hash: &TokenHash,
    now: Timestamp,
) -> Result<Option<(Actor, Timestamp)>, DbError> {
    let Some(row) = tx
        .opt::<SessionRow>(store::FIND_SESSION, &[hash, &now])
        .await?
    else {
        return Ok(None);
    };
    let roles = roles_of(tx, row.account_id, now).await?;
    let actor = Actor {
        account_id: row.account_id,
        session_id: row.id,
        name: row.name,
        email: row.email,
        lang: Lang::from_code(&row.language).unwrap_or_default(),
        roles,
        is_linked: row.is_linked,
    };
    Ok(Some((actor, row.seen_at)))
}

/// The roles of an account that hold at an instant.
///
/// # Errors
/// The database does not answer.
pub async fn roles_of(
    tx: &mut Tx<'_>,
    id: AccountId,
    now: Timestamp,
) -> Result<Arc<[Role]>, DbError> {
    let rows = tx.all::<RoleRow>(store::FIND_ROLES, &[&id, &now]).await?;
    let roles = rows.into_iter().filter_map(|role| {
        Some(Role {
            kind: RoleKind::from_code(&role.role)?,
            branch: role.organisation_id,
        })
    });
    Ok(roles.collect())
}

/// Begins a sign-in inside a transaction; the token goes into the cookie.
///
/// # Errors
/// The database refuses.
pub async fn begin(
    tx: &mut Tx<'_>,
    random: &Random,
    account_id: AccountId,
    device: &str,
    network: &str,
    now: Timestamp,
) -> Result<Token, DbError> {
    let token = Token::new(random);
    let until = now.checked_add(IDLE).unwrap_or(Timestamp::MAX);
    tx.exec(
        store::INSERT_SESSION,
        &[&token.hash(), &account_id, &device, &network, &now, &until],
    )
    .await?;
    Ok(token)
}
