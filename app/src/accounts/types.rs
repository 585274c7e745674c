use std::sync::Arc;

use crate::i18n::Lang;

database::id!(
    /// A sign-in.
    AccountId
);
database::id!(
    /// One sign-in on one device.
    SessionId
);
database::id!(
    /// An organisation of the tree. It stands here since roles, which hold for a branch, belong to accounts.
    OrganisationId
);

/// What an account begins with.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Address as typed.
    pub email: String,
    /// Address as it is compared.
    pub email_key: String,
    /// PHC string of the password.
    pub password_hash: String,
    /// Given name and surname.
    pub name: String,
    /// Language of pages and letters.
    pub lang: Lang,
}

/// Where an account stands (`spec/rules.md`, Account).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Registered, address not confirmed.
    Pending,
    /// In use.
    Active,
    /// Closed by staff.
    Locked,
    /// Merged into another.
    Merged,
    /// Erased at the holder's request.
    Erased,
}

impl AccountState {
    /// As the database keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Locked => "locked",
            Self::Merged => "merged",
            Self::Erased => "erased",
        }
    }

    /// From the database's code.
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Pending,
            Self::Active,
            Self::Locked,
            Self::Merged,
            Self::Erased,
        ]
        .into_iter()
        .find(|state| state.code() == code)
    }
}

/// What staff may be (`spec/mission.md`, Who uses it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleKind {
    /// Everything in the installation.
    InstallationAdministrator,
    /// An organisation's offer, staff, templates, reports.
    OrganisationAdministrator,
    /// The lists of one's own groups.
    Trainer,
    /// Institution's staff who decide on people and applications.
    Operator,
    /// Money.
    Accountant,
    /// The municipality's second line.
    SupportCentre,
}

impl RoleKind {
    /// All roles.
    pub const ALL: [Self; 6] = [
        Self::InstallationAdministrator,
        Self::OrganisationAdministrator,
        Self::Trainer,
        Self::Operator,
        Self::Accountant,
        Self::SupportCentre,
    ];

    /// As the database and the command line write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::InstallationAdministrator => "installation_administrator",
            Self::OrganisationAdministrator => "organisation_administrator",
            Self::Trainer => "trainer",
            Self::Operator => "operator",
            Self::Accountant => "accountant",
            Self::SupportCentre => "support_centre",
        }
    }

    /// From its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A role for the branch below an organisation; none is the whole installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// What the account may be.
    pub kind: RoleKind,
    /// Root of the branch.
    pub branch: Option<OrganisationId>,
}

/// Whoever is signed in, with what policies need to decide.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The account.
    pub account_id: AccountId,
    /// The sign-in in use.
    pub session_id: SessionId,
    /// Given name and surname.
    pub name: String,
    /// Address as typed at registration.
    pub email: String,
    /// Language kept in the account.
    pub lang: Lang,
    /// Roles that hold now.
    pub roles: Arc<[Role]>,
    /// A teenager's sign-in to the record that a parent holds (`spec/rules.md`, 14 and older).
    pub is_linked: bool,
}

impl Actor {
    /// Whether any staff page is open to this account.
    pub fn is_staff(&self) -> bool {
        !self.roles.is_empty()
    }

    /// Whether the account may do everything in the installation.
    pub fn is_installation_administrator(&self) -> bool {
        self.roles
            .iter()
            .any(|role| role.kind == RoleKind::InstallationAdministrator)
    }
}
