//! What is said in a thread, and its end.

use database::Tx;
use jiff::Timestamp;

use super::{RequestError, find, move_to, note, say, tell, tell_asked};
use crate::app::Shared;
use crate::permit::Permit;
use crate::requests::kinds::MessageKind;
use crate::requests::letters;
use crate::requests::permissions::AnswerRequest;
use crate::requests::store;
use crate::requests::types::{Message, MessageId, RequestId, RequestState};

/// Whoever asks says more; the request waits for an answer again. Answers with the message.
///
/// # Errors
/// [`RequestError::NotPossible`] before the address is confirmed.
pub async fn reply(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: RequestId,
    text: &str,
    now: Timestamp,
) -> Result<MessageId, RequestError> {
    let (request, asked) = find(tx, id).await?;
    let (from, to) = (request.state, RequestState::Opened);
    if from == RequestState::Unconfirmed {
        return Err(RequestError::NotPossible);
    }
    move_to(tx, app, &request, to, now).await?;
    let message = say(tx, id, (None, MessageKind::Said), text, now).await?;
    let by = (request.account_id, "request.reply");
    note(tx, &request, by, (Some(from), to), now).await?;
    tell_asked(tx, app, (&request, &asked), text, now).await?;
    Ok(message)
}

/// Staff answers; the answer goes out by mail. Answers with the message.
///
/// # Errors
/// [`RequestError`]; nothing was said then.
pub async fn answer(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AnswerRequest>,
    text: &str,
    now: Timestamp,
) -> Result<MessageId, RequestError> {
    let (request, asked) = find(tx, permit.on()).await?;
    let (from, to) = (request.state, RequestState::Answered);
    if !move_to(tx, app, &request, to, now).await? {
        return Err(RequestError::NotPossible);
    }
    let by = Some(permit.by());
    let message = say(tx, request.id, (by, MessageKind::Said), text, now).await?;
    tx.exec(store::OWN_IF_FREE, &[&request.id, &by]).await?;
    note(tx, &request, (by, "request.answer"), (Some(from), to), now).await?;
    tell(
        tx,
        app,
        (&request, &asked),
        (&letters::ANSWERED, Some(text)),
        now,
    )
    .await?;
    Ok(message)
}

/// Staff closes a request; whoever asked is told.
///
/// # Errors
/// [`RequestError::NotPossible`] when it is closed already.
pub async fn close(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AnswerRequest>,
    now: Timestamp,
) -> Result<(), RequestError> {
    let (request, asked) = find(tx, permit.on()).await?;
    let (from, to) = (request.state, RequestState::Closed);
    if from == to || !move_to(tx, app, &request, to, now).await? {
        return Err(RequestError::NotPossible);
    }
    let by = (Some(permit.by()), "request.close");
    note(tx, &request, by, (Some(from), to), now).await?;
    Ok(tell(tx, app, (&request, &asked), (&letters::CLOSED, None), now).await?)
}

/// Staff says that somebody wrote it: whoever is asked hears of it now.
///
/// # Errors
/// [`RequestError::NotPossible`] when nobody doubts it.
pub async fn trust(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AnswerRequest>,
    now: Timestamp,
) -> Result<(), RequestError> {
    if tx.exec(store::TRUST, &[&permit.on()]).await? == 0 {
        return Err(RequestError::NotPossible);
    }
    let (request, asked) = find(tx, permit.on()).await?;
    let by = (Some(permit.by()), "request.trust");
    note(tx, &request, by, (Some(request.state), request.state), now).await?;
    let messages: Vec<Message> = tx.all(store::LIST_MESSAGES, &[&request.id]).await?;
    let said = messages.first().map_or("", |one| one.text.as_str());
    Ok(tell_asked(tx, app, (&request, &asked), said, now).await?)
}

/// Staff says that nobody wrote it: it is closed, and no letter goes out.
///
/// # Errors
/// [`RequestError::NotPossible`] when nobody doubts it, or it is closed already.
pub async fn put_away(
    tx: &mut Tx<'_>,
    permit: &Permit<AnswerRequest>,
    now: Timestamp,
) -> Result<(), RequestError> {
    let (request, _) = find(tx, permit.on()).await?;
    let (from, to) = (request.state, RequestState::Closed);
    let due: Option<Timestamp> = None;
    let row: database::Params<'_> = &[&request.id, &from, &to, &now, &due];
    if !request.is_doubtful || from == to || tx.exec(store::MOVE_REQUEST, row).await? == 0 {
        return Err(RequestError::NotPossible);
    }
    let by = (Some(permit.by()), "request.spam");
    Ok(note(tx, &request, by, (Some(from), to), now).await?)
}
