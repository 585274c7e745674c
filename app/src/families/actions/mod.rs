//! What is done to children, one transaction each.

mod address;
mod change;
mod enter;
mod share;

pub use address::{Claim, remind_of_address};
pub use change::{ChangeError, change};
pub use enter::{Consents, EnterError, Entered, NewChild, enter};
pub use share::{ask_to_share, decide_guardian};
