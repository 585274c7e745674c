//! Entries of the bank that wait for a person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::{DbError, Tx};

use std::collections::BTreeSet;

use super::list::{asked, look};
use super::{Way, bookkeeper, state_badge, ways};
use crate::app::Shared;
use crate::audit;
use crate::i18n::Translator;
use crate::payments::bank_store;
use crate::payments::matching::{self, Candidate, Sign};
use crate::payments::store::{self, ChargeLine};
use crate::payments::token;
use crate::payments::types::{Entry, EntryState};
use crate::staff_tables::views::{QUEUE, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

/// Entries of one page: each is compared with all open charges.
const PER_PAGE: usize = 25;

#[derive(Template)]
#[template(path = "payments/staff_queue.html")]
struct Queue {
    page: Page,
    ways: Vec<Way>,
    /// Those that were set aside, rather than those that wait.
    is_aside: bool,
    list: Listing,
}

/// What speaks for a suggestion, in words.
pub(super) fn why(t: Translator, signs: &[Sign]) -> String {
    let words = signs
        .iter()
        .map(|sign| t.get(&format!("payments-sign-{}", sign.code())).to_string());
    words.collect::<Vec<_>>().join(", ")
}

/// Open charges as matching sees them.
pub(super) fn candidates(lines: &[ChargeLine]) -> Vec<Candidate> {
    lines
        .iter()
        .map(|one| {
            Candidate::new(one.id, one.remaining(), &one.currency).named(
                &one.name(),
                &one.institution,
                &one.tax_id,
            )
        })
        .collect()
}

/// What was set aside says why, also in files; a suggestion helps whoever looks at the page.
fn columns(t: Translator, is_aside: bool) -> Vec<Column> {
    let say = |key: &'static str| t.get(key);
    vec![
        Column::new(say("payments-day")).by("day"),
        Column::new(say("payments-amount")).by("amount"),
        Column::of_files(say("payments-column-currency")),
        Column::new(say("payments-counterparty")).by("counterparty"),
        Column::new(say("payments-transfer-title")).by("title"),
        if is_aside {
            Column::new(say("payments-aside-why")).by("why")
        } else {
            Column::of_page(say("payments-best"))
        },
    ]
}

/// The open charges of the organisations that these entries are of, and those that their titles name in vain.
async fn charges_of(
    tx: &mut Tx<'_>,
    entries: &[Entry],
) -> Result<(Vec<ChargeLine>, Vec<ChargeLine>), DbError> {
    let homes: BTreeSet<_> = entries
        .iter()
        .filter_map(|one| one.organisation_id)
        .collect();
    let mut open: Vec<ChargeLine> = Vec::new();
    for organisation in homes {
        let lines = tx.all(store::LIST_OPEN_LINES, &[&organisation]).await?;
        open.extend::<Vec<ChargeLine>>(lines);
    }
    Ok((open, settled_of(tx, entries).await?))
}

/// Charges that the titles of entries name and that take no money any more, of the same organisation.
pub(super) async fn settled_of(
    tx: &mut Tx<'_>,
    entries: &[Entry],
) -> Result<Vec<ChargeLine>, DbError> {
    let named = entries.iter().flat_map(matching::tokens);
    let ids: Vec<i64> = named.map(crate::payments::types::ChargeId::get).collect();
    let homes: Vec<_> = entries.iter().map(|one| one.organisation_id).collect();
    let mut found: Vec<ChargeLine> = tx.among(store::LIST_LINES_AMONG, &ids).await?;
    found.retain(|one| !one.state.is_open() && homes.contains(&Some(one.organisation_id)));
    Ok(found)
}

/// A charge that takes no money any more, in words.
pub(super) fn settled_words(t: Translator, one: &ChargeLine) -> String {
    let (_, state) = state_badge(t, one.state);
    format!(
        "{}, {}, {}: {state}",
        token::title_of(one.id),
        one.name(),
        one.title
    )
}

/// An entry in words: its day, amount, other side and title.
pub(super) fn entry_words(t: Translator, one: &Entry) -> String {
    let parts = [
        t.plain_date(one.booked_on),
        t.money(one.amount_minor, &one.currency),
        one.counterparty.clone(),
        one.title.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|one| !one.is_empty()).collect();
    parts.join(", ")
}

/// `GET /staff/payments/queue`: entries that wait, or those that were set aside (`show=set_aside`).
pub(super) async fn queue(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    let is_aside = asked(&ctx, "show") == "set_aside";
    let state = if is_aside {
        EntryState::SetAside
    } else {
        EntryState::ToMatch
    };
    let entry = audit::Entry::new(now, account, look(&ctx), "entries", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            let params: database::Params<'_> = &[&account, &now, &state];
            tx.all(bank_store::LIST_QUEUE, params).await
        })
    });
    let entries: Vec<Entry> = write.await.map_err(|error: DbError| error)?;
    let rows = entries.iter().map(|entry| row(t, entry, is_aside));
    let title = if is_aside {
        t.get("payments-aside-title")
    } else {
        t.get("payments-queue-title")
    };
    let table = Table::new("payments-queue", &title, columns(t, is_aside), rows);
    let mut list = Listing::found(&ctx, table, PER_PAGE);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    if !is_aside {
        suggest(&app, t, entries, &mut list).await?;
        list = list.bar(Bar::new("bulk", ctx.here(), t, &["set-aside"]));
    }
    show(&Queue {
        page: ctx.page(title).dense(),
        ways: ways(&app, t, actor, now, "queue").await?,
        is_aside,
        list: list.kept(kept(&app, &ctx, QUEUE).await?),
    })
}

