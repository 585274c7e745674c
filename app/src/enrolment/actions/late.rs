//! Resigning after the deadline: a request to the administrator, who withdraws the person or says why not (A8).

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group, told};
use crate::app::Shared;
use crate::catalogue::Counts;
use crate::enrolment::line_store;
use crate::enrolment::permissions::{Decide, Resign};
use crate::enrolment::rules::{self, CanNotResign};
use crate::enrolment::{EnrolmentId, Event, Listed, store};
use crate::permit::Permit;

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LateError {
    /// A reason, or an answer, has to be given.
    #[error("a reason is needed")]
    NoReason,
    /// The deadline is still to come: one resigns oneself.
    #[error("it is not too late to resign")]
    NotLate,
    /// The enrolment has ended, or the request was answered.
    #[error("there is nothing to answer")]
    AlreadyOver,
    /// An earlier request waits for its answer.
    #[error("it was asked before")]
    AskedBefore,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Asks the administrator to be withdrawn, with a reason; the person and those who answer get a letter.
///
/// # Errors
/// Why nothing was asked.
pub async fn ask_late(
    app: &Shared,
    permit: &Permit<Resign>,
    reason: &str,
    now: Timestamp,
) -> Result<(), LateError> {
    let ((id, group_id), by, own) = (permit.on(), permit.by(), app.clone());
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(LateError::NoReason);
    }
    let work = on_group(app, group_id, move |tx| {
        let (own, reason) = (own.clone(), reason.clone());
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now)
                .await?
                .because(&reason);
            ask(tx, &deed, id, &reason).await
        })
    });
    work.await?;
    told(app, group_id, None);
    Ok(())
}

async fn ask(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    id: EnrolmentId,
    reason: &str,
) -> Result<(), LateError> {
    let group_id = deed.detail.group.id;
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
    match rules::may_resign(one.state, &deed.detail, deed.now) {
        Err(CanNotResign::TooLate(_)) => {}
        Err(CanNotResign::AlreadyOver) => return Err(LateError::AlreadyOver),
        Ok(()) => return Err(LateError::NotLate),
    }
    let asked: Option<i64> = tx
        .opt(line_store::INSERT_LATE, &[&id, &deed.now, &reason])
        .await?;
    let number = asked.ok_or(LateError::AskedBefore)?;
    let state = one.state.code();
    deed.note(
        tx,
        "enrolment.ask_late",
        ("enrolment", id.get()),
        (state, state),
    )
    .await?;
    let key = format!("late.{number}");
    deed.tell(tx, &one, &key, |about| about.late_asked(reason))
        .await?;
    // Without the person's name: that stands behind the link.
    deed.tell_keepers(tx, &format!("{id}.{key}"), |about| about.late_to_answer(id))
        .await?;
    Ok(())
}

/// Withdraws a person who asked for it after the deadline; the place goes to the next in line while there is time. What
/// is due for a paid training stays so unless it is waived.
///
/// # Errors
/// Why not.
pub async fn withdraw_late(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    answer: &str,
    now: Timestamp,
) -> Result<(), LateError> {
    answer_late(app, permit, id, (true, answer), now).await
}

/// Declines a request, with the reason that the person reads.
///
/// # Errors
/// Why not.
pub async fn decline_late(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    answer: &str,
    now: Timestamp,
) -> Result<(), LateError> {
    if answer.trim().is_empty() {
        return Err(LateError::NoReason);
    }
    answer_late(app, permit, id, (false, answer), now).await
}

async fn answer_late(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    (agrees, answer): (bool, &str),
    now: Timestamp,
) -> Result<(), LateError> {
    let (by, group_id, own) = (permit.by(), permit.on(), app.clone());
    let answer = answer.trim().to_owned();
    let work = on_group(app, group_id, move |tx| {
        let (own, answer) = (own.clone(), answer.clone());
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now)
                .await?
                .because(&answer);
            say(tx, &deed, id, (agrees, &answer)).await
        })
    });
    let counts = work.await?;
    told(app, group_id, counts);
    Ok(())
}

async fn say(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    id: EnrolmentId,
    (agrees, answer): (bool, &str),
) -> Result<Option<Counts>, LateError> {
    let group_id = deed.detail.group.id;
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
    let state = if agrees { "withdrawn" } else { "declined" };
    let answered = tx
        .exec(
            line_store::ANSWER_LATE,
            &[&id, &state, &deed.now, &deed.by, &answer],
        )
        .await?;
    if answered == 0 || !one.state.is_open() {
        return Err(LateError::AlreadyOver);
    }
    let key = format!("late.{state}.{}", deed.now.as_microsecond());
    if !agrees {
        let stays = one.state.code();
        deed.note(
            tx,
            "enrolment.decline_late",
            ("enrolment", id.get()),
            (stays, stays),
        )
        .await?;
        deed.tell(tx, &one, &key, |about| about.late_declined(answer))
            .await?;
        return Ok(None);
    }
    let counts = deed
        .leave(tx, (id, one.state), Event::Resign, "enrolment.withdraw")
        .await?
        .ok_or(LateError::AlreadyOver)?;
    let entries = deed.calendar_cancel(&one);
    deed.tell(tx, &one, &key, |about| about.withdrawn(answer, entries))
        .await?;
    Ok(Some(counts))
}
