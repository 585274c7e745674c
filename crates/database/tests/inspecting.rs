//! What tests may ask about statements.

use database::{DbError, Engine, explain, prepare_all};

use crate::{exec, on_both};

database::statements! {
    /// By its key.
    pub BY_ID = "SELECT id FROM things WHERE id = $1";
    /// By a column without an index.
    pub BY_NAME = "SELECT id FROM things WHERE name = $1";
}

on_both! {
    async fn statements_are_prepared(db) {
        exec(db, "CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT)").await.unwrap();
        assert_eq!(prepare_all(db, ALL).await, Ok(()));
        let refused = prepare_all(db, &[("GOOD", BY_ID), ("BAD", "SELECT missing FROM things"), ("WORSE", "SELEC")]).await;
        let Err(DbError::Other(message)) = refused else { panic!("{refused:?}") };
        assert!(message.contains("BAD: ") && message.contains("WORSE: ") && !message.contains("GOOD"), "{message}");
    }

    async fn plans_tell_full_scans(db) {
        exec(db, "CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT)").await.unwrap();
        let scan = match db.engine() {
            Engine::Sqlite => "SCAN things",
            Engine::Postgres => "Seq Scan on things",
        };
        for _ in 0..2 {
            let plan = explain(db, BY_ID).await.unwrap();
            assert!(!plan.contains(scan) && !plan.is_empty(), "{plan}");
            let plan = explain(db, BY_NAME).await.unwrap();
            assert!(plan.contains(scan), "{plan}");
        }
    }
}

/// SQLite has no such type, so a column of it would be read on one engine only.
#[tokio::test]
async fn types_of_one_engine_are_refused() {
    let db = database::testing::fresh_postgres().await.unwrap();
    let refused = prepare_all(
        &db,
        &[(
            "TOTAL",
            "SELECT SUM(n) AS total FROM (SELECT CAST(1 AS BIGINT) AS n) AS t",
        )],
    )
    .await;
    assert_eq!(
        refused,
        Err(DbError::Other(
            "TOTAL: column total is numeric; cast it".to_owned()
        ))
    );
}

/// `?1` and names are no parameters here, though SQLite has them.
#[tokio::test]
async fn parameters_of_one_engine_are_refused() {
    let db = database::testing::fresh_sqlite().await.unwrap();
    for sql in ["SELECT ?1", "SELECT :name", "SELECT $2", "SELECT $name"] {
        let refused = db
            .read(move |tx| Box::pin(async move { tx.one::<i64>(sql, &[&1_i64]).await }))
            .await;
        assert!(
            matches!(refused, Err(DbError::Other(_))),
            "{sql}: {refused:?}"
        );
    }
    assert!(
        prepare_all(&db, &[("NAMED", "SELECT :name")])
            .await
            .is_err()
    );
}
