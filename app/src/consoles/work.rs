//! Each kind of work, and how it is counted.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::lines::{Found, Heap};
use super::rules::answered_by;
use super::types::{Blocked, Counted, CountedCharges, CountedEntries, What};
use super::waiting_store as store;
use crate::accounts::RoleKind;
use crate::catalogue::GroupId;
use crate::catalogue::editing::permissions::EDITORS;
use crate::enrolment::staff::staff_store::{LIST_LIVE_GROUPS, LiveGroup};
use crate::payments::ChargeState;
use crate::payments::permissions::BOOKKEEPERS;

/// A group that starts within this time and has too few people is shown.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 14);
/// Letters that nobody took are shown as long as this after they were first tried: three days of trying, and a week.
const UNDELIVERED: SignedDuration = SignedDuration::from_hours(24 * 10);
/// The last moment before an instant that is too late.
const MOMENT: SignedDuration = SignedDuration::from_secs(1);
const FAMILIES: &[RoleKind] = &[
    RoleKind::OrganisationAdministrator,
    RoleKind::Operator,
    RoleKind::SupportCentre,
];
const MERGING: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::SupportCentre];
const DECIDING: &[RoleKind] = &[RoleKind::OrganisationAdministrator];
const PAYING: &[RoleKind] = &[
    RoleKind::OrganisationAdministrator,
    RoleKind::Operator,
    RoleKind::Accountant,
];

