use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::materials::MaterialId;

database::id!(
    /// Something that was written to a group.
    MailId
);

/// What staff wrote, to whom, and what goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Made with the form; sent twice, it is one mail.
    pub form_key: String,
    /// One line.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Those whose enrolments stand so.
    pub states: Vec<EnrolmentState>,
    /// Of them only these; empty for all.
    pub only: Vec<EnrolmentId>,
    /// Materials of the group.
    pub files: Vec<MaterialId>,
}
