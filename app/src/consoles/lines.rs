//! What waits for somebody, as lines: the first page and the daily letter are made of the same ones. Each kind of work has a
//! small function of its own (`work`), which asks one statement, and only where a role of the reader does that work.

use std::sync::Arc;

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::rules::in_order;
use super::types::{Counted, Line, Reader, What};
use crate::accounts::{OrganisationId, RoleKind};
use crate::clock;
use crate::organisations::Tree;

/// What waits for a reader now, what is overdue first. A bounded number of statements, however much there is.
///
/// # Errors
/// The database does not answer.
pub async fn waiting(
    tx: &mut Tx<'_>,
    tree: &Arc<Tree>,
    reader: &Reader,
    now: Timestamp,
) -> Result<Vec<Line>, DbError> {
    let mut found = Found {
        tree,
        reader,
        now,
        lines: Vec::new(),
    };
    found.groups(tx).await?;
    found.applications(tx).await?;
    found.requests(tx).await?;
    found.families(tx).await?;
    found.moves(tx).await?;
    found.merges(tx).await?;
    found.certificates(tx).await?;
    found.asked(tx).await?;
    found.books(tx).await?;
    found.letters(tx).await?;
    Ok(in_order(found.lines))
}

/// Some things that wait in one place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heap {
    pub count: i64,
    pub since: Option<Date>,
    pub due: Option<Date>,
    pub is_overdue: bool,
}

/// What was found so far.
pub(super) struct Found<'a> {
    pub tree: &'a Tree,
    pub reader: &'a Reader,
    pub now: Timestamp,
    lines: Vec<Line>,
}

impl Found<'_> {
    /// The clock of an organisation; of the installation where it is of none.
    pub(super) fn zone(&self, home: Option<OrganisationId>) -> TimeZone {
        let home = home.and_then(|id| self.tree.find(id));
        home.map_or_else(clock::zone, |home| home.time_zone.clone())
    }

    pub(super) fn day(&self, home: Option<OrganisationId>, at: Timestamp) -> Date {
        at.to_zoned(self.zone(home)).date()
    }

    /// So many of an organisation, to be done by a day.
    pub(super) fn some(&self, home: Option<OrganisationId>, count: i64, due: Option<Date>) -> Heap {
        Heap {
            count,
            due,
            since: None,
            is_overdue: due.is_some_and(|due| due < self.day(home, self.now)),
        }
    }

    /// The same without a day, with the one since which the oldest waits.
    pub(super) fn since(&self, one: &Counted) -> Heap {
        Heap {
            since: one.since.map(|at| self.day(one.organisation_id, at)),
            ..self.some(one.organisation_id, one.count, None)
        }
    }

    /// One line of all of them; none when there is nothing.
    pub(super) fn put(&mut self, what: What, href: String, all: impl IntoIterator<Item = Heap>) {
        let all: Vec<Heap> = all.into_iter().filter(|one| one.count > 0).collect();
        if all.is_empty() {
            return;
        }
        self.lines.push(Line {
            what,
            count: all.iter().map(|one| one.count).sum(),
            due: all.iter().filter_map(|one| one.due).min(),
            since: all.iter().filter_map(|one| one.since).min(),
            is_overdue: all.iter().any(|one| one.is_overdue),
            href,
        });
    }

    /// What one statement counts for this reader.
    pub(super) async fn count(
        &self,
        tx: &mut Tx<'_>,
        sql: &'static str,
    ) -> Result<Vec<Counted>, DbError> {
        tx.all(sql, &[&self.reader.account, &self.now]).await
    }

    /// One line of what a statement counts, without a day by which it is to be done.
    pub(super) async fn without_day(
        &mut self,
        tx: &mut Tx<'_>,
        (what, href, sql): (What, &str, &'static str),
    ) -> Result<(), DbError> {
        let rows = self.count(tx, sql).await?;
        let all: Vec<Heap> = rows.iter().map(|one| self.since(one)).collect();
        self.put(what, href.to_owned(), all);
        Ok(())
    }

    /// Whether a role of the reader is among these and holds for an organisation.
    pub(super) fn holds(&self, kinds: &[RoleKind], home: OrganisationId) -> bool {
        self.reader.roles.iter().any(|role| {
            let fits =
                kinds.contains(&role.kind) || role.kind == RoleKind::InstallationAdministrator;
            fits && role
                .branch
                .is_none_or(|branch| self.tree.is_within(home, branch))
        })
    }
}
