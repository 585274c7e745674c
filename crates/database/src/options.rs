//! How a database is opened.

use std::time::Duration;

/// Settings of [`Db::open`](crate::Db::open); the defaults fit a small machine.
#[derive(Debug, Clone)]
pub struct Options {
    /// SQLite: connections for short reads, opened when needed. As many as there are threads that serve requests is enough.
    pub readers: usize,
    /// SQLite: connections for long reads, opened when needed.
    pub long_readers: usize,
    /// PostgreSQL: connections at most.
    pub postgres_connections: usize,
    /// PostgreSQL: lanes for contended writes, each of which uses one connection while it works.
    pub lanes: usize,
    /// So many jobs share a commit at most.
    pub batch: usize,
    /// How long to wait for a lock of another process, for a free connection, for a server to answer a connection attempt.
    pub wait: Duration,
    /// SQLite: refuse every write with [`DbError::ReadOnly`](crate::DbError::ReadOnly).
    pub read_only: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            readers: 4,
            long_readers: 2,
            postgres_connections: 16,
            lanes: 4,
            batch: 128,
            wait: Duration::from_secs(5),
            read_only: false,
        }
    }
}
