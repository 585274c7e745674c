//! The only place that knows SQLite from PostgreSQL: one SQL text, two engines.
//!
//! ```no_run
//! # async fn example() -> Result<(), database::DbError> {
//! use database::{Db, DbError, Options};
//!
//! let db = Db::open("sqlite:/var/lib/zapis/zapis.db", Options::default()).await?;
//! let group = 7_i64;
//! let taken = db
//!     .write(move |tx| {
//!         Box::pin(async move {
//!             let sql = "UPDATE groups SET taken = taken + 1 WHERE id = $1 AND taken < capacity";
//!             Ok::<_, DbError>(tx.exec(sql, &[&group]).await? == 1)
//!         })
//!     })
//!     .await?;
//! # Ok(())
//! # }
//! ```

mod codes;
mod db;
mod error;
mod id;
mod inspect;
mod job;
mod lanes;
mod migrate;
mod options;
mod param;
mod postgres;
mod postgres_statements;
mod row;
mod sqlite;
mod sqlite_errors;
mod sqlite_readers;
mod sqlite_statements;
mod sqlite_writer;
mod statements;
#[cfg(feature = "testing")]
pub mod testing;
mod tx;
mod value;

pub use db::{Db, Engine};
pub use error::DbError;
pub use inspect::{explain, prepare_all};
pub use job::Work;
pub use migrate::{Migration, migrate, pending};
pub use options::Options;
pub use param::{Param, Params};
pub use row::{Column, FromRow, Row};
#[doc(hidden)]
pub use serde;
pub use statements::AMONG;
pub use tx::Tx;
pub use value::{Value, ValueRef};
