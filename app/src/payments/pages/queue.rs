//! Entries of the bank that wait for a person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::{DbError, Tx};

use super::list::{asked, look, note};
use super::{Way, bookkeeper, state_badge, ways};
use crate::app::Shared;
use crate::i18n::Translator;
use crate::payments::bank_store;
use crate::payments::matching::{self, Candidate, Sign};
use crate::payments::store::{self, ChargeLine};
use crate::payments::token;
use crate::payments::types::{Entry, EntryState};
use crate::staff_tables::{Bar, Cell, Column, Listing, Pager, Row, Table, Taken};
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

fn columns(t: Translator) -> Vec<Column> {
    let say = |key: &'static str| t.get(key);
    vec![
        Column::new(say("payments-day")),
        Column::new(say("payments-amount")),
        Column::of_files(say("payments-column-currency")),
        Column::new(say("payments-counterparty")),
        Column::new(say("payments-transfer-title")),
        Column::of_page(say("payments-best")),
    ]
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
    // A file has no suggestions: they help whoever looks at the page.
    let (action, suggests) = (look(&ctx), !is_aside && Taken::asked(&ctx).is_none());
    let own = ctx.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note(tx, account, action, ("entries", 0), now).await?;
            let params: database::Params<'_> = &[&account, &now, &state];
            let count: i64 = tx.one(bank_store::COUNT_QUEUE, params).await?;
            let pager = Pager::of(&own, usize::try_from(count).unwrap_or(0), PER_PAGE);
            let (skipped, most) = pager.bounds();
            let params: database::Params<'_> = &[&account, &now, &state, &most, &skipped];
            let entries: Vec<Entry> = tx.all(bank_store::LIST_QUEUE, params).await?;
            let mut open: Vec<ChargeLine> = Vec::new();
            let mut known = Vec::new();
            for organisation in entries.iter().filter_map(|entry| entry.organisation_id) {
                if suggests && !known.contains(&organisation) {
                    known.push(organisation);
                    open.extend(
                        tx.all::<ChargeLine>(store::LIST_OPEN_LINES, &[&organisation])
                            .await?,
                    );
                }
            }
            let settled = settled_of(tx, &entries).await?;
            Ok::<_, DbError>((entries, (open, settled), pager))
        })
    });
    let (entries, (open, settled), pager) = write.await?;
    let all = candidates(&open);
    let rows = entries
        .iter()
        .map(|entry| row(t, entry, (&open, &settled), &all));
    let title = if is_aside {
        t.get("payments-aside-title")
    } else {
        t.get("payments-queue-title")
    };
    let table = Table::new("payments-queue", &title, columns(t), rows);
    let mut list = Listing::new(&ctx, table, pager);
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
    if !is_aside {
        list = list.bar(Bar::new("bulk", ctx.here(), t, &["set-aside"]));
    }
    show(&Queue {
        page: ctx.page(title).dense(),
        ways: ways(&app, t, actor, now, "queue").await?,
        is_aside,
        list,
    })
}

/// What a person should know first of an entry.
fn best(
    t: Translator,
    entry: &Entry,
    (open, settled): (&[ChargeLine], &[ChargeLine]),
    all: &[Candidate],
) -> Cell {
    if let Some(reason) = &entry.aside_reason {
        return Cell::new(reason);
    }
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

fn row(
    t: Translator,
    entry: &Entry,
    charges: (&[ChargeLine], &[ChargeLine]),
    all: &[Candidate],
) -> Row {
    let cells = vec![
        Cell::day(t, entry.booked_on).to(format!("/staff/payments/entries/{}", entry.id)),
        Cell::money(t, entry.waiting(), &entry.currency),
        Cell::new(&entry.currency),
        Cell::new(&entry.counterparty),
        Cell::new(&entry.title),
        best(t, entry, charges, all),
    ];
    Row::new(entry.id, cells)
}
