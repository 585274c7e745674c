//! The queue of changes of municipality: what waits for the region first.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::badge;
use crate::app::Shared;
use crate::audit;
use crate::families::moving::moving_store as own;
use crate::families::moving::types::MoveLine;
use crate::families::staff::pages::{name_of, zone};
use crate::families::staff::permissions::serves_families;
use crate::staff_tables::views::{MOVES, kept};
use crate::staff_tables::{Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, show};

const PER_PAGE: usize = 50;
/// By which the queue is filtered; the first is all of them.
const STATES: [&str; 3] = ["", "submitted", "draft"];

struct Tab {
    href: String,
    text: String,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "families/staff_moves.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    list: Listing,
}

/// `GET /staff/moves?state=submitted`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !serves_families(actor) {
        return Err(AppError::NotFound);
    }
    let asked = ctx.asked("state").unwrap_or_default();
    let state = STATES.into_iter().find(|one| *one == asked);
    let state = state.unwrap_or_default();
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "move.list", "move.download");
    let entry = audit::Entry::new(now, account, action, "people", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            tx.all(own::LIST_MOVES, &[&account, &now, &state]).await
        })
    });
    let lines: Vec<MoveLine> = write.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let row = |one: &MoveLine| {
        let name = format!("{} {}", one.surname, one.given_name);
        let cells = vec![
            Cell::new(name).to(format!("/staff/moves/{}", one.id)),
            Cell::new(name_of(&app, &tree, Some(one.from_id))),
            Cell::new(name_of(&app, &tree, Some(one.to_id))),
            Cell::new(name_of(&app, &tree, one.organisation_id)),
            Cell::badge(badge(t, one.state)),
            Cell::moment(t, one.submitted_at.unwrap_or(one.opened_at), &zone()),
        ];
        Row::new(one.id, cells)
    };
    let columns = vec![
        Column::new(t.get("children-child")).by("name"),
        Column::new(t.get("moving-from")).by("from"),
        Column::new(t.get("moving-to")).by("to"),
        Column::new(t.get("moving-institution")).by("institution"),
        Column::new(t.get("children-state")).by("state"),
        Column::new(t.get("moving-since")).by("since"),
    ];
    let title = t.get("moving-title");
    let table = Table::new("moves", &title, columns, lines.iter().map(row));
    let per_page = Taken::asked(&ctx).map_or(PER_PAGE, |_| usize::MAX);
    let list = Listing::found(&ctx, table, per_page);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    let tab = |code: &'static str| {
        let (key, query) = match code {
            "" => ("moving-show-all", String::new()),
            "draft" => ("moving-show-draft", "?state=draft".to_owned()),
            _ => ("moving-show-submitted", "?state=submitted".to_owned()),
        };
        Tab {
            href: format!("/staff/moves{query}"),
            text: t.get(key).to_string(),
            is_here: code == state,
        }
    };
    show(&ListPage {
        page: ctx.page(title).dense(),
        tabs: STATES.map(tab).into(),
        list: list.kept(kept(&app, &ctx, MOVES).await?),
    })
}
