//! Many at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use database::testing::{TestDb, fresh_postgres, fresh_sqlite};
use database::{DbError, Tx};

use crate::{exec, number};

/// Takes a place, and says whether there was one.
async fn take(tx: &mut Tx<'_>) -> Result<bool, DbError> {
    Ok(tx
        .exec(
            "UPDATE groups SET taken = taken + 1 WHERE id = 1 AND taken < capacity",
            &[],
        )
        .await?
        == 1)
}

async fn sixty_four_takers_of_one_place(db: TestDb) {
    exec(
        &db,
        "CREATE TABLE groups (id BIGINT, capacity BIGINT, taken BIGINT, CHECK (taken <= capacity))",
    )
    .await
    .unwrap();
    exec(&db, "INSERT INTO groups VALUES (1, 21, 20)")
        .await
        .unwrap();
    let db = Arc::new(db);
    for hot in [false, true] {
        exec(&db, "UPDATE groups SET taken = 20").await.unwrap();
        let takers: Vec<_> = (0..64)
            .map(|_| {
                let db = Arc::clone(&db);
                tokio::spawn(async move {
                    if hot {
                        db.write_hot(1, |tx| Box::pin(take(tx))).await
                    } else {
                        db.write(|tx| Box::pin(take(tx))).await
                    }
                })
            })
            .collect();
        let mut taken = 0;
        for taker in takers {
            taken += usize::from(taker.await.unwrap().unwrap());
        }
        assert_eq!(taken, 1, "hot: {hot}");
        assert_eq!(number(&db, "SELECT taken FROM groups").await, 21);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_place_goes_to_one_on_sqlite() {
    sixty_four_takers_of_one_place(fresh_sqlite().await.unwrap()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_place_goes_to_one_on_postgres() {
    sixty_four_takers_of_one_place(fresh_postgres().await.unwrap()).await;
}

const LOCKS: [&str; 2] = [
    "UPDATE locks SET n = n + 1 WHERE id = 1",
    "UPDATE locks SET n = n + 1 WHERE id = 2",
];

/// Takes both locks, the one in this order and the other in that; at the first two attempts only when both jobs have one.
async fn take_both(
    tx: &mut Tx<'_>,
    order: [&'static str; 2],
    met: &tokio::sync::Barrier,
    attempts: &AtomicUsize,
) -> Result<(), DbError> {
    let meets = attempts.fetch_add(1, Ordering::SeqCst) < 2;
    tx.exec(order[0], &[]).await?;
    if meets {
        met.wait().await;
    }
    tx.exec(order[1], &[]).await.map(drop)
}

/// Deadlocks exist on PostgreSQL only: SQLite has one writer.
#[tokio::test]
async fn a_deadlock_is_retried_or_told() {
    let db = fresh_postgres().await.unwrap();
    exec(
        &db,
        "CREATE TABLE locks (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)",
    )
    .await
    .unwrap();
    exec(&db, "INSERT INTO locks VALUES (1, 0), (2, 0)")
        .await
        .unwrap();
    for retrying in [false, true] {
        let met = Arc::new((tokio::sync::Barrier::new(2), AtomicUsize::new(0)));
        let write = |order: [&'static str; 2]| {
            let (db, met) = (&db, Arc::clone(&met));
            async move {
                if retrying {
                    db.write_retrying(move |tx| {
                        let met = Arc::clone(&met);
                        Box::pin(async move { take_both(tx, order, &met.0, &met.1).await })
                    })
                    .await
                } else {
                    db.write(move |tx| {
                        Box::pin(async move { take_both(tx, order, &met.0, &met.1).await })
                    })
                    .await
                }
            }
        };
        let (one, other) = tokio::join!(write(LOCKS), write([LOCKS[1], LOCKS[0]]));
        if retrying {
            assert_eq!((one, other), (Ok(()), Ok(())));
        } else {
            assert!(matches!(
                (&one, &other),
                (Ok(()), Err(DbError::Retry)) | (Err(DbError::Retry), Ok(()))
            ));
        }
    }
    // Three of the four took both locks.
    assert_eq!(
        number(&db, "SELECT CAST(SUM(n) AS BIGINT) FROM locks").await,
        6
    );
}
