//! Inviting, accepting, what the teenager may do, and the end: one transaction each.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::permissions::KeepLink;
use super::teen_store::{self as store, Link, LinkState};
use super::{letters, link_of_account};
use crate::accounts::actions::open_by_letter;
use crate::accounts::store::{END_OTHER_SESSIONS, END_TOKENS};
use crate::accounts::{AccountId, NewAccount};
use crate::app::Shared;
use crate::audit;
use crate::clock::zone;
use crate::families::letters::Guardian;
use crate::families::store as families;
use crate::families::types::Child;
use crate::i18n::Lang;
use crate::people::PersonId;
use crate::people::fields::may_sign_in;
use crate::permit::Permit;
use crate::secrets::{Token, hash_of};
use crate::text::Email;

/// An invitation holds for so long.
const HOLDS: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Why nobody was invited.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// The teenager signs in already.
    #[error("there is a linked sign-in")]
    Linked,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Invites a teenager to a linked sign-in at an address of the own; an earlier invitation ends. Whether the address is known
/// here, whoever invites does not learn.
///
/// # Errors
/// [`InviteError`].
pub async fn invite(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepLink>,
    (email, lang): (&Email, Lang),
    token: &Token,
    now: Timestamp,
) -> Result<(), InviteError> {
    let (id, by) = (permit.on(), permit.by());
    let before: Option<Link> = tx.opt(store::FIND_OF_PERSON, &[&id]).await?;
    if let Some(link) = before {
        if link.state == LinkState::Linked {
            return Err(InviteError::Linked);
        }
        let ended = LinkState::Ended;
        tx.exec(store::END_LINK, &[&link.id, &ended, &now, &Some(by)])
            .await?;
    }
    let until = now.checked_add(HOLDS).unwrap_or(now);
    let hash = token.hash();
    let row: database::Params<'_> = &[&id, &email.typed, &email.key, &hash, &by, &now, &until];
    if tx.exec(store::INSERT_INVITATION, row).await? == 0 {
        return Err(InviteError::Linked);
    }
    note(tx, (by, id), "teenager.invite", "invited", now).await?;
    letters::send_invitation(tx, app, (id, &email.typed), (token, lang), now).await?;
    Ok(())
}

async fn note(
    tx: &mut Tx<'_>,
    (by, id): (AccountId, PersonId),
    action: &'static str,
    after: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry {
        after: Some(after),
        ..audit::Entry::new(now, by, action, "person", id.get())
    }
    .write(tx)
    .await
}

/// Why an invitation was not accepted.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// It was used, or has ended, or its time is over.
    #[error("the invitation does not hold")]
    Over,
    /// The address belongs to an account with a person of its own.
    #[error("the address has an account of its own")]
    OwnAccount,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Accepts an invitation: an account for its address with this password, linked to the record. Guardians are told.
///
/// # Errors
/// [`AcceptError`]; nothing was done then.
pub async fn take_invitation(
    tx: &mut Tx<'_>,
    app: &Shared,
    token: &str,
    (password_hash, lang): (String, Lang),
    now: Timestamp,
) -> Result<AccountId, AcceptError> {
    let link: Option<Link> = tx.opt(store::FIND_BY_TOKEN, &[&hash_of(token)]).await?;
    let link = link.filter(|link| link.state == LinkState::Invited && link.expires_at > now);
    let link = link.ok_or(AcceptError::Over)?;
    let child: Child = tx.one(families::FIND_CHILD, &[&link.person_id]).await?;
    let today = now.to_zoned(zone()).date();
    if !may_sign_in(today, child.known.born_on) {
        return Err(AcceptError::Over);
    }
    let new = NewAccount {
        email: link.email.clone(),
        email_key: link.email_key.clone(),
        password_hash,
        name: child.known.name(),
        lang,
    };
    let account = open_by_letter(tx, &new, now).await?;
    let account = account.ok_or(AcceptError::OwnAccount)?;
    if tx.exec(store::ACCEPT, &[&link.id, &account, &now]).await? == 0 {
        return Err(AcceptError::Over);
    }
    let by = (account, link.person_id);
    note(tx, by, "teenager.link", "linked", now).await?;
    letters::tell_guardians(tx, app, link.person_id, &letters::LINKED, now).await?;
    Ok(account)
}

async fn kept(tx: &mut Tx<'_>, permit: &Permit<KeepLink>) -> Result<Link, DbError> {
    tx.one(store::FIND_OF_PERSON, &[&permit.on()]).await
}

/// Says whether the teenager submits applications too; said twice, it is done once.
///
/// # Errors
/// [`DbError::NotFound`] when there is no linked sign-in.
pub async fn set_may_submit(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepLink>,
    may_submit: bool,
    now: Timestamp,
) -> Result<(), DbError> {
    let link = kept(tx, permit).await?;
    if tx
        .exec(store::SET_MAY_SUBMIT, &[&link.id, &may_submit])
        .await?
        == 0
    {
        return Ok(());
    }
    let word = |may: bool| if may { "submits" } else { "prepares" };
    audit::Entry {
        before: Some(word(!may_submit)),
        after: Some(word(may_submit)),
        ..audit::Entry::new(
            now,
            permit.by(),
            "teenager.switch",
            "person",
            permit.on().get(),
        )
    }
    .write(tx)
    .await
}

/// Ends a linked sign-in, or an invitation; the teenager is told. Answers whose sign-ins are to be forgotten.
///
/// # Errors
/// [`DbError::NotFound`] when there is none.
pub async fn end_link(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepLink>,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    let (by, link) = (permit.by(), kept(tx, permit).await?);
    let ended = LinkState::Ended;
    tx.exec(store::END_LINK, &[&link.id, &ended, &now, &Some(by)])
        .await?;
    if let Some(account) = link.account_id {
        tx.exec(END_OTHER_SESSIONS, &[&account, &0_i64, &now])
            .await?;
        tx.exec(END_TOKENS, &[&account, &now]).await?;
    }
    note(tx, (by, permit.on()), "teenager.end", "ended", now).await?;
    letters::tell_teenager(tx, app, (&link, false), now).await?;
    Ok(link.account_id)
}

/// Two records are one person: where a teenager's own account had one of them and a parent holds the one that is kept, the
/// account is linked to it.
///
/// # Errors
/// The database refuses.
pub async fn after_join(
    tx: &mut Tx<'_>,
    (from, into, by): (PersonId, PersonId, AccountId),
    now: Timestamp,
) -> Result<(), DbError> {
    let guardians: Vec<Guardian> = tx.all(families::LIST_GUARDIANS, &[&into]).await?;
    let Some(first) = guardians.first() else {
        return Ok(());
    };
    for person in [from, into] {
        let found: Option<AccountId> = tx.opt(store::FIND_ACCOUNT_OF_PERSON, &[&person]).await?;
        let Some(account) = found else {
            continue;
        };
        tx.exec(store::TAKE_ACCOUNT_OFF, &[&person, &account])
            .await?;
        // No link was sent: what stands for one can not be found.
        let none = hash_of(&format!("joined {from} {into} {account}"));
        let row: database::Params<'_> = &[&into, &account, &first.account_id, &now, &none];
        tx.exec(store::LINK_OWN_ACCOUNT, row).await?;
        if link_of_account(tx, account).await?.is_some() {
            note(tx, (by, into), "teenager.link", "linked", now).await?;
        }
    }
    Ok(())
}
