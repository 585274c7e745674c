//! What requests are about, the ladder they climb, and what stands in a thread.

use serde::{Deserialize, Serialize};

/// What a request is about (`spec/rules.md`, Request).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// With which address am I registered?
    ForgottenEmail,
    /// I can not get into that mailbox any more.
    ReplaceEmail,
    /// Data of a child are wrong.
    CorrectChild,
    /// A child belongs to another municipality.
    ChangeMunicipality,
    /// "A child with such data is already registered."
    AlreadyRegistered,
    /// An application was cancelled.
    CancelledApplication,
    /// Another parent wants to act for the child.
    SecondGuardian,
    /// Resigning when the day for that has passed.
    LateResignation,
    /// What is kept about me.
    PersonalData,
    /// Anything else.
    #[default]
    Other,
}

impl RequestKind {
    /// All of them, in the order in which a form offers them.
    pub const ALL: [Self; 10] = [
        Self::ForgottenEmail,
        Self::ReplaceEmail,
        Self::AlreadyRegistered,
        Self::CorrectChild,
        Self::ChangeMunicipality,
        Self::SecondGuardian,
        Self::CancelledApplication,
        Self::LateResignation,
        Self::PersonalData,
        Self::Other,
    ];

    /// As the database and addresses have it, and as message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::ForgottenEmail => "forgotten_email",
            Self::ReplaceEmail => "replace_email",
            Self::CorrectChild => "correct_child",
            Self::ChangeMunicipality => "change_municipality",
            Self::AlreadyRegistered => "already_registered",
            Self::CancelledApplication => "cancelled_application",
            Self::SecondGuardian => "second_guardian",
            Self::LateResignation => "late_resignation",
            Self::PersonalData => "personal_data",
            Self::Other => "other",
        }
    }

    /// From its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Key of what it is called.
    pub fn key(self) -> String {
        format!("requests-kind-{}", self.code().replace('_', "-"))
    }

    /// Working days within which it is answered: whoever is locked out waits the shortest time, what needs papers or a
    /// decision longer, and what is kept about somebody is told within the month that the law gives.
    pub fn answered_within(self) -> u32 {
        match self {
            Self::ForgottenEmail | Self::ReplaceEmail => 2,
            Self::AlreadyRegistered | Self::CancelledApplication | Self::LateResignation => 3,
            Self::CorrectChild | Self::SecondGuardian | Self::Other => 5,
            Self::ChangeMunicipality => 10,
            Self::PersonalData => 20,
        }
    }
}

/// A step of the ladder [B10].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The institution, or a training centre.
    Institution,
    /// The municipality's second line of help.
    SupportCentre,
    /// The last one.
    Region,
}

impl Level {
    /// From the lowest up.
    pub const ALL: [Self; 3] = [Self::Institution, Self::SupportCentre, Self::Region];

    /// As the database keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Institution => "institution",
            Self::SupportCentre => "support_centre",
            Self::Region => "region",
        }
    }

    /// From its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Key of what it is called.
    pub fn key(self) -> String {
        format!("requests-level-{}", self.code().replace('_', "-"))
    }
}

/// What stands in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// Said by one side to the other.
    Said,
    /// Read by staff only.
    Note,
    /// Handed on up the ladder; the text is what was tried.
    Step,
}

impl MessageKind {
    /// As the database keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::Note => "note",
            Self::Step => "step",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Said, Self::Note, Self::Step]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

macro_rules! column {
    ($($name:ident)+) => {$(
        impl database::Column for $name {
            fn from_value(value: database::ValueRef<'_>) -> Option<Self> {
                String::from_value(value).and_then(|code| Self::from_code(&code))
            }
        }

        impl database::Param for $name {
            fn to_value(&self) -> database::ValueRef<'_> {
                self.code().to_value()
            }
        }
    )+};
}

column!(RequestKind Level MessageKind);
