//! Comparing a child's data with documents: the kinds that were seen are ticked.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::decided::Decided;
use super::record::{self, Pair};
use super::{documents, note_look, open};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::families::staff::actions::{ConfirmError, confirm};
use crate::families::staff::looks::Opened;
use crate::families::staff::permissions::{ConfirmChild, may_confirm_child};
use crate::families::staff::staff_store::LIST_CONFIRMATIONS;
use crate::families::staff::types::Confirmation;
use crate::families::types::{DocumentKind, PersonState};
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_confirm.html")]
struct ConfirmPage {
    page: Page,
    form: Form,
    child: String,
    here: String,
    lines: Vec<Pair>,
    documents: Vec<(String, String)>,
    /// Why there is nothing to confirm any more.
    decided: Option<Decided>,
}

/// A child at the desk of somebody who compares data with documents.
struct Desk {
    opened: Opened,
    /// None where it does not wait for that any more.
    permit: Option<Permit<ConfirmChild>>,
    confirmations: Vec<Confirmation>,
}

/// Why there is nothing to confirm.
fn decided(ctx: &Context, desk: &Desk) -> Decided {
    let t = ctx.t();
    match desk.opened.child.state {
        PersonState::Unconfirmed => Decided::new(t, "children-doubted", "", None),
        PersonState::Confirmed => {
            let last = desk.confirmations.first();
            let who = last.map_or("", |one| one.name.as_str());
            let at = last.map(|one| one.confirmed_at);
            Decided::new(t, "children-decided-confirmed", who, at)
        }
        PersonState::Merged | PersonState::Archived => {
            Decided::new(t, "children-decided-gone", "", None)
        }
    }
}

fn view(app: &Shared, ctx: &Context, desk: &Desk, form: Form) -> ConfirmPage {
    let opened = &desk.opened;
    let (t, known) = (ctx.t(), &opened.child.known);
    ConfirmPage {
        page: ctx
            .page(t.get("children-confirm-title").text("child", known.name()))
            .dense(),
        form,
        child: known.name(),
        here: format!("/staff/children/{}", opened.child.id),
        lines: record::lines(app, t, known),
        documents: documents(t),
        decided: desk.permit.is_none().then(|| decided(ctx, desk)),
    }
}

/// Children that are not confirmed at the actor's desk are not there, however they stand.
async fn desk(app: &Shared, actor: &Actor, id: &str, ctx: &Context) -> Result<Desk, AppError> {
    let opened = open(app, actor, id, ctx).await?;
    let child = opened.child.id;
    let tree = app.organisations.current();
    let waiting = (child, PersonState::Unconfirmed, false);
    may_confirm_child(actor, &tree, waiting, &opened.place).ok_or(AppError::NotFound)?;
    let stands = (child, opened.child.state, opened.is_doubted);
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_CONFIRMATIONS, &[&child]).await }));
    Ok(Desk {
        permit: may_confirm_child(actor, &tree, stands, &opened.place),
        confirmations: read.await.map_err(|error: DbError| error)?,
        opened,
    })
}

/// The page once there is nothing to confirm any more.
async fn meanwhile(
    app: &Shared,
    ctx: &Context,
    (actor, id): (&Actor, &str),
    mut form: Form,
) -> Result<Response, AppError> {
    form.refuse(FieldError::new("", "decided_meanwhile"));
    show_refused(&view(app, ctx, &desk(app, actor, id, ctx).await?, form))
}

/// `GET /staff/children/{child}/confirm`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let desk = desk(&app, actor, &id, &ctx).await?;
    note_look(&app, actor, desk.opened.child.id, &ctx).await?;
    show(&view(&app, &ctx, &desk, Form::new()))
}

/// `POST /staff/children/{child}/confirm`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let mut desk = desk(&app, &actor, &id, &ctx).await?;
    let Some(permit) = desk.permit.take() else {
        return meanwhile(&app, &ctx, (&actor, &id), form).await;
    };
    let seen = form.all("seen").iter();
    let seen: Vec<DocumentKind> = seen
        .filter_map(|code| DocumentKind::from_code(code))
        .collect();
    if seen.is_empty() {
        form.refuse(FieldError::new("seen", "seen_none"));
        desk.permit = Some(permit);
        return show_refused(&view(&app, &ctx, &desk, form));
    }
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { confirm(tx, &own, &permit, &seen, now).await }));
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            let there = format!("/staff/children/{}", desk.opened.child.id);
            Ok(go_saying(&app, &there, "children-confirmed"))
        }
        Err(ConfirmError::Meanwhile) => meanwhile(&app, &ctx, (&actor, &id), form).await,
        Err(ConfirmError::Database(error)) => Err(error.into()),
    }
}
