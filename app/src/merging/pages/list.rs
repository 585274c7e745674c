//! What was merged, or waits for an answer.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::state_badge;
use crate::accounts::permissions::merges_accounts;
use crate::app::Shared;
use crate::audit;
use crate::merging::store::{self, MergeLine};
use crate::staff_tables::views::{MERGES, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

const PER_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "merging/list.html")]
struct ListPage {
    page: Page,
    list: Listing,
}

/// `GET /staff/merges`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !merges_accounts(actor) {
        return Err(AppError::NotFound);
    }
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "merge.list", "merge.download");
    let entry = audit::Entry::new(now, account, action, "merges", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            tx.all(store::LIST_MERGES, &[&account, &now]).await
        })
    });
    let lines: Vec<MergeLine> = write.await.map_err(|error: DbError| error)?;
    let t = ctx.t();
    let row = |one: &MergeLine| {
        let cells = vec![
            Cell::new(&one.gone).to(format!("/staff/merges/{}", one.id)),
            Cell::new(&one.kept),
            Cell::new(t.get(&format!("merging-kind-{}", one.kind))),
            Cell::badge(state_badge(t, one.state)),
            Cell::new(&one.opened_by),
            Cell::moment(t, one.opened_at, &crate::clock::zone()),
        ];
        Row::new(one.id, cells)
    };
    let columns = vec![
        Column::new(t.get("merging-gone")).by("gone"),
        Column::new(t.get("merging-kept")).by("kept"),
        Column::new(t.get("merging-kind")).by("kind"),
        Column::new(t.get("merging-state")).by("state"),
        Column::new(t.get("merging-opened-by")),
        Column::new(t.get("merging-opened")).by("opened"),
    ];
    let title = t.get("merging-title");
    let table = Table::new("merges", &title, columns, lines.iter().map(row));
    let per_page = Taken::asked(&ctx).map_or(PER_PAGE, |_| usize::MAX);
    let list = Listing::found(&ctx, table, per_page);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    show(&ListPage {
        page: ctx.page(title).dense(),
        list: list.kept(kept(&app, &ctx, MERGES).await?),
    })
}
