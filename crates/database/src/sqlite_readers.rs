//! A few connections that only read.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use crate::DbError;
use crate::sqlite::File;

/// Connections are opened when they are first needed, and kept.
pub(crate) struct Readers {
    file: File,
    idle: Mutex<Vec<Connection>>,
    places: Arc<Semaphore>,
}

/// A connection on loan. It goes back when this is dropped, by a panic too, and never with an open transaction.
pub(crate) struct Reader<R: AsRef<Readers>, P> {
    readers: R,
    connection: Option<Connection>,
    _place: P,
}

impl AsRef<Readers> for Readers {
    fn as_ref(&self) -> &Readers {
        self
    }
}

impl Readers {
    pub(crate) fn new(file: File, count: usize) -> Self {
        Readers {
            file,
            idle: Mutex::default(),
            places: Arc::new(Semaphore::new(count.max(1))),
        }
    }

    pub(crate) async fn take(&self) -> Result<Reader<&Self, SemaphorePermit<'_>>, DbError> {
        let place = self
            .places
            .acquire()
            .await
            .map_err(|_closed| DbError::Unavailable)?;
        Ok(Reader {
            connection: Some(self.connection()?),
            readers: self,
            _place: place,
        })
    }

    pub(crate) async fn take_owned(
        self: Arc<Self>,
    ) -> Result<Reader<Arc<Self>, OwnedSemaphorePermit>, DbError> {
        let place = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .map_err(|_closed| DbError::Unavailable)?;
        Ok(Reader {
            connection: Some(self.connection()?),
            readers: self,
            _place: place,
        })
    }

    /// Lets nobody in any more and closes what is idle; a connection on loan is closed when it comes back.
    pub(crate) fn close(&self) {
        self.places.close();
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    fn connection(&self) -> Result<Connection, DbError> {
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        idle.map_or_else(|| self.file.reader(), Ok)
    }
}

impl<R: AsRef<Readers>, P> Reader<R, P> {
    /// Every query inside sees the same state of the database.
    pub(crate) fn within_snapshot<T, E: From<DbError>>(
        &mut self,
        read: impl FnOnce(&mut Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        let connection = self.connection.as_mut().ok_or(DbError::Unavailable)?;
        run(connection, "BEGIN DEFERRED")?;
        let found = read(connection);
        run(connection, "COMMIT")?;
        found
    }
}

impl<R: AsRef<Readers>, P> Drop for Reader<R, P> {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else {
            return;
        };
        let readers = self.readers.as_ref();
        let clean = connection.is_autocommit() || run(&connection, "ROLLBACK").is_ok();
        if clean && !readers.places.is_closed() {
            readers
                .idle
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(connection);
        }
    }
}

/// Runs a statement that begins or ends a transaction.
pub(crate) fn run(connection: &Connection, sql: &str) -> Result<(), DbError> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}
