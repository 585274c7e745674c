//! Who keeps views: staff, each their own.

use crate::accounts::{AccountId, Actor};
use crate::permit::Permit;

crate::actions! {
    /// Keeping and removing one's own views.
    pub KeepViews on AccountId;
}

/// Staff; nobody for others.
pub fn may_keep_views(actor: &Actor) -> Option<Permit<KeepViews>> {
    let own = actor.account_id;
    actor
        .is_staff()
        .then(|| Permit::new(KeepViews(()), own, own))
}
