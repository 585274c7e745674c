//! Merging, one transaction each: joining records, taking an account into another one, the holder's answer, taking apart.

mod accounts;
mod answer;
mod guardians;
mod people;
mod undo;

pub use accounts::{Account, Deed, MergeError, Plan, cancel_only, merge, plan};
pub use answer::{agree, decline};
pub use people::join_people;
pub use undo::{UndoError, is_in_time, undo};
