//! The ladder as pure rules: institution → support centre → region [B10], and by when an answer is due.

use jiff::{Timestamp, ToSpan};

use super::kinds::{Level, RequestKind};
use crate::accounts::OrganisationId;
use crate::organisations::{Kind, Organisation, Tree, working_days_after};

/// The step on which requests to such an organisation begin.
pub fn level_of(kind: Kind) -> Level {
    match kind {
        Kind::Institution | Kind::TrainingCentre => Level::Institution,
        Kind::SupportCentre | Kind::Municipality => Level::SupportCentre,
        Kind::Region => Level::Region,
    }
}

/// The end of the day by which a request of this kind is answered that reaches an organisation now.
pub fn due_at(kind: RequestKind, organisation: Option<&Organisation>, now: Timestamp) -> Timestamp {
    let zone = organisation.map_or_else(crate::clock::zone, |one| one.time_zone.clone());
    let name = zone.iana_name().unwrap_or_default().to_owned();
    let today = now.to_zoned(zone.clone()).date();
    let day = working_days_after(today, kind.answered_within(), &name);
    let end = day.tomorrow().unwrap_or(day).to_zoned(zone);
    let end = end.map(|midnight| midnight.timestamp());
    end.ok()
        .and_then(|end| end.checked_sub(1.second()).ok())
        .unwrap_or(now)
}

/// Where a request goes that this organisation could not solve: the support centre of its municipality, else one that lies
/// above it, else the region; none above the region. It only ever rises.
pub fn next_step(
    tree: &Tree,
    from: OrganisationId,
    level: Level,
) -> Option<(Level, OrganisationId)> {
    let above = above(tree, from);
    let centre = || {
        above.iter().find_map(|place| {
            let is_centre = |one: &&Organisation| {
                one.kind == Kind::SupportCentre && one.parent == Some(*place) && one.id != from
            };
            tree.all().filter(is_centre).map(|one| one.id).min()
        })
    };
    let region = || {
        let is_region = |id: &&OrganisationId| {
            tree.find(**id).is_some_and(|one| one.kind == Kind::Region) && **id != from
        };
        above.iter().find(is_region).copied()
    };
    let by_centre = (level < Level::SupportCentre)
        .then(centre)
        .flatten()
        .map(|id| (Level::SupportCentre, id));
    by_centre.or_else(|| {
        (level < Level::Region)
            .then(region)
            .flatten()
            .map(|id| (Level::Region, id))
    })
}

/// What lies above an organisation, the nearest first; itself at the beginning.
pub fn above(tree: &Tree, from: OrganisationId) -> Vec<OrganisationId> {
    let mut found = Vec::new();
    let mut at = Some(from);
    while let Some(id) = at.filter(|id| !found.contains(id)) {
        found.push(id);
        at = tree.find(id).and_then(|one| one.parent);
    }
    found
}
