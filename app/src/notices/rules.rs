//! Whom a notice concerns, and when: pure.

use jiff::civil::Date;

use super::notice_store::Joined;
use super::{Audience, Notice};
use crate::accounts::{Actor, OrganisationId};
use crate::organisations::Tree;

/// Whether this day is among its days.
pub fn is_within_days(today: Date, from_on: Date, until_on: Date) -> bool {
    (from_on..=until_on).contains(&today)
}

/// Whether everybody who looks at the pages of this organisation sees it.
pub(super) fn is_public_at(notice: &Notice, tree: &Tree, organisation: OrganisationId) -> bool {
    notice.audience == Audience::Everybody && tree.is_within(organisation, notice.organisation_id)
}

/// Whether it concerns somebody who has joined these groups. What the top of the tree announces to everybody concerns whoever
/// has an account.
pub(super) fn concerns(notice: &Notice, tree: &Tree, joined: &[Joined]) -> bool {
    let is_of_all = notice.courses.is_empty() && notice.groups.is_empty();
    let is_meant = |one: &Joined| {
        tree.is_within(one.organisation_id, notice.organisation_id)
            && (is_of_all
                || notice.courses.contains(&one.course_id)
                || notice.groups.contains(&one.group_id))
    };
    match notice.audience {
        Audience::Staff => false,
        Audience::Participants => joined.iter().any(is_meant),
        Audience::Everybody => is_of_the_top(notice, tree) || joined.iter().any(is_meant),
    }
}

/// Whether it concerns this member of the staff: what is announced to everybody or to the staff of their branch.
pub(super) fn concerns_staff(notice: &Notice, tree: &Tree, actor: &Actor) -> bool {
    let works_there = |branch: Option<OrganisationId>| match branch {
        Some(branch) => tree.is_within(branch, notice.organisation_id),
        None => is_of_the_top(notice, tree),
    };
    notice.audience != Audience::Participants
        && actor.roles.iter().any(|role| works_there(role.branch))
}

fn is_of_the_top(notice: &Notice, tree: &Tree) -> bool {
    let whose = tree.find(notice.organisation_id);
    whose.is_some_and(|one| one.parent.is_none())
}
