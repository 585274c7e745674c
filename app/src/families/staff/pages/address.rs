//! The whole address of a guardian, shown once after a reason was given.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::open;
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::families::staff::actions::show_address;
use crate::families::staff::looks::Opened;
use crate::families::staff::permissions::may_serve_child;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::GuardianLine;
use crate::forms::Form;
use crate::staff_tables::bulk::reason;
use crate::text::mask_email;
use crate::web::{AppError, Context, Page, PostedBy, show, show_refused};

#[derive(Template)]
#[template(path = "families/staff_address.html")]
struct AddressPage {
    page: Page,
    form: Form,
    child: String,
    here: String,
    masked: String,
    whole: Option<String>,
}

fn view(ctx: &Context, opened: &Opened, one: &GuardianLine, form: Form) -> AddressPage {
    AddressPage {
        page: ctx
            .page(
                ctx.t()
                    .get("children-address-title")
                    .text("name", &one.name),
            )
            .dense(),
        form,
        child: opened.child.known.name(),
        here: format!("/staff/children/{}", opened.child.id),
        masked: mask_email(&one.email),
        whole: None,
    }
}

/// The child with one of its guardians.
pub(super) async fn with_guardian(
    app: &Shared,
    ctx: &Context,
    (id, account): (&str, &str),
) -> Result<(Opened, GuardianLine), AppError> {
    let opened = open(app, ctx.staff()?, id, ctx).await?;
    let (child, account) = (opened.child.id, account.parse::<AccountId>());
    let account = account.map_err(|_| AppError::NotFound)?;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(own::LIST_GUARDIANS, &[&child]).await }));
    let all: Vec<GuardianLine> = read.await.map_err(|error: DbError| error)?;
    let one = all.into_iter().find(|one| one.account_id == account);
    Ok((opened, one.ok_or(AppError::NotFound)?))
}

/// `GET /staff/children/{child}/guardians/{account}/address`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, account)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (opened, one) = with_guardian(&app, &ctx, (&id, &account)).await?;
    show(&view(&ctx, &opened, &one, Form::new()))
}

/// `POST /staff/children/{child}/guardians/{account}/address`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, account)): Path<(String, String)>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (opened, one) = with_guardian(&app, &ctx, (&id, &account)).await?;
    let why = reason(&mut form);
    if !form.is_fine() {
        return show_refused(&view(&ctx, &opened, &one, form));
    }
    let permit = may_serve_child(&actor, true, opened.child.id).ok_or(AppError::NotFound)?;
    let (own, role, now) = (app.clone(), opened.role, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let of = (one.account_id, why.as_str());
            show_address(tx, &own, (&permit, role), of, now).await
        })
    });
    let shown: GuardianLine = write.await.map_err(|error: DbError| error)?;
    app.outbox.wake();
    show(&AddressPage {
        whole: Some(shown.email.clone()),
        ..view(&ctx, &opened, &shown, form)
    })
}
