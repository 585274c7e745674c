use sha2::{Digest, Sha256};

use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::materials::MaterialId;

database::id!(
    /// Something that was written to a group.
    MailId
);

/// What staff wrote, to whom, and what goes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Made with the form; the same content sent twice with it is one mail.
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

impl Draft {
    /// What the mail is known by: the form and what was written in it. A form that is gone back to and filled in otherwise
    /// is another mail.
    pub fn key(&self) -> String {
        let states: Vec<&str> = self.states.iter().map(|state| state.code()).collect();
        let only = joined(&self.only);
        let files = joined(&self.files);
        let parts = [&self.subject, &self.body, &states.join(","), &only, &files];
        let content = Sha256::digest(parts.map(String::as_str).join("\0"));
        format!(
            "{}.{}",
            self.form_key,
            data_encoding::HEXLOWER.encode(&content)
        )
    }
}

fn joined<T: ToString>(ids: &[T]) -> String {
    let ids: Vec<String> = ids.iter().map(T::to_string).collect();
    ids.join(",")
}
