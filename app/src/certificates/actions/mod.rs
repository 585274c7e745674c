//! What is done with certificates.

mod issue;
mod layout;
mod manage;
mod missing;

pub use issue::{Outcome, after_payment, after_survey, at_the_end, issue};
pub use layout::{LayoutError, add_logo, save_layout, use_layout};
pub use manage::{ManageError, after_correction, correct_result, is_repeated, reissue, revoke};
pub use missing::{Without, without_certificate};
