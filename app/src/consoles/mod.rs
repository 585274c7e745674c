//! What waits for each member of staff: the lines of the first page, and the daily letter with the same lines; which
//! institutions are behind. It stands above the rooms whose work it counts, and decides nothing of theirs.

mod actions;
pub mod digest_store;
pub mod letters;
mod lines;
pub mod pages;
pub mod permissions;
pub mod rules;
pub mod types;
pub mod waiting_store;
mod words;
mod work;

pub use actions::{DIGEST_FROM, DIGEST_UNTIL, switch_digest, tell_what_waits};
pub use lines::waiting;