/// Says of each row of the page what it may be.
async fn suggest(
    app: &Shared,
    t: Translator,
    mut entries: Vec<Entry>,
    list: &mut Listing,
) -> Result<(), AppError> {
    let rows = list.table.rows.iter();
    let shown: BTreeSet<i64> = rows.filter_map(|row| row.id.parse().ok()).collect();
    entries.retain(|one| shown.contains(&one.id.get()));
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let charges = charges_of(tx, &entries).await?;
            Ok::<_, DbError>((entries, charges))
        })
    });
    let (entries, (open, settled)) = read.await?;
    let all = candidates(&open);
    for row in &mut list.table.rows {
        if let Some(entry) = entries.iter().find(|one| one.id.to_string() == row.id) {
            row.add(best(t, entry, (&open, &settled), &all));
        }
    }
    Ok(())
}

/// What a person should know first of an entry.
fn best(
    t: Translator,
    entry: &Entry,
    (open, settled): (&[ChargeLine], &[ChargeLine]),
    all: &[Candidate],
) -> Cell {
    if entry.repeats.is_some() {
        return Cell::new(t.get("payments-repeats"));
    }
    if entry.amount_minor < 0 {
        return Cell::new(t.get("payments-reverses"));
    }
    let tokens = matching::tokens(entry);
    if let Some(named) = settled.iter().find(|one| tokens.contains(&one.id)) {
        return Cell::new(t.get("payments-names-settled")).and(settled_words(t, named));
    }
    let suggested = matching::suggest(entry, all);
    let best = suggested.first().and_then(|best| {
        let charge = open.iter().find(|one| one.id == best.charge)?;
        let marks = t
            .get("payments-suggested-why")
            .text("score", best.score.to_string())
            .text("why", why(t, &best.signs));
        Some(Cell::new(format!("{}, {}", charge.name(), charge.title)).and(marks))
    });
    best.unwrap_or_else(|| Cell::new(t.get("payments-best-none")))
}

fn row(t: Translator, entry: &Entry, is_aside: bool) -> Row {
    let mut cells = vec![
        Cell::day(t, entry.booked_on).to(format!("/staff/payments/entries/{}", entry.id)),
        Cell::money(t, entry.waiting(), &entry.currency),
        Cell::new(&entry.currency),
        Cell::new(&entry.counterparty),
        Cell::new(&entry.title),
    ];
    if is_aside {
        cells.push(Cell::new(entry.aside_reason.as_deref().unwrap_or_default()));
    }
    Row::new(entry.id, cells)
}
