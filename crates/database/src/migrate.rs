//! The schema, step by step.

use crate::{Db, DbError, Engine, Tx};

/// One step of the schema: a portable SQL text in which `{id}` stands for "auto-numbered BIGINT primary key",
/// and `{by_key}` after a table for "rows lie in the order of the primary key" (PostgreSQL can not promise that).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// Its place in the order, from 1; never changed.
    pub number: i64,
    /// What it is for, as in its file name.
    pub name: &'static str,
    /// Statements, separated by semicolons.
    pub sql: &'static str,
}

/// Taken by every node that migrates, so that several may start at once.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7297614021)";

const APPLIED: &str = "SELECT number, name, digest FROM schema_migrations ORDER BY number";
const RECORD: &str = "INSERT INTO schema_migrations (number, name, digest) VALUES ($1, $2, $3)";

/// Brings the schema up to date: applies what is missing, in order, each step in a transaction of its own. Answers how many
/// steps were applied. Safe when several nodes start at once.
///
/// [`DbError::Schema`] when the database is newer than this program, when a step that was applied has been changed since,
/// or when a step fails (what was applied before it stays).
pub async fn migrate(db: &Db, migrations: &'static [Migration]) -> Result<usize, DbError> {
    in_order(migrations)?;
    let engine = db.engine();
    let mut applied = 0;
    for migration in migrations {
        applied += usize::from(
            db.write(move |tx| Box::pin(apply(tx, engine, migrations, migration)))
                .await?,
        );
    }
    Ok(applied)
}

/// The steps that [`migrate`] would apply. Changes nothing; [`DbError::Schema`] as there.
pub async fn pending(db: &Db, migrations: &'static [Migration]) -> Result<Vec<Migration>, DbError> {
    let engine = db.engine();
    let known: Vec<i64> = db
        .read(move |tx| Box::pin(known(tx, engine, migrations)))
        .await?;
    Ok(migrations
        .iter()
        .filter(|migration| !known.contains(&migration.number))
        .copied()
        .collect())
}

async fn apply(
    tx: &mut Tx<'_>,
    engine: Engine,
    all: &[Migration],
    migration: &Migration,
) -> Result<bool, DbError> {
    if engine == Engine::Postgres {
        tx.script(LOCK).await?;
    }
    tx.script(&table(engine)).await?;
    if known(tx, engine, all).await?.contains(&migration.number) {
        return Ok(false);
    }
    let failed = |error| {
        DbError::Schema(format!(
            "migration {} {}: {error}",
            migration.number, migration.name
        ))
    };
    tx.script(&dialect(migration.sql, engine))
        .await
        .map_err(failed)?;
    tx.exec(
        RECORD,
        &[&migration.number, &migration.name, &digest(migration.sql)],
    )
    .await?;
    Ok(true)
}

/// The numbers of the steps that were applied.
async fn known(tx: &mut Tx<'_>, engine: Engine, all: &[Migration]) -> Result<Vec<i64>, DbError> {
    let has_table = match engine {
        Engine::Sqlite => "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_migrations'",
        Engine::Postgres => {
            "SELECT COUNT(*) FROM pg_class WHERE oid = to_regclass('schema_migrations')"
        }
    };
    if tx.one::<i64>(has_table, &[]).await? == 0 {
        return Ok(Vec::new());
    }
    let applied = tx.all::<(i64, String, i64)>(APPLIED, &[]).await?;
    for (number, name, found) in &applied {
        match all.iter().find(|migration| migration.number == *number) {
            None => {
                return Err(DbError::Schema(format!(
                    "the database is newer than this program: it has step {number} ({name}), which is unknown here"
                )));
            }
            Some(migration) if digest(migration.sql) != *found => {
                return Err(DbError::Schema(format!(
                    "step {number} ({name}) of the schema was changed after it had been applied to this database"
                )));
            }
            Some(_) => {}
        }
    }
    Ok(applied.into_iter().map(|(number, ..)| number).collect())
}

fn in_order(migrations: &[Migration]) -> Result<(), DbError> {
    match migrations
        .windows(2)
        .find(|pair| pair[0].number >= pair[1].number)
    {
        Some(pair) => Err(DbError::Schema(format!(
            "migration {} is out of order",
            pair[1].number
        ))),
        None => Ok(()),
    }
}

fn table(engine: Engine) -> String {
    let now = match engine {
        Engine::Sqlite => "(CAST(unixepoch('subsec') * 1000000 AS INTEGER))",
        Engine::Postgres => "(CAST(EXTRACT(EPOCH FROM now()) * 1000000 AS BIGINT))",
    };
    format!(
        "CREATE TABLE IF NOT EXISTS schema_migrations (
            number BIGINT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            digest BIGINT NOT NULL,
            applied_at BIGINT NOT NULL DEFAULT {now}
        )"
    )
}

fn dialect(sql: &str, engine: Engine) -> String {
    sql.replace(
        "{id}",
        match engine {
            Engine::Sqlite => "INTEGER PRIMARY KEY",
            Engine::Postgres => "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
        },
    )
    .replace(
        "{by_key}",
        match engine {
            Engine::Sqlite => " WITHOUT ROWID",
            Engine::Postgres => "",
        },
    )
}

/// FNV-1a: stable over versions and machines, enough to notice a change.
fn digest(sql: &str) -> i64 {
    let hash = sql.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.cast_signed()
}
