//! SQLite: one file, one writer, a few readers.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::{mpsc, oneshot};

use crate::job::{Answer, AnyJob, Work, attempt, poll_once};
use crate::sqlite_readers::Readers;
use crate::sqlite_writer::{Message, Writer};
use crate::{DbError, Options, Tx};

/// More than the statements of the whole program.
const PREPARED_STATEMENTS: usize = 512;
/// Jobs that wait for the writer; whoever comes later waits for a place in the queue.
const QUEUE: usize = 4096;

pub(crate) struct Sqlite {
    queue: mpsc::Sender<Message>,
    short: Readers,
    long: Arc<Readers>,
    file: File,
}

/// How connections to the file are made.
#[derive(Clone)]
pub(crate) struct File {
    path: PathBuf,
    read_only: bool,
    wait: Duration,
}

impl File {
    #[cfg(test)]
    pub(crate) fn at(path: PathBuf) -> Self {
        let Options {
            read_only, wait, ..
        } = Options::default();
        Self {
            path,
            read_only,
            wait,
        }
    }

    /// A connection that may write, unless the file or the options forbid it.
    pub(crate) fn writer(&self) -> Result<Connection, DbError> {
        let access = if self.read_only {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        } else {
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
        };
        if !self.read_only {
            make_private(&self.path);
        }
        let connection = self.connect(access)?;
        match connection
            .execute_batch("PRAGMA journal_mode = WAL")
            .map_err(DbError::from)
        {
            // What is there can still be read.
            Ok(()) | Err(DbError::ReadOnly) => {}
            Err(error) => return Err(error),
        }
        // An import touches pages of every index in no order: with few of them in memory each is written to the log again and
        // again before its end.
        connection.execute_batch(
            "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -131072",
        )?;
        Ok(connection)
    }

    /// A connection that only reads.
    pub(crate) fn reader(&self) -> Result<Connection, DbError> {
        let connection = self.connect(if self.read_only {
            OpenFlags::SQLITE_OPEN_READ_ONLY
        } else {
            OpenFlags::SQLITE_OPEN_READ_WRITE
        })?;
        connection.execute_batch("PRAGMA query_only = ON")?;
        Ok(connection)
    }

    /// The settings make SQLite as strict as PostgreSQL where the two differ. No memory map: with one, a failing disk
    /// would end the process instead of giving an error.
    fn connect(&self, access: OpenFlags) -> Result<Connection, DbError> {
        let connection =
            Connection::open_with_flags(&self.path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(self.wait)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        // Otherwise a statement that meets a partial index is prepared anew for each new value, which costs more than the
        // statement.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(PREPARED_STATEMENTS);
        connection.execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA case_sensitive_like = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 0",
        )?;
        Ok(connection)
    }
}

/// A new file is for its owner alone; SQLite gives the files beside it the same mode. What is there stays as it is.
fn make_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    // When it can not be made, opening it says why.
    let _ = options.open(path);
}

impl Sqlite {
    pub(crate) fn open(path: &str, options: &Options) -> Result<Self, DbError> {
        if path.is_empty() || path.contains(":memory:") {
            return Err(DbError::other(
                "the address of a SQLite database is sqlite:PATH; it is always a file",
            ));
        }
        let file = File {
            path: PathBuf::from(path),
            read_only: options.read_only,
            wait: options.wait,
        };
        let connection = file.writer().map_err(|error| match error {
            DbError::Unavailable => DbError::other(format!("the file {path} cannot be opened")),
            error => error,
        })?;
        let (queue, jobs) = mpsc::channel(QUEUE);
        let writer = Writer::new(connection, jobs, options.batch);
        std::thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || writer.run())
            .map_err(|error| DbError::Other(format!("no thread for the writer: {error}")))?;
        Ok(Sqlite {
            queue,
            short: Readers::new(file.clone(), options.readers),
            long: Arc::new(Readers::new(file.clone(), options.long_readers)),
            file,
        })
    }

    pub(crate) async fn write<T, E>(
        &self,
        job: AnyJob,
        answer: oneshot::Receiver<Answer<T, E>>,
    ) -> Answer<T, E>
    where
        E: From<DbError>,
    {
        self.queue
            .send(Message::Job(job))
            .await
            .map_err(|_closed| DbError::Unavailable)?;
        answer.await.map_err(|_lost| DbError::Unavailable)?
    }

    /// False once it was closed.
    pub(crate) fn takes_jobs(&self) -> bool {
        !self.queue.is_closed()
    }

    /// A short read, done at once on the calling thread.
    pub(crate) async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        E: From<DbError>,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
    {
        let mut reader = self.short.take().await?;
        reader.within_snapshot(|connection| run_read(connection, work))
    }

    /// A long read, on a thread that may be kept busy.
    pub(crate) async fn read_long<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E> + Send + 'static,
    {
        let mut reader = Arc::clone(&self.long).take_owned().await?;
        let reading = tokio::task::spawn_blocking(move || {
            reader.within_snapshot(|connection| run_read(connection, work))
        });
        reading.await.map_err(|_lost| DbError::Unavailable)?
    }

    pub(crate) async fn backup(&self, to: &Path) -> Result<(), DbError> {
        let to = to
            .to_str()
            .ok_or_else(|| DbError::other("the path of the backup is not UTF-8"))?
            .to_owned();
        let file = self.file.clone();
        let copying = tokio::task::spawn_blocking(move || {
            let connection = file.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            connection.execute("VACUUM INTO ?1", [to])?;
            Ok(())
        });
        copying.await.map_err(|_lost| DbError::Unavailable)?
    }

    /// Finishes what is queued; whoever comes later is told that the database is unavailable.
    pub(crate) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.queue.send(Message::Close(done)).await.is_ok() {
            // The writer lets go of the other end when it ends.
            let _ = closed.await;
        }
        self.short.close();
        self.long.close();
    }
}

fn run_read<T, E, F>(connection: &mut Connection, work: F) -> Result<T, E>
where
    E: From<DbError>,
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
{
    let mut tx = Tx::sqlite(connection);
    match poll_once(attempt(work, &mut tx)) {
        Some(answer) => answer.map_err(|failure| failure.error),
        None => Err(DbError::other("the job waited for something other than the database").into()),
    }
}
