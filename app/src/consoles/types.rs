//! What the room speaks of.

use std::sync::Arc;

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::accounts::{AccountId, Actor, OrganisationId, Role, RoleKind};
use crate::catalogue::GroupId;
use crate::payments::ChargeState;

/// What can wait. The order is that of lines without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Applications to decide.
    Applications,
    /// People who ask to resign after the deadline.
    Late,
    /// Requests to answer.
    Requests,
    /// Meetings that have begun without marks: groups.
    Marks,
    /// Groups that are over, to be finished.
    Finish,
    /// Groups that begin soon with fewer people than they need.
    Few,
    /// Children to compare with their documents.
    Children,
    /// Second guardians who ask to be let in.
    Guardians,
    /// Corrections of children's data.
    Corrections,
    /// Records that may be one child.
    Cases,
    /// Changes of municipality to decide.
    Moves,
    /// Changes of municipality whose signed application is not here yet.
    Drafts,
    /// Merges that wait for the answer of the holder.
    Merges,
    /// Certificates that wait for the holder's data.
    Certificates,
    /// Charges that the institution is asked to pay.
    Asked,
    /// Entries of statements to match.
    Entries,
    /// Charges that are overdue.
    Overdue,
    /// Money to be paid back.
    Refunds,
    /// Letters that nobody took within the last days.
    Letters,
}

impl What {
    /// Its code, as message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Applications => "applications",
            Self::Late => "late",
            Self::Requests => "requests",
            Self::Marks => "marks",
            Self::Finish => "finish",
            Self::Few => "few",
            Self::Children => "children",
            Self::Guardians => "guardians",
            Self::Corrections => "corrections",
            Self::Cases => "cases",
            Self::Moves => "moves",
            Self::Drafts => "drafts",
            Self::Merges => "merges",
            Self::Certificates => "certificates",
            Self::Asked => "asked",
            Self::Entries => "entries",
            Self::Overdue => "overdue",
            Self::Refunds => "refunds",
            Self::Letters => "letters",
        }
    }
}

/// One line: what waits, how many, until when, and the list of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What waits.
    pub what: What,
    /// How many.
    pub count: i64,
    /// The nearest day by which one of them is to be done; none where nothing sets one.
    pub due: Option<Date>,
    /// Since when the oldest of them waits.
    pub since: Option<Date>,
    /// Whether that day is over.
    pub is_overdue: bool,
    /// The list; empty where there is none.
    pub href: String,
}

/// For whom lines are made.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The account.
    pub account: AccountId,
    /// Its roles that hold now.
    pub roles: Arc<[Role]>,
}

impl Reader {
    /// Whoever is signed in.
    pub fn of(actor: &Actor) -> Self {
        Self {
            account: actor.account_id,
            roles: actor.roles.clone(),
        }
    }

    /// Whether one of the roles is among these; the administrator of the installation has them all.
    pub fn is_any(&self, kinds: &[RoleKind]) -> bool {
        let mut roles = self.roles.iter();
        roles.any(|role| {
            role.kind == RoleKind::InstallationAdministrator || kinds.contains(&role.kind)
        })
    }

    /// Whether the installation is looked after.
    pub fn installs(&self) -> bool {
        self.is_any(&[])
    }
}

/// How many wait in one organisation, and since when.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Where; none where it is of no organisation.
    pub organisation_id: Option<OrganisationId>,
    /// How many.
    pub count: i64,
    /// The oldest.
    pub since: Option<Timestamp>,
}

from_row!(Counted {
    organisation_id,
    count,
    since
});

/// How many entries of statements wait in one organisation, and the day of the oldest.
#[derive(Clone, Copy, Debug)]
pub struct CountedEntries {
    /// Where.
    pub organisation_id: Option<OrganisationId>,
    /// How many.
    pub count: i64,
    /// Day of the oldest.
    pub day: Option<Date>,
}

from_row!(CountedEntries {
    organisation_id,
    count,
    day
});

/// How many charges of one organisation are in one state, and the first day that was to be paid on.
#[derive(Clone, Copy, Debug)]
pub struct CountedCharges {
    /// Where.
    pub organisation_id: Option<OrganisationId>,
    /// In which state.
    pub state: ChargeState,
    /// How many.
    pub count: i64,
    /// The first of the days.
    pub day: Option<Date>,
}

from_row!(CountedCharges {
    organisation_id,
    state,
    count,
    day
});

/// Certificates of one group that wait for their holders' data.
#[derive(Clone, Copy, Debug)]
pub struct Blocked {
    /// Whose group.
    pub organisation_id: Option<OrganisationId>,
    /// Which.
    pub group_id: GroupId,
    /// How many.
    pub count: i64,
    /// Since when the longest waits.
    pub since: Option<Timestamp>,
}

from_row!(Blocked {
    organisation_id,
    group_id,
    count,
    since
});

/// A member of staff whom the daily letter may go to.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The account.
    pub id: AccountId,
    /// Its address.
    pub email: String,
    /// Code of its language.
    pub language: String,
    /// The clock of one of its organisations; none for the whole installation.
    pub time_zone: Option<String>,
    /// The day on which it was last thought of.
    pub told_on: Option<Date>,
}

from_row!(Recipient {
    id,
    email,
    language,
    time_zone,
    told_on
});

/// What waits in one institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// Applications whose day of answer is over.
    pub late: i64,
    /// All applications that wait for a decision.
    pub undecided: i64,
    /// Requests that wait for an answer.
    pub requests: i64,
    /// Children with an open application whose data nobody has compared with documents.
    pub unconfirmed: i64,
    /// The oldest application or request that waits.
    pub oldest: Option<Date>,
}

impl Behind {
    /// Whether nothing waits.
    pub fn is_clear(&self) -> bool {
        *self == Self::default()
    }
}
