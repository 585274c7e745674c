//! At 18 the record is the person's alone, once there is a sign-in of their own: until then their guardians keep it, so that it
//! never belongs to nobody. Looked at every hour; who has come of age since the last time is dealt with once.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::letters;
use super::teen_store::{self as store, Link, LinkState};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::clock::zone;
use crate::people::PersonId;
use crate::people::fields::{OF_AGE, latest_birth};

/// Takes the guardians off the records of those who are 18 now, where the installation stands, and have a linked sign-in: they
/// have the record by the same account. Both sides get a letter, and what was stays written. Answers how many there were.
///
/// # Errors
/// The database refuses; the next time tries again.
pub async fn come_of_age(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let latest = latest_birth(OF_AGE, now.to_zoned(zone()).date());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(store::LIST_GROWN, &[&latest]).await }));
    let grown: Vec<PersonId> = read.await.map_err(|error: DbError| error)?;
    for id in &grown {
        let (own, id) = (app.clone(), *id);
        let write = app.db.write_retrying(move |tx| {
            let own = own.clone();
            Box::pin(async move { give_record(tx, &own, id, now).await })
        });
        if let Some(account) = write.await? {
            app.sessions.forget(account);
        }
    }
    if !grown.is_empty() {
        app.outbox.wake();
    }
    Ok(grown.len())
}

/// Answers whose record it is now, where somebody signed in to it.
async fn give_record(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: PersonId,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    letters::tell_guardians(tx, app, id, &letters::OF_AGE, now).await?;
    let ended = tx.exec(store::END_GUARDIANSHIPS, &[&id, &now]).await?;
    let link: Option<Link> = tx.opt(store::FIND_OF_PERSON, &[&id]).await?;
    if ended == 0 && link.is_none() {
        // Another node was faster.
        return Ok(None);
    }
    let mut account = None;
    if let Some(link) = link {
        let grown = LinkState::Grown;
        let nobody: Option<AccountId> = None;
        tx.exec(store::END_LINK, &[&link.id, &grown, &now, &nobody])
            .await?;
        account = link.account_id;
        tx.exec(store::GIVE_RECORD, &[&id, &account, &now]).await?;
        letters::tell_teenager(tx, app, (&link, true), now).await?;
    }
    audit::Entry {
        after: Some(if account.is_some() { "own" } else { "nobody" }),
        ..audit::Entry::new(now, None, "teenager.of_age", "person", id.get())
    }
    .write(tx)
    .await?;
    (app.reactions.after_coming_of_age)(tx, app.clone(), id, now).await?;
    Ok(account)
}
