//! Whoever acts for a child sees who else does, invites a second guardian, or leaves.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::accounts::domains;
use crate::accounts::pages::within_letters;
use crate::app::Shared;
use crate::clock::zone;
use crate::families::letters::Guardian;
use crate::families::sharing::permissions::{ShareChild, may_share};
use crate::families::sharing::sharing_store::{Invitation, InvitationId, LIST_INVITATIONS};
use crate::families::sharing::{InviteError, LeaveError, invite, leave, take_back};
use crate::families::store;
use crate::families::types::{Child, GuardianshipState};
use crate::forms::{FieldError, Form};
use crate::people::PersonId;
use crate::permit::Permit;
use crate::secrets::Token;
use crate::text::clean_email;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// An invitation as the page shows it.
struct Line {
    id: InvitationId,
    email: String,
    until: String,
}

#[derive(Template)]
#[template(path = "families/sharing.html")]
struct SharingPage {
    page: Page,
    form: Form,
    here: String,
    back: String,
    child: String,
    guardians: Vec<String>,
    open: Vec<Line>,
    /// Whether somebody else acts for the child too, so that one can leave.
    may_leave: bool,
}

/// A child that the actor acts for.
struct Opened {
    child: Child,
    guardians: Vec<Guardian>,
    open: Vec<Invitation>,
    permit: Permit<ShareChild>,
}

/// Children of others are not found.
async fn open(app: &Shared, ctx: &Context, actor: &Actor, id: &str) -> Result<Opened, AppError> {
    let id: PersonId = id.parse().map_err(|_| AppError::NotFound)?;
    let (actor, now) = (actor.clone(), ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let by = actor.account_id;
            let state: Option<GuardianshipState> =
                tx.opt(store::FIND_GUARDIANSHIP, &[&id, &by]).await?;
            let holds = state == Some(GuardianshipState::Holds);
            let permit = may_share(&actor, holds, id).ok_or(DbError::NotFound)?;
            Ok::<_, DbError>(Opened {
                child: tx.one(store::FIND_CHILD, &[&id]).await?,
                guardians: tx.all(store::LIST_GUARDIANS, &[&id]).await?,
                open: tx.all(LIST_INVITATIONS, &[&id, &now]).await?,
                permit,
            })
        })
    });
    Ok(read.await?)
}

fn view(ctx: &Context, opened: &Opened, form: Form) -> SharingPage {
    let t = ctx.t();
    let there = format!("/my/children/{}", opened.child.id);
    let open = opened.open.iter().map(|one| Line {
        id: one.id,
        email: one.email.clone(),
        until: t.date_time(one.expires_at, &zone()),
    });
    SharingPage {
        page: ctx.page(t.get("sharing-title")),
        form,
        here: format!("{there}/sharing"),
        back: there,
        child: opened.child.known.given_name.clone(),
        may_leave: opened.guardians.len() > 1,
        guardians: opened
            .guardians
            .iter()
            .map(|one| one.name.clone())
            .collect(),
        open: open.collect(),
    }
}

/// `GET /my/children/{child}/sharing`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open(&app, &ctx, ctx.actor()?, &id).await?;
    show(&view(&ctx, &opened, Form::new()))
}

/// `POST /my/children/{child}/sharing`: invites, takes back, leaves.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open(&app, &ctx, &actor, &id).await?;
    match form.value("deed") {
        "invite" => send_invitation(&app, &ctx, &actor, (opened, form)).await,
        "take_back" => end_invitation(&app, &ctx, opened, &form).await,
        "leave" => end_acting(&app, &ctx, (opened, form)).await,
        _ => {
            form.refuse(FieldError::new("", "choose"));
            show_refused(&view(&ctx, &opened, form))
        }
    }
}

async fn send_invitation(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (opened, mut form): (Opened, Form),
) -> Result<Response, AppError> {
    let email = clean_email(form.value("email"));
    let email = email
        .map_err(|problem| form.refuse(problem.on("email")))
        .ok();
    if let Some(email) = &email {
        let is_theirs = |known: &str| clean_email(known).is_ok_and(|known| known.key == email.key);
        if is_theirs(&actor.email) || opened.guardians.iter().any(|one| is_theirs(&one.email)) {
            form.refuse(FieldError::new("email", "acts_already"));
        }
        domains::refuse_blocked(app, &mut form, "email", email).await?;
        if form.is_fine() {
            within_letters(app, ctx, &mut form, email);
        }
    }
    let (Some(email), true) = (email, form.is_fine()) else {
        return show_refused(&view(ctx, &opened, form));
    };
    let here = view(ctx, &opened, Form::new()).here;
    let (own, now, lang) = (app.clone(), ctx.now(), ctx.lang());
    let (token, name) = (Token::new(&app.random), actor.name.clone());
    let opened = std::sync::Arc::new(opened);
    let kept = opened.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let to = (&email, name.as_str(), lang);
            invite(tx, &own, &kept.permit, to, &token, now).await
        })
    });
    match write.await {
        Ok(()) => {}
        Err(InviteError::Enough) => {
            form.refuse(FieldError::new("email", "invitations_enough"));
            return show_refused(&view(ctx, &opened, form));
        }
        Err(InviteError::Database(error)) => return Err(error.into()),
    }
    app.outbox.wake();
    Ok(go_saying(app, &here, "sharing-invited"))
}

async fn end_invitation(
    app: &Shared,
    ctx: &Context,
    opened: Opened,
    form: &Form,
) -> Result<Response, AppError> {
    let id: InvitationId = form
        .value("invitation")
        .parse()
        .map_err(|_| AppError::NotFound)?;
    let (here, now) = (view(ctx, &opened, Form::new()).here, ctx.now());
    let permit = opened.permit;
    let write = app
        .db
        .write(move |tx| Box::pin(async move { take_back(tx, &permit, id, now).await }));
    write.await?;
    Ok(go_saying(app, &here, "sharing-taken-back"))
}

async fn end_acting(
    app: &Shared,
    ctx: &Context,
    (opened, mut form): (Opened, Form),
) -> Result<Response, AppError> {
    if form.value("sure") != "yes" {
        form.refuse(FieldError::new("sure", "sharing_sure"));
        return show_refused(&view(ctx, &opened, form));
    }
    let (own, now) = (app.clone(), ctx.now());
    let opened = std::sync::Arc::new(opened);
    let kept = opened.clone();
    let write = app
        .db
        .write(move |tx| Box::pin(async move { leave(tx, &own, &kept.permit, now).await }));
    match write.await {
        Ok(()) => {}
        Err(LeaveError::Alone) => {
            form.refuse(FieldError::new("sure", "sharing_alone"));
            return show_refused(&view(ctx, &opened, form));
        }
        Err(LeaveError::Database(error)) => return Err(error.into()),
    }
    app.outbox.wake();
    Ok(go_saying(app, "/my/children", "sharing-left"))
}
