//! Two guardians of one child: the second asks, the first agrees or not (`spec/rules.md`, Person).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::fields::Typed;
use crate::families::identity::{self, Found};
use crate::families::permissions::{DecideGuardian, EnterChild};
use crate::families::types::GuardianshipState;
use crate::families::{hashes, letters, store, turn};
use crate::people::PersonId;
use crate::permit::Permit;

/// So many may wait for an answer about one child.
const MOST_ASKING: i64 = 5;

/// Asks those who hold the child of these data to let the asker act for it as well. Nothing is answered: not even whether
/// there is such a child.
///
/// # Errors
/// The database refuses.
pub async fn ask_to_share(
    app: &Shared,
    permit: &Permit<EnterChild>,
    typed: &Typed,
    now: Timestamp,
) -> Result<(), DbError> {
    let (by, own, typed) = (permit.by(), app.clone(), typed.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, typed) = (own.clone(), typed.clone());
        Box::pin(async move {
            let sought = identity::prepare(tx, &own, by, &typed).await?;
            match identity::look(tx, &own, &sought).await? {
                Found::Here(child) => ask(tx, &own, (child, by), now).await,
                _ => Ok::<_, DbError>(()),
            }
        })
    });
    work.await?;
    app.outbox.wake();
    Ok(())
}

async fn ask(
    tx: &mut Tx<'_>,
    app: &Shared,
    (child, by): (PersonId, AccountId),
    now: Timestamp,
) -> Result<(), DbError> {
    let asking: i64 = tx.one(store::COUNT_ASKING, &[&child]).await?;
    let row: database::Params<'_> = &[&child, &by, &now];
    if asking >= MOST_ASKING || tx.exec(store::ASK_TO_SHARE, row).await? == 0 {
        // Asked or decided before, or the child is theirs.
        return Ok(());
    }
    audit::Entry {
        after: Some(GuardianshipState::Asked.code()),
        ..audit::Entry::new(now, by, "guardian.ask", "person", child.get())
    }
    .write(tx)
    .await?;
    letters::tell_guardians(tx, app, child, &letters::SHARE_ASKED, now).await
}

/// Lets a second guardian in, or not; whoever asked is told.
///
/// # Errors
/// [`DbError::NotFound`] when no such account asks.
pub async fn decide_guardian(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<DecideGuardian>,
    (asker, lets_in): (AccountId, bool),
    now: Timestamp,
) -> Result<(), DbError> {
    let (child, by) = (permit.on(), permit.by());
    let (state, kind) = if lets_in {
        (GuardianshipState::Holds, &letters::SHARED)
    } else {
        (GuardianshipState::Refused, &letters::NOT_SHARED)
    };
    let row: database::Params<'_> = &[&child, &asker, &state, &now, &by];
    if tx.exec(store::DECIDE_GUARDIAN, row).await? == 0 {
        return Err(DbError::NotFound);
    }
    if lets_in {
        // Whoever does not know the key would leave its documents out.
        turn::know_key_in_force(tx, app).await?;
        hashes::renew(tx, app, child).await?;
    }
    audit::Entry {
        before: Some(GuardianshipState::Asked.code()),
        after: Some(state.code()),
        ..audit::Entry::new(now, by, "guardian.decide", "person", child.get())
    }
    .write(tx)
    .await?;
    letters::tell_one(tx, app, (child, asker), kind, now).await
}
