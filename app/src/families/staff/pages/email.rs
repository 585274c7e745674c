//! Replacing the address of a guardian who can not get at it any more.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::address::with_guardian;
use crate::accounts::Actor;
use crate::accounts::actions::{Replacement, has_roles, replace_email};
use crate::accounts::letters::Writer;
use crate::accounts::permissions::{ReplaceEmail, may_replace_email};
use crate::app::Shared;
use crate::families::staff::looks::Opened;
use crate::families::staff::types::GuardianLine;
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::secrets::Token;
use crate::staff_tables::bulk::reason;
use crate::text::{clean_email, mask_email};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// Kinds of documents that say who somebody is.
const IDENTITY: [&str; 4] = ["identity_card", "passport", "residence_card", "other"];

#[derive(Template)]
#[template(path = "families/staff_email.html")]
struct EmailPage {
    page: Page,
    form: Form,
    child: String,
    here: String,
    masked: String,
    documents: Vec<(String, String)>,
}

fn view(ctx: &Context, opened: &Opened, one: &GuardianLine, form: Form) -> EmailPage {
    let t = ctx.t();
    let document = |code: &str| {
        let key = format!("children-identity-{}", code.replace('_', "-"));
        (code.to_owned(), t.get(&key).to_string())
    };
    EmailPage {
        page: ctx
            .page(t.get("children-email-title").text("name", &one.name))
            .dense(),
        form,
        child: opened.child.known.name(),
        here: format!("/staff/children/{}", opened.child.id),
        masked: mask_email(&one.email),
        documents: IDENTITY.into_iter().map(document).collect(),
    }
}

type Permitted = (Opened, GuardianLine, Permit<ReplaceEmail>);

async fn permitted(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    ids: (&str, &str),
) -> Result<Permitted, AppError> {
    let (opened, one) = with_guardian(app, ctx, ids).await?;
    let (account, now) = (one.account_id, ctx.now());
    let read = app
        .db
        .read(move |tx| Box::pin(async move { has_roles(tx, account, now).await }));
    let has_roles: bool = read.await.map_err(|error: DbError| error)?;
    // Whoever only asks to act for the child is not served as its guardian.
    let serves = one.state == "holds";
    let permit = may_replace_email(actor, serves, (account, has_roles));
    Ok((opened, one, permit.ok_or(AppError::NotFound)?))
}

/// `GET /staff/children/{child}/guardians/{account}/email`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, account)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (opened, one, _) = permitted(&app, &ctx, ctx.staff()?, (&id, &account)).await?;
    show(&view(&ctx, &opened, &one, Form::new()))
}

/// `POST /staff/children/{child}/guardians/{account}/email`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path((id, account)): Path<(String, String)>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (opened, one, permit) = permitted(&app, &ctx, &actor, (&id, &account)).await?;
    let email = clean_email(form.value("email"));
    let email = email
        .map_err(|problem| form.refuse(problem.on("email")))
        .ok();
    let chosen = form.value("document");
    let document = IDENTITY.into_iter().find(|code| *code == chosen);
    if document.is_none() {
        form.refuse(FieldError::new("document", "choose"));
    }
    let why = reason(&mut form);
    if let Some(email) = &email {
        if email.typed == one.email {
            form.refuse(FieldError::new("email", "email_same"));
        }
        if form.is_fine()
            && let Err(code) = app.limits.letter(ctx.client(), &email.key)
        {
            form.refuse(FieldError::new("", code));
        }
    }
    let (Some(email), Some(document), true) = (email, document, form.is_fine()) else {
        return show_refused(&view(&ctx, &opened, &one, form));
    };
    let new = Replacement {
        email,
        document,
        reason: why,
        by: opened.by(),
    };
    let (token, writer, now) = (Token::new(&app.random), Writer::new(&app), ctx.now());
    let job = Arc::new((permit, new, token, writer));
    // The same form may come several times at this moment: whoever comes second looks again.
    let write = app.db.write_retrying(move |tx| {
        let job = Arc::clone(&job);
        Box::pin(async move {
            let (permit, new, token, writer) = &*job;
            replace_email(tx, permit, new, (token, writer), now).await
        })
    });
    write.await.map_err(|error: DbError| error)?;
    app.outbox.wake();
    let there = format!("/staff/children/{}", opened.child.id);
    Ok(go_saying(&app, &there, "children-email-sent"))
}
