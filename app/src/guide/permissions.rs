//! Who may write the guide.

use crate::accounts::Actor;
use crate::permit::Permit;

crate::actions! {
    /// Writing and publishing the guide.
    pub WriteGuide on ();
}

/// Administrators of the installation write the guide: it is one for all.
pub fn may_write_guide(actor: &Actor) -> Option<Permit<WriteGuide>> {
    actor
        .is_installation_administrator()
        .then(|| Permit::new(WriteGuide(()), actor.account_id, ()))
}
