//! Who decides about two records that may be one child: whoever sees both. Whoever sees one of them only is led there.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::looks;
use super::staff_store as own;
use super::types::Case;
use crate::accounts::{Actor, OrganisationId};
use crate::app::App;
use crate::families::store;
use crate::families::types::{CaseId, Child};
use crate::organisations::Tree;

/// A circle in the data ends after so many steps.
const MOST_LEVELS: usize = 64;

/// A case about a child, as somebody who has the child's page open comes to it.
#[derive(Clone, Debug)]
pub struct Way {
    /// Which.
    pub case: CaseId,
    /// Whether whoever looks may see the other record too, and so the case.
    pub is_seen: bool,
    /// Whose staff decides where they may not; none is the whole installation.
    pub decides: Option<OrganisationId>,
}

/// The way to a case of a child.
///
/// # Errors
/// The database does not answer.
pub async fn way(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    (child, case): (&Child, CaseId),
    now: Timestamp,
) -> Result<Way, DbError> {
    let found: Case = tx.one(own::FIND_CASE, &[&case]).await?;
    let other = if found.person_id == child.id {
        found.other_id
    } else {
        found.person_id
    };
    let is_seen = match looks::open(tx, app, actor, other, now).await {
        Ok(_) => true,
        Err(DbError::NotFound) => false,
        Err(error) => return Err(error),
    };
    let other: Child = tx.one(store::FIND_CHILD, &[&other]).await?;
    let homes = (child.known.municipality_id, other.known.municipality_id);
    let tree = app.organisations.current();
    Ok(Way {
        case,
        is_seen,
        decides: above(tx, &tree, homes, now).await?,
    })
}

/// The lowest branch that holds both places and has somebody who serves families; none is the whole installation.
async fn above(
    tx: &mut Tx<'_>,
    tree: &Tree,
    homes: (Option<OrganisationId>, Option<OrganisationId>),
    now: Timestamp,
) -> Result<Option<OrganisationId>, DbError> {
    let (Some(one), Some(other)) = homes else {
        return Ok(None);
    };
    let mut at = Some(one);
    for _ in 0..MOST_LEVELS {
        let Some(here) = at else {
            break;
        };
        if tree.is_within(other, here) {
            let serving: i64 = tx.one(own::COUNT_SERVING, &[&here, &now]).await?;
            if serving > 0 {
                return Ok(Some(here));
            }
        }
        at = tree.find(here).and_then(|place| place.parent);
    }
    Ok(None)
}
