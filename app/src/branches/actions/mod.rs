//! What is done to the tree and its staff, one transaction each.

mod close;
mod edit;
mod invite;
mod place;
mod roles;
mod stand_in;

pub use close::{CloseError, close, reopen};
pub use edit::{EditError, add, edit};
pub use invite::{AcceptError, NewInvitation, Who, accept, invite, take_back};
pub use place::{MoveError, numbers, place};
pub use roles::{RoleError, end_role, set_end};
pub use stand_in::{
    Ending, NewStandIn, StandInError, answer, begin_due, end_stand_in, name_stand_in,
};
