//! Values on their way in and out, the same five kinds on both engines.

use std::borrow::Cow;
use std::error::Error;

use rusqlite::types::{ToSqlOutput, ValueRef as SqliteValue};
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

/// A value as it is sent to the database or found in a row, borrowed where possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueRef<'a> {
    /// NULL.
    Null,
    /// BOOLEAN; SQLite keeps it as 0 or 1 and gives back [`ValueRef::Int`].
    Bool(bool),
    /// BIGINT (INTEGER and SMALLINT of PostgreSQL too).
    Int(i64),
    /// TEXT.
    Text(Cow<'a, str>),
    /// BYTEA.
    Bytes(&'a [u8]),
}

/// An owned value, for the rows of [`Tx::batch`](crate::Tx::batch): `vec![id.into(), "text".into()]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// NULL.
    Null,
    /// BOOLEAN.
    Bool(bool),
    /// BIGINT.
    Int(i64),
    /// TEXT.
    Text(String),
    /// BYTEA.
    Bytes(Vec<u8>),
}

impl ValueRef<'_> {
    /// The same value, owned.
    pub fn into_owned(self) -> Value {
        match self {
            ValueRef::Null => Value::Null,
            ValueRef::Bool(value) => Value::Bool(value),
            ValueRef::Int(value) => Value::Int(value),
            ValueRef::Text(value) => Value::Text(value.into_owned()),
            ValueRef::Bytes(value) => Value::Bytes(value.to_vec()),
        }
    }

    /// The kind in a word, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            ValueRef::Null => "NULL",
            ValueRef::Bool(_) => "BOOLEAN",
            ValueRef::Int(_) => "BIGINT",
            ValueRef::Text(_) => "TEXT",
            ValueRef::Bytes(_) => "BYTEA",
        }
    }

    pub(crate) fn to_sqlite(&self) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(match self {
            ValueRef::Null => SqliteValue::Null,
            ValueRef::Bool(value) => SqliteValue::Integer(i64::from(*value)),
            ValueRef::Int(value) => SqliteValue::Integer(*value),
            ValueRef::Text(value) => SqliteValue::Text(value.as_bytes()),
            ValueRef::Bytes(value) => SqliteValue::Blob(value),
        })
    }

    pub(crate) fn from_sqlite(value: SqliteValue<'_>) -> Result<ValueRef<'_>, String> {
        Ok(match value {
            SqliteValue::Null => ValueRef::Null,
            SqliteValue::Integer(value) => ValueRef::Int(value),
            SqliteValue::Text(value) => ValueRef::Text(Cow::Borrowed(
                std::str::from_utf8(value).map_err(|error| error.to_string())?,
            )),
            SqliteValue::Blob(value) => ValueRef::Bytes(value),
            SqliteValue::Real(_) => {
                return Err("a floating-point number; cast it to BIGINT".to_owned());
            }
        })
    }
}

/// Whether SQLite has this type of PostgreSQL, too.
pub(crate) fn is_portable(ty: &Type) -> bool {
    matches!(
        *ty,
        Type::BOOL
            | Type::INT8
            | Type::INT4
            | Type::INT2
            | Type::TEXT
            | Type::VARCHAR
            | Type::BPCHAR
            | Type::NAME
            | Type::BYTEA
    )
}

impl ToSql for ValueRef<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, ty) {
            (ValueRef::Null, _) => Ok(IsNull::Yes),
            (ValueRef::Bool(value), &Type::BOOL) => value.to_sql(ty, out),
            (ValueRef::Int(value), &Type::INT8) => value.to_sql(ty, out),
            (ValueRef::Int(value), &Type::INT4) => i32::try_from(*value)?.to_sql(ty, out),
            (ValueRef::Int(value), &Type::INT2) => i16::try_from(*value)?.to_sql(ty, out),
            (ValueRef::Text(value), &(Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME)) => {
                value.to_sql(ty, out)
            }
            (ValueRef::Bytes(value), &Type::BYTEA) => value.to_sql(ty, out),
            _ => Err(format!("{} given where {ty} is expected", self.kind()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for ValueRef<'a> {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *ty {
            Type::BOOL => ValueRef::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => ValueRef::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => ValueRef::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => ValueRef::Int(i16::from_sql(ty, raw)?.into()),
            Type::TEXT | Type::VARCHAR | Type::BPCHAR | Type::NAME | Type::UNKNOWN => {
                ValueRef::Text(Cow::Borrowed(<&str>::from_sql(ty, raw)?))
            }
            Type::BYTEA => ValueRef::Bytes(<&[u8]>::from_sql(ty, raw)?),
            _ => return Err(format!("{ty}, which SQLite does not know; cast it").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(ValueRef::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
