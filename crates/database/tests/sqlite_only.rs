//! What only SQLite has.

use database::testing::fresh_sqlite;
use database::{Db, DbError, Options};

use crate::{exec, number};

#[tokio::test]
async fn the_file_is_durable_and_strict() {
    let db = fresh_sqlite().await.unwrap();
    let pragma = |sql: &'static str| db.write(move |tx| Box::pin(tx.one::<i64>(sql, &[])));
    let synchronous: Result<i64, DbError> = pragma("PRAGMA synchronous").await;
    assert_eq!(synchronous, Ok(2));
    let foreign_keys: Result<i64, DbError> = pragma("PRAGMA foreign_keys").await;
    assert_eq!(foreign_keys, Ok(1));
    let mode: Result<String, DbError> = db
        .write(|tx| Box::pin(tx.one("PRAGMA journal_mode", &[])))
        .await;
    assert_eq!(mode.as_deref(), Ok("wal"));
}

/// A job has the writer to itself, so it must not keep it waiting.
#[tokio::test]
async fn a_job_that_waits_for_something_else_is_refused() {
    let db = fresh_sqlite().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    let wrote: Result<(), DbError> = db
        .write(|tx| {
            Box::pin(async move {
                tx.exec("INSERT INTO things VALUES (1)", &[]).await?;
                std::future::pending().await
            })
        })
        .await;
    assert!(matches!(wrote, Err(DbError::Other(_))), "{wrote:?}");
    let read: Result<(), DbError> = db.read(|_tx| Box::pin(std::future::pending())).await;
    assert!(matches!(read, Err(DbError::Other(_))), "{read:?}");
    assert_eq!(number(&db, "SELECT COUNT(*) FROM things").await, 0);
}

#[tokio::test]
async fn a_backup_is_a_database() {
    let db = fresh_sqlite().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    exec(&db, "INSERT INTO things VALUES (7)").await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    db.backup(&copy).await.unwrap();
    assert!(
        db.backup(&copy).await.is_err(),
        "a file that exists is not overwritten"
    );
    let copy = Db::open(&format!("sqlite:{}", copy.display()), Options::default())
        .await
        .unwrap();
    let found: Result<i64, DbError> = copy
        .read(|tx| Box::pin(tx.one("SELECT id FROM things", &[])))
        .await;
    assert_eq!(found, Ok(7));
}
