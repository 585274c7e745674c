//! What readers see, and what they leave behind.

use database::DbError;

use crate::{exec, number, on_both};

const COUNT: &str = "SELECT COUNT(*) FROM things";

on_both! {
    /// As many ids as there are, some of them twice, some of nothing.
    async fn rows_are_found_by_many_ids(db) {
        const BY_IDS: &str = concat!("SELECT id FROM things WHERE id IN ", database::among!());
        exec(db, "CREATE TABLE things (id BIGINT)").await.unwrap();
        let rows = (1..=100).map(|id| vec![database::Value::from(id)]).collect::<Vec<_>>();
        let write = db.write(move |tx| Box::pin(async move { tx.batch("INSERT INTO things VALUES ($1)", &rows).await }));
        let _: u64 = write.await.unwrap();
        for ids in [vec![], vec![7], vec![7, 7, 8, 0, -1], (0..=200).chain(50..90).collect()] {
            let mut expected = ids.clone();
            expected.retain(|id| (1..=100).contains(id));
            expected.sort_unstable();
            expected.dedup();
            let read = db.read(move |tx| Box::pin(async move { tx.among::<i64>(BY_IDS, &ids).await }));
            let mut found: Vec<i64> = read.await.unwrap();
            found.sort_unstable();
            assert_eq!(found, expected);
        }
    }

    /// More panics than there are readers.
    async fn panics_cost_no_reader(db) {
        for _ in 0..20 {
            let read: Result<(), DbError> = db.read(|_tx| Box::pin(async { panic!("a test's panic") })).await;
            assert_eq!(read, Err(DbError::Other("the job panicked".to_owned())));
            let read: Result<(), DbError> = db.read_long(|_tx| Box::pin(async { panic!("a test's panic") })).await;
            assert_eq!(read, Err(DbError::Other("the job panicked".to_owned())));
        }
        assert!(db.is_ready().await);
    }

    async fn errors_cost_no_reader(db) {
        for _ in 0..20 {
            let read: Result<i64, DbError> = db.read(|tx| Box::pin(tx.one("SELECT nothing", &[]))).await;
            assert!(matches!(read, Err(DbError::Other(_))), "{read:?}");
        }
        assert!(db.is_ready().await);
    }

    /// What is committed between two queries of a long read is not seen by it.
    async fn a_long_read_sees_one_state(db) {
        exec(db, "CREATE TABLE things (id BIGINT)").await.unwrap();
        let (seen, wait_for_seen) = std::sync::mpsc::channel();
        let (wrote, wait_for_write) = std::sync::mpsc::channel();
        let address = db.address().to_owned();
        // A thread of its own, as the read keeps this one busy on PostgreSQL.
        let writer = std::thread::spawn(move || {
            wait_for_seen.recv().unwrap();
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let db = database::Db::open(&address, database::Options::default()).await.unwrap();
                db.write(|tx| Box::pin(tx.exec("INSERT INTO things VALUES (1)", &[]))).await.map_err(|error: DbError| error).unwrap();
            });
            wrote.send(()).unwrap();
        });
        let counts = db.read_long(move |tx| Box::pin(async move {
            let before = tx.one::<i64>(COUNT, &[]).await?;
            seen.send(()).unwrap();
            wait_for_write.recv().unwrap();
            Ok::<_, DbError>((before, tx.one::<i64>(COUNT, &[]).await?))
        })).await;
        writer.join().unwrap();
        assert_eq!(counts, Ok((0, 0)));
        assert_eq!(number(db, COUNT).await, 1);
    }
}
