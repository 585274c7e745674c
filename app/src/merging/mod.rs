//! Merging (`spec/rules.md`, Merge): two records that are one person, or two accounts of one holder, become one; what moved is
//! noted, so that for thirty days it can be taken apart. Duplicate applications are cancelled with words that lead on.

pub mod actions;
pub mod letters;
pub mod pages;
pub mod permissions;
pub mod references_store;
pub mod store;
pub mod types;
