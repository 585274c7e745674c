//! Staff replaces the address of somebody who can not get at it any more, after seeing an identity document (B4).

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::register::{key, tell_of_attempt};
use crate::accounts::letters::{self, Writer};
use crate::accounts::links::{self, Load, Purpose};
use crate::accounts::permissions::ReplaceEmail;
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountId, OrganisationId};
use crate::audit::Entry;
use crate::outbox;
use crate::permit::Permit;
use crate::secrets::{Token, hash_of};
use crate::text::Email;

/// The same wish within this time is one, however often its form is sent; later the letter is sent anew.
const SAME_WISH: SignedDuration = SignedDuration::from_mins(10);

/// What staff writes down about a replacement.
#[derive(Clone, Debug)]
pub struct Replacement {
    /// The new address.
    pub email: Email,
    /// Kind of the identity document that was seen.
    pub document: &'static str,
    /// Why.
    pub reason: String,
    /// Which organisation acts; none is the installation.
    pub by: Option<OrganisationId>,
}

/// Whether an account has roles.
///
/// # Errors
/// The database does not answer.
pub async fn has_roles(
    tx: &mut Tx<'_>,
    account: AccountId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let count: i64 = tx.one(store::COUNT_ROLES, &[&account, &now]).await?;
    Ok(count > 0)
}

/// Sends the link to the new address and tells the old one. The new address is in force, and every sign-in ends, when the
/// link is used. When another account has the address, its holder gets a letter instead. A form that is sent several times,
/// also at the same moment, counts once.
///
/// # Errors
/// The database refuses.
pub async fn replace_email(
    tx: &mut Tx<'_>,
    permit: &Permit<ReplaceEmail>,
    new: &Replacement,
    (token, writer): (&Token, &Writer),
    now: Timestamp,
) -> Result<(), DbError> {
    let (by, id) = (permit.by(), permit.on());
    if !keep(tx, (id, by), new, token, now).await? {
        return Ok(());
    }
    Entry {
        organisation_id: new.by,
        after: Some(new.document),
        reason: Some(&new.reason),
        ..Entry::new(now, by, "account.replace_email", "account", id.get())
    }
    .write(tx)
    .await?;
    let account = tx.one::<AccountRow>(store::FIND_ACCOUNT, &[&id]).await?;
    let desk = writer.of(new.by);
    let letter = desk.email_replaced(account.lang(), &new.email.typed);
    letters::send(tx, &key("email_replaced", token), &account, &letter, now).await?;
    let holder = tx
        .opt::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&new.email.key])
        .await?;
    if let Some(holder) = holder.filter(|holder| holder.id != id) {
        return tell_of_attempt(tx, &holder, writer, now).await;
    }
    let purpose = Purpose::ChangeEmail;
    tx.exec(store::VOID_LINKS, &[&id, &purpose.code(), &now])
        .await?;
    let load = Load {
        new_email: Some(new.email.typed.clone()),
        ..Load::default()
    };
    links::make(tx, token, id, purpose, &load, now).await?;
    let letter = desk.email_new(account.lang(), token);
    let key = key("email_new", token);
    outbox::queue(tx, &key, Some(id), &new.email.typed, &letter, now).await
}

/// Notes what is wanted; false when the same waits already.
async fn keep(
    tx: &mut Tx<'_>,
    (id, by): (AccountId, AccountId),
    new: &Replacement,
    token: &Token,
    now: Timestamp,
) -> Result<bool, DbError> {
    let wish = format!("{}\0{}\0{}", new.email.key, new.document, new.reason);
    let wish = hash_of(&wish);
    let before = now.checked_sub(SAME_WISH).unwrap_or(Timestamp::MIN);
    let row: database::Params<'_> = &[&id, &wish, &before, &now];
    tx.exec(store::SUPERSEDE_REPLACEMENT, row).await?;
    let row: database::Params<'_> = &[
        &token.hash(),
        &id,
        &by,
        &now,
        &new.document,
        &new.reason,
        &wish,
        &new.by,
    ];
    Ok(tx.exec(store::INSERT_REPLACEMENT, row).await? > 0)
}
