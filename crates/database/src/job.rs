//! A job: the closure of a caller on its way to whoever runs it, and the answer on its way back.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use futures_util::FutureExt;
use tokio::sync::oneshot;

use crate::{DbError, Tx};

/// What a closure given to [`Db`](crate::Db) returns: `Box::pin(async move { … })`.
pub type Work<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// The error of a job, and what the database had to do with it.
pub(crate) struct Failure<E> {
    pub error: E,
    pub cause: Option<DbError>,
}

impl<E> Failure<E> {
    /// Whether the same work may succeed when it is done again.
    pub(crate) fn may_be_retried(&self) -> bool {
        matches!(self.cause, Some(DbError::Retry))
    }

    /// Whether the connection is of no more use.
    pub(crate) fn lost_the_connection(&self) -> bool {
        matches!(self.cause, Some(DbError::Unavailable))
    }
}

impl<E: From<DbError>> From<DbError> for Failure<E> {
    fn from(error: DbError) -> Self {
        Failure {
            cause: Some(error.clone()),
            error: error.into(),
        }
    }
}

pub(crate) type Answer<T, E> = Result<T, Failure<E>>;

/// A job whose types are forgotten, so that many can be committed together.
pub(crate) trait Job: Send {
    /// Whether somebody still waits for the answer.
    fn is_wanted(&self) -> bool;
    /// Does the work; true when it is to be kept, false when it is to be rolled back.
    fn run<'a>(&'a mut self, tx: &'a mut Tx<'_>)
    -> Pin<Box<dyn Future<Output = bool> + Send + 'a>>;
    /// Answers the caller. When the commit failed that is the answer, also of a job that had refused: its refusal may
    /// rest on work of others that is undone now.
    fn answer(self: Box<Self>, committed: Result<(), DbError>);
}

pub(crate) type AnyJob = Box<dyn Job>;

/// Makes a job, and the place where its answer will arrive.
pub(crate) fn job<T, E, F>(work: F) -> (AnyJob, oneshot::Receiver<Answer<T, E>>)
where
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (
        Box::new(Queued {
            work: Some(work),
            outcome: None,
            reply,
        }),
        answer,
    )
}

struct Queued<T, E, F> {
    work: Option<F>,
    outcome: Option<Answer<T, E>>,
    reply: oneshot::Sender<Answer<T, E>>,
}

impl<T, E, F> Job for Queued<T, E, F>
where
    T: Send,
    E: From<DbError> + Send,
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send,
{
    fn is_wanted(&self) -> bool {
        !self.reply.is_closed()
    }

    fn run<'a>(
        &'a mut self,
        tx: &'a mut Tx<'_>,
    ) -> Pin<Box<dyn Future<Output = bool> + Send + 'a>> {
        Box::pin(async move {
            let Some(work) = self.work.take() else {
                return false;
            };
            let outcome = attempt(work, tx).await;
            let keep = outcome.is_ok();
            self.outcome = Some(outcome);
            keep
        })
    }

    fn answer(self: Box<Self>, committed: Result<(), DbError>) {
        let unfinished =
            || Err(DbError::other("the job waited for something other than the database").into());
        let answer = match committed {
            Ok(()) => self.outcome.unwrap_or_else(unfinished),
            Err(error) => Err(error.into()),
        };
        // Whoever asked may have gone away meanwhile.
        let _ = self.reply.send(answer);
    }
}

/// Runs the work of a caller: a panic becomes an error, and so does an `Ok` that ignored a failed statement.
pub(crate) async fn attempt<T, E, F>(work: F, tx: &mut Tx<'_>) -> Answer<T, E>
where
    E: From<DbError>,
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
{
    let outcome = AssertUnwindSafe(async { work(tx).await })
        .catch_unwind()
        .await;
    match (outcome, tx.failure()) {
        (Ok(Ok(value)), None) => Ok(value),
        (Ok(Ok(_)), Some(failure)) => Err(failure.clone().into()),
        (Ok(Err(error)), failure) => Err(Failure {
            error,
            cause: failure.cloned(),
        }),
        (Err(_panic), _) => Err(DbError::other("the job panicked").into()),
    }
}

/// Runs a future that never waits. On SQLite every verb is done when it returns, so one poll completes a job; `None` when
/// the job waited for something else, which it must not.
pub(crate) fn poll_once<T>(future: impl Future<Output = T>) -> Option<T> {
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}
