//! What tests ask about statements.

use crate::{Db, DbError};

/// Lets the engine read every statement without running it, and checks that parameters are `$1`, `$2` …, and
/// that what goes in and comes out has a type that both engines know. The error names each statement that it refuses.
pub async fn prepare_all(
    db: &Db,
    statements: &'static [(&'static str, &'static str)],
) -> Result<(), DbError> {
    let refused: Vec<String> = db
        .read(move |tx| {
            Box::pin(async move {
                let mut refused = Vec::new();
                for (name, sql) in statements {
                    if let Err(error) = tx.prepare(sql).await {
                        refused.push(format!("{name}: {error}"));
                    }
                }
                Ok::<_, DbError>(refused)
            })
        })
        .await?;
    if refused.is_empty() {
        Ok(())
    } else {
        Err(DbError::Other(refused.join("\n")))
    }
}

/// How the engine would run the statement, in its own words, one step per line. On SQLite a line `SCAN table` is a full
/// scan, `SEARCH table USING …` is not. On PostgreSQL `Seq Scan on table` appears only where no index can serve.
pub async fn explain(db: &Db, sql: &'static str) -> Result<String, DbError> {
    db.read_long(move |tx| Box::pin(tx.explain(sql))).await
}
