//! Fresh databases for tests, of this crate and of others (feature `testing`).

use std::hash::{BuildHasher, RandomState};
use std::ops::Deref;

use tempfile::TempDir;

use crate::{Db, DbError, Options};

/// The address of a PostgreSQL database where tests may create schemas.
const SERVER: &str = "ZAPIS_TEST_POSTGRES_URL";

/// An empty database that is removed when this is dropped. Use it as a [`Db`].
pub struct TestDb {
    db: Db,
    address: String,
    /// Removed when this is dropped, after `db`.
    _remains: Remains,
}

#[expect(dead_code, reason = "held to be dropped")]
enum Remains {
    Folder(TempDir),
    Schema(Box<OnServer>),
}

/// A schema in the database of the tests: as good as a database of its own, and made in a hundredth of the time.
struct OnServer {
    server: tokio_postgres::Config,
    name: String,
}

impl TestDb {
    /// The address, to open the same database once more.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Deref for TestDb {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

/// An empty SQLite database in a temporary folder.
pub async fn fresh_sqlite() -> Result<TestDb, DbError> {
    fresh_sqlite_with(Options::default()).await
}

/// [`fresh_sqlite`] with options.
pub async fn fresh_sqlite_with(options: Options) -> Result<TestDb, DbError> {
    let folder = TempDir::new().map_err(|error| DbError::Other(error.to_string()))?;
    let address = format!("sqlite:{}", folder.path().join("test.db").display());
    let db = Db::open(&address, options).await?;
    Ok(TestDb {
        db,
        address,
        _remains: Remains::Folder(folder),
    })
}

/// An empty PostgreSQL database (a schema of its own on the server that `ZAPIS_TEST_POSTGRES_URL` names); an error that
/// tells what to do when there is none.
pub async fn fresh_postgres() -> Result<TestDb, DbError> {
    fresh_postgres_with(Options::default()).await
}

/// [`fresh_postgres`] with options.
pub async fn fresh_postgres_with(options: Options) -> Result<TestDb, DbError> {
    let server = std::env::var(SERVER).map_err(|_missing| {
        DbError::other(format!(
            "{SERVER} is not set: run ./scripts/test, or `. scripts/postgres start` before the tests"
        ))
    })?;
    let config: tokio_postgres::Config = server.parse()?;
    // Random, as each of these is seeded anew.
    let name = format!("zapis_test_{:016x}", RandomState::new().hash_one(0));
    let made = OnServer {
        server: config,
        name,
    };
    made.on_server(&format!("CREATE SCHEMA {}", made.name))
        .await?;
    let address = within_schema(&server, &made.name);
    let db = Db::open(&address, options).await?;
    Ok(TestDb {
        db,
        address,
        _remains: Remains::Schema(Box::new(made)),
    })
}

/// The address with this schema as the place of every table.
fn within_schema(server: &str, name: &str) -> String {
    let mark = if server.contains('?') { '&' } else { '?' };
    format!("{server}{mark}options=-c%20search_path%3D{name}")
}

impl OnServer {
    async fn on_server(&self, sql: &str) -> Result<(), DbError> {
        let (client, connection) = self.server.connect(tokio_postgres::NoTls).await?;
        let running = tokio::spawn(connection);
        let done = client.batch_execute(sql).await;
        running.abort();
        Ok(done?)
    }
}

impl Drop for OnServer {
    /// A thread of its own: this may be dropped inside a runtime that must not wait, or after it has ended.
    fn drop(&mut self) {
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build();
                let drop_it = format!("SET lock_timeout = '5s'; DROP SCHEMA {} CASCADE", self.name);
                if let Ok(runtime) = runtime
                    && let Err(error) = runtime.block_on(self.on_server(&drop_it))
                {
                    tracing::warn!(%error, schema = self.name, "a test database was left behind");
                }
            });
        });
    }
}
