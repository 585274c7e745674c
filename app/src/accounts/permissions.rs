//! Who may change an account: its holder. What staff may do to accounts of others comes with its own actions.

use super::{AccountId, Actor, RoleKind};
use crate::permit::Permit;

crate::actions! {
    /// Changing name, language and personal data of an account.
    pub ChangeProfile on AccountId;
    /// Changing the password of an account.
    pub ChangePassword on AccountId;
    /// Changing the address of an account.
    pub ChangeEmail on AccountId;
    /// Replacing the address of somebody who can not get at it any more.
    pub ReplaceEmail on AccountId;
    /// Ending sign-ins of an account.
    pub EndSignIns on AccountId;
    /// Making and ending tokens of an account.
    pub MakeTokens on AccountId;
    /// Saying which mail domains may be used.
    pub SetMailDomains on ();
}

/// The holder changes the own data.
pub fn may_change_own_profile(actor: &Actor) -> Permit<ChangeProfile> {
    Permit::new(ChangeProfile(()), actor.account_id, actor.account_id)
}

/// The holder changes the own password.
pub fn may_change_own_password(actor: &Actor) -> Permit<ChangePassword> {
    Permit::new(ChangePassword(()), actor.account_id, actor.account_id)
}

/// The holder changes the own address.
pub fn may_change_own_email(actor: &Actor) -> Permit<ChangeEmail> {
    Permit::new(ChangeEmail(()), actor.account_id, actor.account_id)
}

/// The holder ends the own sign-ins.
pub fn may_end_own_sign_ins(actor: &Actor) -> Permit<EndSignIns> {
    Permit::new(EndSignIns(()), actor.account_id, actor.account_id)
}

/// The holder makes and ends the own tokens.
pub fn may_make_own_tokens(actor: &Actor) -> Permit<MakeTokens> {
    Permit::new(MakeTokens(()), actor.account_id, actor.account_id)
}

/// Administrators of the installation say which mail domains may be used.
pub fn may_set_mail_domains(actor: &Actor) -> Option<Permit<SetMailDomains>> {
    let kind = RoleKind::InstallationAdministrator;
    let may = actor.roles.iter().any(|role| role.kind == kind);
    may.then(|| Permit::new(SetMailDomains(()), actor.account_id, ()))
}

/// Who joins duplicate accounts: administrators and the support centre.
const MERGING: &[RoleKind] = &[
    RoleKind::InstallationAdministrator,
    RoleKind::OrganisationAdministrator,
    RoleKind::SupportCentre,
];

/// Whether the pages of duplicate accounts are open to this account at all.
pub fn merges_accounts(actor: &Actor) -> bool {
    actor.roles.iter().any(|role| MERGING.contains(&role.kind))
}

/// Staff that serves the holder's family replaces an address. Of accounts with roles only the administrator of the
/// installation does: whoever reads the new mailbox can sign in with these roles. Nobody replaces their own in this way.
pub fn may_replace_email(
    actor: &Actor,
    serves: bool,
    (account, has_roles): (AccountId, bool),
) -> Option<Permit<ReplaceEmail>> {
    let is_high_enough = !has_roles || actor.is_installation_administrator();
    (serves && is_high_enough && account != actor.account_id)
        .then(|| Permit::new(ReplaceEmail(()), actor.account_id, account))
}
