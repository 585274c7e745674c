//! Two records that may be one child: somebody who sees both decides (`spec/rules.md`, Once, 3 and 6).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::letters::Guardian;
use crate::families::staff::letters::{self, News};
use crate::families::staff::permissions::DecideCase;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::{Case, PeopleJoined};
use crate::families::store;
use crate::families::teenager;
use crate::families::turn;
use crate::families::types::CaseId;
use crate::permit::Permit;

/// Why nothing was decided.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// Somebody else has decided, or one of the records is not in use any more.
    #[error("it was decided meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// What is decided about a case.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Whether the two records are one child.
    pub is_same: bool,
    /// Whether guardians of the later record act for the child from now on; otherwise they ask to.
    pub lets_in: bool,
    /// Fields whose value comes from the later record, as [`Known`](crate::families::types::Known) names them.
    pub taken: Vec<String>,
    /// Why.
    pub reason: String,
    /// Which organisation decides; none is the installation.
    pub by: Option<OrganisationId>,
}

/// Decides a case. Two children: their data can be confirmed. One child: the later record gives everything to the earlier
/// one.
///
/// # Errors
/// [`CaseError`]; nothing was done then.
pub async fn decide_case(
    app: &Shared,
    permit: &Permit<DecideCase>,
    decision: &Decision,
    now: Timestamp,
) -> Result<(), CaseError> {
    let (by, id, own, decision) = (permit.by(), permit.on(), app.clone(), decision.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, decision) = (own.clone(), decision.clone());
        Box::pin(async move { attempt(tx, &own, (by, id), &decision, now).await })
    });
    work.await?;
    app.catalogue.refresh(&app.db, now).await?;
    app.outbox.wake();
    Ok(())
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, CaseId),
    decision: &Decision,
    now: Timestamp,
) -> Result<(), CaseError> {
    let case: Case = tx.one(own::FIND_CASE, &[&id]).await?;
    let state = if decision.is_same {
        "same"
    } else {
        "different"
    };
    let row: database::Params<'_> = &[&id, &state, &now, &by, &decision.reason];
    if tx.exec(own::DECIDE_CASE, row).await? == 0 {
        return Err(CaseError::Meanwhile);
    }
    for child in [case.person_id, case.other_id] {
        audit::Entry {
            organisation_id: decision.by,
            before: Some("open"),
            after: Some(state),
            reason: Some(&decision.reason),
            ..audit::Entry::new(now, by, "case.decide", "person", child.get())
        }
        .write(tx)
        .await?;
    }
    if decision.is_same {
        let joined = PeopleJoined {
            // Whoever was entered later has the greater number.
            from: case.person_id.max(case.other_id),
            into: case.person_id.min(case.other_id),
            by,
            lets_in: decision.lets_in,
            taken: decision.taken.clone(),
            reason: decision.reason.clone(),
        };
        return join(tx, app, (joined, decision.by), now).await;
    }
    let news = News {
        kind: &letters::TWO_CHILDREN,
        by: decision.by,
        reason: &decision.reason,
    };
    for child in [case.person_id, case.other_id] {
        letters::tell_guardians(tx, app, child, news, now).await?;
    }
    Ok(())
}

async fn join(
    tx: &mut Tx<'_>,
    app: &Shared,
    (joined, organisation): (PeopleJoined, Option<OrganisationId>),
    now: Timestamp,
) -> Result<(), CaseError> {
    let PeopleJoined { from, into, by, .. } = joined;
    let mut told: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&from]).await?;
    told.extend(tx.all::<Guardian>(store::LIST_GUARDIANS, &[&into]).await?);
    let reason = joined.reason.clone();
    let is_joined = (app.reactions.join_people)(tx, app.clone(), joined, now).await;
    // Another child has taken the key meanwhile, which the fields that were chosen lead to.
    let is_joined = match is_joined {
        Err(DbError::Unique { .. }) => false,
        answer => answer?,
    };
    if !is_joined {
        return Err(CaseError::Meanwhile);
    }
    teenager::after_join(tx, (from, into, by), now).await?;
    let news = News {
        kind: &letters::JOINED,
        by: organisation,
        reason: &reason,
    };
    let mut accounts: Vec<AccountId> = told.iter().map(|one| one.account_id).collect();
    accounts.sort_unstable();
    accounts.dedup();
    for account in accounts {
        letters::tell_one(tx, app, (into, account), news, now).await?;
    }
    Ok(())
}
