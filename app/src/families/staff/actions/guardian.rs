//! A second guardian is let in, or not, by staff: where the first one does not answer, and with a document that shows the
//! right to act for the child (`spec/rules.md`, Person).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::letters::Guardian;
use crate::families::staff::guardian_store::{self as own, Proof};
use crate::families::staff::letters::{self, News};
use crate::families::staff::permissions::LetInGuardian;
use crate::families::types::GuardianshipState;
use crate::families::{hashes, store, turn};
use crate::people::PersonId;
use crate::permit::Permit;

/// What is decided about an account that asks to act for a child.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How it stood when it was looked at.
    pub seen: GuardianshipState,
    /// What shows that it may act for the child; none where it is not let in.
    pub proof: Option<Proof>,
    /// Why.
    pub reason: String,
    /// Which organisation decides; none is the installation.
    pub by: Option<OrganisationId>,
}

/// Why nothing was decided.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// A guardian, or somebody else of the staff, has decided since the page was shown.
    #[error("it was decided meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Lets an account that asks act for a child, or not; one that was not let in before can be let in as well. Whoever asked is
/// told, and so are those who act for the child already.
///
/// # Errors
/// [`AnswerError`]; nothing was done then.
pub async fn answer_asking(
    app: &Shared,
    permit: &Permit<LetInGuardian>,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), AnswerError> {
    let (by, on, own, answer) = (permit.by(), permit.on(), app.clone(), answer.clone());
    turn::in_turn(app, move |tx| {
        let (own, answer) = (own.clone(), answer.clone());
        Box::pin(async move { attempt(tx, &own, (by, on), &answer, now).await })
    })
    .await?;
    app.outbox.wake();
    Ok(())
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, (child, account)): (AccountId, (PersonId, AccountId)),
    answer: &Answer,
    now: Timestamp,
) -> Result<(), AnswerError> {
    let (state, to_asker, to_others) = if answer.proof.is_some() {
        let kinds = (&letters::LET_IN, &letters::SECOND_LET_IN);
        (GuardianshipState::Holds, kinds.0, kinds.1)
    } else {
        let kinds = (&letters::NOT_LET_IN, &letters::SECOND_NOT_LET_IN);
        (GuardianshipState::Refused, kinds.0, kinds.1)
    };
    // Those who act for the child until now: whoever is let in has a letter of their own.
    let others: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&child]).await?;
    let row: database::Params<'_> = &[&child, &account, &state, &now, &by, &answer.seen];
    if state == answer.seen || tx.exec(own::DECIDE_ASKING, row).await? == 0 {
        return Err(AnswerError::Meanwhile);
    }
    if state == GuardianshipState::Holds {
        hashes::renew(tx, app, child).await?;
    }
    let before = format!("account {account} {}", answer.seen.code());
    let proof = answer.proof.map_or("", Proof::code);
    let after = format!("account {account} {} {proof}", state.code());
    audit::Entry {
        organisation_id: answer.by,
        before: Some(&before),
        after: Some(after.trim_end()),
        reason: Some(&answer.reason),
        ..audit::Entry::new(now, by, "guardian.answer", "person", child.get())
    }
    .write(tx)
    .await?;
    let news = |kind| News {
        kind,
        by: answer.by,
        reason: &answer.reason,
    };
    letters::tell_one(tx, app, (child, account), news(to_asker), now).await?;
    for one in others {
        letters::tell_one(tx, app, (child, one.account_id), news(to_others), now).await?;
    }
    Ok(())
}
