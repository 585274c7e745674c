//! Records that may be one child: the queue.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::cases::bits;
use super::zone;
use crate::app::Shared;
use crate::audit;
use crate::families::staff::permissions::serves_families;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::CaseLine;
use crate::staff_tables::views::{CASES, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "families/staff_cases.html")]
struct ListPage {
    page: Page,
    list: Listing,
}

/// `GET /staff/cases`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !serves_families(actor) {
        return Err(AppError::NotFound);
    }
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "case.list", "case.download");
    let entry = audit::Entry::new(now, account, action, "people", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            tx.all(own::LIST_CASES, &[&account, &now]).await
        })
    });
    let lines: Vec<CaseLine> = write.await.map_err(|error: DbError| error)?;
    let t = ctx.t();
    let row = |one: &CaseLine| {
        let name = format!("{} {}", one.surname, one.given_name);
        let other = format!("{} {}", one.other_surname, one.other_given_name);
        let cells = vec![
            Cell::new(name).to(format!("/staff/cases/{}", one.id)),
            Cell::new(other),
            Cell::new(bits(t, one.bits)),
            Cell::moment(t, one.opened_at, &zone()),
        ];
        Row::new(one.id, cells)
    };
    let columns = vec![
        Column::new(t.get("children-case-one")).by("name"),
        Column::new(t.get("children-case-other")).by("other"),
        Column::new(t.get("children-case-bits")),
        Column::new(t.get("children-case-opened")).by("opened"),
    ];
    let title = t.get("children-cases-title");
    let table = Table::new("cases", &title, columns, lines.iter().map(row));
    let per_page = Taken::asked(&ctx).map_or(PER_PAGE, |_| usize::MAX);
    let list = Listing::found(&ctx, table, per_page);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    show(&ListPage {
        page: ctx.page(title).dense(),
        list: list.kept(kept(&app, &ctx, CASES).await?),
    })
}
