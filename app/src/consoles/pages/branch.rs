//! Which institutions of a branch are behind, the worst first. Numbers only: nobody's data is read.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::editing::pages::Ways;
use crate::clock;
use crate::consoles::permissions::overseen;
use crate::consoles::rules::{answered_by, how_far_behind};
use crate::consoles::types::{Behind, Counted};
use crate::consoles::waiting_store as store;
use crate::i18n::{Translator, name_key};
use crate::organisations::{Kind, Organisation, Tree};
use crate::staff_tables::{Cell, Column, Listing, Row, Table};
use crate::web::{AppError, Context, Page, show};

/// Lines of one page.
const PER_PAGE: usize = 50;
/// The columns after the name; the first four are numbers.
const HEADS: [&str; 5] = ["late", "undecided", "requests", "unconfirmed", "oldest"];

#[derive(Template)]
#[template(path = "consoles/branch.html")]
struct Branch {
    page: Page,
    ways: Ways,
    /// How many institutions have something that waits, and how many have nothing.
    behind: usize,
    clear: usize,
    list: Listing,
}

/// What is counted of a branch.
struct Found {
    applied: Vec<(OrganisationId, Timestamp)>,
    requests: Vec<Counted>,
    unconfirmed: Vec<Counted>,
}

/// `GET /staff/branch`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let (actor, now, t) = (ctx.staff()?, ctx.now(), ctx.t());
    let tree = app.organisations.current();
    let branches = overseen(actor, &tree);
    if branches.is_empty() {
        return Err(AppError::NotFound);
    }
    let account = actor.account_id;
    let read = app.db.read_long(move |tx| {
        Box::pin(async move {
            let params: database::Params<'_> = &[&account, &now];
            Ok(Found {
                applied: tx.all(store::LIST_WAITING, params).await?,
                requests: tx.all(store::COUNT_REQUESTS_OF_EACH, params).await?,
                unconfirmed: tx.all(store::COUNT_UNCONFIRMED_OF_EACH, params).await?,
            })
        })
    });
    let found: Found = read.await.map_err(|error: DbError| error)?;
    let mut all = gathered(&tree, &found, now);
    let is_overseen = |one: &&Organisation| {
        let mut branches = branches.iter();
        branches.any(|branch| branch.is_none_or(|branch| tree.is_within(one.id, branch)))
    };
    let teaches = |one: &&Organisation| one.is_workplace() || all.contains_key(&one.id);
    let homes: Vec<&Organisation> = tree.all().filter(is_overseen).filter(teaches).collect();
    let known = homes.len();
    let mut rows: Vec<(&Organisation, Behind)> = homes
        .into_iter()
        .filter_map(|home| Some((home, all.remove(&home.id)?)))
        .collect();
    rows.retain(|(_, one)| !one.is_clear());
    rows.sort_by_cached_key(|(home, one)| (how_far_behind(one), name_key(t.lang(), &home.name)));
    let behind = rows.len();
    let title = t.get("consoles-branch-title");
    let lines = rows.iter().map(|(home, one)| row(t, &tree, home, one));
    let table = Table::new("institutions", &title, columns(t), lines);
    let list = Listing::found(&ctx, table, PER_PAGE);
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
    show(&Branch {
        page: ctx.page(title).dense(),
        ways: Ways::of(actor),
        behind,
        clear: known - behind,
        list,
    })
}

/// What waits, by organisation, each on its own clock.
fn gathered(tree: &Tree, found: &Found, now: Timestamp) -> HashMap<OrganisationId, Behind> {
    let zone = |id: OrganisationId| {
        let home = tree.find(id);
        home.map_or_else(clock::zone, |home| home.time_zone.clone())
    };
    let mut all: HashMap<OrganisationId, Behind> = HashMap::new();
    for (id, applied_at) in &found.applied {
        let zone = zone(*id);
        let is_late = answered_by(*applied_at, &zone) < now.to_zoned(zone.clone()).date();
        let one = all.entry(*id).or_default();
        one.undecided += 1;
        one.late += i64::from(is_late);
        let day = applied_at.to_zoned(zone).date();
        one.oldest = Some(one.oldest.map_or(day, |oldest| oldest.min(day)));
    }
    for counted in &found.requests {
        let Some(id) = counted.organisation_id else {
            continue;
        };
        let one = all.entry(id).or_default();
        one.requests += counted.count;
        let day = counted.since.map(|at| at.to_zoned(zone(id)).date());
        one.oldest = one.oldest.into_iter().chain(day).min();
    }
    for counted in &found.unconfirmed {
        if let Some(id) = counted.organisation_id {
            all.entry(id).or_default().unconfirmed += counted.count;
        }
    }
    all
}

fn columns(t: Translator) -> Vec<Column> {
    let first = Column::new(t.get("consoles-branch-institution"))
        .and(t.get("consoles-branch-municipality"))
        .by("name");
    let rest = HEADS.map(|code| Column::new(t.get(&format!("consoles-branch-{code}"))).by(code));
    std::iter::once(first).chain(rest).collect()
}

fn row(t: Translator, tree: &Tree, home: &Organisation, one: &Behind) -> Row {
    let numbers = [one.late, one.undecided, one.requests, one.unconfirmed];
    let oldest = one
        .oldest
        .map_or_else(|| Cell::new(""), |day| Cell::day(t, day));
    let town = municipality(tree, home).map_or("", |town| town.name.as_str());
    let first = Cell::new(&home.name).and(town);
    let cells = std::iter::once(first)
        .chain(numbers.map(Cell::number))
        .chain([oldest]);
    Row::new(home.id, cells.collect())
}

/// The municipality above an organisation.
fn municipality<'a>(tree: &'a Tree, home: &Organisation) -> Option<&'a Organisation> {
    let mut at = home.parent;
    // A tree of ours is never as deep as this; a circle in the data ends here.
    for _ in 0..100 {
        let here = tree.find(at?)?;
        if here.kind == Kind::Municipality {
            return Some(here);
        }
        at = here.parent;
    }
    None
}
