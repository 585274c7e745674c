//! Who looks after a teenager's sign-in: whoever holds the record. The teenager changes nothing but the own password, address and
//! language.

use crate::accounts::Actor;
use crate::people::PersonId;
use crate::people::fields::may_sign_in;
use crate::permit::Permit;
use jiff::civil::Date;

crate::actions! {
    /// Inviting a teenager to a linked sign-in, saying what it may do, and ending it.
    pub KeepLink on PersonId;
}

/// A guardian (`holds`) invites a child of 14 or older, and keeps its sign-in.
pub fn may_keep_link(
    actor: &Actor,
    holds: bool,
    (child, born_on): (PersonId, Date),
    today: Date,
) -> Option<Permit<KeepLink>> {
    (holds && may_sign_in(today, born_on))
        .then(|| Permit::new(KeepLink(()), actor.account_id, child))
}
