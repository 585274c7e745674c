//! The hashes of everybody made anew, after the tables of names grew: some people at a time, each batch in its turn, so that
//! children are entered meanwhile. How far it is, the database says; what was interrupted goes on there. Whoever runs the machine
//! may do this, by the command line.

use database::DbError;
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::families::hashes::{self, Renewed};
use crate::families::{store, turn};
use crate::people::PersonId;

/// A renewal that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// So many people are left.
    pub waiting: i64,
    /// Whether it was begun before.
    pub goes_on: bool,
}

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// So many people were looked at; none when there was nobody left.
    pub seen: usize,
    /// What became of their hashes.
    pub renewed: Renewed,
}

/// Begins with the first person, or goes on behind the last one that was looked at, unless it should begin `anew`.
///
/// # Errors
/// The database refuses.
pub async fn begin(app: &Shared, anew: bool, now: Timestamp) -> Result<Renewal, DbError> {
    turn::in_turn(app, move |tx| {
        Box::pin(async move {
            let done: Option<i64> = tx.opt(store::FIND_HASHED_UNTIL, &[]).await?;
            let done = done.filter(|_| !anew);
            let behind = done.unwrap_or_default();
            tx.exec(store::PUT_HASHED_UNTIL, &[&behind]).await?;
            if done.is_none() {
                audit::Entry::new(now, None, "people.renew_hashes", "people", 0)
                    .write(tx)
                    .await?;
            }
            Ok(Renewal {
                waiting: tx.one(store::COUNT_PEOPLE_BEHIND, &[&behind]).await?,
                goes_on: done.is_some(),
            })
        })
    })
    .await
}

/// Looks at the next people, so many at most, in one transaction. When there is nobody left, the renewal is over.
///
/// # Errors
/// The database refuses; these people are found as before then.
pub async fn step(app: &Shared, most: i64) -> Result<Step, DbError> {
    let own = app.clone();
    turn::in_turn(app, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let behind: Option<i64> = tx.opt(store::FIND_HASHED_UNTIL, &[]).await?;
            let Some(behind) = behind else {
                return Ok(Step::default());
            };
            let people: Vec<PersonId> =
                tx.all(store::LIST_PEOPLE_BEHIND, &[&behind, &most]).await?;
            let Some(last) = people.last() else {
                tx.exec(store::END_HASHED, &[]).await?;
                return Ok(Step::default());
            };
            let renewed = hashes::renew_all(tx, &own, &people).await?;
            tx.exec(store::PUT_HASHED_UNTIL, &[last]).await?;
            Ok(Step {
                seen: people.len(),
                renewed,
            })
        })
    })
    .await
}
