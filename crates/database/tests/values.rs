//! What goes in comes out again, the same on both engines.

use database::{DbError, Row, Value};
use jiff::{Timestamp, civil::Date};

use crate::{exec, number, on_both};

database::id! {
    /// An id of these tests.
    ThingId;
}

const TABLE: &str =
    "CREATE TABLE things (id BIGINT, text TEXT, flag BOOLEAN, bytes BYTEA, at BIGINT, day TEXT)";
const ADD: &str =
    "INSERT INTO things (id, text, flag, bytes, at, day) VALUES ($1, $2, $3, $4, $5, $6)";

#[derive(Debug, PartialEq)]
struct Thing {
    id: ThingId,
    text: Option<String>,
    flag: bool,
    bytes: Vec<u8>,
    at: Timestamp,
    day: Option<Date>,
}
database::from_row!(Thing {
    id,
    text,
    flag,
    bytes,
    at,
    day
});

on_both! {
    /// Every type, given and read by name and by position.
    async fn every_type(db) {
        exec(db, TABLE).await.unwrap();
        let at: Timestamp = "2026-11-22T05:00:00.123456Z".parse().unwrap();
        let day: Date = "2028-02-29".parse().unwrap();
        let found: Vec<Thing> = db.write(move |tx| Box::pin(async move {
            tx.exec(ADD, &[&ThingId::new(7), &"Zażółć 🎓", &true, &b"\0\xff".as_slice(), &at, &day]).await?;
            tx.exec(ADD, &[&ThingId::new(8), &None::<String>, &false, &Vec::new(), &at, &None::<Date>]).await?;
            tx.all("SELECT day, at, id, text, flag, bytes FROM things ORDER BY id", &[]).await
        })).await.map_err(|error: DbError| error).unwrap();
        assert_eq!(found[0], Thing {
            id: ThingId::new(7), text: Some("Zażółć 🎓".to_owned()), flag: true, bytes: vec![0, 255], at, day: Some(day),
        });
        assert_eq!((found[1].text.as_ref(), found[1].flag, found[1].day, found[1].bytes.len()), (None, false, None, 0));
        let tuple: (ThingId, Option<String>, bool) = db
            .read(|tx| Box::pin(tx.one("SELECT id, text, flag FROM things WHERE id = 8", &[])))
            .await.map_err(|error: DbError| error).unwrap();
        assert_eq!(tuple, (ThingId::new(8), None, false));
    }

    /// `$2` is the second parameter wherever it stands, and may stand twice.
    async fn parameters_keep_their_numbers(db) {
        let sql = "SELECT CAST($2 AS TEXT), CAST($1 AS BIGINT), CAST($2 AS TEXT)";
        let found: (String, i64, String) = db
            .read(move |tx| Box::pin(async move { tx.one(sql, &[&1_i64, &"two"]).await }))
            .await.map_err(|error: DbError| error).unwrap();
        assert_eq!(found, ("two".to_owned(), 1, "two".to_owned()));
    }

    async fn a_wrong_number_of_parameters_is_an_error(db) {
        let few: Result<i64, DbError> =
            db.read(|tx| Box::pin(async move { tx.one("SELECT CAST($1 AS BIGINT)", &[]).await })).await;
        assert!(matches!(few, Err(DbError::Other(_))), "{few:?}");
        let many: Result<i64, DbError> = db
            .read(|tx| Box::pin(async move { tx.one("SELECT CAST($1 AS BIGINT)", &[&1_i64, &2_i64]).await }))
            .await;
        assert!(matches!(many, Err(DbError::Other(_))), "{many:?}");
    }

    async fn a_wrong_column_is_an_error(db) {
        async fn read<T: Send + 'static>(
            db: &database::testing::TestDb,
            read: fn(&Row<'_>) -> Result<T, DbError>,
        ) -> Result<(), DbError> {
            let sql = "SELECT CAST('text' AS TEXT) AS name";
            db.read(move |tx| Box::pin(async move { tx.stream(sql, &[], |row| read(row).map(drop)).await })).await
        }
        assert_eq!(read(db, |row| row.get::<String>("name")).await, Ok(()));
        assert!(matches!(read(db, |row| row.get::<i64>("name")).await, Err(DbError::Other(_))));
        assert!(matches!(read(db, |row| row.get::<String>("title")).await, Err(DbError::Other(_))));
        assert!(matches!(read(db, |row| row.at::<String>(1)).await, Err(DbError::Other(_))));
    }

    /// PostgreSQL cannot keep it, so SQLite must not either.
    async fn the_character_nul_is_refused(db) {
        exec(db, TABLE).await.unwrap();
        let written: Result<u64, DbError> = db
            .write(|tx| Box::pin(async move { tx.exec("INSERT INTO things (text) VALUES ($1)", &[&"a\0b"]).await }))
            .await;
        assert!(matches!(written, Err(DbError::BadText)), "{written:?}");
        assert_eq!(number(db, "SELECT COUNT(*) FROM things").await, 0);
    }

    async fn one_and_opt_expect_one_row(db) {
        let none = "SELECT CAST(1 AS BIGINT) WHERE 1 = 2";
        let two = "SELECT CAST(1 AS BIGINT) UNION ALL SELECT CAST(2 AS BIGINT)";
        let found: Result<i64, DbError> = db.read(move |tx| Box::pin(tx.one(none, &[]))).await;
        assert_eq!(found, Err(DbError::NotFound));
        let found: Result<Option<i64>, DbError> = db.read(move |tx| Box::pin(tx.opt(none, &[]))).await;
        assert_eq!(found, Ok(None));
        let found: Result<Option<i64>, DbError> = db.read(move |tx| Box::pin(tx.opt(two, &[]))).await;
        assert!(matches!(found, Err(DbError::Other(_))), "{found:?}");
    }

    /// More rows than PostgreSQL is sent at once.
    async fn a_batch_and_a_stream(db) {
        exec(db, TABLE).await.unwrap();
        let sum = db.write(|tx| Box::pin(async move {
            let rows: Vec<Vec<Value>> = (1..=700_i64).map(|id| vec![id.into(), Value::from("x")]).collect();
            assert_eq!(tx.batch("INSERT INTO things (id, text) VALUES ($1, $2)", &rows).await?, 700);
            let mut sum = 0;
            tx.stream("SELECT id FROM things ORDER BY id", &[], |row| {
                sum += row.at::<i64>(0)?;
                Ok(())
            }).await?;
            Ok::<_, DbError>(sum)
        })).await;
        assert_eq!(sum, Ok(700 * 701 / 2));
    }

    /// Upper and lower case differ and a name in double quotes is no text, as on PostgreSQL.
    async fn sqlite_is_as_strict_as_postgres(db) {
        assert_eq!(number(db, "SELECT COUNT(*) FROM (SELECT 1) AS t WHERE 'Anna' LIKE 'anna'").await, 0);
        let found: Result<String, DbError> = db.read(|tx| Box::pin(tx.one("SELECT \"no column\"", &[]))).await;
        assert!(matches!(found, Err(DbError::Other(_))), "{found:?}");
    }
}

#[test]
fn ids_are_numbers_outside() {
    let id: ThingId = "42".parse().unwrap();
    assert_eq!(id.to_string(), "42");
    assert!("42a".parse::<ThingId>().is_err());
    assert!("99999999999999999999".parse::<ThingId>().is_err());
}
