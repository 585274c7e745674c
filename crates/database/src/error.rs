//! What can go wrong, in the words of a caller: the same variants on both engines.

use tokio_postgres::error::SqlState;

/// Why the database did not do what it was asked. Holds no values of rows, so it may be logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DbError {
    /// A unique index refused the row. `constraint` is the name of the index, the same on both engines when it was made
    /// by `CREATE UNIQUE INDEX name`; `table_column_key` for a column declared UNIQUE and `table_pkey` for a primary key.
    #[error("already there: {constraint}")]
    Unique {
        /// Name of the index.
        constraint: String,
    },
    /// A CHECK refused the row; give checks names (`CONSTRAINT name CHECK (…)`), the name is the same on both engines.
    #[error("check failed: {constraint}")]
    Check {
        /// Name of the check.
        constraint: String,
    },
    /// A row refers to a row that is not there, or is still referred to.
    #[error("a row refers to one that is not there, or is still referred to")]
    ForeignKey,
    /// [`Tx::one`](crate::Tx::one) found no row.
    #[error("not found")]
    NotFound,
    /// Nothing was done because of others working at the same time; the same call may succeed when it is made again.
    #[error("the work collided with other work and can be tried again")]
    Retry,
    /// The database accepts reads only (file or directory without write permission, a PostgreSQL standby).
    #[error("the database is read-only")]
    ReadOnly,
    /// The disk is full; nothing was written.
    #[error("the disk of the database is full")]
    Full,
    /// The database cannot be reached now (restarting, closed, no free connection in time); the reason is in the log.
    #[error("the database cannot be reached now")]
    Unavailable,
    /// A text holds the character NUL, which PostgreSQL can not keep: it was typed or sent like that, nothing was done.
    #[error("a text holds the character NUL, which can not be kept")]
    BadText,
    /// The schema of the database does not fit this program (see [`migrate`](crate::migrate)).
    #[error("{0}")]
    Schema(String),
    /// A fault of the program or of the set-up: a wrong statement, a wrong type, a job that panicked.
    #[error("{0}")]
    Other(String),
}

impl DbError {
    /// Whether making the same call again may succeed at once.
    pub fn is_retry(&self) -> bool {
        matches!(self, DbError::Retry)
    }

    /// Whether a unique index of this name refused the row.
    pub fn is_unique(&self, name: &str) -> bool {
        matches!(self, DbError::Unique { constraint } if constraint == name)
    }

    pub(crate) fn other(message: impl Into<String>) -> Self {
        DbError::Other(message.into())
    }

    fn unavailable(reason: &dyn std::fmt::Display) -> Self {
        tracing::warn!(%reason, "the database cannot be reached");
        DbError::Unavailable
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi;
        let Some(failure) = error.sqlite_error() else {
            return DbError::Other(error.to_string());
        };
        let message = match &error {
            rusqlite::Error::SqliteFailure(_, Some(message)) => message.as_str(),
            _ => "",
        };
        let named = || {
            message
                .split_once(": ")
                .map_or(message, |(_, name)| name)
                .to_owned()
        };
        match failure.extended_code {
            ffi::SQLITE_CONSTRAINT_UNIQUE
            | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            | ffi::SQLITE_CONSTRAINT_ROWID => {
                return DbError::Unique {
                    constraint: named(),
                };
            }
            ffi::SQLITE_CONSTRAINT_CHECK => {
                return DbError::Check {
                    constraint: named(),
                };
            }
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => return DbError::ForeignKey,
            _ => {}
        }
        match failure.extended_code & 0xff {
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => DbError::Retry,
            ffi::SQLITE_READONLY => DbError::ReadOnly,
            ffi::SQLITE_FULL => DbError::Full,
            ffi::SQLITE_IOERR | ffi::SQLITE_CANTOPEN => DbError::unavailable(&error),
            _ => DbError::Other(error.to_string()),
        }
    }
}

impl From<tokio_postgres::Error> for DbError {
    fn from(error: tokio_postgres::Error) -> Self {
        let Some(failure) = error.as_db_error() else {
            let source = std::error::Error::source(&error);
            if error.is_closed()
                || source.is_some_and(<dyn std::error::Error>::is::<std::io::Error>)
            {
                return DbError::unavailable(&error);
            }
            let cause = source.map(|cause| format!(": {cause}")).unwrap_or_default();
            return DbError::Other(format!("{error}{cause}"));
        };
        let constraint = || failure.constraint().unwrap_or_default().to_owned();
        let code = failure.code();
        match *code {
            SqlState::UNIQUE_VIOLATION => DbError::Unique {
                constraint: constraint(),
            },
            SqlState::CHECK_VIOLATION => DbError::Check {
                constraint: constraint(),
            },
            SqlState::CHARACTER_NOT_IN_REPERTOIRE => DbError::BadText,
            SqlState::FOREIGN_KEY_VIOLATION => DbError::ForeignKey,
            SqlState::T_R_SERIALIZATION_FAILURE
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::LOCK_NOT_AVAILABLE => DbError::Retry,
            SqlState::READ_ONLY_SQL_TRANSACTION => DbError::ReadOnly,
            SqlState::DISK_FULL => DbError::Full,
            _ if matches!(code.code().get(..2), Some("08" | "53" | "57" | "58")) => {
                DbError::unavailable(failure)
            }
            _ => DbError::Other(format!("{} ({})", failure.message(), code.code())),
        }
    }
}

impl From<deadpool_postgres::PoolError> for DbError {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        match error {
            deadpool_postgres::PoolError::Backend(error) => error.into(),
            error => DbError::unavailable(&error),
        }
    }
}