impl Found<'_> {
    /// Marks, ends, late resignations, and too few people: of the groups that the first page lists.
    pub(super) async fn groups(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        let params: database::Params<'_> = &[&self.reader.account, &self.now];
        let all: Vec<LiveGroup> = tx.all(LIST_LIVE_GROUPS, params).await?;
        let mut keeping = EDITORS.to_vec();
        keeping.push(RoleKind::Trainer);
        let kept: Vec<&LiveGroup> = all
            .iter()
            .filter(|one| self.holds(&keeping, one.organisation_id))
            .collect();
        let is_over = |one: &LiveGroup| one.ends_at.is_some_and(|ends| ends <= self.now);
        let (marks, rest): (Vec<&LiveGroup>, Vec<&LiveGroup>) =
            kept.iter().copied().partition(|one| one.unmarked > 0);
        let (over, rest): (Vec<&LiveGroup>, Vec<&LiveGroup>) =
            rest.into_iter().partition(|one| is_over(one));
        let mut few = rest;
        few.retain(|one| self.is_few(one));
        let mut late = kept;
        late.retain(|one| one.late > 0 && self.holds(EDITORS, one.organisation_id));
        let by = |one: &LiveGroup, count: i64, at: Option<Timestamp>| {
            let home = Some(one.organisation_id);
            self.some(home, count, at.map(|at| self.day(home, at)))
        };
        let marked: Vec<Heap> = marks.iter().map(|one| by(one, 1, None)).collect();
        let ended: Vec<Heap> = over.iter().map(|one| by(one, 1, one.ends_at)).collect();
        let begun: Vec<Heap> = few.iter().map(|one| by(one, 1, one.starts_at)).collect();
        let asked: Vec<Heap> = late.iter().map(|one| by(one, one.late, None)).collect();
        self.put(What::Marks, one_or(&marks, "/attendance", "mark"), marked);
        self.put(What::Finish, one_or(&over, "/finish", "finish"), ended);
        self.put(What::Few, one_or(&few, "/participants", "soon"), begun);
        self.put(What::Late, one_or(&late, "/participants", "decide"), asked);
        Ok(())
    }

    fn is_few(&self, one: &LiveGroup) -> bool {
        let is_soon = one
            .starts_at
            .is_some_and(|starts| starts > self.now && starts.duration_since(self.now) <= SOON);
        is_soon && one.taken < one.minimum && self.holds(EDITORS, one.organisation_id)
    }

    pub(super) async fn applications(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.is_any(EDITORS) {
            return Ok(());
        }
        let rows = self.count(tx, store::COUNT_APPLICATIONS).await?;
        let all: Vec<Heap> = rows
            .iter()
            .map(|one| {
                let zone = self.zone(one.organisation_id);
                let due = one.since.map(|at| answered_by(at, &zone));
                self.some(one.organisation_id, one.count, due)
            })
            .collect();
        self.put(What::Applications, "/staff/applications".into(), all);
        Ok(())
    }

    /// Requests that wait for an answer, with the first day by which one is due.
    pub(super) async fn requests(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.is_any(FAMILIES) {
            return Ok(());
        }
        let rows = self.count(tx, store::COUNT_REQUESTS).await?;
        let all: Vec<Heap> = rows
            .iter()
            .map(|one| {
                let due = one.since.map(|at| self.day(one.organisation_id, at));
                self.some(one.organisation_id, one.count, due)
            })
            .collect();
        self.put(What::Requests, "/staff/requests?show=opened".into(), all);
        Ok(())
    }

    pub(super) async fn families(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.is_any(FAMILIES) {
            return Ok(());
        }
        let lines = [
            (
                What::Children,
                "/staff/children?state=unconfirmed",
                store::COUNT_CHILDREN,
            ),
            (
                What::Guardians,
                "/staff/children?state=asked",
                store::COUNT_GUARDIANS,
            ),
            (
                What::Corrections,
                "/staff/corrections",
                store::COUNT_CORRECTIONS,
            ),
            (What::Cases, "/staff/cases", store::COUNT_CASES),
        ];
        for line in lines {
            self.without_day(tx, line).await?;
        }
        Ok(())
    }

    pub(super) async fn moves(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if self.reader.is_any(DECIDING) {
            let line = (
                What::Moves,
                "/staff/moves?state=submitted",
                store::COUNT_MOVES,
            );
            self.without_day(tx, line).await?;
        }
        if self.reader.is_any(EDITORS) {
            let line = (
                What::Drafts,
                "/staff/moves?state=draft",
                store::COUNT_DRAFTS,
            );
            self.without_day(tx, line).await?;
        }
        Ok(())
    }

    pub(super) async fn merges(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.is_any(MERGING) {
            return Ok(());
        }
        self.without_day(tx, (What::Merges, "/staff/merges", store::COUNT_MERGES))
            .await
    }

    /// Certificates are listed by group: the line leads to the group where one has waited longest.
    pub(super) async fn certificates(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.is_any(EDITORS) {
            return Ok(());
        }
        let params: database::Params<'_> = &[&self.reader.account, &self.now];
        let rows: Vec<Blocked> = tx.all(store::COUNT_CERTIFICATES, params).await?;
        let oldest = rows
            .iter()
            .min_by_key(|one| (one.since, one.group_id.get()));
        let href = oldest.map(|one| format!("/staff/groups/{}/certificates", one.group_id));
        let all: Vec<Heap> = rows
            .iter()
            .map(|one| {
                self.since(&Counted {
                    organisation_id: one.organisation_id,
                    count: one.count,
                    since: one.since,
                })
            })
            .collect();
        self.put(What::Certificates, href.unwrap_or_default(), all);
        Ok(())
    }

    pub(super) async fn asked(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        let mut roles = self.reader.roles.iter();
        if !roles.any(|role| PAYING.contains(&role.kind) && role.branch.is_some()) {
            return Ok(());
        }
        let rows = self.count(tx, store::COUNT_ASKED).await?;
        let all: Vec<Heap> = rows
            .iter()
            .map(|one| {
                let last = one.since.and_then(|at| at.checked_sub(MOMENT).ok());
                let due = last.map(|at| self.day(one.organisation_id, at));
                self.some(one.organisation_id, one.count, due)
            })
            .collect();
        self.put(What::Asked, "/staff/paying".into(), all);
        Ok(())
    }

    pub(super) async fn books(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.is_any(BOOKKEEPERS) {
            return Ok(());
        }
        let params: database::Params<'_> = &[&self.reader.account, &self.now];
        let entries: Vec<CountedEntries> = tx.all(store::COUNT_ENTRIES, params).await?;
        let charges: Vec<CountedCharges> = tx.all(store::COUNT_CHARGES, params).await?;
        let entries = entries.iter().map(|one| Heap {
            since: one.day,
            ..self.some(one.organisation_id, one.count, None)
        });
        let entries: Vec<Heap> = entries.collect();
        let (overdue, refunds): (Vec<&CountedCharges>, Vec<&CountedCharges>) = charges
            .iter()
            .partition(|one| one.state == ChargeState::Overdue);
        let unpaid = overdue
            .iter()
            .map(|one| self.some(one.organisation_id, one.count, one.day));
        let unpaid: Vec<Heap> = unpaid.collect();
        let owed = refunds
            .iter()
            .map(|one| self.some(one.organisation_id, one.count, None));
        let owed: Vec<Heap> = owed.collect();
        self.put(What::Entries, "/staff/payments/queue".into(), entries);
        self.put(What::Overdue, "/staff/payments?show=overdue".into(), unpaid);
        self.put(What::Refunds, "/staff/payments?show=refunds".into(), owed);
        Ok(())
    }

    /// Whoever looks after the installation hears of letters that nobody took; there is no list of them.
    pub(super) async fn letters(&mut self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        if !self.reader.installs() {
            return Ok(());
        }
        let since = self.now.checked_sub(UNDELIVERED).unwrap_or(Timestamp::MIN);
        let count: i64 = tx.one(store::COUNT_UNDELIVERED, &[&since]).await?;
        let all = self.some(None, count, None);
        self.put(What::Letters, String::new(), [all]);
        Ok(())
    }
}

/// The page of the only group, or the part of the first page that lists several.
fn one_or(groups: &[&LiveGroup], step: &str, part: &str) -> String {
    let ids: Vec<GroupId> = groups.iter().map(|one| one.id).collect();
    match ids.as_slice() {
        [only] => format!("/staff/groups/{only}{step}"),
        _ => format!("/staff#{part}"),
    }
}
