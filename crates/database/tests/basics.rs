//! The verbs, types and rows.
use database::DbError;
use database::testing::{fresh_postgres, fresh_sqlite};

#[tokio::test]
async fn verbs() {
    for db in [fresh_sqlite().await.unwrap(), fresh_postgres().await.unwrap()] {
        let n: i64 = db
            .read(|tx| Box::pin(async move { tx.one("SELECT CAST($1 AS BIGINT)", &[&5_i64]).await }))
            .await
            .map_err(|e: DbError| e)
            .unwrap();
        assert_eq!(n, 5);
    }
}
