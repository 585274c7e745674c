//! Organisations, roles, invitations and standing in as the pages and actions read them.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId, RoleKind};
use crate::organisations::Kind;

database::id! {
    /// A role that somebody has.
    RoleId;
    /// An invitation to a role.
    InvitationId;
    /// Standing in for somebody.
    StandInId;
}

database::codes! {
    /// Where standing in stands: `asked → agreed | declined`, `→ ended`.
    StandInState {
        /// The colleague has not answered.
        Asked = "asked",
        /// It holds in its time.
        Agreed = "agreed",
        /// The colleague does not want to.
        Declined = "declined",
        /// Somebody has ended it.
        Ended = "ended",
    }
}

/// An organisation with everything that its form shows, open or closed.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of the form")]
pub struct Sheet {
    pub id: OrganisationId,
    pub parent_id: Option<OrganisationId>,
    kind: String,
    pub name: String,
    pub institution_type: String,
    pub street: String,
    pub street_number: String,
    pub postal_code: String,
    pub post_office: String,
    pub city: String,
    pub tax_id: Option<String>,
    pub phone: String,
    pub email: String,
    pub time_zone: String,
    pub long_from_hours: i64,
    pub long_from_meetings: i64,
    pub closed_at: Option<Timestamp>,
    pub handed_to: Option<OrganisationId>,
    pub version: i64,
}

from_row!(Sheet {
    id,
    parent_id,
    kind,
    name,
    institution_type,
    street,
    street_number,
    postal_code,
    post_office,
    city,
    tax_id,
    phone,
    email,
    time_zone,
    long_from_hours,
    long_from_meetings,
    closed_at,
    handed_to,
    version
});

impl Sheet {
    /// What it is.
    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind).unwrap_or_default()
    }
}

/// What a form says beyond a list: the time zone, and when a training is long.
#[derive(Clone, Debug)]
pub struct Habits {
    /// IANA name of the time zone.
    pub time_zone: String,
    /// A training is long from this many teaching hours on.
    pub long_from_hours: i64,
    /// A training is long from this many meetings on.
    pub long_from_meetings: i64,
}

/// How much there is in a branch, or at one organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Organisations.
    pub organisations: i64,
    /// Groups that are not over.
    pub groups: i64,
    /// Applications and enrolments that are open.
    pub enrolments: i64,
    /// Requests that are not closed.
    pub requests: i64,
    /// Charges that are not settled.
    pub charges: i64,
    /// Children who live there.
    pub children: i64,
}

from_row!(Numbers {
    organisations,
    groups,
    enrolments,
    requests,
    charges,
    children
});

impl Numbers {
    /// Whether somebody has to take over before it can be closed.
    pub fn needs_receiver(&self) -> bool {
        self.groups + self.enrolments + self.requests + self.charges + self.children > 0
    }
}

/// A role as the list of a branch shows it.
#[derive(Clone, Debug)]
pub struct StaffRole {
    /// Which.
    pub id: RoleId,
    /// Whose.
    pub account_id: AccountId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Language of their letters.
    pub language: String,
    role: String,
    /// Root of its branch; none is the whole installation.
    pub organisation_id: Option<OrganisationId>,
    /// Since when.
    pub granted_at: Timestamp,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// For whom they stand in.
    pub absent: Option<String>,
}

from_row!(StaffRole {
    id,
    account_id,
    name,
    email,
    language,
    role,
    organisation_id,
    granted_at,
    ends_at,
    absent
});

impl StaffRole {
    /// What they may be.
    pub fn kind(&self) -> RoleKind {
        RoleKind::from_code(&self.role).unwrap_or(RoleKind::Trainer)
    }

    /// Whether they stand in for somebody.
    pub fn stands_in(&self) -> bool {
        self.absent.is_some()
    }
}

/// An invitation as kept.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// Address as typed.
    pub email: String,
    /// Address as it is compared.
    pub email_key: String,
    /// For which branch; none is the whole installation.
    pub organisation_id: Option<OrganisationId>,
    role: String,
    /// When the role ends.
    pub role_ends_at: Option<Timestamp>,
    /// Who invited.
    pub invited_by: AccountId,
    /// Until when the link works.
    pub expires_at: Timestamp,
    /// When it was accepted, taken back or replaced.
    pub over_at: Option<Timestamp>,
}

from_row!(Invitation {
    id,
    email,
    email_key,
    organisation_id,
    role,
    role_ends_at,
    invited_by,
    expires_at,
    over_at
});

impl Invitation {
    /// What they are invited to be.
    pub fn kind(&self) -> RoleKind {
        RoleKind::from_code(&self.role).unwrap_or(RoleKind::Trainer)
    }
}

/// Standing in as kept, with the names of both.
#[derive(Clone, Debug)]
pub struct StandIn {
    /// Which.
    pub id: StandInId,
    /// For which role.
    pub role_id: RoleId,
    /// Whose role it is.
    pub absent_id: AccountId,
    /// Their name.
    pub absent: String,
    /// Who stands in.
    pub delegate_id: AccountId,
    /// Their name.
    pub delegate: String,
    /// Where it stands.
    pub state: StandInState,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Timestamp,
    role: String,
    /// Root of the role's branch.
    pub organisation_id: Option<OrganisationId>,
    /// The role that the delegate got when it began.
    pub given_role_id: Option<RoleId>,
}

from_row!(StandIn {
    id,
    role_id,
    absent_id,
    absent,
    delegate_id,
    delegate,
    state,
    starts_at,
    ends_at,
    role,
    organisation_id,
    given_role_id
});

impl StandIn {
    /// What the absent one is.
    pub fn kind(&self) -> RoleKind {
        RoleKind::from_code(&self.role).unwrap_or(RoleKind::Trainer)
    }
}
