//! The words for an application from a duplicate account (`spec/traceability.md`, B7): which account to use instead, and whom
//! to call without access to it.

use database::{DbError, Tx};

use super::reasons::Reason;
use super::store;
use crate::accounts::OrganisationId;
use crate::app::App;
use crate::organisations::hours::Hours;
use crate::organisations::{Kind, Tree};
use crate::text::mask_email;

/// Who helps the people of an organisation: the support centre of the nearest organisation above that has one; otherwise the
/// organisation.
fn helper_of(tree: &Tree, organisation: OrganisationId) -> OrganisationId {
    let mut at = Some(organisation);
    while let Some(id) = at {
        let centre = tree
            .all()
            .find(|one| one.parent == Some(id) && one.kind == Kind::SupportCentre);
        if let Some(centre) = centre {
            return centre.id;
        }
        at = tree.find(id).and_then(|one| one.parent);
    }
    organisation
}

/// The reason that the holder of the duplicate account reads; of the address of the other account it shows the beginning.
///
/// # Errors
/// The database does not answer.
pub async fn reason(
    tx: &mut Tx<'_>,
    app: &App,
    organisation: OrganisationId,
    kept_email: &str,
) -> Result<Reason, DbError> {
    let tree = app.organisations.current();
    let helper = helper_of(&tree, organisation);
    let found: Option<(String, String)> = tx.opt(store::FIND_TELEPHONE, &[&helper]).await?;
    let (phone, words) = found.unwrap_or_default();
    let known = tree.find(helper).filter(|one| one.hours.is_known());
    // Each reader reads them in an own language later.
    let hours = known.map_or(words, |one| {
        let week = one.hours.week.clone();
        let usual = Hours {
            week,
            ..Hours::default()
        };
        serde_json::to_string(&usual).unwrap_or_default()
    });
    Ok(Reason::of_duplicate(
        &mask_email(kept_email),
        &phone,
        &hours,
    ))
}
