//! What is done with changes of municipality.

mod decide;
mod open;
mod submit;
mod withdraw;

pub use decide::{DecideError, Decision, decide};
pub use open::{NewMove, OpenError, open};
pub use submit::{SubmitError, submit};
pub use withdraw::withdraw;
