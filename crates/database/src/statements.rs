//! The SQL of a room, all in one place so that a test can prepare it on both engines.

/// Makes one constant per statement and `ALL` with the names and texts of all of them (see
/// [`prepare_all`](crate::prepare_all)).
///
/// ```
/// database::statements! {
///     /// Every course, by title.
///     pub LIST = "SELECT id, title FROM courses ORDER BY title, id";
///     /// One course.
///     pub FIND = "SELECT id, title FROM courses WHERE id = $1";
/// }
/// assert_eq!(ALL.len(), 2);
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $sql:expr;)+) => {
        $($(#[$meta])* $vis const $name: &str = $sql;)+

        /// Every statement of this room with its name.
        pub const ALL: &[(&str, &str)] = &[$((::std::stringify!($name), $name)),+];
    };
}

/// How many ids one statement asks for (see [`among!()`](crate::among)).
pub const AMONG: usize = 32;

/// The parameters of a statement that finds rows by many ids, as text: `concat!("SELECT id FROM courses WHERE id IN ",
/// database::among!())`. Both engines take it as one prepared statement, however many ids there are.
#[macro_export]
macro_rules! among {
    () => {
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, \
         $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32)"
    };
}
