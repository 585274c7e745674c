//! A server that goes away, callers that go away, and addresses.

use database::testing::{fresh_postgres, fresh_postgres_with};
use database::{Db, DbError, Options};

use crate::{exec, number};

const END_MYSELF: &str = "SELECT CAST(1 AS BIGINT) FROM pg_terminate_backend(pg_backend_pid())";
const END_OTHERS: &str =
    "SELECT CAST(COUNT(pg_terminate_backend(pid)) AS BIGINT) FROM pg_stat_activity
    WHERE application_name = 'to be ended' AND pid <> pg_backend_pid()";

/// The server ends the connection in the middle of a job, as a restart does.
#[tokio::test]
async fn a_lost_connection_is_replaced() {
    let db = fresh_postgres().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    let insert = "INSERT INTO things VALUES (1)";
    let lost: Result<i64, DbError> = db
        .write(move |tx| {
            Box::pin(async move {
                tx.exec(insert, &[]).await?;
                tx.one(END_MYSELF, &[]).await
            })
        })
        .await;
    assert_eq!(lost, Err(DbError::Unavailable));
    let lost: Result<i64, DbError> = db
        .write_hot(1, move |tx| {
            Box::pin(async move {
                tx.exec(insert, &[]).await?;
                tx.one(END_MYSELF, &[]).await
            })
        })
        .await;
    assert_eq!(lost, Err(DbError::Unavailable));
    let lost: Result<i64, DbError> = db.read(|tx| Box::pin(tx.one(END_MYSELF, &[]))).await;
    assert_eq!(lost, Err(DbError::Unavailable));
    assert_eq!(number(&db, "SELECT COUNT(*) FROM things").await, 0);
    assert_eq!(exec(&db, insert).await, Ok(1));
    let hot: Result<u64, DbError> = db
        .write_hot(1, move |tx| Box::pin(tx.exec(insert, &[])))
        .await;
    assert_eq!(hot, Ok(1));
}

/// Idle connections that died are not handed out for long.
#[tokio::test]
async fn dead_connections_leave_the_pool() {
    let fresh = fresh_postgres().await.unwrap();
    let address = format!("{}&application_name=to%20be%20ended", fresh.address());
    let db = Db::open(&address, Options::default()).await.unwrap();
    let (one, two, three) = tokio::join!(db.is_ready(), db.is_ready(), db.is_ready());
    assert!(one && two && three);
    let ended = number(&fresh, END_OTHERS).await;
    assert!(ended >= 1);
    // Each dead connection fails at most once.
    let mut failures = 0;
    while !db.is_ready().await {
        failures += 1;
        assert!(failures <= ended);
    }
}

/// With one connection: a transaction left open by a caller who went away would be seen by the next.
#[tokio::test]
async fn a_dropped_job_is_rolled_back() {
    let db = fresh_postgres_with(Options {
        postgres_connections: 1,
        ..Options::default()
    })
    .await
    .unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    for _ in 0..3 {
        let (inserted, is_inserted) = tokio::sync::oneshot::channel();
        let job = db.write(move |tx| {
            Box::pin(async move {
                tx.exec("INSERT INTO things VALUES (1)", &[]).await?;
                let _ = inserted.send(());
                std::future::pending::<Result<(), DbError>>().await
            })
        });
        tokio::select! {
            _ = job => unreachable!("it waits for ever"),
            sent = is_inserted => sent.unwrap(),
        }
        assert_eq!(number(&db, "SELECT COUNT(*) FROM things").await, 0);
    }
    assert_eq!(exec(&db, "INSERT INTO things VALUES (2)").await, Ok(1));
    assert_eq!(number(&db, "SELECT COUNT(*) FROM things").await, 1);
}

/// Every failure of a serializable transaction is retried.
#[tokio::test]
async fn a_serialization_failure_can_be_tried_again() {
    let db = fresh_postgres().await.unwrap();
    exec(&db, "CREATE TABLE things (id BIGINT)").await.unwrap();
    let raise = "DO $$ BEGIN RAISE EXCEPTION 'as the server would' USING ERRCODE = '40001'; END $$";
    assert_eq!(exec(&db, raise).await, Err(DbError::Retry));
}

#[tokio::test]
async fn addresses_that_cannot_be_served_are_refused() {
    let encrypted = Db::open(
        "postgres://zapis@127.0.0.1/zapis?sslmode=require",
        Options::default(),
    )
    .await
    .err();
    assert!(
        matches!(&encrypted, Some(DbError::Other(reason)) if reason.contains("sslmode")),
        "{encrypted:?}"
    );
    // Port 1 is never served.
    let nobody = Db::open("postgres://zapis@127.0.0.1:1/zapis", Options::default())
        .await
        .err();
    assert_eq!(nobody, Some(DbError::Unavailable));
}

#[tokio::test]
async fn a_missing_database_is_told() {
    let db = fresh_postgres().await.unwrap();
    let address = db.address().replace("/postgres?", "/no_such_database?");
    let missing = Db::open(&address, Options::default()).await.err();
    assert!(
        matches!(&missing, Some(DbError::Other(reason)) if reason.contains("does not exist")),
        "{missing:?}"
    );
}
