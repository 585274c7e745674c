//! The region decides about a change of municipality. Where it agrees, the child lives in the other municipality from the
//! same moment: who may confirm it follows from that, and its open applications say so.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::actions::ChangeError;
use crate::families::actions::change::put;
use crate::families::fields::Typed;
use crate::families::moving::permissions::DecideMove;
use crate::families::moving::rules::{self, Step};
use crate::families::moving::types::{ChildMoved, Move, MoveId, MoveState};
use crate::families::moving::{letters, moving_store as own};
use crate::families::staff::letters::{News, tell_guardians};
use crate::families::types::{Child, Known, PersonState};
use crate::families::{store, turn};
use crate::permit::Permit;

/// What is decided.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Whether the child lives in the other municipality from now on.
    pub agrees: bool,
    /// Why not; empty where it is agreed.
    pub answer: String,
    /// Which organisation decides; none is the installation.
    pub by: Option<OrganisationId>,
}

/// Why nothing was decided.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// It was decided meanwhile, or somebody has changed the child's data at this moment.
    #[error("it was decided meanwhile")]
    Meanwhile,
    /// The child lives in another municipality by now than the application says, or its record is not in use.
    #[error("the child lives elsewhere meanwhile")]
    Elsewhere,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<ChangeError> for DecideError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::Database(error) => Self::Database(error),
            ChangeError::Taken
            | ChangeError::Own
            | ChangeError::OtherDocument
            | ChangeError::Meanwhile => Self::Meanwhile,
        }
    }
}

/// Decides, and tells everybody who acts for the child.
///
/// # Errors
/// [`DecideError`]; nothing was changed then.
pub async fn decide(
    app: &Shared,
    permit: &Permit<DecideMove>,
    decision: &Decision,
    now: Timestamp,
) -> Result<(), DecideError> {
    let (by, id, own, decision) = (permit.by(), permit.on(), app.clone(), decision.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, decision) = (own.clone(), decision.clone());
        Box::pin(async move { attempt(tx, &own, (by, id), &decision, now).await })
    });
    work.await?;
    app.outbox.wake();
    Ok(())
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, MoveId),
    decision: &Decision,
    now: Timestamp,
) -> Result<(), DecideError> {
    let one: Move = tx.one(own::FIND_MOVE, &[&id]).await?;
    let (step, kind) = if decision.agrees {
        (Step::Approve, &letters::APPROVED)
    } else {
        (Step::Refuse, &letters::REFUSED)
    };
    let state = rules::after(one.state, step).ok_or(DecideError::Meanwhile)?;
    let row: database::Params<'_> = &[&id, &state, &by, &now, &decision.answer];
    if tx.exec(own::DECIDE_MOVE, row).await? == 0 {
        return Err(DecideError::Meanwhile);
    }
    if decision.agrees {
        settle(tx, app, by, &one, now).await?;
    }
    audit::Entry {
        organisation_id: decision.by,
        before: Some(MoveState::Submitted.code()),
        after: Some(state.code()),
        reason: Some(decision.answer.as_str()).filter(|answer| !answer.is_empty()),
        ..audit::Entry::new(now, by, "move.decide", "person", one.person_id.get())
    }
    .write(tx)
    .await?;
    let news = News {
        kind,
        by: decision.by,
        reason: &decision.answer,
    };
    tell_guardians(tx, app, one.person_id, news, now).await?;
    Ok(())
}

/// The child lives there from now on; what was known before is kept with the reason of the application.
async fn settle(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: AccountId,
    one: &Move,
    now: Timestamp,
) -> Result<(), DecideError> {
    let id = one.person_id;
    let before: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let stands = matches!(
        before.state,
        PersonState::Unconfirmed | PersonState::Confirmed
    );
    if !stands || before.known.municipality_id != Some(one.from_id) {
        return Err(DecideError::Elsewhere);
    }
    let key: String = tx.one(store::FIND_KEY, &[&id]).await?;
    let typed = Typed {
        known: Known {
            municipality_id: Some(one.to_id),
            ..before.known.clone()
        },
        document: None,
    };
    put(
        tx,
        app,
        (by, id),
        (&before, &typed),
        (&key, &one.reason),
        now,
    )
    .await?;
    let moved = ChildMoved {
        child: id,
        from: one.from_id,
        to: one.to_id,
        by,
    };
    Ok((app.reactions.after_child_moved)(tx, app.clone(), moved, now).await?)
}
