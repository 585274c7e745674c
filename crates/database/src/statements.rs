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
