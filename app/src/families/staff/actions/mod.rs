//! What staff does for families, one transaction each.

mod address;
mod cases;
mod confirm;
mod correct;
mod find;
mod guardian;
mod namesake;

pub use address::show_address;
pub use cases::{CaseError, Decision, decide_case};
pub use confirm::{ConfirmError, confirm};
pub use correct::{CorrectError, Deed, Outcome, correct, refuse, take_over};
pub use find::{Exact, Found, find, open_known};
pub use guardian::{Answer, AnswerError, answer_asking};
pub use namesake::{Namesake, NamesakeError, let_in};
