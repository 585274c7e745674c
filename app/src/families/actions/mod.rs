//! What is done to children, one transaction each.

mod address;
mod ask_correction;
pub(in crate::families) mod change;
mod enter;
pub(in crate::families) mod record;
pub mod renew;
pub mod rotate;
mod share;

pub use address::{Claim, remind_of_address};
pub use ask_correction::{AskError, Wanted, ask_correction};
pub use change::{ChangeError, change};
pub use enter::{Consents, EnterError, Entered, NewChild, enter};
pub use share::{ask_to_share, decide_guardian};
