//! The end, and being ready before it.

use std::sync::mpsc;

use database::{Db, DbError, Options};

use crate::{exec, on_both};

on_both! {
    /// What was queued when the end was announced is finished, then nothing more is taken.
    async fn queued_jobs_are_finished(db) {
        exec(db, "CREATE TABLE things (id BIGINT)").await.unwrap();
        assert!(db.is_ready().await);
        let (release, released) = mpsc::channel();
        let held = db.write_hot(1, move |_tx| Box::pin(async move {
            released.recv().map_err(|_gone| DbError::NotFound)
        }));
        let queued = db.write_hot(1, |tx| Box::pin(tx.exec("INSERT INTO things VALUES (1)", &[])));
        let (held, queued, (), ()) = tokio::join!(held, queued, db.close(), async { release.send(()).unwrap() });
        let (held, queued): (Result<(), DbError>, Result<u64, DbError>) = (held, queued);
        assert_eq!((held, queued), (Ok(()), Ok(1)));

        assert!(!db.is_ready().await);
        let late: Result<i64, DbError> = db.read(|tx| Box::pin(tx.one("SELECT 1", &[]))).await;
        assert_eq!(late, Err(DbError::Unavailable));
        assert_eq!(exec(db, "INSERT INTO things VALUES (2)").await, Err(DbError::Unavailable));
        let late: Result<u64, DbError> =
            db.write_hot(1, |tx| Box::pin(tx.exec("INSERT INTO things VALUES (3)", &[]))).await;
        assert_eq!(late, Err(DbError::Unavailable));
        db.close().await;

        let again = Db::open(db.address(), Options::default()).await.unwrap();
        let count: Result<i64, DbError> =
            again.read(|tx| Box::pin(tx.one("SELECT COUNT(*) FROM things", &[]))).await;
        assert_eq!(count, Ok(1));
    }
}

#[tokio::test]
async fn addresses_are_checked() {
    for address in [
        "mysql://x",
        "sqlite:",
        "sqlite::memory:",
        "sqlite:/no/such/folder/x.db",
        "postgres://a:b:c",
    ] {
        let refused = Db::open(address, Options::default()).await.err();
        assert!(
            matches!(refused, Some(DbError::Other(_))),
            "{address}: {refused:?}"
        );
    }
}
