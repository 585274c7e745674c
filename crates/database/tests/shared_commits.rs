//! Jobs that share a commit. These tests have one thread, so everything that is queued before the first await that waits is
//! committed together on PostgreSQL; on SQLite the first job holds the writer until the others are queued.

use std::sync::mpsc;

use database::{DbError, testing::TestDb};
use futures_util::FutureExt;

use crate::{exec, number, on_both};

const GROUP: i64 = 1;

#[derive(Debug, PartialEq)]
enum Refusal {
    Full,
    Database(DbError),
}

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        Refusal::Database(error)
    }
}

/// A job that is at work until `released` says so.
async fn hold(db: &TestDb, released: mpsc::Receiver<()>) -> Result<(), DbError> {
    db.write_hot(GROUP, move |_tx| {
        Box::pin(async move { released.recv().map_err(|_gone| DbError::NotFound) })
    })
    .await
}

async fn insert(db: &TestDb, sql: &'static str) -> Result<u64, Refusal> {
    db.write_hot(GROUP, move |tx| {
        Box::pin(async move { Ok(tx.exec(sql, &[]).await?) })
    })
    .await
}

/// Takes a place and says whether there was one.
async fn take(db: &TestDb) -> Result<(), Refusal> {
    db.write_hot(GROUP, |tx| {
        Box::pin(async move {
            let sql = "UPDATE groups SET taken = taken + 1 WHERE id = $1 AND taken < capacity";
            if tx.exec(sql, &[&GROUP]).await? == 1 {
                Ok(())
            } else {
                Err(Refusal::Full)
            }
        })
    })
    .await
}

async fn make_tables(db: &TestDb, capacity: &'static str) {
    exec(
        db,
        "CREATE TABLE groups (id BIGINT PRIMARY KEY, capacity BIGINT NOT NULL, taken BIGINT NOT NULL)",
    )
    .await
    .unwrap();
    exec(db, capacity).await.unwrap();
    exec(db, "CREATE TABLE parents (id BIGINT PRIMARY KEY)")
        .await
        .unwrap();
    // Checked by COMMIT only.
    exec(
        db,
        "CREATE TABLE children (
            parent_id BIGINT NOT NULL REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED
        )",
    )
    .await
    .unwrap();
}

const ONE_PLACE: &str = "INSERT INTO groups (id, capacity, taken) VALUES (1, 1, 0)";

on_both! {
    /// One place, taken by the first; the second's refusal and the third's SQL error undo their own work only.
    async fn each_job_has_its_own_answer(db) {
        make_tables(db, ONE_PLACE).await;
        let (release, released) = mpsc::channel();
        let (held, first, second, wrong, other, ()) = tokio::join!(
            hold(db, released),
            take(db),
            take(db),
            insert(db, "INSERT INTO parents (id) SELECT 7 UNION ALL SELECT 7"),
            insert(db, "INSERT INTO parents (id) VALUES (8)"),
            async { release.send(()).unwrap() },
        );
        assert_eq!(held, Ok(()));
        assert_eq!((first, second), (Ok(()), Err(Refusal::Full)));
        assert_eq!(wrong, Err(Refusal::Database(DbError::Unique { constraint: "parents_pkey".to_owned() })));
        assert_eq!(other, Ok(1));
        assert_eq!(number(db, "SELECT CAST(SUM(id) AS BIGINT) FROM parents").await, 8);
        assert_eq!(number(db, "SELECT taken FROM groups").await, 1);
    }

    /// The refusal of the second rests on the place that the first took; when that is undone, it must not be told.
    async fn a_failed_commit_is_everybodys_answer(db) {
        make_tables(db, ONE_PLACE).await;
        let (release, released) = mpsc::channel();
        let orphan = "INSERT INTO children (parent_id) VALUES (9)";
        let (held, first, second, bad, ()) = tokio::join!(
            hold(db, released),
            take(db),
            take(db),
            insert(db, orphan),
            async { release.send(()).unwrap() },
        );
        assert_eq!(held, Err(DbError::Retry));
        let retry = || Err(Refusal::Database(DbError::Retry));
        assert_eq!((first, second), (retry(), retry()));
        assert_eq!(bad, Err(Refusal::Database(DbError::Retry)));
        assert_eq!(number(db, "SELECT taken FROM groups").await, 0);

        // The next ones are committed one by one: only the one to blame fails, with its own reason.
        let (first, bad, second) = tokio::join!(take(db), insert(db, orphan), take(db));
        assert_eq!((first, second), (Ok(()), Err(Refusal::Full)));
        assert_eq!(bad, Err(Refusal::Database(DbError::ForeignKey)));
        assert_eq!(number(db, "SELECT taken FROM groups").await, 1);
    }

    async fn a_panic_spares_the_others(db) {
        make_tables(db, ONE_PLACE).await;
        let (release, released) = mpsc::channel();
        let panicking = db.write_hot(GROUP, |_tx| Box::pin(async { panic!("a test's panic") }));
        let (held, panicked, first, ()) = tokio::join!(
            hold(db, released),
            panicking,
            take(db),
            async { release.send(()).unwrap() },
        );
        let panicked: Result<(), DbError> = panicked;
        assert_eq!((held, first), (Ok(()), Ok(())));
        assert_eq!(panicked, Err(DbError::Other("the job panicked".to_owned())));
    }

    async fn a_job_nobody_waits_for_is_not_begun(db) {
        make_tables(db, ONE_PLACE).await;
        let (release, released) = mpsc::channel();
        let (held, ()) = tokio::join!(hold(db, released), async {
            // Polled once, which queues it, and dropped.
            assert_eq!(take(db).now_or_never(), None);
            release.send(()).unwrap();
        });
        assert_eq!(held, Ok(()));
        assert_eq!(take(db).await, Ok(()));
    }
}
