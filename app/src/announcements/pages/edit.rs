//! An announcement that is there: as it is shown, changing and withdrawing it.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::page::Opened;
use super::{HERE, code_of, open, today};
use crate::announcements::actions::{change, withdraw};
use crate::announcements::permissions::Announce;
use crate::announcements::writing::{form_of, read};
use crate::announcements::{Announcement, Mailed, store};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::notices::AnnouncementId;
use crate::permit::Permit;
use crate::web::{AppError, Context, PostedBy, go_saying, show, show_refused};

async fn mailed(app: &Shared, id: AnnouncementId) -> Result<Vec<Mailed>, AppError> {
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<Mailed>(store::LIST_MAILED, &[&id]).await })
    });
    Ok(read.await.map_err(|error: DbError| error)?)
}

/// `GET /staff/announcements/{announcement}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (one, _) = open(&app, ctx.staff()?, &id).await?;
    let mailed = mailed(&app, one.id).await?;
    let form = form_of(&one.draft).with("last", one.version);
    show(&opened(&one, &mailed).page(&app, &ctx, form))
}

fn opened<'a>(one: &'a Announcement, mailed: &'a [Mailed]) -> Opened<'a> {
    Opened {
        organisation_id: one.organisation_id,
        there: Some((one, mailed)),
    }
}

/// `POST /staff/announcements/{announcement}`: changes or withdraws it.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let (one, permit) = open(&app, &actor, &id).await?;
    if form.value("do") == "withdraw" && form.is_fine() {
        return take_back(&app, &ctx, one.id, permit).await;
    }
    save(&app, &ctx, (one, permit), form).await
}

async fn take_back(
    app: &Shared,
    ctx: &Context,
    id: AnnouncementId,
    permit: Permit<Announce>,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let write = app
        .db
        .write(move |tx| Box::pin(async move { withdraw(tx, &permit, id, now).await }));
    if let Err(error) = write.await {
        code_of(error)?;
    }
    app.notices.refresh_soon(&app.db, now).await;
    Ok(go_saying(app, HERE, "announcement-withdrawn"))
}

async fn save(
    app: &Shared,
    ctx: &Context,
    (one, permit): (Announcement, Permit<Announce>),
    mut form: Form,
) -> Result<Response, AppError> {
    let mailed = mailed(app, one.id).await?;
    let opened = opened(&one, &mailed);
    let choices = opened.choices(app, ctx.t());
    let Some(draft) = read(&mut form, &choices, today(ctx)) else {
        return show_refused(&opened.page(app, ctx, form));
    };
    let last: i64 = form.value("last").parse().unwrap_or(-1);
    let (id, now) = (one.id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { change(tx, &permit, (id, last), &draft, now).await })
    });
    if let Err(error) = write.await {
        let code = code_of(error)?;
        // Sent once more it is saved all the same, by somebody who has seen that it was changed.
        form = form.with("last", one.version);
        form.refuse(FieldError::new("", code));
        return show_refused(&opened.page(app, ctx, form));
    }
    app.notices.refresh_soon(&app.db, now).await;
    let there = format!("{HERE}/{id}");
    Ok(go_saying(app, &there, "announcement-saved"))
}
