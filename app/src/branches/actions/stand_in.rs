//! Standing in for somebody who is absent: the colleague gets the role from the first day to the last.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::branches::letters::{STAND_IN_ASKED, STAND_IN_OVER, STAND_IN_SET, tell_of_stand_in};
use crate::branches::permissions::{AnswerStandIn, NameStandIn};
use crate::branches::rules::may_be_stood_in_for;
use crate::branches::staff_store::{FIND_ROLE, SET_END};
use crate::branches::stand_in_store as store;
use crate::branches::types::{RoleId, StaffRole, StandIn, StandInId, StandInState};
use crate::organisations;
use crate::permit::Permit;

/// Why nothing was agreed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum StandInError {
    /// Somebody stands in for this role in these days already.
    #[error("somebody stands in already")]
    Overlaps,
    /// It was answered or ended meanwhile.
    #[error("it was answered meanwhile")]
    Over,
    /// The database refuses, or there is no such role.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Who stands in for which role, and when.
#[derive(Clone, Copy, Debug)]
pub struct NewStandIn {
    /// For which role.
    pub role: RoleId,
    /// Who.
    pub delegate: AccountId,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
}

/// Asks a colleague to stand in. An administrator who is not the absent one does not ask: it is agreed at once.
///
/// # Errors
/// [`StandInError`]; nothing was done then.
pub async fn name_stand_in(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<NameStandIn>,
    new: NewStandIn,
    now: Timestamp,
) -> Result<Option<AccountId>, StandInError> {
    // Of two who name somebody at the same moment the second one sees the first.
    organisations::touch(tx).await?;
    let role: StaffRole = tx.one(FIND_ROLE, &[&now, &new.role]).await?;
    let is_theirs = role.account_id == permit.on() && !role.stands_in();
    if !is_theirs || !may_be_stood_in_for(role.kind()) || new.delegate == role.account_id {
        return Err(DbError::NotFound.into());
    }
    let days: database::Params<'_> = &[&new.role, &new.starts_at, &new.ends_at];
    let others: i64 = tx.one(store::COUNT_OVERLAPPING, days).await?;
    if others > 0 {
        return Err(StandInError::Overlaps);
    }
    let by = permit.by();
    let is_asked = by == role.account_id;
    let state = if is_asked {
        StandInState::Asked
    } else {
        StandInState::Agreed
    };
    let row: database::Params<'_> = &[
        &new.role,
        &new.delegate,
        &state,
        &new.starts_at,
        &new.ends_at,
        &by,
        &now,
    ];
    let id: StandInId = tx.one(store::INSERT, row).await?;
    let one: StandIn = tx.one(store::FIND, &[&id]).await?;
    note(tx, (by, "stand_in.name"), &one, now).await?;
    if is_asked {
        tell_of_stand_in(tx, app, &STAND_IN_ASKED, (&one, one.delegate_id), now).await?;
        return Ok(None);
    }
    tell_both(tx, app, &one, now).await?;
    Ok(begin(tx, &one, now).await?)
}

async fn tell_both(
    tx: &mut Tx<'_>,
    app: &Shared,
    one: &StandIn,
    now: Timestamp,
) -> Result<(), DbError> {
    tell_of_stand_in(tx, app, &STAND_IN_SET, (one, one.delegate_id), now).await?;
    tell_of_stand_in(tx, app, &STAND_IN_SET, (one, one.absent_id), now).await
}

/// The colleague says yes or no. Answers whose sign-ins are to be looked at anew.
///
/// # Errors
/// [`StandInError`]; nothing was done then.
pub async fn answer(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AnswerStandIn>,
    (id, agrees): (StandInId, bool),
    now: Timestamp,
) -> Result<Option<AccountId>, StandInError> {
    let one: StandIn = tx.one(store::FIND, &[&id]).await?;
    if one.delegate_id != permit.on() {
        return Err(DbError::NotFound.into());
    }
    let (asked, state) = if agrees {
        (StandInState::Asked, StandInState::Agreed)
    } else {
        (StandInState::Asked, StandInState::Declined)
    };
    if one.ends_at <= now || tx.exec(store::SET_STATE, &[&id, &asked, &state]).await? == 0 {
        return Err(StandInError::Over);
    }
    let action = if agrees {
        "stand_in.agree"
    } else {
        "stand_in.decline"
    };
    note(tx, (permit.by(), action), &one, now).await?;
    if !agrees {
        tell_of_stand_in(tx, app, &STAND_IN_OVER, (&one, one.absent_id), now).await?;
        return Ok(None);
    }
    tell_both(tx, app, &one, now).await?;
    Ok(begin(tx, &one, now).await?)
}

/// Gives the role when its time has come.
async fn begin(
    tx: &mut Tx<'_>,
    one: &StandIn,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    let given: Option<RoleId> = tx.opt(store::GIVE_ROLE, &[&one.id, &now]).await?;
    let Some(given) = given else { return Ok(None) };
    tx.exec(store::SET_GIVEN, &[&one.id, &given]).await?;
    audit::Entry {
        organisation_id: one.organisation_id,
        after: Some(one.kind().code()),
        ..audit::Entry::new(now, None, "stand_in.begin", "stand_in", one.id.get())
    }
    .write(tx)
    .await?;
    Ok(Some(one.delegate_id))
}

/// Gives the roles whose time has come. Answers whose sign-ins are to be looked at anew.
///
/// # Errors
/// The database refuses.
pub async fn begin_due(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<AccountId>, DbError> {
    let due: Vec<StandIn> = tx.all(store::LIST_DUE, &[&now]).await?;
    let mut begun = Vec::new();
    for one in &due {
        begun.extend(begin(tx, one, now).await?);
    }
    Ok(begun)
}

/// Ends it early: either of the two, or an administrator. `by` is who does, as the page has found that they may. Answers whose
/// sign-ins are to be looked at anew.
///
/// # Errors
/// [`StandInError`]; nothing was done then.
pub async fn end_stand_in(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (Ending<'_>, StandInId),
    now: Timestamp,
) -> Result<AccountId, StandInError> {
    let one: StandIn = tx.one(store::FIND, &[&id]).await?;
    let (who, is_theirs) = match by {
        Ending::Named(permit) => (permit.by(), permit.on() == one.absent_id),
        Ending::Answered(permit) => (permit.by(), permit.on() == one.delegate_id),
    };
    if !is_theirs {
        return Err(DbError::NotFound.into());
    }
    let ended = StandInState::Ended;
    if tx
        .exec(store::SET_STATE, &[&id, &one.state, &ended])
        .await?
        == 0
    {
        return Err(StandInError::Over);
    }
    if let Some(role) = one.given_role_id {
        tx.exec(SET_END, &[&role, &Some(now)]).await?;
    }
    note(tx, (who, "stand_in.end"), &one, now).await?;
    for to in [one.delegate_id, one.absent_id] {
        tell_of_stand_in(tx, app, &STAND_IN_OVER, (&one, to), now).await?;
    }
    Ok(one.delegate_id)
}

/// By which permit somebody ends it.
#[derive(Clone, Copy, Debug)]
pub enum Ending<'a> {
    /// The absent one, or an administrator.
    Named(&'a Permit<NameStandIn>),
    /// The colleague.
    Answered(&'a Permit<AnswerStandIn>),
}

async fn note(
    tx: &mut Tx<'_>,
    (by, action): (AccountId, &'static str),
    one: &StandIn,
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry {
        organisation_id: one.organisation_id,
        after: Some(one.kind().code()),
        ..audit::Entry::new(now, by, action, "stand_in", one.id.get())
    }
    .write(tx)
    .await
}
