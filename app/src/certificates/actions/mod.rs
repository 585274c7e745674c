//! What is done with certificates.

mod issue;
mod manage;

pub use issue::{Outcome, after_payment, after_survey, issue};
pub use manage::{ManageError, after_correction, correct_result, reissue, revoke};
