//! Enums that are kept as codes.

/// An enum whose variants are kept in the database as short codes: `ALL`, `code`, `from_code`, and the ways in and out of rows.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All of them, in this order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// As the database keeps it, and as message keys end.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// From its code; none for others.
            pub fn from_code(code: &str) -> ::std::option::Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl $crate::Column for $name {
            fn from_value(value: $crate::ValueRef<'_>) -> ::std::option::Option<Self> {
                <::std::string::String as $crate::Column>::from_value(value).and_then(|code| Self::from_code(&code))
            }
        }

        impl $crate::Param for $name {
            fn to_value(&self) -> $crate::ValueRef<'_> {
                <str as $crate::Param>::to_value(self.code())
            }
        }
    };
}
