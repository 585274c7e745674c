//! One merge: what was done, and taking it apart.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::{by_table, state_badge};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::audit;
use crate::families::store::FIND_CHILD;
use crate::families::types::Child;
use crate::forms::{FieldError, Form};
use crate::merging::actions::{UndoError, is_in_time, undo};
use crate::merging::permissions::{UndoMerge, may_undo};
use crate::merging::store::{self, Holder, Merge};
use crate::merging::types::{Before, MergeId};
use crate::permit::Permit;
use crate::staff_tables::bulk::reason;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "merging/one.html")]
struct OnePage {
    page: Page,
    form: Form,
    here: String,
    badge: (&'static str, String),
    pairs: Vec<(String, String)>,
    moved: Vec<(String, String)>,
    /// How many applications stay cancelled.
    cancelled: i64,
    may_undo: bool,
}

struct Found {
    permit: Permit<UndoMerge>,
    merge: Merge,
    holders: Vec<Holder>,
    /// The records of a child that were joined.
    children: Vec<Child>,
    moves: Vec<(String, i64)>,
}

/// The merge, with a look that is noted; one that is not in the actor's list is not there.
async fn load(app: &Shared, ctx: &Context, actor: &Actor, id: &str) -> Result<Found, AppError> {
    let id: MergeId = id.parse().map_err(|_| AppError::NotFound)?;
    let (own, now) = (actor.clone(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let row: database::Params<'_> = &[&own.account_id, &now, &id];
            let count: i64 = tx.one(store::COUNT_IN_REACH, row).await?;
            let permit = may_undo(&own, count > 0, id).ok_or(DbError::NotFound)?;
            let merge: Merge = tx.one(store::FIND_MERGE, &[&id]).await?;
            let mut holders = Vec::new();
            let accounts = [merge.gone_account_id, merge.kept_account_id];
            for account in accounts.into_iter().flatten() {
                holders.push(tx.one(store::FIND_ACCOUNT_BY_ID, &[&account]).await?);
            }
            let mut children = Vec::new();
            if holders.is_empty() {
                let records = [merge.gone_person_id, merge.kept_person_id];
                for record in records.into_iter().flatten() {
                    children.push(tx.one(FIND_CHILD, &[&record]).await?);
                }
            }
            let entry = audit::Entry::new(now, own.account_id, "merge.view", "merge", id.get());
            entry.write(tx).await?;
            let moves: Vec<(String, i64)> = tx.all(store::COUNT_MOVES, &[&id]).await?;
            Ok::<_, DbError>(Found {
                permit,
                merge,
                holders,
                children,
                moves,
            })
        })
    });
    Ok(write.await?)
}

fn view(ctx: &Context, found: &Found, form: Form) -> OnePage {
    let (t, merge) = (ctx.t(), &found.merge);
    let zone = crate::clock::zone();
    let mut pairs = Vec::new();
    let labels = ["merging-gone", "merging-kept"];
    for (label, holder) in labels.into_iter().zip(&found.holders) {
        let said = format!("{} · {}", holder.name, holder.email);
        pairs.push((t.get(label).to_string(), said));
    }
    let records = ["merging-gone-record", "merging-kept-record"];
    for (label, child) in records.into_iter().zip(&found.children) {
        pairs.push((t.get(label).to_string(), child.known.name()));
    }
    pairs.push((t.get("children-reason").to_string(), merge.reason.clone()));
    let moments = [
        ("merging-opened", Some(merge.opened_at)),
        ("merging-decided", merge.decided_at),
        ("merging-undone", merge.undone_at),
    ];
    for (label, at) in moments {
        if let Some(at) = at {
            pairs.push((t.get(label).to_string(), t.date_time(at, &zone)));
        }
    }
    let before: Before = serde_json::from_str(&merge.known_before).unwrap_or_default();
    let moved = by_table(t, &found.moves);
    let moved = moved
        .into_iter()
        .map(|(label, count)| (label, count.to_string()));
    OnePage {
        page: ctx.page(t.get("merging-one-title")).dense(),
        here: format!("/staff/merges/{}", merge.id),
        badge: state_badge(t, merge.state),
        moved: moved.collect(),
        cancelled: i64::try_from(before.cancelled).unwrap_or_default(),
        may_undo: is_in_time(merge, ctx.now()),
        pairs,
        form,
    }
}

/// `GET /staff/merges/{merge}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, &ctx, ctx.staff()?, &id).await?;
    show(&view(&ctx, &found, Form::new()))
}

/// `POST /staff/merges/{merge}`: taken apart.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = load(&app, &ctx, &actor, &id).await?;
    let why = reason(&mut form);
    if !form.is_fine() {
        return show_refused(&view(&ctx, &found, form));
    }
    let code = match undo(&app, &found.permit, &why, ctx.now()).await {
        Ok(()) => {
            let there = format!("/staff/merges/{}", found.merge.id);
            return Ok(go_saying(&app, &there, "merging-undone"));
        }
        Err(UndoError::TooLate) => "merge_too_late",
        Err(UndoError::MergedAgain) => "merge_again",
        Err(UndoError::SameData | UndoError::Database(DbError::Unique { .. })) => "merge_same_data",
        Err(UndoError::Meanwhile) => "merge_meanwhile",
        Err(UndoError::Database(error)) => return Err(error.into()),
    };
    form.refuse(FieldError::new("", code));
    show_refused(&view(&ctx, &found, form))
}
