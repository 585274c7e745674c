//! One record of a person gives everything to another one.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use super::guardians::{self, Side};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::enrolment::actions::cancel_doubled;
use crate::families::hashes;
use crate::families::moving::moving_store::CLOSE_MOVES;
use crate::families::staff::actions::take_over;
use crate::families::staff::types::PeopleJoined;
use crate::families::store as families;
use crate::families::types::{Child, Known};
use crate::merging::references_store::{MOVING, Of};
use crate::merging::store;
use crate::merging::types::{Applications, Before, Chosen, MergeId, MergeState, with_fields};
use crate::people::PersonId;

/// Joins two records of a child; false when one of them is not in use any more. What is needed to take them apart is kept.
pub fn join_people<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    joined: PeopleJoined,
    now: Timestamp,
) -> Work<'a, bool, DbError> {
    Box::pin(async move {
        let PeopleJoined { from, into, by, .. } = joined;
        let (gone, kept): (Child, Child) = (
            tx.one(families::FIND_CHILD, &[&from]).await?,
            tx.one(families::FIND_CHILD, &[&into]).await?,
        );
        let chosen = Chosen {
            applications: Applications::Move,
            taken: joined.taken.clone(),
        };
        let none: Option<AccountId> = None;
        let row: database::Params<'_> = &[
            &none,
            &none,
            &from,
            &into,
            &MergeState::Done,
            &written(&chosen)?,
            &joined.reason,
            &kept.known.municipality_id,
            &now,
            &by,
        ];
        let id: MergeId = tx.one(store::INSERT_MERGE, row).await?;
        let how = (joined.lets_in, joined.reason.as_str());
        let Some(mut before) = give(tx, &app, (id, by), (from, into), how, now).await? else {
            return Ok(false);
        };
        let known: Known = with_fields(&kept.known, &gone.known, &joined.taken).map_err(json)?;
        if known != kept.known {
            take_over(tx, &app, (by, into), (&known, &joined.reason), now).await?;
            before.known = Some((kept.known, known));
        }
        let row: database::Params<'_> = &[&id, &now, &written(&before)?, &from, &into];
        tx.exec(store::FINISH, row).await?;
        Ok(true)
    })
}

/// As JSON.
pub(super) fn written(what: &impl serde::Serialize) -> Result<String, DbError> {
    serde_json::to_string(what).map_err(json)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err asks for"
)]
pub(super) fn json(error: serde_json::Error) -> DbError {
    DbError::Other(error.to_string())
}

/// Everything of one record goes to another one; none when one of them is not in use any more.
pub(super) async fn give(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, by): (MergeId, AccountId),
    (from, into): (PersonId, PersonId),
    (lets_in, reason): (bool, &str),
    now: Timestamp,
) -> Result<Option<Before>, DbError> {
    let gone_state: Option<String> = tx.opt(store::FIND_PERSON_STATE, &[&from]).await?;
    if tx.exec(store::MERGE_PERSON, &[&from, &into, &now]).await? == 0 {
        return Ok(None);
    }
    let cancelled = cancel_doubled(tx, app, (from, into), by, now).await?;
    let side = Side::Person(from, into);
    guardians::bring_over(tx, id, side, (lets_in, by), now).await?;
    for reference in MOVING.iter().filter(|one| one.of == Of::People) {
        tx.exec(reference.note, &[&from, &into, &id]).await?;
        tx.exec(reference.take, &[&id, &into]).await?;
    }
    tx.exec(store::COPY_KEYS, &[&from, &into]).await?;
    tx.exec(store::DELETE_KEYS, &[&from]).await?;
    for id in [from, into] {
        hashes::forget_form(tx, id).await?;
    }
    tx.exec(store::NOTE_CASES, &[&from, &id]).await?;
    tx.exec(store::CLOSE_CASES, &[&id, &now, &by]).await?;
    let row: database::Params<'_> = &[&from, &now, &by, &reason];
    tx.exec(store::CLOSE_CORRECTIONS, row).await?;
    tx.exec(CLOSE_MOVES, row).await?;
    tx.exec(store::NOTE_HOLDERS, &[&into, &id]).await?;
    tx.exec(store::TAKE_HOLDERS, &[&into, &id]).await?;
    Ok(Some(Before {
        gone_state,
        cancelled,
        ..Before::default()
    }))
}
