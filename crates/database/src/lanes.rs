//! Lanes: on PostgreSQL, jobs that want the same rows are committed together instead of waiting for each other's locks.

use std::sync::Arc;

use deadpool_postgres::Pool;
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::Client;

use crate::job::AnyJob;
use crate::{DbError, Tx};

/// Jobs that wait for a lane; whoever comes later waits for a place.
const QUEUE: usize = 4096;

pub(crate) enum Message {
    Job(AnyJob),
    /// Finish what was queued before and during this, then end; the other end is dropped when that is done.
    Close(oneshot::Sender<()>),
}

pub(crate) struct Lanes {
    lanes: Vec<mpsc::Sender<Message>>,
}

impl Lanes {
    pub(crate) fn start(pool: &Pool, count: usize, limit: usize) -> Self {
        let start = |_| {
            let (lane, queue) = mpsc::channel(QUEUE);
            let limit = limit.max(1);
            let lane_worker = Lane {
                pool: pool.clone(),
                queue,
                limit,
                alone: 0,
                closing: Vec::new(),
            };
            tokio::spawn(lane_worker.run());
            lane
        };
        Lanes {
            lanes: (0..count.max(1)).map(start).collect(),
        }
    }

    /// The lane of a key: the same key always has the same.
    pub(crate) fn of(&self, key: i64) -> &mpsc::Sender<Message> {
        let index = usize::try_from(key.unsigned_abs() % self.lanes.len() as u64).unwrap_or(0);
        &self.lanes[index]
    }

    pub(crate) async fn close(&self) {
        let mut closing = Vec::new();
        for lane in &self.lanes {
            let (done, closed) = oneshot::channel();
            if lane.send(Message::Close(done)).await.is_ok() {
                closing.push(closed);
            }
        }
        for closed in closing {
            // The lane lets go of the other end when it ends.
            let _ = closed.await;
        }
    }
}

struct Lane {
    pool: Pool,
    queue: mpsc::Receiver<Message>,
    limit: usize,
    /// So many of the next jobs are committed one by one, because a commit they may have shared was refused.
    alone: usize,
    closing: Vec<oneshot::Sender<()>>,
}

impl Lane {
    async fn run(mut self) {
        let mut messages = Vec::new();
        loop {
            let limit = if self.alone > 0 { 1 } else { self.limit };
            if self.queue.recv_many(&mut messages, limit).await == 0 {
                return;
            }
            let mut jobs: Vec<AnyJob> = Vec::with_capacity(messages.len());
            for message in messages.drain(..) {
                match message {
                    Message::Job(job) if job.is_wanted() => jobs.push(job),
                    Message::Job(_) => {}
                    Message::Close(done) => {
                        self.queue.close();
                        self.closing.push(done);
                    }
                }
            }
            if !jobs.is_empty() {
                self.commit_together(jobs).await;
            }
        }
    }

    async fn commit_together(&mut self, mut jobs: Vec<AnyJob>) {
        let done = commit(&self.pool, &mut jobs).await;
        self.alone = self.alone.saturating_sub(jobs.len());
        let answer = match done {
            // A commit that one job spoilt says nothing about the others.
            Err(error)
                if jobs.len() > 1
                    && !matches!(
                        error,
                        DbError::Full | DbError::ReadOnly | DbError::Unavailable
                    ) =>
            {
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
}

/// Runs the jobs in one transaction. An error means that everything was undone.
async fn commit(pool: &Pool, jobs: &mut [AnyJob]) -> Result<(), DbError> {
    let mut client = pool.get().await?;
    let done = in_transaction(&mut client, jobs).await;
    if done == Err(DbError::Unavailable) {
        // Not given to anybody else.
        drop(deadpool_postgres::Client::take(client));
    }
    done
}

/// Each job runs within a savepoint, unless it is the only one.
async fn in_transaction(
    client: &mut deadpool_postgres::Client,
    jobs: &mut [AnyJob],
) -> Result<(), DbError> {
    let prepared = Arc::clone(&client.statement_cache);
    let transaction = client.transaction().await?;
    let mut work_to_keep = false;
    if let [job] = jobs {
        work_to_keep = job
            .run(&mut Tx::postgres(transaction.client(), &prepared))
            .await;
    } else {
        transaction.batch_execute("SAVEPOINT job").await?;
        for job in jobs {
            work_to_keep |= within_savepoint(job, transaction.client(), &prepared).await?;
        }
    }
    if work_to_keep {
        transaction.commit().await?;
    } else {
        transaction.rollback().await?;
    }
    Ok(())
}

async fn within_savepoint(
    job: &mut AnyJob,
    client: &Client,
    prepared: &deadpool_postgres::StatementCache,
) -> Result<bool, DbError> {
    let kept = job.run(&mut Tx::postgres(client, prepared)).await;
    let end = if kept {
        "RELEASE SAVEPOINT job; SAVEPOINT job"
    } else {
        "ROLLBACK TO SAVEPOINT job"
    };
    client.batch_execute(end).await?;
    Ok(kept)
}
