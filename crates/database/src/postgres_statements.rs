//! The verbs on PostgreSQL.

use std::pin::pin;

use deadpool_postgres::StatementCache;
use futures_util::{TryStreamExt, future::try_join_all};
use tokio_postgres::{Client, RowStream};

use crate::value::is_portable;
use crate::{DbError, FromRow, Param, Params, Row, Value, ValueRef};

/// So many statements of a batch are under way at once; bounds the memory of a long one.
const PIPELINED: usize = 256;

pub(crate) async fn exec(
    client: &Client,
    prepared: &StatementCache,
    sql: &str,
    params: Params<'_>,
) -> Result<u64, DbError> {
    let statement = prepared.prepare(client, sql).await?;
    Ok(client.execute_raw(&statement, values(params)).await?)
}

pub(crate) async fn batch(
    client: &Client,
    prepared: &StatementCache,
    sql: &str,
    rows: &[Vec<Value>],
) -> Result<u64, DbError> {
    let statement = prepared.prepare(client, sql).await?;
    let mut touched = 0;
    for part in rows.chunks(PIPELINED) {
        let running = part.iter().map(|row| {
            let values: Vec<ValueRef<'_>> = row.iter().map(Param::to_value).collect();
            client.execute_raw(&statement, values)
        });
        touched += try_join_all(running.collect::<Vec<_>>())
            .await?
            .into_iter()
            .sum::<u64>();
    }
    Ok(touched)
}

pub(crate) async fn opt<T: FromRow + Send>(
    client: &Client,
    prepared: &StatementCache,
    sql: &str,
    params: Params<'_>,
) -> Result<Option<T>, DbError> {
    let mut rows = pin!(query(client, prepared, sql, params).await?);
    let Some(row) = rows.try_next().await? else {
        return Ok(None);
    };
    let found = T::from_row(&Row::postgres(&row))?;
    match rows.try_next().await? {
        None => Ok(Some(found)),
        Some(_) => Err(DbError::other("more than one row where one is expected")),
    }
}

pub(crate) async fn stream(
    client: &Client,
    prepared: &StatementCache,
    sql: &str,
    params: Params<'_>,
    mut each: impl FnMut(&Row<'_>) -> Result<(), DbError> + Send,
) -> Result<(), DbError> {
    let mut rows = pin!(query(client, prepared, sql, params).await?);
    while let Some(row) = rows.try_next().await? {
        each(&Row::postgres(&row))?;
    }
    Ok(())
}

/// The plan for any parameters, with sequential scans only where nothing else is possible: small tables would be scanned
/// whatever indexes there are. Changes settings of the session, so the caller rolls back.
pub(crate) async fn explain(client: &Client, sql: &str) -> Result<String, DbError> {
    let count = client.prepare(sql).await?.params().len();
    let nulls = vec!["NULL"; count].join(", ");
    let arguments = if count == 0 {
        String::new()
    } else {
        format!("({nulls})")
    };
    client
        .batch_execute(&format!(
            "SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off; PREPARE explained AS {sql}"
        ))
        .await?;
    let plan = client
        .simple_query(&format!("EXPLAIN EXECUTE explained{arguments}"))
        .await;
    // A plan that failed left the transaction useless; what was prepared outlives it.
    client
        .batch_execute("ROLLBACK; DEALLOCATE explained; BEGIN")
        .await?;
    let lines = plan?.into_iter().filter_map(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0).map(|line| format!("{line}\n")),
        _ => None,
    });
    Ok(lines.collect())
}

/// Whether the engine understands the text, and whether SQLite knows the types that it takes and gives.
pub(crate) async fn check(client: &Client, sql: &str) -> Result<(), DbError> {
    let statement = client.prepare(sql).await?;
    for (index, ty) in statement.params().iter().enumerate() {
        if !is_portable(ty) {
            return Err(DbError::other(format!(
                "parameter ${} is {ty}; cast it",
                index + 1
            )));
        }
    }
    for column in statement.columns() {
        if !is_portable(column.type_()) {
            let (name, ty) = (column.name(), column.type_());
            return Err(DbError::other(format!("column {name} is {ty}; cast it")));
        }
    }
    Ok(())
}

async fn query(
    client: &Client,
    prepared: &StatementCache,
    sql: &str,
    params: Params<'_>,
) -> Result<RowStream, DbError> {
    let statement = prepared.prepare(client, sql).await?;
    Ok(client.query_raw(&statement, values(params)).await?)
}

fn values(params: Params<'_>) -> Vec<ValueRef<'_>> {
    params.iter().map(|param| param.to_value()).collect()
}
