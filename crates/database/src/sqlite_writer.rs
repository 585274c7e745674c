//! The one writer of a SQLite file: jobs that wait while it works are committed together.

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::job::{AnyJob, poll_once};
use crate::sqlite_readers::run;
use crate::{DbError, Tx};

pub(crate) enum Message {
    Job(AnyJob),
    /// Finish what was queued before and during this, then end; the other end is dropped when that is done.
    Close(oneshot::Sender<()>),
}

pub(crate) struct Writer {
    connection: Connection,
    queue: mpsc::Receiver<Message>,
    /// So many jobs share a commit at most.
    limit: usize,
    /// So many of the next jobs are committed one by one, because a commit they may have shared was refused: the one to
    /// blame then fails alone.
    alone: usize,
    closing: Vec<oneshot::Sender<()>>,
}

impl Writer {
    pub(crate) fn new(
        connection: Connection,
        queue: mpsc::Receiver<Message>,
        limit: usize,
    ) -> Self {
        Writer {
            connection,
            queue,
            limit: limit.max(1),
            alone: 0,
            closing: Vec::new(),
        }
    }

    /// Works until the queue is closed and empty.
    pub(crate) fn run(mut self) {
        while let Some(message) = self.queue.blocking_recv() {
            if let Some(job) = self.accept(message) {
                self.commit_together(job);
            }
        }
        if let Err(error) = self.connection.execute_batch("PRAGMA optimize") {
            tracing::debug!(%error, "statistics were not updated");
        }
        drop(self.connection);
        drop(self.closing);
    }

    fn accept(&mut self, message: Message) -> Option<AnyJob> {
        match message {
            Message::Job(job) => job.is_wanted().then_some(job),
            Message::Close(done) => {
                self.queue.close();
                self.closing.push(done);
                None
            }
        }
    }

    fn commit_together(&mut self, first: AnyJob) {
        if let Err(error) = run(&self.connection, "BEGIN IMMEDIATE") {
            self.roll_back();
            first.answer(Err(error));
            return;
        }
        let limit = if self.alone > 0 { 1 } else { self.limit };
        let mut jobs = Vec::new();
        let mut work_to_keep = false;
        let mut next = Some(first);
        let mut done = Ok(());
        while let Some(mut job) = next.take() {
            let kept = self.within_savepoint(&mut job);
            jobs.push(job);
            match kept {
                Ok(kept) => work_to_keep |= kept,
                Err(error) => {
                    done = Err(error);
                    break;
                }
            }
            while jobs.len() < limit && next.is_none() {
                let Ok(message) = self.queue.try_recv() else {
                    break;
                };
                next = self.accept(message);
            }
        }
        if done.is_ok() && work_to_keep {
            done = run(&self.connection, "COMMIT");
        }
        self.roll_back();
        self.answer(jobs, done);
    }

    fn answer(&mut self, jobs: Vec<AnyJob>, done: Result<(), DbError>) {
        self.alone = self.alone.saturating_sub(jobs.len());
        let answer = match done {
            // A commit that one job spoilt says nothing about the others.
            Err(error) if jobs.len() > 1 && !concerns_all(&error) => {
                tracing::warn!(%error, jobs = jobs.len(), "a shared commit was refused");
                self.alone = jobs.len();
                Err(DbError::Retry)
            }
            done => done,
        };
        for job in jobs {
            job.answer(answer.clone());
        }
    }

    /// Runs a job and undoes it when it is not to be kept. An error means that the whole transaction is lost.
    fn within_savepoint(&mut self, job: &mut AnyJob) -> Result<bool, DbError> {
        run(&self.connection, "SAVEPOINT job")?;
        let mut tx = Tx::sqlite(&mut self.connection);
        let kept = poll_once(job.run(&mut tx)).unwrap_or(false);
        let failure = tx.failure().cloned();
        if self.connection.is_autocommit() {
            // SQLite rolled everything back by itself, as it does when the disk is full.
            return Err(failure.unwrap_or(DbError::Retry));
        }
        if !kept {
            run(&self.connection, "ROLLBACK TO job")?;
        }
        run(&self.connection, "RELEASE job")?;
        Ok(kept)
    }

    /// Ends a transaction that is still open.
    fn roll_back(&self) {
        if !self.connection.is_autocommit()
            && let Err(error) = run(&self.connection, "ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }
}

/// Whether every job of the batch would have met this error alone, too.
fn concerns_all(error: &DbError) -> bool {
    matches!(
        error,
        DbError::Full | DbError::ReadOnly | DbError::Unavailable | DbError::Retry
    )
}
