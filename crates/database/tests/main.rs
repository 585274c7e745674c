//! Every behaviour on both engines.

#![expect(clippy::unwrap_used, reason = "tests")]

mod closing;
mod contention;
mod faults;
mod inspecting;
mod migrations;
mod postgres_only;
mod reading;
mod shared_commits;
mod sqlite_only;
mod values;
mod writing;

use database::{DbError, testing::TestDb};

/// Makes two tests of each function: `name::sqlite` and `name::postgres`, each with an empty database.
macro_rules! on_both {
    ($($(#[doc = $doc:literal])* async fn $name:ident($db:ident) $body:block)+) => {
        $($(#[doc = $doc])* mod $name {
            #[allow(unused_imports, reason = "not every test needs all of them")]
            use super::*;

            async fn check($db: &database::testing::TestDb) $body

            #[tokio::test]
            async fn sqlite() {
                check(&database::testing::fresh_sqlite().await.unwrap()).await;
            }

            #[tokio::test]
            async fn postgres() {
                check(&database::testing::fresh_postgres().await.unwrap()).await;
            }
        })+
    };
}
pub(crate) use on_both;

/// Runs one statement in a transaction of its own.
pub(crate) async fn exec(db: &TestDb, sql: &'static str) -> Result<u64, DbError> {
    db.write(move |tx| Box::pin(tx.exec(sql, &[]))).await
}

/// The number that a query gives.
pub(crate) async fn number(db: &TestDb, sql: &'static str) -> i64 {
    db.read(move |tx| Box::pin(tx.one::<i64>(sql, &[])))
        .await
        .map_err(|error: DbError| error)
        .unwrap()
}
