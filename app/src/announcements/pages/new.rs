//! A new announcement: for whose branch, and what.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::page::Opened;
use super::{HERE, today};
use crate::accounts::{Actor, OrganisationId};
use crate::announcements::actions::{AnnouncementError, create};
use crate::announcements::permissions::{Announce, announces_in, may_announce};
use crate::announcements::writing::{new_form, read};
use crate::app::Shared;
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// The first step, where there are several branches.
#[derive(Template)]
#[template(path = "announcements/whose.html")]
struct WhosePage {
    page: Page,
    organisations: Vec<(String, String)>,
}

/// The branch that the address asks for, or the only one there is; none when it is yet to be chosen.
fn branch(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
) -> Result<Option<(OrganisationId, Permit<Announce>)>, AppError> {
    let tree = app.organisations.current();
    let asked = match ctx.asked("organisation") {
        Some(typed) => Some(typed.parse().map_err(|_| AppError::NotFound)?),
        None => match announces_in(actor, &tree).as_slice() {
            [] => return Err(AppError::NotFound),
            [only] => Some(only.id),
            _ => None,
        },
    };
    let Some(id) = asked else {
        return Ok(None);
    };
    let permit = may_announce(actor, &tree, id).ok_or(AppError::NotFound)?;
    Ok(Some((id, permit)))
}

/// `GET /staff/announcements/new?organisation=7`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    let Some((organisation_id, _)) = branch(&app, &ctx, actor)? else {
        let tree = app.organisations.current();
        let all = announces_in(actor, &tree).into_iter();
        return show(&WhosePage {
            page: ctx.page(ctx.t().get("announcements-new")).dense(),
            organisations: all
                .map(|one| (one.id.to_string(), one.name.clone()))
                .collect(),
        });
    };
    let key = data_encoding::HEXLOWER.encode(&app.random.bytes::<16>());
    let form = new_form(ctx.lang(), today(&ctx)).with("once", key);
    let opened = Opened {
        organisation_id,
        there: None,
    };
    show(&opened.page(&app, &ctx, form))
}

/// `POST /staff/announcements/new?organisation=7`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let found = branch(&app, &ctx, &actor)?;
    let (organisation_id, permit) = found.ok_or(AppError::NotFound)?;
    let opened = Opened {
        organisation_id,
        there: None,
    };
    let choices = opened.choices(&app, ctx.t());
    let Some(draft) = read(&mut form, &choices, today(&ctx)) else {
        return show_refused(&opened.page(&app, &ctx, form));
    };
    let (once, now) = (form.value("once").to_owned(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { create(tx, &permit, &once, &draft, now).await }));
    match write.await {
        Ok(id) => {
            app.notices.refresh_soon(&app.db, now).await;
            Ok(go_saying(
                &app,
                &format!("{HERE}/{id}"),
                "announcement-created",
            ))
        }
        Err(AnnouncementError::Database(error)) => Err(error.into()),
        Err(_) => Err(AppError::NotFound),
    }
}
