//! Faults that the machine makes: a file that may not be written, a full disk, a lock that is held.

use std::sync::mpsc;
use std::time::Duration;

use database::testing::{fresh_sqlite, fresh_sqlite_with};
use database::{Db, DbError, Options};

use crate::{exec, number};

#[tokio::test]
async fn a_read_only_file_can_be_read() {
    let db = fresh_sqlite().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    let read_only = Db::open(
        db.address(),
        Options {
            read_only: true,
            ..Options::default()
        },
    )
    .await
    .unwrap();
    let write = "INSERT INTO things VALUES (1)";
    let refused: Result<u64, DbError> = read_only
        .write(move |tx| Box::pin(tx.exec(write, &[])))
        .await;
    assert_eq!(refused, Err(DbError::ReadOnly));
    let count: Result<i64, DbError> = read_only
        .read(|tx| Box::pin(tx.one("SELECT COUNT(*) FROM things", &[])))
        .await;
    assert_eq!(count, Ok(0));
}

#[tokio::test]
async fn readers_do_not_write() {
    let db = fresh_sqlite().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    let refused: Result<u64, DbError> = db
        .read(|tx| Box::pin(tx.exec("INSERT INTO things VALUES (1)", &[])))
        .await;
    assert_eq!(refused, Err(DbError::ReadOnly));
}

/// SQLite may roll back the whole transaction by itself when the disk is full, so everybody who shares it is told.
#[tokio::test]
async fn a_full_disk_is_told() {
    let db = fresh_sqlite().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT, bytes BYTEA)")
        .await
        .unwrap();
    let limit = |sql: &'static str| db.write(move |tx| Box::pin(tx.one::<i64>(sql, &[])));
    let _: Result<i64, DbError> = limit("PRAGMA max_page_count = 8").await;
    let big: Result<u64, DbError> = db
        .write(|tx| Box::pin(tx.exec("INSERT INTO things VALUES (1, zeroblob(1000000))", &[])))
        .await;
    assert_eq!(big, Err(DbError::Full));
    let small = exec(&db, "INSERT INTO things VALUES (2, NULL)").await;
    assert_eq!(small, Ok(1));

    let (release, released) = mpsc::channel();
    let (first, big, ()) = tokio::join!(
        db.write(move |tx| Box::pin(async move {
            released.recv().map_err(|_gone| DbError::NotFound)?;
            tx.exec("INSERT INTO things VALUES (3, NULL)", &[]).await
        })),
        db.write(|tx| Box::pin(tx.exec("INSERT INTO things VALUES (4, zeroblob(1000000))", &[]))),
        async { release.send(()).unwrap() },
    );
    let (first, big): (Result<u64, DbError>, Result<u64, DbError>) = (first, big);
    assert_eq!(big, Err(DbError::Full));
    // Whether the first was lost with it is SQLite's choice; what it was told is true.
    let kept = number(&db, "SELECT COUNT(*) FROM things WHERE id = 3").await;
    assert_eq!(first, if kept == 1 { Ok(1) } else { Err(DbError::Full) });

    let _: Result<i64, DbError> = limit("PRAGMA max_page_count = 100000").await;
    assert_eq!(
        exec(&db, "INSERT INTO things VALUES (5, zeroblob(1000000))").await,
        Ok(1)
    );
}

/// Another process holds the lock for longer than we wait.
#[tokio::test]
async fn a_held_lock_can_be_tried_again() {
    let db = fresh_sqlite_with(Options {
        wait: Duration::from_millis(1),
        ..Options::default()
    })
    .await
    .unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    let other = Db::open(db.address(), Options::default()).await.unwrap();
    let (holding, is_held) = tokio::sync::oneshot::channel();
    let (release, released) = mpsc::channel();
    let holder = other.write(move |_tx| {
        Box::pin(async move {
            let _ = holding.send(());
            released.recv().map_err(|_gone| DbError::NotFound)
        })
    });
    let (held, ()) = tokio::join!(holder, async {
        is_held.await.unwrap();
        assert_eq!(
            exec(&db, "INSERT INTO things VALUES (1)").await,
            Err(DbError::Retry)
        );
        assert_eq!(number(&db, "SELECT COUNT(*) FROM things").await, 0);
        release.send(()).unwrap();
    });
    assert_eq!(held, Ok(()));
    assert_eq!(exec(&db, "INSERT INTO things VALUES (1)").await, Ok(1));
}
