//! Two guardians of one child (`spec/rules.md`, Person), from the side of whoever has it already: inviting the second one by
//! letter, and not acting for the child any more. The other way round, asking, is in `families/actions/share.rs`.

mod actions;
pub mod letters;
pub mod pages;
pub mod permissions;
pub mod sharing_store;

pub use actions::{InviteError, LeaveError, accept, forget_the_late, invite, leave, take_back};
