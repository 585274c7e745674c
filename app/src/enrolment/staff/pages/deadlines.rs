//! What an organisation sets for all its groups: how long an offered place is held, and when a training is long.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::staff_store::{Deadlines, FIND_DEADLINES, SET_DEADLINES};
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::id_of;
use crate::enrolment::permissions::{SetDeadlines, may_set_deadlines};
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};
use crate::{catalogue, organisations};

#[derive(Template)]
#[template(path = "staff/deadlines.html")]
struct Settings {
    page: Page,
    form: Form,
    name: String,
    action: String,
}

/// The organisation of an address, for its administrators; for others it does not exist.
async fn open(
    app: &Shared,
    actor: &Actor,
    id: &str,
) -> Result<(Permit<SetDeadlines>, Deadlines), AppError> {
    let id: OrganisationId = id_of(id)?;
    let tree = app.organisations.current();
    tree.find(id).ok_or(AppError::NotFound)?;
    let permit = may_set_deadlines(actor, &tree, id).ok_or(AppError::NotFound)?;
    let found = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(FIND_DEADLINES, &[&id]).await }));
    Ok((permit, found.await.map_err(|error: DbError| error)?))
}

fn page(context: &Context, permit: &Permit<SetDeadlines>, name: &str, form: Form) -> Settings {
    Settings {
        page: context
            .page(context.t().get("staff-deadlines-title"))
            .dense(),
        form,
        name: name.to_owned(),
        action: format!("/staff/deadlines/{}", permit.on()),
    }
}

/// GET /staff/deadlines/{organisation}
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (permit, found) = open(&app, context.staff()?, &id).await?;
    let form = Form::new()
        .with("offer_hours", found.offer_hours)
        .with("long_from_hours", found.long_from_hours)
        .with("long_from_meetings", found.long_from_meetings);
    show(&page(&context, &permit, &found.name, form))
}

/// A number as typed; anything else is noted.
fn number(form: &mut Form, field: &'static str, least: i64, most: i64) -> i64 {
    match form.value(field).trim().parse() {
        Ok(value) if (least..=most).contains(&value) => return value,
        _ => {}
    }
    let error = FieldError::new(field, "number_range")
        .with("least", least)
        .with("most", most);
    form.refuse(error);
    least
}

/// POST /staff/deadlines/{organisation}
pub(super) async fn save(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (permit, before) = open(&app, &actor, &id).await?;
    let offer = number(&mut form, "offer_hours", 2, 720);
    let hours = number(&mut form, "long_from_hours", 1, 1_000);
    let meetings = number(&mut form, "long_from_meetings", 1, 1_000);
    if !form.is_fine() {
        return show_refused(&page(&context, &permit, &before.name, form));
    }
    let (by, on, now) = (permit.by(), permit.on(), context.now());
    let was = (
        before.offer_hours,
        before.long_from_hours,
        before.long_from_meetings,
    );
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            tx.exec(SET_DEADLINES, &[&on, &offer, &hours, &meetings])
                .await?;
            let (old, new) = (
                format!("{was:?}"),
                format!("{:?}", (offer, hours, meetings)),
            );
            audit::Entry {
                organisation_id: Some(on),
                before: Some(&old),
                after: Some(&new),
                ..audit::Entry::new(now, by, "organisation.deadlines", "organisation", on.get())
            }
            .write(tx)
            .await?;
            organisations::touch(tx).await?;
            catalogue::touch(tx).await
        })
    });
    work.await.map_err(|error: DbError| error)?;
    app.organisations.refresh(&app.db).await?;
    app.catalogue.refresh(&app.db, now).await?;
    Ok(go_saying(
        &app,
        &format!("/staff/deadlines/{on}"),
        "staff-saved",
    ))
}
