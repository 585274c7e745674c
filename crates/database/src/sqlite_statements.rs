//! The verbs on SQLite.

use rusqlite::{CachedStatement, Connection, Rows, Statement};

use crate::{DbError, FromRow, Param, Params, Row, Value, ValueRef, sqlite_errors::named};

pub(crate) fn exec(connection: &Connection, sql: &str, params: Params<'_>) -> Result<u64, DbError> {
    let mut statement = prepared(connection, sql)?;
    bind(&mut statement, params.len(), |index| {
        params[index].to_value()
    })?;
    execute(connection, &mut statement)
}

pub(crate) fn batch(
    connection: &Connection,
    sql: &str,
    rows: &[Vec<Value>],
) -> Result<u64, DbError> {
    let mut statement = prepared(connection, sql)?;
    let mut touched = 0;
    for row in rows {
        bind(&mut statement, row.len(), |index| row[index].to_value())?;
        touched += execute(connection, &mut statement)?;
    }
    Ok(touched)
}

pub(crate) fn opt<T: FromRow>(
    connection: &Connection,
    sql: &str,
    params: Params<'_>,
) -> Result<Option<T>, DbError> {
    let mut statement = prepared(connection, sql)?;
    bind(&mut statement, params.len(), |index| {
        params[index].to_value()
    })?;
    let mut rows = statement.raw_query();
    let Some(row) = next(connection, &mut rows)? else {
        return Ok(None);
    };
    let found = T::from_row(&Row::sqlite(row))?;
    match next(connection, &mut rows)? {
        None => Ok(Some(found)),
        Some(_) => Err(DbError::other("more than one row where one is expected")),
    }
}

pub(crate) fn stream(
    connection: &Connection,
    sql: &str,
    params: Params<'_>,
    mut each: impl FnMut(&Row<'_>) -> Result<(), DbError>,
) -> Result<(), DbError> {
    let mut statement = prepared(connection, sql)?;
    bind(&mut statement, params.len(), |index| {
        params[index].to_value()
    })?;
    let mut rows = statement.raw_query();
    while let Some(row) = next(connection, &mut rows)? {
        each(&Row::sqlite(row))?;
    }
    Ok(())
}

/// Whether the engine understands the text, and whether it is one statement whose parameters are `$1`, `$2` ….
pub(crate) fn check(connection: &Connection, sql: &str) -> Result<(), DbError> {
    let statement = connection
        .prepare(sql)
        .map_err(|error| named(connection, error))?;
    let count = statement.parameter_count();
    (1..=count).try_for_each(|index| position(&statement, index, count).map(drop))
}

/// The steps of `EXPLAIN QUERY PLAN`, one per line.
pub(crate) fn explain(connection: &Connection, sql: &str) -> Result<String, DbError> {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let mut rows = statement.raw_query();
    let mut plan = String::new();
    while let Some(row) = rows.next()? {
        plan.push_str(&row.get::<_, String>("detail")?);
        plan.push('\n');
    }
    Ok(plan)
}

fn prepared<'c>(connection: &'c Connection, sql: &str) -> Result<CachedStatement<'c>, DbError> {
    connection
        .prepare_cached(sql)
        .map_err(|error| named(connection, error))
}

fn execute(connection: &Connection, statement: &mut Statement<'_>) -> Result<u64, DbError> {
    match statement.raw_execute() {
        Ok(touched) => Ok(touched as u64),
        Err(error) => Err(named(connection, error)),
    }
}

fn next<'r, 's>(
    connection: &Connection,
    rows: &'r mut Rows<'s>,
) -> Result<Option<&'r rusqlite::Row<'s>>, DbError> {
    rows.next().map_err(|error| named(connection, error))
}

/// SQLite numbers `$n` by first appearance, so each parameter is found by its name: `$2` is the second parameter wherever
/// it stands, as on PostgreSQL, and no text has to be rewritten.
fn bind<'v>(
    statement: &mut Statement<'_>,
    given: usize,
    value: impl Fn(usize) -> ValueRef<'v>,
) -> Result<(), DbError> {
    let count = statement.parameter_count();
    if count != given {
        return Err(DbError::other(format!(
            "expected {count} parameters but got {given}"
        )));
    }
    for index in 1..=count {
        let value = value(position(statement, index, count)?);
        if let ValueRef::Text(text) = &value
            && text.contains('\0')
        {
            return Err(DbError::BadText);
        }
        statement.raw_bind_parameter(index, value.to_sqlite())?;
    }
    Ok(())
}

/// Which of the given values (from 0) the parameter at `index` (from 1) stands for.
fn position(statement: &Statement<'_>, index: usize, count: usize) -> Result<usize, DbError> {
    let name = statement.parameter_name(index).unwrap_or("?");
    let number = name
        .strip_prefix('$')
        .and_then(|digits| digits.parse::<usize>().ok());
    match number {
        Some(number) if (1..=count).contains(&number) => Ok(number - 1),
        _ => Err(DbError::other(format!(
            "parameter {name} is not one of $1 to ${count}"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;
    use crate::sqlite::File;

    #[test]
    fn a_new_value_does_not_prepare_a_statement_anew() -> Result<(), DbError> {
        let folder = tempfile::tempdir().map_err(|error| DbError::other(error.to_string()))?;
        let path = folder.path().join("a.db");
        let connection = File::at(path).writer()?;
        connection.execute_batch(
            "CREATE TABLE a (id INTEGER PRIMARY KEY, state TEXT); CREATE UNIQUE INDEX b ON a (id) WHERE state = 'open'",
        )?;
        let sql = "SELECT id FROM a WHERE id = $1 AND state = $2";
        for state in ["open", "shut", "open"] {
            opt::<i64>(&connection, sql, &[&1_i64, &state])?;
        }
        assert_eq!(
            prepared(&connection, sql)?.get_status(StatementStatus::RePrepare),
            0
        );
        Ok(())
    }
}
