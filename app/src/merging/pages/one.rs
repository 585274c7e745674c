//! One merge: what was done, and taking it apart.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::{moves, state_badge};
use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::audit;
use crate::families::staff::looks;
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
    /// The page of the child whose record is kept, where it is open to whoever looks.
    child: Option<String>,
    moved: Vec<(String, String)>,
    /// How many applications stay cancelled.
    cancelled: i64,
    may_undo: bool,
}

struct Found {
    permit: Permit<UndoMerge>,
    merge: Merge,
    holders: Vec<Holder>,
    /// The names of both records of a child, as far as whoever looks may see them.
    children: Vec<Option<String>>,
    moves: Vec<(String, i64)>,
}

/// The merge, with a look that is noted; one that is not in the actor's list is not there.
async fn load(app: &Shared, ctx: &Context, actor: &Actor, id: &str) -> Result<Found, AppError> {
    let id: MergeId = id.parse().map_err(|_| AppError::NotFound)?;
    let (own_app, own, now) = (app.clone(), actor.clone(), ctx.now());
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
            let children = children(tx, &own_app, (&own, &merge), now).await?;
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

/// The names of the record that went and of the one that is kept, where only records of a child were joined. Each is looked at as
/// its page is, which the family sees; whoever may not see one reads no name.
async fn children(
    tx: &mut Tx<'_>,
    app: &App,
    (actor, merge): (&Actor, &Merge),
    now: Timestamp,
) -> Result<Vec<Option<String>>, DbError> {
    let mut names = Vec::new();
    let is_of_accounts = merge.gone_account_id.is_some();
    let records = [merge.gone_person_id, merge.kept_person_id];
    for id in records.into_iter().flatten().filter(|_| !is_of_accounts) {
        match looks::look(tx, app, actor, id, now).await {
            Ok(_) => names.push(Some(tx.one(store::FIND_NAME, &[&id]).await?)),
            Err(DbError::NotFound) => names.push(None),
            Err(error) => return Err(error),
        }
    }
    Ok(names)
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
    for (label, name) in labels.into_iter().zip(&found.children) {
        let elsewhere = || t.get("merging-child-elsewhere").to_string();
        let said = name.clone().unwrap_or_else(elsewhere);
        pairs.push((t.get(label).to_string(), said));
    }
    let sees_kept = found.children.last().is_some_and(Option::is_some);
    let kept = merge.kept_person_id.filter(|_| sees_kept);
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
    let moved = found.moves.iter();
    let moved = moved.map(|(reference, count)| (reference.as_str(), *count));
    OnePage {
        page: ctx.page(t.get("merging-one-title")).dense(),
        here: format!("/staff/merges/{}", merge.id),
        badge: state_badge(t, merge.state),
        moved: moves(t, moved),
        cancelled: i64::try_from(before.cancelled).unwrap_or_default(),
        child: kept.map(|id| format!("/staff/children/{id}")),
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
