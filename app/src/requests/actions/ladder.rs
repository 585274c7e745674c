//! The ladder, who has taken a request, what staff notes down, and the child that it is about.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{RequestError, find, note, say, tell, tell_asked};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::people::PersonId;
use crate::permit::Permit;
use crate::requests::kinds::MessageKind;
use crate::requests::letters;
use crate::requests::permissions::AnswerRequest;
use crate::requests::rules;
use crate::requests::store;
use crate::requests::types::{Colleague, MessageId, RequestId, RequestState};

/// Hands a request on, with what was tried; whoever asks is told where it is now and why. It belongs to nobody there yet,
/// and has a new day by which it is answered.
///
/// # Errors
/// [`RequestError::NotPossible`] when it was handed on or closed meanwhile, or there is nobody above.
pub async fn escalate(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AnswerRequest>,
    tried: &str,
    now: Timestamp,
) -> Result<(), RequestError> {
    let (request, _) = find(tx, permit.on()).await?;
    let tree = app.organisations.current();
    let from = request.organisation_id;
    let next = rules::next_step(&tree, from, request.level);
    let (level, to) = next.ok_or(RequestError::NotPossible)?;
    let due = rules::due_at(request.kind, tree.find(to), now);
    let row: database::Params<'_> = &[&request.id, &from, &to, &level, &now, &due];
    if tx.exec(store::HAND_ON, row).await? == 0 {
        return Err(RequestError::NotPossible);
    }
    let (by, kind) = (Some(permit.by()), MessageKind::Step);
    let row: database::Params<'_> = &[
        &request.id,
        &by,
        &tried,
        &now,
        &kind,
        &Some(from),
        &Some(to),
    ];
    tx.one::<MessageId>(store::INSERT_MESSAGE, row).await?;
    let (state, before) = (RequestState::Opened, request.state);
    note(
        tx,
        &request,
        (by, "request.escalate"),
        (Some(before), state),
        now,
    )
    .await?;
    let (request, asked) = find(tx, request.id).await?;
    let told = (&request, &asked);
    tell(tx, app, told, (&letters::ESCALATED, Some(tried)), now).await?;
    Ok(tell_asked(tx, app, told, tried, now).await?)
}

/// Somebody of the organisation has taken a request: whoever acts, or a colleague it is handed to.
///
/// # Errors
/// [`RequestError::NotPossible`] when somebody else has taken it meanwhile, or whom it is handed to does not answer requests
/// there.
pub async fn hand(
    tx: &mut Tx<'_>,
    permit: &Permit<AnswerRequest>,
    (from, to): (Option<AccountId>, AccountId),
    now: Timestamp,
) -> Result<(), RequestError> {
    let (request, _) = find(tx, permit.on()).await?;
    let colleagues: Vec<Colleague> = tx
        .all(store::LIST_COLLEAGUES, &[&request.organisation_id, &now])
        .await?;
    let is_known = to == permit.by() || colleagues.iter().any(|one| one.id == to);
    let row: database::Params<'_> = &[&request.id, &from, &to];
    if !is_known || tx.exec(store::SET_OWNER, row).await? == 0 {
        return Err(RequestError::NotPossible);
    }
    let action = if to == permit.by() {
        "request.take"
    } else {
        "request.hand"
    };
    let (by, state) = (Some(permit.by()), request.state);
    Ok(note(tx, &request, (by, action), (Some(state), state), now).await?)
}

/// Notes something down that only staff reads.
///
/// # Errors
/// The database refuses.
pub async fn note_down(
    tx: &mut Tx<'_>,
    permit: &Permit<AnswerRequest>,
    text: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let (request, _) = find(tx, permit.on()).await?;
    let (by, state) = (Some(permit.by()), request.state);
    say(tx, request.id, (by, MessageKind::Note), text, now).await?;
    note(
        tx,
        &request,
        (by, "request.note"),
        (Some(state), state),
        now,
    )
    .await
}

/// Staff says which child a request is about; the child's page has to be open to them.
///
/// # Errors
/// The database refuses.
pub async fn set_child(
    tx: &mut Tx<'_>,
    (permit, id): (&Permit<AnswerRequest>, RequestId),
    child: PersonId,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.exec(store::SET_PERSON, &[&id, &child]).await?;
    audit::Entry::new(now, permit.by(), "request.set_child", "request", id.get())
        .write(tx)
        .await
}
