//! What is done to requests, one transaction each, with its audit row and letters.

mod ladder;
mod said;

pub use ladder::{escalate, hand, note_down, set_child};
pub use said::{answer, close, put_away, reply, trust};

use data_encoding::HEXLOWER;
use database::{Db, DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::kinds::{MessageKind, RequestKind};
use super::letters::{self, Asked};
use super::rules;
use super::spam;
use super::store;
use super::types::{MessageId, Request, RequestId, RequestState};
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::i18n::Lang;
use crate::letters::Kind;
use crate::outbox;
use crate::people::PersonId;
use crate::secrets::hash_of;

/// How long an address can be confirmed.
const CONFIRMED_WITHIN: SignedDuration = SignedDuration::from_hours(48);
/// Within this time the same words from another address are doubted.
const REPEATED_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// What nobody confirmed is kept so long.
const UNCONFIRMED_KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// What somebody writes.
#[derive(Clone, Debug)]
pub struct NewRequest {
    /// To whom.
    pub organisation_id: OrganisationId,
    /// Who, when signed in: then the address is known to be theirs.
    pub account_id: Option<AccountId>,
    /// Who.
    pub name: String,
    /// Where the answer goes.
    pub email: String,
    /// In which language.
    pub lang: Lang,
    /// What about.
    pub subject: String,
    /// What is asked.
    pub text: String,
    /// What kind of thing it is.
    pub kind: RequestKind,
    /// The child that it is about: one of theirs.
    pub person_id: Option<PersonId>,
    /// What stands in the field that people do not see.
    pub trap: String,
}

/// Why nothing was done.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// It stands elsewhere meanwhile, or too much time has passed.
    #[error("this can not be done any more")]
    NotPossible,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

async fn find(tx: &mut Tx<'_>, id: RequestId) -> Result<(Request, Asked), DbError> {
    let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
    let asked = tx
        .one(store::FIND_ASKED, &[&request.organisation_id])
        .await?;
    Ok((request, asked))
}

async fn note(
    tx: &mut Tx<'_>,
    request: &Request,
    (by, action): (Option<AccountId>, &'static str),
    (before, after): (Option<RequestState>, RequestState),
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry {
        organisation_id: Some(request.organisation_id),
        before: before.map(RequestState::code),
        after: Some(after.code()),
        ..audit::Entry::new(now, by, action, "request", request.id.get())
    }
    .write(tx)
    .await
}

/// A new message of a thread; nobody of the staff is whoever asks.
async fn say(
    tx: &mut Tx<'_>,
    id: RequestId,
    (by, kind): (Option<AccountId>, MessageKind),
    text: &str,
    now: Timestamp,
) -> Result<MessageId, DbError> {
    let nowhere: Option<OrganisationId> = None;
    let row: database::Params<'_> = &[&id, &by, &text, &now, &kind, &nowhere, &nowhere];
    tx.one(store::INSERT_MESSAGE, row).await
}

/// Moves a request; one that waits for an answer has a day by which it is due. False when it stands elsewhere meanwhile.
async fn move_to(
    tx: &mut Tx<'_>,
    app: &Shared,
    request: &Request,
    to: RequestState,
    now: Timestamp,
) -> Result<bool, DbError> {
    let tree = app.organisations.current();
    let home = tree.find(request.organisation_id);
    let due = (to == RequestState::Opened).then(|| {
        request
            .due_at
            .unwrap_or_else(|| rules::due_at(request.kind, home, now))
    });
    let row: database::Params<'_> = &[&request.id, &request.state, &to, &now, &due];
    Ok(tx.exec(store::MOVE_REQUEST, row).await? > 0)
}

/// A letter to whoever asks; of one kind, one at an instant.
async fn tell(
    tx: &mut Tx<'_>,
    app: &Shared,
    (request, asked): (&Request, &Asked),
    (kind, said): (&Kind, Option<&str>),
    now: Timestamp,
) -> Result<(), DbError> {
    let letter = letters::to_asker(app, request, asked, kind, said);
    let at = now.as_microsecond();
    let key = format!("request.{}.{}.{at}", request.id, kind.code);
    outbox::queue(tx, &key, request.account_id, &request.email, &letter, now).await
}

/// A letter to the organisation, where it has an address.
async fn tell_asked(
    tx: &mut Tx<'_>,
    app: &Shared,
    (request, asked): (&Request, &Asked),
    said: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    // Nobody is disturbed by what perhaps nobody wrote.
    if asked.email.is_empty() || request.is_doubtful {
        return Ok(());
    }
    let letter = letters::to_asked(app, request, asked, said);
    // Two messages of one moment are two; one that is sent twice is one.
    let words = HEXLOWER.encode(&hash_of(said)[..8]);
    let key = format!(
        "request.{}.asked.{}.{words}",
        request.id,
        now.as_microsecond()
    );
    outbox::queue(tx, &key, None, &asked.email, &letter, now).await
}

/// Whether a message without an account looks like one that nobody wrote.
async fn is_doubtful(tx: &mut Tx<'_>, new: &NewRequest, now: Timestamp) -> Result<bool, DbError> {
    let since = now.checked_sub(REPEATED_WITHIN).unwrap_or(now);
    let row: database::Params<'_> = &[&since, &new.text, &new.email];
    let same: i64 = tx.one(store::COUNT_SAME, row).await?;
    Ok(spam::is_doubtful(&spam::Signs {
        text: &new.text,
        trap: &new.trap,
        is_repeated: same > 0,
    }))
}

/// Opens a request; one from an address that is not known to be theirs waits until it is confirmed, and nobody reads it
/// before.
///
/// # Errors
/// The database refuses.
pub async fn open(
    tx: &mut Tx<'_>,
    app: &Shared,
    new: &NewRequest,
    now: Timestamp,
) -> Result<RequestId, DbError> {
    let state = match new.account_id {
        Some(_) => RequestState::Opened,
        None => RequestState::Unconfirmed,
    };
    let tree = app.organisations.current();
    let home = tree.find(new.organisation_id);
    let level = rules::level_of(home.map(|one| one.kind).unwrap_or_default());
    let due = (state == RequestState::Opened).then(|| rules::due_at(new.kind, home, now));
    let row: database::Params<'_> = &[
        &new.organisation_id,
        &new.account_id,
        &new.name,
        &new.email,
        &new.lang.code(),
        &new.subject,
        &state,
        &now,
        &new.kind,
        &level,
        &due,
        &new.person_id,
    ];
    let is_doubtful = new.account_id.is_none() && is_doubtful(tx, new, now).await?;
    let row = [row, &[&is_doubtful]].concat();
    let id: RequestId = tx.one(store::INSERT_REQUEST, &row).await?;
    say(tx, id, (None, MessageKind::Said), &new.text, now).await?;
    let (request, asked) = find(tx, id).await?;
    let by = (new.account_id, "request.open");
    note(tx, &request, by, (None, state), now).await?;
    if state == RequestState::Unconfirmed {
        tell(tx, app, (&request, &asked), (&letters::CONFIRM, None), now).await?;
    } else {
        tell(
            tx,
            app,
            (&request, &asked),
            (&letters::OPENED, Some(&new.text)),
            now,
        )
        .await?;
        tell_asked(tx, app, (&request, &asked), &new.text, now).await?;
    }
    Ok(id)
}

/// The address is theirs: the request reaches the organisation. Confirming again changes nothing.
///
/// # Errors
/// [`RequestError::NotPossible`] after 48 hours.
pub async fn confirm(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: RequestId,
    now: Timestamp,
) -> Result<(), RequestError> {
    let (request, asked) = find(tx, id).await?;
    if request.state != RequestState::Unconfirmed {
        return Ok(());
    }
    if now.duration_since(request.created_at) > CONFIRMED_WITHIN {
        return Err(RequestError::NotPossible);
    }
    let (from, to) = (RequestState::Unconfirmed, RequestState::Opened);
    if !move_to(tx, app, &request, to, now).await? {
        return Ok(());
    }
    let by = (None, "request.confirm");
    note(tx, &request, by, (Some(from), to), now).await?;
    let messages: Vec<super::Message> = tx.all(store::LIST_MESSAGES, &[&id]).await?;
    let said = messages.first().map_or("", |one| one.text.as_str());
    tell(
        tx,
        app,
        (&request, &asked),
        (&letters::OPENED, Some(said)),
        now,
    )
    .await?;
    Ok(tell_asked(tx, app, (&request, &asked), said, now).await?)
}

/// Deletes requests whose address nobody confirmed within a week. Housekeeping calls it.
///
/// # Errors
/// The database refuses.
pub async fn purge(db: &Db, now: Timestamp) -> Result<(), DbError> {
    let before = now.checked_sub(UNCONFIRMED_KEPT);
    let before = before.unwrap_or(Timestamp::UNIX_EPOCH);
    db.write(move |tx| {
        Box::pin(async move {
            tx.exec(store::PURGE_MESSAGES, &[&before]).await?;
            tx.exec(store::PURGE_REQUESTS, &[&before]).await?;
            Ok(())
        })
    })
    .await
}
