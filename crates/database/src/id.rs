//! Ids that cannot be mistaken for one another.

/// Makes an id: a number of the database with a type of its own, which is a parameter, a column, part of an address and
/// of JSON.
///
/// ```
/// database::id! {
///     /// Who signs in.
///     AccountId;
/// }
/// assert_eq!("7".parse(), Ok(AccountId::new(7)));
/// ```
#[macro_export]
macro_rules! id {
    ($($(#[$meta:meta])* $name:ident);+ $(;)?) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(i64);

            impl $name {
                /// The id with this number.
                pub const fn new(number: i64) -> Self {
                    $name(number)
                }

                /// The number, as the database has it.
                pub const fn get(self) -> i64 {
                    self.0
                }
            }

            impl ::std::fmt::Display for $name {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    ::std::fmt::Display::fmt(&self.0, f)
                }
            }

            impl ::std::str::FromStr for $name {
                type Err = ::std::num::ParseIntError;

                fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                    text.parse().map($name)
                }
            }

            impl $crate::Param for $name {
                fn to_value(&self) -> $crate::ValueRef<'_> {
                    $crate::ValueRef::Int(self.0)
                }
            }

            impl $crate::Column for $name {
                fn from_value(value: $crate::ValueRef<'_>) -> ::std::option::Option<Self> {
                    <i64 as $crate::Column>::from_value(value).map($name)
                }
            }

            impl ::std::convert::From<$name> for $crate::Value {
                fn from(id: $name) -> Self {
                    $crate::Value::Int(id.0)
                }
            }

            impl $crate::serde::Serialize for $name {
                fn serialize<S: $crate::serde::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                    to.serialize_i64(self.0)
                }
            }

            impl<'de> $crate::serde::Deserialize<'de> for $name {
                fn deserialize<D: $crate::serde::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                    <i64 as $crate::serde::Deserialize>::deserialize(from).map($name)
                }
            }
        )+
    };
}
