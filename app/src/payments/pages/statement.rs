//! One statement: every entry that it brought, and what became of it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::list::{asked, look, note};
use super::{Way, bookkeeper, ways};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::i18n::Translator;
use crate::payments::bank_store;
use crate::payments::permissions::may_keep_books;
use crate::payments::types::{Entry, EntryState, StatementId};
use crate::staff_tables::views::{ENTRIES, kept};
use crate::staff_tables::{Cell, Column, Listing, Pager, Row, Table};
use crate::text::grouped_iban;
use crate::web::{AppError, Context, Page, show};

/// Lines of one page.
const PER_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "payments/staff_statement.html")]
struct Statement {
    page: Page,
    ways: Vec<Way>,
    account: String,
    list: Listing,
}

/// Whose it is, its account, its file, and how many entries it brought.
type Head = (Option<OrganisationId>, String, String, i64);

/// `GET /staff/payments/statements/{statement}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let id: StatementId = id_of(&id)?;
    let (t, now, action) = (ctx.t(), ctx.now(), look(&ctx));
    // In the order of the file the database hands out one page; to search and to sort takes all.
    let takes_all = ["q", "sort"]
        .iter()
        .any(|name| !asked(&ctx, name).is_empty());
    let (keeper, tree, own) = (actor.clone(), app.organisations.current(), ctx.clone());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let head: Head = tx.one(bank_store::FIND_STATEMENT, &[&id]).await?;
            let home = head.0.ok_or(DbError::NotFound)?;
            may_keep_books(&keeper, &tree, home).ok_or(DbError::NotFound)?;
            note(tx, keeper.account_id, action, ("statement", id.get()), now).await?;
            let pager = Pager::of(&own, usize::try_from(head.3).unwrap_or(0), PER_PAGE);
            let (skipped, most) = if takes_all {
                (0, i64::MAX)
            } else {
                pager.bounds()
            };
            let params: database::Params<'_> = &[&id, &most, &skipped];
            let entries: Vec<Entry> = tx.all(bank_store::LIST_OF_STATEMENT, params).await?;
            Ok::<_, DbError>((head, entries, pager))
        })
    });
    let ((_, account, file, _), entries, pager) = write.await?;
    let rows = entries.iter().map(|one| row(t, one));
    let title = t.get("payments-statement-title").text("file", file);
    let table = Table::new(format!("statement-{id}"), &title, columns(t), rows);
    let list = if takes_all {
        Listing::found(&ctx, table, PER_PAGE)
    } else {
        Listing::sortable(&ctx, table, pager)
    };
    if let Some(file) = list.file(&ctx)? {
        return Ok(file);
    }
    show(&Statement {
        page: ctx.page(title).dense(),
        ways: ways(&app, t, actor, now, "statements").await?,
        account: grouped_iban(&account),
        list: list.kept(kept(&app, &ctx, ENTRIES).await?),
    })
}

fn columns(t: Translator) -> Vec<Column> {
    let heads = [
        "day",
        "amount",
        "column-currency",
        "counterparty",
        "transfer-title",
        "state",
    ];
    let column = |head: &'static str| {
        let words = t.get(&format!("payments-{head}")).to_string();
        match head {
            "column-currency" => Column::of_files(words),
            _ => Column::new(words).by(head),
        }
    };
    heads.map(column).into()
}

fn row(t: Translator, one: &Entry) -> Row {
    let kind = match one.state {
        EntryState::Booked => "done",
        EntryState::ToMatch => "attention",
        _ => "information",
    };
    let word = t
        .get(&format!("payments-entry-{}", one.state.code()))
        .to_string();
    let cells = vec![
        Cell::day(t, one.booked_on).to(format!("/staff/payments/entries/{}", one.id)),
        Cell::money(t, one.amount_minor, &one.currency),
        Cell::new(&one.currency),
        Cell::new(&one.counterparty),
        Cell::new(&one.title),
        Cell::badge((kind, word)),
    ];
    Row::new(one.id, cells)
}
