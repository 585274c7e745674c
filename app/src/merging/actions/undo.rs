//! Taking a merge apart, for thirty days.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::accounts::save;
use super::guardians;
use super::people::json;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::hashes;
use crate::families::staff::actions::take_over;
use crate::families::store as families;
use crate::families::turn;
use crate::families::types::Child;
use crate::merging::letters;
use crate::merging::permissions::UndoMerge;
use crate::merging::references_store::{MOVING, Of};
use crate::merging::store::{self, Holder, Merge};
use crate::merging::types::{Before, MergeState};
use crate::people::{self, PersonId};
use crate::permit::Permit;

/// So long a merge can be taken apart.
const UNDOABLE: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Whether a merge that was done then can be taken apart now.
pub fn is_in_time(merge: &Merge, now: Timestamp) -> bool {
    let done = merge.decided_at.filter(|_| merge.state == MergeState::Done);
    let until = done.and_then(|done| done.checked_add(UNDOABLE).ok());
    until.is_some_and(|until| now <= until)
}

/// Why nothing was taken apart.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UndoError {
    /// The thirty days are over.
    #[error("the time is over")]
    TooLate,
    /// One of the sides was merged again since; that is taken apart first.
    #[error("it was merged again")]
    MergedAgain,
    /// The kept record has the name and date of birth of the other one now.
    #[error("the kept record has the data of the other one")]
    SameData,
    /// Somebody else has done it, or one of the sides is not in use any more.
    #[error("it was changed meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Takes a merge apart: what moved goes back as far as it is still where it was moved to. Cancelled applications stay
/// cancelled, since their places were given on.
///
/// # Errors
/// [`UndoError`]; nothing was done then.
pub async fn undo(
    app: &Shared,
    permit: &Permit<UndoMerge>,
    reason: &str,
    now: Timestamp,
) -> Result<(), UndoError> {
    let (by, id, own) = (permit.by(), permit.on(), app.clone());
    let reason = reason.to_owned();
    let work = turn::in_turn(app, move |tx| {
        let (own, reason) = (own.clone(), reason.clone());
        Box::pin(async move {
            let merge: Merge = tx.one(store::FIND_MERGE, &[&id]).await?;
            attempt(tx, &own, (&merge, by), &reason, now).await
        })
    });
    work.await?;
    app.catalogue.refresh(&app.db, now).await?;
    app.outbox.wake();
    Ok(())
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    (merge, by): (&Merge, AccountId),
    reason: &str,
    now: Timestamp,
) -> Result<(), UndoError> {
    if merge.state != MergeState::Done {
        return Err(UndoError::Meanwhile);
    }
    if !is_in_time(merge, now) {
        return Err(UndoError::TooLate);
    }
    let sides: database::Params<'_> = &[
        &merge.id,
        &merge.gone_account_id,
        &merge.kept_account_id,
        &merge.gone_person_id,
        &merge.kept_person_id,
    ];
    let later: i64 = tx.one(store::COUNT_LATER, sides).await?;
    if later > 0 {
        return Err(UndoError::MergedAgain);
    }
    if tx.exec(store::UNDO, &[&merge.id, &now, &by]).await? == 0 {
        return Err(UndoError::Meanwhile);
    }
    let before: Before = serde_json::from_str(&merge.known_before).map_err(json)?;
    guardians::give_back(tx, merge.id, by, now).await?;
    if let Some(pair) = merge.gone_account_id.zip(merge.kept_account_id) {
        part_accounts(tx, app, (merge, pair), &before, reason, now).await?;
    }
    if let Some(pair) = merge.gone_person_id.zip(merge.kept_person_id) {
        part_people(tx, app, (merge, pair), (&before, by, reason), now).await?;
    }
    let subjects = [
        ("account", merge.gone_account_id.map(AccountId::get)),
        ("account", merge.kept_account_id.map(AccountId::get)),
        ("person", merge.gone_person_id.map(PersonId::get)),
        ("person", merge.kept_person_id.map(PersonId::get)),
    ];
    for (kind, id) in subjects {
        if let Some(id) = id {
            audit::Entry {
                before: Some("merged"),
                after: Some("apart"),
                reason: Some(reason),
                ..audit::Entry::new(now, by, "merge.undo", kind, id)
            }
            .write(tx)
            .await?;
        }
    }
    crate::catalogue::touch(tx).await?;
    Ok(())
}

async fn give_back(
    tx: &mut Tx<'_>,
    merge: &Merge,
    of: Of,
    (gone, kept): (i64, i64),
) -> Result<(), DbError> {
    for reference in MOVING.iter().rev().filter(|one| one.of == of) {
        tx.exec(reference.give_back, &[&merge.id, &gone, &kept])
            .await?;
    }
    Ok(())
}

