//! What a teenager has prepared: a parent submits it with one click, by the way that every application goes.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::join::said;
use super::joining::may_cost;
use crate::accounts::Actor;
use crate::app::Shared;
use crate::clock::zone;
use crate::enrolment::actions::{JoinError, Joined, To, drop_prepared, join};
use crate::enrolment::payer::Payer;
use crate::enrolment::permissions::{may_drop_prepared, may_enrol_child};
use crate::enrolment::prepared_store::{
    FIND_PREPARED, LIST_PREPARED, NOTE_SUBMITTED, Prepared, PreparedId,
};
use crate::enrolment::when;
use crate::forms::{FieldError, Form};
use crate::web::{AppError, Context, Page, PostedBy, go, go_saying, show, show_refused};

const HERE: &str = "/my/applications/prepared";

/// One of them as the page shows it.
struct Card {
    id: String,
    title: String,
    language: String,
    child: String,
    course: String,
    /// When the group begins; empty when it is not on offer any more.
    when: String,
    prepared: String,
}

#[derive(Template)]
#[template(path = "enrolment/prepared.html")]
struct PreparedPage {
    page: Page,
    form: Form,
    cards: Vec<Card>,
    /// The teenager looks at it.
    is_teenager: bool,
}

/// `GET /my/applications/prepared`
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    show(&view(&app, &ctx, Form::new()).await?)
}

async fn view(app: &Shared, ctx: &Context, form: Form) -> Result<PreparedPage, AppError> {
    let actor = ctx.actor()?;
    let account = actor.account_id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_PREPARED, &[&account]).await }));
    let all: Vec<Prepared> = read.await.map_err(|error: DbError| error)?;
    let (t, snapshot) = (ctx.t(), app.catalogue.current());
    let card = |one: Prepared| {
        let offer = snapshot.group(one.group_id);
        Card {
            id: one.id.to_string(),
            course: format!("/courses/{}", one.course_id),
            when: offer.map_or_else(String::new, |offer| when::first(t, &offer.detail)),
            prepared: t
                .get("teenagers-prepared-at")
                .text("when", t.date_time(one.prepared_at, &zone()))
                .to_string(),
            title: one.title,
            language: one.language,
            child: one.child,
        }
    };
    Ok(PreparedPage {
        page: ctx.page(t.get("teenagers-prepared-title")),
        form,
        cards: all.into_iter().map(card).collect(),
        is_teenager: actor.is_linked,
    })
}

/// `POST /my/applications/prepared`: `submit` or `drop` one.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let id: PreparedId = form
        .value("prepared")
        .parse()
        .map_err(|_| AppError::NotFound)?;
    let account = actor.account_id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt(FIND_PREPARED, &[&account, &id]).await }));
    let found: Option<Prepared> = read.await.map_err(|error: DbError| error)?;
    let Some(found) = found else {
        // Sent twice, or decided by the other parent; of others' there is nothing to be said.
        return Ok(go_saying(&app, HERE, "teenagers-prepared-gone"));
    };
    if form.value("deed") == "submit" && !actor.is_linked {
        return submit(&app, &ctx, &actor, &found).await;
    }
    if form.value("deed") != "drop" {
        form.refuse(FieldError::new("", "choose"));
        return show_refused(&view(&app, &ctx, form).await?);
    }
    let (permit, now) = (may_drop_prepared(&actor, &found), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { drop_prepared(tx, &permit, now).await }));
    write.await?;
    let said = if actor.is_linked {
        "teenagers-withdrawn"
    } else {
        "teenagers-declined"
    };
    Ok(go_saying(&app, HERE, said))
}

/// Where something has to be paid or decided first, the page of applying says so.
async fn submit(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    found: &Prepared,
) -> Result<Response, AppError> {
    let there = format!(
        "/courses/{}/groups/{}/join",
        found.course_id, found.group_id
    );
    let Some(offer) = app.catalogue.current().group(found.group_id).cloned() else {
        return Ok(go_saying(app, HERE, "teenagers-prepared-closed"));
    };
    if may_cost(app, &offer).await? {
        return Ok(go(&there));
    }
    let to = To {
        email: actor.email.clone(),
        lang: actor.lang,
        name: actor.name.clone(),
        payer: Payer::Participant,
    };
    let permit = may_enrol_child(actor, found.group_id, found.person_id);
    match join(app, &permit, &to, ctx.now()).await {
        Ok(Joined::Before(id)) | Err(JoinError::JoinedBefore(id)) => {
            let row = (found.person_id, found.group_id, Some(actor.account_id));
            let now = ctx.now();
            let write = app.db.write(move |tx| {
                Box::pin(async move {
                    let (person, group, by) = row;
                    tx.exec(NOTE_SUBMITTED, &[&person, &group, &now, &by]).await
                })
            });
            write.await.map_err(|error: DbError| error)?;
            Ok(said(app, Joined::Before(id), true))
        }
        Ok(joined) => Ok(said(app, joined, true)),
        Err(JoinError::NoPerson) => Err(AppError::NotFound),
        Err(JoinError::Refused(_)) => Ok(go(&there)),
        Err(JoinError::Database(error)) => Err(error.into()),
    }
}
