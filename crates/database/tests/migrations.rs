//! The schema, step by step.

use database::{Db, DbError, Migration, Options, migrate, pending};

use crate::{exec, number, on_both};

const FIRST: Migration = Migration {
    number: 1,
    name: "people",
    sql: "CREATE TABLE people (id {id}, name TEXT NOT NULL, active BOOLEAN NOT NULL, photo BYTEA);
          CREATE INDEX people_by_name ON people (name);",
};
const SECOND: Migration = Migration {
    number: 2,
    name: "anna",
    sql: "INSERT INTO people (name, active) VALUES ('Anna', TRUE)",
};
const BROKEN: Migration = Migration {
    number: 3,
    name: "broken",
    sql: "INSERT INTO people (name, active) VALUES ('Jan', TRUE); INSERT INTO nowhere VALUES (1)",
};
const EDITED: Migration = Migration {
    number: 1,
    name: "people",
    sql: "CREATE TABLE people (id {id})",
};

on_both! {
    async fn steps_are_applied_once(db) {
        assert_eq!(pending(db, &[FIRST, SECOND]).await, Ok(vec![FIRST, SECOND]));
        assert_eq!(migrate(db, &[FIRST]).await, Ok(1));
        assert_eq!(pending(db, &[FIRST, SECOND]).await, Ok(vec![SECOND]));
        assert_eq!(migrate(db, &[FIRST, SECOND]).await, Ok(1));
        assert_eq!(migrate(db, &[FIRST, SECOND]).await, Ok(0));
        assert_eq!(pending(db, &[FIRST, SECOND]).await, Ok(vec![]));
        assert_eq!(number(db, "SELECT id FROM people WHERE name = 'Anna'").await, 1);
        let a_day_of_2026 = number(db, "SELECT applied_at FROM schema_migrations WHERE number = 1").await;
        assert!(a_day_of_2026 > 1_767_225_600_000_000, "{a_day_of_2026}");
    }

    /// The step that failed leaves nothing, what came before it stays.
    async fn a_broken_step_is_undone(db) {
        let Err(DbError::Schema(message)) = migrate(db, &[FIRST, SECOND, BROKEN]).await else { panic!() };
        assert!(message.starts_with("migration 3 broken: "), "{message}");
        assert_eq!(number(db, "SELECT COUNT(*) FROM people").await, 1);
        assert_eq!(pending(db, &[FIRST, SECOND, BROKEN]).await, Ok(vec![BROKEN]));
    }

    async fn a_newer_database_is_refused(db) {
        migrate(db, &[FIRST, SECOND]).await.unwrap();
        for refused in [migrate(db, &[FIRST]).await.map(drop), pending(db, &[FIRST]).await.map(drop)] {
            let Err(DbError::Schema(message)) = refused else { panic!("{refused:?}") };
            assert!(message.contains("newer than this program"), "{message}");
        }
    }

    async fn a_step_that_was_edited_is_refused(db) {
        migrate(db, &[FIRST]).await.unwrap();
        let Err(DbError::Schema(message)) = migrate(db, &[EDITED]).await else { panic!() };
        assert!(message.contains("was changed"), "{message}");
    }

    async fn steps_out_of_order_are_refused(db) {
        assert!(matches!(migrate(db, &[SECOND, FIRST]).await, Err(DbError::Schema(_))));
    }

    async fn several_nodes_may_start_at_once(db) {
        let open = || async { Db::open(db.address(), Options::default()).await.unwrap() };
        let nodes = [open().await, open().await, open().await, open().await];
        let steps: &'static [Migration] = &[FIRST, SECOND];
        let [a, b, c, d] = &nodes;
        let applied = tokio::join!(migrate(a, steps), migrate(b, steps), migrate(c, steps), migrate(d, steps));
        let applied = applied.0.unwrap() + applied.1.unwrap() + applied.2.unwrap() + applied.3.unwrap();
        assert_eq!(applied, 2);
        assert_eq!(number(db, "SELECT COUNT(*) FROM people").await, 1);
        exec(db, "INSERT INTO people (name, active) VALUES ('Jan', FALSE)").await.unwrap();
    }
}
