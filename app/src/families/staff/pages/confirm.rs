//! Comparing a child's data with documents: the kinds that were seen are ticked.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::record::{self, Pair};
use super::{documents, open};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::families::staff::actions::{ConfirmError, confirm};
use crate::families::staff::looks::Opened;
use crate::families::staff::permissions::{ConfirmChild, may_confirm_child};
use crate::families::types::DocumentKind;
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
}

fn view(app: &Shared, ctx: &Context, opened: &Opened, form: Form) -> ConfirmPage {
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
    }
}

async fn permitted(
    app: &Shared,
    actor: &Actor,
    id: &str,
    ctx: &Context,
) -> Result<(Opened, Permit<ConfirmChild>), AppError> {
    let opened = open(app, actor, id, ctx).await?;
    let stands = (opened.child.id, opened.child.state, opened.is_doubted);
    let tree = app.organisations.current();
    let permit = may_confirm_child(actor, &tree, stands, &opened.place);
    Ok((opened, permit.ok_or(AppError::NotFound)?))
}

/// `GET /staff/children/{child}/confirm`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (opened, _) = permitted(&app, ctx.staff()?, &id, &ctx).await?;
    show(&view(&app, &ctx, &opened, Form::new()))
}

/// `POST /staff/children/{child}/confirm`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (opened, permit) = permitted(&app, &actor, &id, &ctx).await?;
    let seen = form.all("seen").iter();
    let seen: Vec<DocumentKind> = seen
        .filter_map(|code| DocumentKind::from_code(code))
        .collect();
    if seen.is_empty() {
        form.refuse(FieldError::new("seen", "seen_none"));
        return show_refused(&view(&app, &ctx, &opened, form));
    }
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { confirm(tx, &own, &permit, &seen, now).await }));
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            let there = format!("/staff/children/{}", opened.child.id);
            Ok(go_saying(&app, &there, "children-confirmed"))
        }
        Err(ConfirmError::Meanwhile) => {
            form.refuse(FieldError::new("", "child_meanwhile"));
            show_refused(&view(&app, &ctx, &opened, form))
        }
        Err(ConfirmError::Database(error)) => Err(error.into()),
    }
}
