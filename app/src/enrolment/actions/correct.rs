//! Correcting a result after the end, with a reason.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::Deed;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::GroupId;
use crate::enrolment::letters::{About, Corrected};
use crate::enrolment::permissions::KeepList;
use crate::enrolment::{self, EnrolmentId, Event, Listed, NoSuchTransition, rules, store};
use crate::permit::Permit;

/// A result that staff has just changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Whose enrolment.
    pub enrolment_id: EnrolmentId,
    /// What it is now.
    pub completed: bool,
    /// Who changed it.
    pub by: AccountId,
    /// Why.
    pub reason: String,
}

/// Why a result was not corrected. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorrectError {
    /// Every correction says why.
    #[error("a correction needs a reason")]
    NoReason,
    /// The enrolment has no result, or has this one already.
    #[error("there is nothing to correct")]
    NothingToCorrect,
    /// The database failed; not found when the enrolment is of another group.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<NoSuchTransition> for CorrectError {
    fn from(_: NoSuchTransition) -> Self {
        Self::NothingToCorrect
    }
}

/// Makes `completed` out of `not_completed`, or the other way round; the person is told, with the
/// reason. What follows for a certificate is for the room above, in the same transaction.
///
/// # Errors
/// Why not.
pub async fn correct(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepList>,
    id: EnrolmentId,
    completed: bool,
    reason: &str,
    now: Timestamp,
) -> Result<(), CorrectError> {
    let on = (permit.on(), id);
    correct_as(tx, app, permit.by(), on, completed, reason, now).await
}

/// The same for a deed that was permitted as a whole.
pub(super) async fn correct_as(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: AccountId,
    (group_id, id): (GroupId, EnrolmentId),
    completed: bool,
    reason: &str,
    now: Timestamp,
) -> Result<(), CorrectError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(CorrectError::NoReason);
    }
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
    // An open one has no result yet: that is for the end of the group.
    if one.state.is_open() {
        return Err(CorrectError::NothingToCorrect);
    }
    let event = if completed {
        Event::Complete
    } else {
        Event::Fail
    };
    let to = rules::next(one.state, event)?;
    let deed = Deed::on(tx, group_id, Some(by), app, now)
        .await?
        .because(reason);
    if !deed
        .step(tx, (id, one.state), to, "enrolment.correct")
        .await?
    {
        return Err(CorrectError::NothingToCorrect);
    }
    let survey_done = enrolment::find(tx, id)
        .await?
        .is_some_and(|one| one.survey_done_on.is_some());
    let result = if completed {
        Corrected::Completed { survey_done }
    } else {
        Corrected::NotCompleted
    };
    let key = format!("{}.{}", to.code(), now.as_microsecond());
    let letter = |about: &About<'_>| about.corrected(id, result, reason);
    deed.tell(tx, &one, &key, letter).await?;
    let corrected = Correction {
        enrolment_id: id,
        completed,
        by,
        reason: reason.to_owned(),
    };
    Ok((app.reactions.after_correction)(tx, app.clone(), corrected, now).await?)
}
