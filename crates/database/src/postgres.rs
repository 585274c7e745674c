//! PostgreSQL: pooled connections, one transaction per job, and lanes for what everybody wants at once.

use std::sync::Arc;

use deadpool_postgres::{Client, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio::sync::mpsc;
use tokio_postgres::config::SslMode;
use tokio_postgres::{IsolationLevel, NoTls};

use crate::job::{Answer, Failure, Work, attempt};
use crate::lanes::{Lanes, Message};
use crate::{DbError, Options, Tx};

pub(crate) struct Postgres {
    pool: Pool,
    lanes: Lanes,
}

impl Postgres {
    pub(crate) async fn open(address: &str, options: &Options) -> Result<Self, DbError> {
        let mut config: tokio_postgres::Config = address
            .parse()
            .map_err(|error| DbError::Other(format!("the address of the database: {error}")))?;
        if config.get_ssl_mode() == SslMode::Require {
            return Err(DbError::other(
                "sslmode=require: this program does not encrypt its connection to PostgreSQL; \
                 use a socket, a private network or a local proxy that does",
            ));
        }
        if config.get_application_name().is_none() {
            config.application_name("zapis");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(options.wait);
        }
        let manager = Manager::from_config(
            config,
            NoTls,
            ManagerConfig {
                recycling_method: RecyclingMethod::Fast,
            },
        );
        let pool = Pool::builder(manager)
            .max_size(options.postgres_connections.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(options.wait))
            .create_timeout(Some(options.wait))
            .recycle_timeout(Some(options.wait))
            .build()
            .map_err(|error| DbError::Other(error.to_string()))?;
        drop(pool.get().await?);
        let lanes = Lanes::start(&pool, options.lanes, options.batch);
        Ok(Postgres { pool, lanes })
    }

    /// A dropped future sends ROLLBACK before its connection goes back to the pool (`Transaction` does that when dropped).
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Answer<T, E>
    where
        E: From<DbError>,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
    {
        let mut client = self.pool.get().await.map_err(DbError::from)?;
        let answer = in_transaction(&mut client, work).await;
        give_back(client, &answer);
        answer
    }

    pub(crate) fn lane(&self, key: i64) -> &mpsc::Sender<Message> {
        self.lanes.of(key)
    }

    pub(crate) async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        E: From<DbError>,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
    {
        let client = self.pool.get().await.map_err(DbError::from)?;
        let answer = attempt(work, &mut Tx::postgres(&client, &client.statement_cache)).await;
        give_back(client, &answer);
        answer.map_err(|failure| failure.error)
    }

    pub(crate) async fn read_long<T, E, F>(&self, work: F) -> Result<T, E>
    where
        E: From<DbError>,
        F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
    {
        let mut client = self.pool.get().await.map_err(DbError::from)?;
        let answer = in_snapshot(&mut client, work).await;
        give_back(client, &answer);
        answer.map_err(|failure| failure.error)
    }

    /// Finishes what the lanes hold; whoever comes later is told that the database is unavailable.
    pub(crate) async fn close(&self) {
        self.lanes.close().await;
        self.pool.close();
    }
}

async fn in_transaction<T, E, F>(client: &mut Client, work: F) -> Answer<T, E>
where
    E: From<DbError>,
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
{
    let prepared = Arc::clone(&client.statement_cache);
    let transaction = client.transaction().await.map_err(DbError::from)?;
    let answer = attempt(work, &mut Tx::postgres(transaction.client(), &prepared)).await;
    match &answer {
        Ok(_) => transaction.commit().await.map_err(DbError::from)?,
        Err(_) => roll_back(transaction).await,
    }
    answer
}

async fn in_snapshot<T, E, F>(client: &mut Client, work: F) -> Answer<T, E>
where
    E: From<DbError>,
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>) -> Work<'a, T, E>,
{
    let prepared = Arc::clone(&client.statement_cache);
    let snapshot = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(true);
    let transaction = snapshot.start().await.map_err(DbError::from)?;
    let answer = attempt(work, &mut Tx::postgres(transaction.client(), &prepared)).await;
    roll_back(transaction).await;
    answer
}

/// Gives a connection back to the pool, unless it was lost.
fn give_back<T, E>(client: Client, answer: &Answer<T, E>) {
    if answer.as_ref().is_err_and(Failure::lost_the_connection) {
        drop(Client::take(client));
    }
}

/// What was not committed is undone in any case; an error only means that the connection is gone.
async fn roll_back(transaction: deadpool_postgres::Transaction<'_>) {
    if let Err(error) = transaction.rollback().await {
        tracing::debug!(%error, "the connection was lost before a rollback");
    }
}
