//! What may be given to a statement in place of `$1`.

use std::borrow::Cow;

use jiff::{Timestamp, civil::Date};

use crate::{Value, ValueRef};

/// A type that can stand for `$1`, `$2` …; given as `&[&id, &name]`.
pub trait Param: Sync {
    /// The value as the database gets it.
    fn to_value(&self) -> ValueRef<'_>;
}

/// The parameters of one statement, `$1` first.
pub type Params<'a> = &'a [&'a dyn Param];

impl<T: Param + ?Sized> Param for &T {
    fn to_value(&self) -> ValueRef<'_> {
        (**self).to_value()
    }
}

impl<T: Param> Param for Option<T> {
    fn to_value(&self) -> ValueRef<'_> {
        self.as_ref().map_or(ValueRef::Null, Param::to_value)
    }
}

impl Param for bool {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Bool(*self)
    }
}

impl Param for i64 {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Int(*self)
    }
}

impl Param for str {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Text(Cow::Borrowed(self))
    }
}

impl Param for String {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Text(Cow::Borrowed(self))
    }
}

impl Param for Cow<'_, str> {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Text(Cow::Borrowed(self))
    }
}

impl Param for [u8] {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Bytes(self)
    }
}

impl<const N: usize> Param for [u8; N] {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Bytes(self)
    }
}

impl Param for Vec<u8> {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Bytes(self)
    }
}

/// Microseconds since 1970 in UTC; what is finer is cut off.
impl Param for Timestamp {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Int(self.as_microsecond())
    }
}

/// ISO 8601, `2026-12-01`.
impl Param for Date {
    fn to_value(&self) -> ValueRef<'_> {
        ValueRef::Text(Cow::Owned(self.to_string()))
    }
}

impl Param for Value {
    fn to_value(&self) -> ValueRef<'_> {
        match self {
            Value::Null => ValueRef::Null,
            Value::Bool(value) => ValueRef::Bool(*value),
            Value::Int(value) => ValueRef::Int(*value),
            Value::Text(value) => ValueRef::Text(Cow::Borrowed(value)),
            Value::Bytes(value) => ValueRef::Bytes(value),
        }
    }
}

impl<T: Param + ?Sized> From<&T> for Value {
    fn from(param: &T) -> Self {
        param.to_value().into_owned()
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Value::Text(value)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Value::Bytes(value)
    }
}

impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Self {
        (&value).into()
    }
}

impl From<Date> for Value {
    fn from(value: Date) -> Self {
        (&value).into()
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}
