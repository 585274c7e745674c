//! Whoever acts for a child invites a second guardian, and may leave; nobody else.

use crate::accounts::Actor;
use crate::people::PersonId;
use crate::permit::Permit;

crate::actions! {
    /// Inviting a second guardian, taking the invitation back, and leaving.
    pub ShareChild on PersonId;
    /// Accepting an invitation to act for a child.
    pub AcceptChild on ();
}

/// A guardian, which `holds` says.
pub fn may_share(actor: &Actor, holds: bool, child: PersonId) -> Option<Permit<ShareChild>> {
    holds.then(|| Permit::new(ShareChild(()), actor.account_id, child))
}

/// Whoever has the letter and a sign-in of their own; a teenager's sign-in to a parent's record acts for nobody.
pub fn may_accept(actor: &Actor) -> Option<Permit<AcceptChild>> {
    (!actor.is_linked).then(|| Permit::new(AcceptChild(()), actor.account_id, ()))
}
