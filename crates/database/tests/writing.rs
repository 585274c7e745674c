//! What a transaction promises, and the names of what the database refuses.

use database::DbError;

use crate::{exec, number, on_both};

const TABLES: [&str; 5] = [
    "CREATE TABLE parents (id BIGINT PRIMARY KEY)",
    "CREATE TABLE children (
        id BIGINT NOT NULL PRIMARY KEY,
        parent_id BIGINT REFERENCES parents (id),
        email TEXT UNIQUE,
        name TEXT,
        nick TEXT,
        year BIGINT,
        CONSTRAINT year_is_sane CHECK (year > 1900),
        UNIQUE (name, year)
    )",
    "CREATE UNIQUE INDEX one_name_per_parent ON children (parent_id, name) WHERE year IS NULL",
    "CREATE UNIQUE INDEX one_nick_whatever_case ON children (lower(nick))",
    "INSERT INTO parents (id) VALUES (1)",
];

async fn make_tables(db: &database::testing::TestDb) {
    for sql in TABLES {
        exec(db, sql).await.unwrap();
    }
}

/// A caller's own error.
#[derive(Debug, PartialEq)]
enum Refusal {
    TooLate,
    Database(DbError),
}

impl From<DbError> for Refusal {
    fn from(error: DbError) -> Self {
        Refusal::Database(error)
    }
}

on_both! {
    async fn an_error_undoes_everything(db) {
        make_tables(db).await;
        let refused: Result<(), Refusal> = db.write(|tx| Box::pin(async move {
            tx.exec("INSERT INTO parents (id) VALUES (2)", &[]).await?;
            Err(Refusal::TooLate)
        })).await;
        assert_eq!(refused, Err(Refusal::TooLate));
        let refused: Result<(), Refusal> = db.write_hot(1, |tx| Box::pin(async move {
            tx.exec("INSERT INTO parents (id) VALUES (2)", &[]).await?;
            Err(Refusal::TooLate)
        })).await;
        assert_eq!(refused, Err(Refusal::TooLate));
        assert_eq!(number(db, "SELECT COUNT(*) FROM parents").await, 1);
    }

    /// PostgreSQL would answer COMMIT with a silent rollback.
    async fn an_ignored_failure_undoes_everything(db) {
        make_tables(db).await;
        let written: Result<(), DbError> = db.write(|tx| Box::pin(async move {
            tx.exec("INSERT INTO parents (id) VALUES (2)", &[]).await?;
            let _ = tx.exec("INSERT INTO parents (id) VALUES (1)", &[]).await;
            Ok(())
        })).await;
        assert_eq!(written, Err(DbError::Unique { constraint: "parents_pkey".to_owned() }));
        assert_eq!(number(db, "SELECT COUNT(*) FROM parents").await, 1);
    }

    async fn not_finding_a_row_undoes_nothing(db) {
        make_tables(db).await;
        let written: Result<(), DbError> = db.write(|tx| Box::pin(async move {
            tx.exec("INSERT INTO parents (id) VALUES (2)", &[]).await?;
            let missing = tx.one::<i64>("SELECT id FROM parents WHERE id = 9", &[]).await;
            assert_eq!(missing, Err(DbError::NotFound));
            Ok(())
        })).await;
        assert_eq!(written, Ok(()));
        assert_eq!(number(db, "SELECT COUNT(*) FROM parents").await, 2);
    }

    async fn a_panic_undoes_its_job_only(db) {
        make_tables(db).await;
        let panicked = Err(DbError::Other("the job panicked".to_owned()));
        let answer: Result<(), DbError> = db.write(|tx| Box::pin(async move {
            tx.exec("INSERT INTO parents (id) VALUES (2)", &[]).await?;
            panic!("a test's panic");
        })).await;
        assert_eq!(answer, panicked);
        let answer: Result<(), DbError> = db.write_hot(1, |tx| Box::pin(async move {
            tx.exec("INSERT INTO parents (id) VALUES (2)", &[]).await?;
            panic!("a test's panic");
        })).await;
        assert_eq!(answer, panicked);
        exec(db, "INSERT INTO parents (id) VALUES (3)").await.unwrap();
        assert_eq!(number(db, "SELECT COUNT(*) FROM parents").await, 2);
    }

    /// The names are the same on both engines.
    async fn refusals_tell_their_names(db) {
        make_tables(db).await;
        exec(db, "INSERT INTO children (id, email, nick, name, year) VALUES (1, 'a@x', 'ann', 'Anna', 2000)").await.unwrap();
        exec(db, "INSERT INTO children (id, parent_id, name) VALUES (2, 1, 'Jan')").await.unwrap();
        for (sql, name) in [
            ("INSERT INTO parents (id) VALUES (1)", "parents_pkey"),
            ("INSERT INTO children (id) VALUES (1)", "children_pkey"),
            ("INSERT INTO children (id, email) VALUES (3, 'a@x')", "children_email_key"),
            ("INSERT INTO children (id, name, year) VALUES (3, 'Anna', 2000)", "children_name_year_key"),
            ("INSERT INTO children (id, parent_id, name) VALUES (3, 1, 'Jan')", "one_name_per_parent"),
            ("INSERT INTO children (id, nick) VALUES (3, 'Ann')", "one_nick_whatever_case"),
        ] {
            let refused = exec(db, sql).await.unwrap_err();
            assert!(refused.is_unique(name), "{sql}: {refused:?}");
        }
        assert_eq!(
            exec(db, "INSERT INTO children (id, year) VALUES (3, 1500)").await,
            Err(DbError::Check { constraint: "year_is_sane".to_owned() }),
        );
        assert_eq!(exec(db, "INSERT INTO children (id, parent_id) VALUES (3, 9)").await, Err(DbError::ForeignKey));
        assert_eq!(exec(db, "DELETE FROM parents WHERE id = 1").await, Err(DbError::ForeignKey));
    }

    async fn returning_and_on_conflict(db) {
        make_tables(db).await;
        let sql = "INSERT INTO parents (id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id";
        let found: (Option<i64>, Option<i64>) = db.write(move |tx| Box::pin(async move {
            Ok::<_, DbError>((tx.opt(sql, &[&1_i64]).await?, tx.opt(sql, &[&2_i64]).await?))
        })).await.unwrap();
        assert_eq!(found, (None, Some(2)));
    }
}