async fn part_accounts(
    tx: &mut Tx<'_>,
    app: &Shared,
    (merge, (gone, kept)): (&Merge, (AccountId, AccountId)),
    before: &Before,
    reason: &str,
    now: Timestamp,
) -> Result<(), UndoError> {
    if tx.exec(store::PART_ACCOUNT, &[&gone, &kept]).await? == 0 {
        return Err(UndoError::Meanwhile);
    }
    if let Some((was, became)) = &before.details {
        let person = people::find_by_account(tx, kept).await?;
        // What the holder has changed since is theirs.
        if person.is_some_and(|person| person.details == *became) {
            save(tx, kept, was, now).await?;
        }
    }
    give_back(tx, merge, Of::Accounts, (gone.get(), kept.get())).await?;
    for account in [gone, kept] {
        hashes::forget_forms_of(tx, account).await?;
    }
    let gone: Holder = tx.one(store::FIND_ACCOUNT_BY_ID, &[&gone]).await?;
    let kept: Holder = tx.one(store::FIND_ACCOUNT_BY_ID, &[&kept]).await?;
    let kind = (merge.id, &letters::PARTED);
    letters::tell(tx, app, kind, (&gone, &kept, reason), now).await?;
    letters::tell(tx, app, kind, (&kept, &gone, reason), now).await?;
    Ok(())
}

async fn part_people(
    tx: &mut Tx<'_>,
    app: &Shared,
    (merge, (gone, kept)): (&Merge, (PersonId, PersonId)),
    (before, by, reason): (&Before, AccountId, &str),
    now: Timestamp,
) -> Result<(), UndoError> {
    if let Some((was, became)) = &before.known {
        let child: Child = tx.one(families::FIND_CHILD, &[&kept]).await?;
        if child.known == *became {
            take_over(tx, app, (by, kept), (was, reason), now).await?;
        }
    }
    let state = before.gone_state.as_deref().unwrap_or("unconfirmed");
    let row: database::Params<'_> = &[&gone, &kept, &state, &now];
    if tx.exec(store::PART_PERSON, row).await? == 0 {
        return Err(UndoError::Meanwhile);
    }
    own_key_again(tx, gone).await?;
    tx.exec(store::GIVE_HOLDERS_BACK, &[&merge.id]).await?;
    give_back(tx, merge, Of::People, (gone.get(), kept.get())).await?;
    tx.exec(store::OPEN_CASES, &[&merge.id]).await?;
    tx.exec(store::OPEN_CASE_BETWEEN, &[&gone, &kept]).await?;
    let is_child: Option<String> = tx.opt(store::FIND_KEY, &[&gone]).await?;
    if is_child.is_some() {
        hashes::renew(tx, app, gone).await?;
        hashes::renew(tx, app, kept).await?;
    }
    Ok(())
}

/// A record whose key the kept one had taken over has it back.
async fn own_key_again(tx: &mut Tx<'_>, gone: PersonId) -> Result<(), UndoError> {
    let key: Option<String> = tx.opt(store::FIND_KEY, &[&gone]).await?;
    let released = format!("#joined{gone}");
    let Some(own) = key.as_deref().and_then(|key| key.strip_suffix(&released)) else {
        return Ok(());
    };
    let taken: i64 = tx.one(store::COUNT_WITH_KEY, &[&own, &gone]).await?;
    if taken > 0 {
        return Err(UndoError::SameData);
    }
    tx.exec(store::SET_KEY, &[&gone, &own]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merging::types::MergeId;

    fn merge(state: MergeState, decided_at: Option<Timestamp>) -> Merge {
        Merge {
            id: MergeId::new(1),
            gone_account_id: None,
            kept_account_id: None,
            gone_person_id: None,
            kept_person_id: None,
            state,
            chosen: String::new(),
            known_before: String::new(),
            reason: String::new(),
            organisation_id: None,
            opened_at: Timestamp::UNIX_EPOCH,
            opened_by: AccountId::new(1),
            decided_at,
            undone_at: None,
        }
    }

    #[test]
    fn a_merge_can_be_taken_apart_for_thirty_days() {
        let then = Timestamp::UNIX_EPOCH;
        let last = then.checked_add(UNDOABLE).unwrap_or(then);
        let after = last
            .checked_add(SignedDuration::from_secs(1))
            .unwrap_or(then);
        let done = merge(MergeState::Done, Some(then));
        assert!(is_in_time(&done, then) && is_in_time(&done, last));
        assert!(!is_in_time(&done, after));
        for state in [MergeState::Asked, MergeState::Declined, MergeState::Undone] {
            assert!(!is_in_time(&merge(state, Some(then)), then), "{state:?}");
        }
    }
}
