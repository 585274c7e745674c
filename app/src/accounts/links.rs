//! Links that are sent by mail: single use, of short life, kept only as hashes (`spec/rules.md`, Account).

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::{AccountId, store};
use crate::secrets::{Token, hash_of};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Makes an account ready: 48 hours.
    Activate,
    /// Sets a new password: 1 hour.
    ResetPassword,
    /// Puts a new address in force: 48 hours.
    ChangeEmail,
}

impl Purpose {
    /// As the database keeps it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::ResetPassword => "reset_password",
            Self::ChangeEmail => "change_email",
        }
    }

    fn lifetime(self) -> SignedDuration {
        match self {
            Self::Activate | Self::ChangeEmail => SignedDuration::from_hours(48),
            Self::ResetPassword => SignedDuration::from_hours(1),
        }
    }
}

/// Where a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It works.
    Good,
    /// It was used, or another one made it useless.
    Used,
    /// Its time is over.
    Expired,
    /// There is none like it; the address may have been cut.
    Unknown,
}

/// What a link carries besides its account.
#[derive(Clone, Debug, Default)]
pub struct Load {
    /// The address that comes into force.
    pub new_email: Option<String>,
    /// The password of the registration that the link was sent for.
    pub password_hash: Option<String>,
    /// What else was typed then, for the room of people to read.
    pub registration: Option<String>,
}

/// A link that was just used.
#[derive(Debug)]
pub struct Used {
    /// Whose link it was.
    pub account_id: AccountId,
    /// What it carried.
    pub load: Load,
}

/// Makes a link; the token goes into the letter and nowhere else.
pub(super) async fn make(
    tx: &mut Tx<'_>,
    token: &Token,
    account_id: AccountId,
    purpose: Purpose,
    load: &Load,
    now: Timestamp,
) -> Result<(), DbError> {
    let until = now.checked_add(purpose.lifetime()).unwrap_or(now);
    tx.exec(
        store::INSERT_LINK,
        &[
            &token.hash(),
            &account_id,
            &purpose.code(),
            &load.new_email,
            &load.password_hash,
            &load.registration,
            &now,
            &until,
        ],
    )
    .await?;
    Ok(())
}

/// Where a link stands, without using it: mail programs open links before people do.
///
/// # Errors
/// The database does not answer.
pub async fn look(
    tx: &mut Tx<'_>,
    token: &str,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Standing, DbError> {
    type Times = (Timestamp, Option<Timestamp>);
    let found = tx
        .opt::<Times>(store::FIND_LINK, &[&hash_of(token), &purpose.code()])
        .await?;
    Ok(match found {
        None => Standing::Unknown,
        Some((_, Some(_))) => Standing::Used,
        Some((until, None)) if until <= now => Standing::Expired,
        Some(_) => Standing::Good,
    })
}

/// Whether an activation brings no password of its own, so that whoever uses it has to choose one.
///
/// # Errors
/// The database does not answer.
pub async fn asks_for_password(tx: &mut Tx<'_>, token: &str) -> Result<bool, DbError> {
    let count: i64 = tx
        .one(store::COUNT_WITHOUT_PASSWORD, &[&hash_of(token)])
        .await?;
    Ok(count > 0)
}

/// Uses a link, once; of two at the same moment one is told that it was used.
pub(super) async fn consume(
    tx: &mut Tx<'_>,
    token: &str,
    purpose: Purpose,
    now: Timestamp,
) -> Result<Result<Used, Standing>, DbError> {
    type Row = (AccountId, Option<String>, Option<String>, Option<String>);
    let hash = hash_of(token);
    if let Some((account_id, new_email, password_hash, registration)) = tx
        .opt::<Row>(store::USE_LINK, &[&hash, &purpose.code(), &now])
        .await?
    {
        tx.exec(store::VOID_LINKS, &[&account_id, &purpose.code(), &now])
            .await?;
        let load = Load {
            new_email,
            password_hash,
            registration,
        };
        return Ok(Ok(Used { account_id, load }));
    }
    Ok(Err(match look(tx, token, purpose, now).await? {
        Standing::Good => Standing::Used,
        other => other,
    }))
}
