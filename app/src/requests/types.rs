//! What the room speaks of.

use database::from_row;
use jiff::Timestamp;

use super::kinds::{Level, MessageKind, RequestKind};
use crate::accounts::{AccountId, OrganisationId};
use crate::i18n::Lang;
use crate::people::PersonId;

database::id! {
    /// Something that a person asks.
    RequestId;
}

/// Where a request stands: `unconfirmed → opened ⇄ answered`, `→ closed`, and a reply opens it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// The address is not confirmed: nobody reads it.
    Unconfirmed,
    /// Waits for an answer.
    Opened,
    /// Answered.
    Answered,
    /// Nothing is left to be said.
    Closed,
}

impl RequestState {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Unconfirmed,
        Self::Opened,
        Self::Answered,
        Self::Closed,
    ];

    /// As the database keeps it, and as message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Opened => "opened",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// From its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// What it means at a glance, as badges show it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Unconfirmed | Self::Opened => "attention",
            Self::Answered => "information",
            Self::Closed => "done",
        }
    }
}

impl database::Column for RequestState {
    fn from_value(value: database::ValueRef<'_>) -> Option<Self> {
        String::from_value(value).and_then(|code| Self::from_code(&code))
    }
}

impl database::Param for RequestState {
    fn to_value(&self) -> database::ValueRef<'_> {
        self.code().to_value()
    }
}

/// Something that a person asks.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which.
    pub id: RequestId,
    /// Of whom it is asked.
    pub organisation_id: OrganisationId,
    /// Who asks, when signed in.
    pub account_id: Option<AccountId>,
    /// Who asks, as written.
    pub name: String,
    /// Where answers go.
    pub email: String,
    /// Code of the language of answers.
    pub language: String,
    /// What about.
    pub subject: String,
    /// Where it stands.
    pub state: RequestState,
    /// When it was written.
    pub created_at: Timestamp,
    /// What it is about.
    pub kind: RequestKind,
    /// The step of the ladder on which it stands.
    pub level: Level,
    /// By when an answer is due, while it waits for one.
    pub due_at: Option<Timestamp>,
    /// Who of the staff has taken it.
    pub owner_id: Option<AccountId>,
    /// Their name.
    pub owner: Option<String>,
    /// The child that it is about.
    pub person_id: Option<PersonId>,
    /// It looks like a message that nobody wrote.
    pub is_doubtful: bool,
}

from_row!(Request {
    id,
    organisation_id,
    account_id,
    name,
    email,
    language,
    subject,
    state,
    created_at,
    kind,
    level,
    due_at,
    owner_id,
    owner,
    person_id,
    is_doubtful
});

impl Request {
    /// The language of whoever asks.
    pub fn lang(&self) -> Lang {
        Lang::from_code(&self.language).unwrap_or_default()
    }
}

database::id! {
    /// A message of a thread.
    MessageId;
}

/// One message of a thread.
#[derive(Clone, Debug)]
pub struct Message {
    /// Which.
    pub id: MessageId,
    /// What was said.
    pub text: String,
    /// When.
    pub written_at: Timestamp,
    /// Who of the staff said it; none is whoever asks.
    pub answered_by: Option<String>,
    /// What it is.
    pub kind: MessageKind,
    /// Who handed it on, for a step.
    pub from_id: Option<OrganisationId>,
    /// To whom.
    pub to_id: Option<OrganisationId>,
}

from_row!(Message {
    id,
    text,
    written_at,
    answered_by,
    kind,
    from_id,
    to_id
});

/// A request in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: RequestId,
    /// Of whom it is asked.
    pub organisation_id: OrganisationId,
    /// Who asks.
    pub name: String,
    /// What about.
    pub subject: String,
    /// Where it stands.
    pub state: RequestState,
    /// When something happened last.
    pub changed_at: Timestamp,
    /// What it is about.
    pub kind: RequestKind,
    /// The step of the ladder on which it stands.
    pub level: Level,
    /// By when an answer is due, while it waits for one.
    pub due_at: Option<Timestamp>,
    /// Who of the staff has taken it.
    pub owner: Option<String>,
    /// It looks like a message that nobody wrote.
    pub is_doubtful: bool,
}

from_row!(Line {
    id,
    organisation_id,
    name,
    subject,
    state,
    changed_at,
    kind,
    level,
    due_at,
    owner,
    is_doubtful
});

/// What staff did about the child or the account of a request while it was open, as the log has it.
#[derive(Clone, Debug)]
pub struct Deed {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by_name: String,
    /// What: a code of the log.
    pub action: String,
}

from_row!(Deed {
    at,
    by_name,
    action
});

/// Somebody to whom a request can be handed.
#[derive(Clone, Debug)]
pub struct Colleague {
    /// Whose account.
    pub id: AccountId,
    /// Who.
    pub name: String,
}

from_row!(Colleague { id, name });
