//! Rows into plain structs.

use std::cell::Cell;

use jiff::{Timestamp, civil::Date};

use crate::{DbError, Value, ValueRef};

/// A row that was found; its columns are read by name or by position.
pub struct Row<'a> {
    source: Source<'a>,
    /// Where the next named column is looked for first: structs are mostly read in the order of the SELECT.
    next: Cell<usize>,
}

#[derive(Clone, Copy)]
enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

impl<'a> Row<'a> {
    pub(crate) fn sqlite(row: &'a rusqlite::Row<'a>) -> Self {
        Row {
            source: Source::Sqlite(row),
            next: Cell::new(0),
        }
    }

    pub(crate) fn postgres(row: &'a tokio_postgres::Row) -> Self {
        Row {
            source: Source::Postgres(row),
            next: Cell::new(0),
        }
    }

    /// The value of a column by its name in the SELECT (or its alias). [`DbError::Other`] when there is no such column or
    /// its type is another.
    pub fn get<T: Column>(&self, name: &str) -> Result<T, DbError> {
        let index = self
            .position(name)
            .ok_or_else(|| DbError::other(format!("no column {name} in the row")))?;
        self.next.set(index + 1);
        self.at(index)
            .map_err(|error| DbError::other(format!("column {name}: {error}")))
    }

    /// The value of a column by its position, from 0. [`DbError::Other`] when there is none or its type is another.
    pub fn at<T: Column>(&self, index: usize) -> Result<T, DbError> {
        let value = match self.source {
            Source::Sqlite(row) => {
                ValueRef::from_sqlite(row.get_ref(index)?).map_err(DbError::Other)?
            }
            Source::Postgres(row) => row.try_get(index)?,
        };
        let kind = value.kind();
        T::from_value(value).ok_or_else(|| {
            DbError::other(format!(
                "{kind} found at position {index}, not fit for {}",
                std::any::type_name::<T>()
            ))
        })
    }

    fn position(&self, name: &str) -> Option<usize> {
        let count = match self.source {
            Source::Sqlite(row) => row.as_ref().column_count(),
            Source::Postgres(row) => row.len(),
        };
        let expected = self.next.get();
        (expected..count)
            .chain(0..expected.min(count))
            .find(|&index| self.name_of(index) == Some(name))
    }

    fn name_of(&self, index: usize) -> Option<&str> {
        match self.source {
            Source::Sqlite(row) => row.as_ref().column_name(index).ok(),
            Source::Postgres(row) => row.columns().get(index).map(tokio_postgres::Column::name),
        }
    }
}

/// A struct that is read from a row. Written by hand, or by [`from_row!`](crate::from_row) when the columns are called
/// as the fields are.
pub trait FromRow: Sized {
    /// Reads the columns it needs; an error when one is missing or of another type.
    fn from_row(row: &Row<'_>) -> Result<Self, DbError>;
}

/// A type that can be read from one column.
pub trait Column: Sized {
    /// The value, or `None` when the column holds something else.
    fn from_value(value: ValueRef<'_>) -> Option<Self>;
}

/// A single column is a row of its own.
impl<T: Column> FromRow for T {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        row.at(0)
    }
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),+))+) => {
        $(impl<$($name: Column),+> FromRow for ($($name,)+) {
            fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
                Ok(($(row.at::<$name>($index)?,)+))
            }
        })+
    };
}

tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
}

impl<T: Column> Column for Option<T> {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl Column for i64 {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Int(value) => Some(value),
            _ => None,
        }
    }
}

impl Column for bool {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Bool(value) => Some(value),
            ValueRef::Int(0) => Some(false),
            ValueRef::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl Column for String {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Text(value) => Some(value.into_owned()),
            _ => None,
        }
    }
}

impl Column for Vec<u8> {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Bytes(value) => Some(value.to_vec()),
            _ => None,
        }
    }
}

impl<const N: usize> Column for [u8; N] {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Bytes(value) => value.try_into().ok(),
            _ => None,
        }
    }
}

impl Column for Timestamp {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        i64::from_value(value).and_then(|value| Timestamp::from_microsecond(value).ok())
    }
}

impl Column for Date {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Text(value) => value.parse().ok(),
            _ => None,
        }
    }
}

impl Column for Value {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        Some(value.into_owned())
    }
}

/// Reads a struct from columns that are called as its fields are:
///
/// ```
/// struct Course { id: i64, title: String }
/// database::from_row!(Course { id, title });
/// ```
#[macro_export]
macro_rules! from_row {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::FromRow for $name {
            fn from_row(row: &$crate::Row<'_>) -> ::std::result::Result<Self, $crate::DbError> {
                ::std::result::Result::Ok($name { $($field: row.get(::std::stringify!($field))?),+ })
            }
        }
    };
}
