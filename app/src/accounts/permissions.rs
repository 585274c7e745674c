//! Who may change an account: its holder. What staff may do to accounts of others comes with its own actions.

use super::{AccountId, Actor};
use crate::permit::Permit;

crate::actions! {
    /// Changing name, language and personal data of an account.
    pub ChangeProfile on AccountId;
    /// Changing the password of an account.
    pub ChangePassword on AccountId;
    /// Changing the address of an account.
    pub ChangeEmail on AccountId;
    /// Ending sign-ins of an account.
    pub EndSignIns on AccountId;
    /// Making and ending tokens of an account.
    pub MakeTokens on AccountId;
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
