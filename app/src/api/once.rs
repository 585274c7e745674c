//! `Idempotency-Key`: a request that is sent again gets the answer that it got before, and does nothing again. Keys are an
//! account's own, and are kept for two days.

use std::future::Future;

use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use database::{Db, DbError};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::{Problem, answer, answers_store as store};
use crate::accounts::AccountId;
use crate::app::Shared;

/// How long an answer is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(48);
/// Who has not answered by then has died.
const LONGEST: SignedDuration = SignedDuration::from_mins(5);
const LONGEST_KEY: usize = 200;

/// A request that may come again.
#[derive(Clone, Debug)]
pub(super) struct Once {
    account: AccountId,
    key: String,
    hash: Vec<u8>,
}

struct Kept {
    request_hash: Vec<u8>,
    status: Option<i64>,
    body: Option<String>,
}

database::from_row!(Kept {
    request_hash,
    status,
    body
});

impl Once {
    /// The key of a request and what it asks for.
    ///
    /// # Errors
    /// There is no key, or one that is none.
    pub fn of(
        account: AccountId,
        headers: &HeaderMap,
        address: &str,
        body: &[u8],
    ) -> Result<Self, Problem> {
        let key = headers.get("idempotency-key");
        let key = key.and_then(|value| value.to_str().ok()).map(str::trim);
        let key = key.filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
        let key = key.ok_or(Problem::BadRequest(
            "send the header Idempotency-Key with a text of your own, at most 200 characters, new for every new request",
        ))?;
        let mut digest = Sha256::new();
        digest.update(address.as_bytes());
        digest.update([0]);
        digest.update(body);
        Ok(Self {
            account,
            key: key.to_owned(),
            hash: digest.finalize().to_vec(),
        })
    }

    /// Does the work, or answers what was answered before.
    ///
    /// # Errors
    /// The work's, or a key that belongs to another request, or to one that is not finished.
    pub async fn run(
        self,
        app: &Shared,
        work: impl Future<Output = Result<(StatusCode, serde_json::Value), Problem>>,
    ) -> Result<Response, Problem> {
        if let Some(kept) = self.begin(app).await? {
            if kept.request_hash != self.hash {
                return Err(Problem::Unprocessable(
                    "this Idempotency-Key came with another request before".into(),
                ));
            }
            let status = kept.status.and_then(|status| u16::try_from(status).ok());
            let status = status.and_then(|status| StatusCode::from_u16(status).ok());
            let (Some(status), Some(body)) = (status, kept.body) else {
                return Err(Problem::Conflict("the same request is being worked on"));
            };
            return Ok(answer(status, body));
        }
        let (status, body) = match work.await {
            Ok((status, value)) => (status, value.to_string()),
            Err(problem) => {
                let (status, body) = problem.parts();
                if status.is_server_error() {
                    self.write(app, store::FORGET, None).await?;
                    return Err(problem);
                }
                (status, body)
            }
        };
        self.write(app, store::FINISH, Some((status, body.clone())))
            .await?;
        Ok(answer(status, body))
    }

    /// What was answered before; none when the work is ours.
    async fn begin(&self, app: &Shared) -> Result<Option<Kept>, DbError> {
        let (own, now) = (self.clone(), app.clock.now());
        let before = now.checked_sub(LONGEST).unwrap_or(Timestamp::UNIX_EPOCH);
        let write = app.db.write(move |tx| {
            Box::pin(async move {
                let row: database::Params<'_> = &[&own.account, &own.key, &own.hash, &now];
                if tx.exec(store::BEGIN, row).await? > 0 {
                    return Ok(None);
                }
                let found = tx
                    .one::<Kept>(store::FIND, &[&own.account, &own.key])
                    .await?;
                let row: database::Params<'_> = &[&own.account, &own.key, &now, &before];
                let is_ours =
                    found.request_hash == own.hash && tx.exec(store::TAKE_OVER, row).await? > 0;
                Ok::<_, DbError>(Some(found).filter(|_| !is_ours))
            })
        });
        write.await
    }

    async fn write(
        &self,
        app: &Shared,
        sql: &'static str,
        kept: Option<(StatusCode, String)>,
    ) -> Result<(), DbError> {
        let own = self.clone();
        let write = app.db.write(move |tx| {
            Box::pin(async move {
                match kept {
                    Some((status, body)) => {
                        let status = i64::from(status.as_u16());
                        let row: database::Params<'_> = &[&own.account, &own.key, &status, &body];
                        tx.exec(sql, row).await
                    }
                    None => tx.exec(sql, &[&own.account, &own.key]).await,
                }
            })
        });
        write.await.map(drop)
    }
}

/// Forgets old answers. Housekeeping calls it.
///
/// # Errors
/// The database refuses.
pub async fn purge(db: &Db, now: Timestamp) -> Result<(), DbError> {
    let before = now.checked_sub(KEPT).unwrap_or(Timestamp::UNIX_EPOCH);
    let write = db.write(move |tx| {
        Box::pin(async move { tx.exec(store::PURGE, &[&before]).await.map(drop) })
    });
    write.await
}
