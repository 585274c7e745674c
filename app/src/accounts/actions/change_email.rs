//! Another address, in force on the link that is sent to it.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::register::{key, tell_of_attempt};
use crate::accounts::letters::{self, Writer};
use crate::accounts::links::{self, Load, Purpose, Standing};
use crate::accounts::permissions::ChangeEmail;
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit::Entry;
use crate::outbox;
use crate::permit::Permit;
use crate::secrets::{Token, hash_of};
use crate::text::{Email, clean_email};

/// Sends the link to the new address. When another account has that address, its holder gets a letter instead, and
/// whoever asks learns nothing.
///
/// # Errors
/// The database refuses.
pub async fn ask_new_email(
    tx: &mut Tx<'_>,
    permit: &Permit<ChangeEmail>,
    new_email: &Email,
    token: &Token,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    let id = permit.on();
    Entry::new(
        now,
        permit.by(),
        "account.ask_new_email",
        "account",
        id.get(),
    )
    .write(tx)
    .await?;
    let account = tx.one::<AccountRow>(store::FIND_ACCOUNT, &[&id]).await?;
    let holder = tx
        .opt::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&new_email.key])
        .await?;
    if let Some(holder) = holder.filter(|holder| holder.id != id) {
        return tell_of_attempt(tx, &holder, writer, now).await;
    }
    tx.exec(
        store::VOID_LINKS,
        &[&id, &Purpose::ChangeEmail.code(), &now],
    )
    .await?;
    let load = Load {
        new_email: Some(new_email.typed.clone()),
        ..Load::default()
    };
    links::make(tx, token, id, Purpose::ChangeEmail, &load, now).await?;
    let letter = writer.email_new(account.lang(), token);
    outbox::queue(
        tx,
        &key("email_new", token),
        Some(id),
        &new_email.typed,
        &letter,
        now,
    )
    .await
}

/// Puts the address of a link in force and tells the old one. The caller forgets the cached sign-ins.
///
/// # Errors
/// The database refuses; inside, why the link does not work: [`Standing::Used`] as well when another account has taken
/// the address meanwhile.
pub async fn confirm_new_email(
    tx: &mut Tx<'_>,
    app: &Shared,
    token: &str,
    now: Timestamp,
) -> Result<Result<AccountId, Standing>, DbError> {
    let used = match links::consume(tx, token, Purpose::ChangeEmail, now).await? {
        Ok(used) => used,
        Err(standing) => return Ok(Err(standing)),
    };
    let id = used.account_id;
    let account = tx.one::<AccountRow>(store::FIND_ACCOUNT, &[&id]).await?;
    let Some(email) = used
        .load
        .new_email
        .and_then(|typed| clean_email(&typed).ok())
    else {
        return Ok(Err(Standing::Unknown));
    };
    if tx
        .exec(store::SET_EMAIL, &[&id, &email.typed, &email.key])
        .await?
        == 0
    {
        return Ok(Err(Standing::Used));
    }
    let hash = hash_of(token);
    let finished: Option<(AccountId, Option<OrganisationId>)> =
        tx.opt(store::FINISH_REPLACEMENT, &[&hash, &now]).await?;
    if finished.is_some() {
        // Staff replaced it: whoever is signed in with the old one is not the holder any more.
        tx.exec(store::END_OTHER_SESSIONS, &[&id, &0_i64, &now])
            .await?;
        tx.exec(store::END_TOKENS, &[&id, &now]).await?;
    }
    // A reset link that went to the old address must not outlive it.
    tx.exec(
        store::VOID_LINKS,
        &[&id, &Purpose::ResetPassword.code(), &now],
    )
    .await?;
    Entry::new(now, id, "account.change_email", "account", id.get())
        .write(tx)
        .await?;
    (app.reactions.after_new_email)(tx, app.clone(), id).await?;
    let own = Writer::new(app);
    let writer = finished.map_or_else(|| own.clone(), |(_, by)| own.of(by));
    let letter = writer.email_old(account.lang(), &email.typed);
    let key = format!("account.email_old:{id}:{}", now.as_microsecond());
    letters::send(tx, &key, &account, &letter, now).await?;
    Ok(Ok(id))
}
