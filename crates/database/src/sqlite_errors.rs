//! Gives SQLite's errors the names PostgreSQL would give them.

use rusqlite::Connection;

use crate::DbError;

/// SQLite tells which columns of a unique index collided (`enrolments.person_id, enrolments.group_id`), PostgreSQL the
/// name of the index: looks the name up, so that callers can compare it on both.
pub(crate) fn named(connection: &Connection, error: rusqlite::Error) -> DbError {
    match DbError::from(error) {
        DbError::Unique { constraint } => DbError::Unique {
            constraint: index_name(connection, &constraint).unwrap_or(constraint),
        },
        error => error,
    }
}

fn index_name(connection: &Connection, found: &str) -> Option<String> {
    // An index on an expression is told by its name already.
    if let Some(name) = found.strip_prefix("index '") {
        return Some(name.trim_end_matches('\'').to_owned());
    }
    let columns: Vec<(&str, &str)> = found
        .split(", ")
        .filter_map(|column| column.split_once('.'))
        .collect();
    let (table, _) = columns.first()?;
    let wanted: Vec<&str> = columns.iter().map(|(_, column)| *column).collect();
    let mut indexes = connection
        .prepare_cached(
            "SELECT list.name, list.origin, group_concat(info.name, ', ' ORDER BY info.seqno)
             FROM pragma_index_list(?1) AS list, pragma_index_info(list.name) AS info
             WHERE list.\"unique\" GROUP BY list.name, list.origin",
        )
        .ok()?;
    let mut rows = indexes.query([table]).ok()?;
    while let Some(row) = rows.next().ok()? {
        let (name, origin): (String, String) = (row.get(0).ok()?, row.get(1).ok()?);
        let columns: Option<String> = row.get(2).ok()?;
        if columns.is_some_and(|columns| columns == wanted.join(", ")) {
            return Some(match origin.as_str() {
                "c" => name,
                "pk" => format!("{table}_pkey"),
                _ => format!("{table}_{}_key", wanted.join("_")),
            });
        }
    }
    // The table's own number has no index of its own.
    Some(format!("{table}_pkey"))
}
