//! Entries of the bank that wait for a person.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::list::{look, note};
use super::{Way, bookkeeper, ways};
use crate::app::Shared;
use crate::i18n::Translator;
use crate::payments::bank_store;
use crate::payments::matching::{self, Candidate, Sign};
use crate::payments::store::{self, ChargeLine};
use crate::payments::types::Entry;
use crate::staff_tables::{Bar, Cell, Column, Listing, Pager, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

/// Entries of one page: each is compared with all open charges.
const PER_PAGE: usize = 25;

#[derive(Template)]
#[template(path = "payments/staff_queue.html")]
struct Queue {
    page: Page,
    ways: Vec<Way>,
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

/// `GET /staff/payments/queue`
pub(super) async fn queue(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let (t, now, account) = (ctx.t(), ctx.now(), actor.account_id);
    // A file has no suggestions: they help whoever looks at the page.
    let (action, suggests) = (look(&ctx), Taken::asked(&ctx).is_none());
    let own = ctx.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            note(tx, account, action, ("entries", 0), now).await?;
            let count: i64 = tx.one(bank_store::COUNT_QUEUE, &[&account, &now]).await?;
            let pager = Pager::of(&own, usize::try_from(count).unwrap_or(0), PER_PAGE);
            let (skipped, most) = pager.bounds();
            let params: database::Params<'_> = &[&account, &now, &most, &skipped];
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
            Ok::<_, DbError>((entries, open, pager))
        })
    });
    let (entries, open, pager) = write.await?;
    let all = candidates(&open);
    let rows = entries.iter().map(|entry| row(t, entry, &open, &all));
    let title = t.get("payments-queue-title");
    let table = Table::new("payments-queue", &title, columns(t), rows);
    let list = Listing::new(&ctx, table, pager);
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
    show(&Queue {
        page: ctx.page(title).dense(),
        ways: ways(&app, t, actor, now, "queue").await?,
        list: list.bar(Bar::new("bulk", ctx.here(), t, &["set-aside"])),
    })
}

fn row(t: Translator, entry: &Entry, open: &[ChargeLine], all: &[Candidate]) -> Row {
    let suggested = matching::suggest(entry, all);
    let best = suggested.first().and_then(|best| {
        let charge = open.iter().find(|one| one.id == best.charge)?;
        let marks = t
            .get("payments-suggested-why")
            .text("score", best.score.to_string())
            .text("why", why(t, &best.signs));
        Some(Cell::new(format!("{}, {}", charge.name(), charge.title)).and(marks))
    });
    let cells = vec![
        Cell::day(t, entry.booked_on).to(format!("/staff/payments/entries/{}", entry.id)),
        Cell::money(t, entry.remaining(), &entry.currency),
        Cell::new(&entry.currency),
        Cell::new(&entry.counterparty),
        Cell::new(&entry.title),
        best.unwrap_or_else(|| Cell::new(t.get("payments-best-none"))),
    ];
    Row::new(entry.id, cells)
}
