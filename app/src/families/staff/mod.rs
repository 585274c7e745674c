//! What staff does for families: finds a child by exact data and for a reason, compares its data with documents, puts them
//! right, replaces a guardian's address, lets a second one in, decides whether two records are one child. Children of the own branch are listed;
//! others are found by exact data only. The family sees who looked, and why (`spec/rules.md`, Who sees what).

pub mod actions;
pub mod deciders;
pub mod guardian_store;
pub mod letters;
pub mod looks;
pub mod pages;
pub mod permissions;
pub mod staff_store;
pub mod types;
