//! The unit of work that is handed to jobs, and its six verbs.

use rusqlite::Connection;
use tokio_postgres::Client;

use crate::{
    DbError, FromRow, Params, Row, Value, postgres_statements as postgres,
    sqlite_statements as sqlite,
};

/// What a job works on: a transaction of either engine. One SQL text serves both; parameters are `$1`, `$2` ….
///
/// A statement that failed dooms its transaction, on both engines: even when the job goes on and returns `Ok`, everything
/// is rolled back and the caller gets the error. Use `ON CONFLICT` where a collision is expected.
pub struct Tx<'c> {
    engine: EngineTx<'c>,
    failure: Option<DbError>,
}

enum EngineTx<'c> {
    Sqlite(&'c mut Connection),
    Postgres {
        client: &'c Client,
        prepared: &'c deadpool_postgres::StatementCache,
    },
}

impl<'c> Tx<'c> {
    pub(crate) fn sqlite(connection: &'c mut Connection) -> Self {
        Tx {
            engine: EngineTx::Sqlite(connection),
            failure: None,
        }
    }

    pub(crate) fn postgres(
        client: &'c Client,
        prepared: &'c deadpool_postgres::StatementCache,
    ) -> Self {
        Tx {
            engine: EngineTx::Postgres { client, prepared },
            failure: None,
        }
    }

    /// The first error a statement gave, if any.
    pub(crate) fn failure(&self) -> Option<&DbError> {
        self.failure.as_ref()
    }

    fn remember<T>(&mut self, outcome: Result<T, DbError>) -> Result<T, DbError> {
        if let Err(error) = &outcome
            && self.failure.is_none()
        {
            self.failure = Some(error.clone());
        }
        outcome
    }

    /// Runs a statement that gives no rows; answers how many rows it touched.
    pub async fn exec(&mut self, sql: &'static str, params: Params<'_>) -> Result<u64, DbError> {
        let outcome = match &mut self.engine {
            EngineTx::Sqlite(connection) => sqlite::exec(connection, sql, params),
            EngineTx::Postgres { client, prepared } => {
                postgres::exec(client, prepared, sql, params).await
            }
        };
        self.remember(outcome)
    }

    /// The only row, or `None`. More than one row is an error.
    pub async fn opt<T: FromRow + Send>(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
    ) -> Result<Option<T>, DbError> {
        let outcome = match &mut self.engine {
            EngineTx::Sqlite(connection) => sqlite::opt(connection, sql, params),
            EngineTx::Postgres { client, prepared } => {
                postgres::opt(client, prepared, sql, params).await
            }
        };
        self.remember(outcome)
    }

    /// The only row; [`DbError::NotFound`] when there is none, which does not doom the transaction.
    pub async fn one<T: FromRow + Send>(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
    ) -> Result<T, DbError> {
        self.opt(sql, params).await?.ok_or(DbError::NotFound)
    }

    /// Every row, in the order of the statement. For results of a bounded size; others are for [`Tx::stream`].
    pub async fn all<T: FromRow + Send>(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
    ) -> Result<Vec<T>, DbError> {
        let mut found = Vec::new();
        self.stream(sql, params, |row| {
            found.push(T::from_row(row)?);
            Ok(())
        })
        .await?;
        Ok(found)
    }

    /// Every row whose id is among these, in no order, each once; `sql` ends its condition with
    /// [`among!()`](crate::among). One statement for [`AMONG`](crate::AMONG) ids.
    pub async fn among<T: FromRow + Send>(
        &mut self,
        sql: &'static str,
        ids: &[i64],
    ) -> Result<Vec<T>, DbError> {
        let mut wanted = ids.to_vec();
        wanted.sort_unstable();
        wanted.dedup();
        let mut found = Vec::with_capacity(wanted.len());
        for some in wanted.chunks(crate::AMONG) {
            // The places that are left over ask for the first one again.
            let padded = some.iter().chain(std::iter::repeat(&some[0]));
            let params: Vec<&dyn crate::Param> = padded
                .take(crate::AMONG)
                .map(|id| id as &dyn crate::Param)
                .collect();
            found.extend(self.all::<T>(sql, &params).await?);
        }
        Ok(found)
    }

    /// Calls `each` with every row, without keeping them; ends at its first error.
    pub async fn stream<F>(
        &mut self,
        sql: &'static str,
        params: Params<'_>,
        each: F,
    ) -> Result<(), DbError>
    where
        F: FnMut(&Row<'_>) -> Result<(), DbError> + Send,
    {
        let outcome = match &mut self.engine {
            EngineTx::Sqlite(connection) => sqlite::stream(connection, sql, params, each),
            EngineTx::Postgres { client, prepared } => {
                postgres::stream(client, prepared, sql, params, each).await
            }
        };
        self.remember(outcome)
    }

    /// Runs one statement for every row of parameters, without waiting for each; answers how many rows were touched
    /// altogether.
    pub async fn batch(&mut self, sql: &'static str, rows: &[Vec<Value>]) -> Result<u64, DbError> {
        let outcome = match &mut self.engine {
            EngineTx::Sqlite(connection) => sqlite::batch(connection, sql, rows),
            EngineTx::Postgres { client, prepared } => {
                postgres::batch(client, prepared, sql, rows).await
            }
        };
        self.remember(outcome)
    }

    /// Runs a text of several statements without parameters.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), DbError> {
        let outcome = match &mut self.engine {
            EngineTx::Sqlite(connection) => connection.execute_batch(sql).map_err(DbError::from),
            EngineTx::Postgres { client, .. } => {
                client.batch_execute(sql).await.map_err(DbError::from)
            }
        };
        self.remember(outcome)
    }

    /// Lets the engine read a statement without running it.
    pub(crate) async fn prepare(&mut self, sql: &str) -> Result<(), DbError> {
        match &mut self.engine {
            EngineTx::Sqlite(connection) => sqlite::check(connection, sql),
            EngineTx::Postgres { client, .. } => postgres::check(client, sql).await,
        }
    }

    /// How the engine would run a statement, as text.
    pub(crate) async fn explain(&mut self, sql: &str) -> Result<String, DbError> {
        match &mut self.engine {
            EngineTx::Sqlite(connection) => sqlite::explain(connection, sql),
            EngineTx::Postgres { client, .. } => postgres::explain(client, sql).await,
        }
    }
}
