//! A child lives in another municipality than is known: an institution prints the application, a guardian signs it, the
//! region decides. The support centre sees it and has nothing to do with it (`spec/rules.md`, Request, Change of
//! municipality).

pub mod actions;
pub mod letters;
pub mod moving_store;
pub mod pages;
pub mod permissions;
pub mod rules;
pub mod types;
pub mod worker;

pub use types::{ChildMoved, Move, MoveId, MoveState};

/// The part of the store of files where signed copies lie.
pub(in crate::families) const ROOM: &str = "moves";
/// The most bytes of a signed copy.
pub(in crate::families) const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// As what a signed copy is taken: what a scanner or a telephone makes.
pub(in crate::families) const ENDINGS: [&str; 3] = ["pdf", "jpg", "png"];
