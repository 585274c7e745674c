//! The facade: what every room calls.

use std::path::Path;
use std::sync::Arc;

use crate::job::{Answer, Work, job};
use crate::lanes::Message;
use crate::postgres::Postgres;
use crate::sqlite::Sqlite;
use crate::{DbError, Options, Tx};

/// So often is a job of [`Db::write_retrying`] tried.
const ATTEMPTS: usize = 4;

const PING: &str = "SELECT CAST(1 AS BIGINT)";

/// Which engine is behind a [`Db`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file, in this process.
    Sqlite,
    /// A server.
    Postgres,
}

/// A database; clones share it.
///
/// Jobs are closures that get a [`Tx`] and return `Box::pin(async move { … })`. Inside they wait for nothing but the verbs
/// of the [`Tx`] (on SQLite anything else is an error). A job that panics is rolled back and answered with
/// [`DbError::Other`]; nobody else's work suffers. A job whose caller went away before it began is not run.
#[derive(Clone)]
pub struct Db {
    backend: Arc<Backend>,
}

enum Backend {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

impl Db {
    /// Opens `sqlite:PATH` (the file is made when it is missing) or `postgres://…`, within a tokio runtime. Errors when
    /// the file cannot be opened or the server not reached.
    pub async fn open(address: &str, options: Options) -> Result<Db, DbError> {
        let backend = if let Some(path) = address.strip_prefix("sqlite:") {
            Backend::Sqlite(Sqlite::open(
                path.strip_prefix("//").unwrap_or(path),
                &options,
            )?)
        } else if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Backend::Postgres(Postgres::open(address, &options).await?)
        } else {
            return Err(DbError::other(
                "the address of a database begins with sqlite: or postgres://",
            ));
        };
        Ok(Db {
            backend: Arc::new(backend),
        })
    }

    /// Which engine this is; for tests and for operations, not for queries.
    pub fn engine(&self) -> Engine {
        match &*self.backend {
            Backend::Sqlite(_) => Engine::Sqlite,
            Backend::Postgres(_) => Engine::Postgres,
        }
    }

    /// Reads, quickly. On SQLite it is done at once on the calling thread, in one snapshot: for queries of well under a
    /// millisecond. On PostgreSQL each query sees what is committed when it begins; who needs one snapshot for several
    /// queries uses [`Db::read_long`].
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send,
        E: From<DbError> + Send,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send,
    {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.read(work).await,
            Backend::Postgres(postgres) => postgres.read(work).await,
        }
    }

    /// Reads that may take long (exports, reports, rebuilding an index): on SQLite on a thread that may be kept busy, on
    /// both engines in one snapshot.
    pub async fn read_long<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + 'static,
    {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.read_long(work).await,
            Backend::Postgres(postgres) => postgres.read_long(work).await,
        }
    }

    /// Does the job in one transaction: all of it is durable when this answers `Ok`, none of it after `Err`. When the
    /// future is dropped meanwhile, it is all or nothing.
    ///
    /// [`DbError::Retry`] when it collided with others; nothing was done then. See [`Db::write_retrying`].
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + 'static,
    {
        self.write_once(work).await.map_err(|failure| failure.error)
    }

    /// Like [`Db::write`], for rows that many want at the same moment (the places of a group): jobs with the same key are
    /// committed together on both engines. On PostgreSQL this pays only where there is contention.
    pub async fn write_hot<T, E, F>(&self, key: i64, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + 'static,
    {
        let (job, answer) = job(work);
        let answer = match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.write(job, answer).await,
            Backend::Postgres(postgres) => {
                postgres
                    .lane(key)
                    .send(Message::Job(job))
                    .await
                    .map_err(|_closed| DbError::Unavailable)?;
                answer.await.map_err(|_lost| DbError::Unavailable)?
            }
        };
        answer.map_err(|failure| failure.error)
    }

    /// Like [`Db::write`], and tries again, a few times, when the job collided with others (deadlock, serialization
    /// failure, a shared commit that was refused). The closure may be called several times, so what it captured and gives
    /// away is cloned inside it; with ids and instants there is nothing to clone.
    pub async fn write_retrying<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'a, 'c> Fn(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + Sync + 'static,
    {
        let work = Arc::new(work);
        let mut attempt = 1;
        loop {
            let again = Arc::clone(&work);
            match self.write_once(move |tx: &mut Tx<'_>| again(tx)).await {
                Err(failure) if failure.may_be_retried() && attempt < ATTEMPTS => attempt += 1,
                answer => return answer.map_err(|failure| failure.error),
            }
        }
    }

    async fn write_once<T, E, F>(&self, work: F) -> Answer<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + 'static,
    {
        match &*self.backend {
            Backend::Sqlite(sqlite) => {
                let (job, answer) = job(work);
                sqlite.write(job, answer).await
            }
            Backend::Postgres(postgres) => postgres.write(work).await,
        }
    }

    /// Whether the database answers and takes jobs; cheap, for `/readyz`.
    pub async fn is_ready(&self) -> bool {
        let takes_jobs = match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.takes_jobs(),
            Backend::Postgres(_) => true,
        };
        takes_jobs
            && self
                .read(|tx| Box::pin(tx.one::<i64>(PING, &[])))
                .await
                .is_ok()
    }

    /// Writes a copy of a SQLite database, as of this moment, to a file that must not exist yet. Readers and writers go on
    /// meanwhile. PostgreSQL has `pg_dump`: an error there.
    pub async fn backup(&self, to: &Path) -> Result<(), DbError> {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.backup(to).await,
            Backend::Postgres(_) => {
                Err(DbError::other("a PostgreSQL database is saved by pg_dump"))
            }
        }
    }

    /// Finishes every job that is queued, then closes the connections. Whoever comes later gets
    /// [`DbError::Unavailable`].
    pub async fn close(&self) {
        match &*self.backend {
            Backend::Sqlite(sqlite) => sqlite.close().await,
            Backend::Postgres(postgres) => postgres.close().await,
        }
    }
}
