//! One's own data (A13).

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::{Workplaces, limit, today};
use crate::accounts::actions::set_name_and_language;
use crate::accounts::{Actor, permissions};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::i18n::Lang;
use crate::people::{self, actions, fields};
use crate::web::{self, AppError, Context, Page, PostedBy, cookies};

#[derive(Template)]
#[template(path = "people/profile.html")]
struct ProfilePage {
    page: Page,
    form: Form,
    workplaces: Workplaces,
    email: String,
    /// Codes and names of the languages, each in itself.
    languages: [(&'static str, &'static str); 3],
    /// The sign-in of a teenager to the record that a parent holds: the data stand there.
    is_linked: bool,
}

fn shown(ctx: &Context, actor: &Actor, form: Form, workplaces: Workplaces) -> ProfilePage {
    ProfilePage {
        page: ctx.page(ctx.t().get("people-profile-title")),
        form,
        workplaces,
        email: actor.email.clone(),
        is_linked: actor.is_linked,
        languages: [("pl", "Polski"), ("ru", "Русский"), ("en", "English")],
    }
}

/// The form with what is known.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let account_id = actor.account_id;
    let person = app
        .db
        .read(move |tx| Box::pin(async move { people::find_by_account(tx, account_id).await }))
        .await?;
    let tree = app.organisations.current();
    let form = Form::new().with("language", actor.lang.code());
    let form = match person {
        Some(person) => fields::fill(form, &person.details, &tree),
        None => form,
    };
    web::show(&shown(&ctx, actor, form, Workplaces::unsearched()))
}

/// Saves, or looks a workplace up when that button was pressed.
pub(super) async fn change(
    State(app): State<Shared>,
    ctx: Context,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let (actor, mut form) = (posted.actor, posted.form);
    if actor.is_linked {
        return change_language(&app, &ctx, &actor, form).await;
    }
    let tree = app.organisations.current();
    if !form.value("find").is_empty() {
        let workplaces = Workplaces::of(&ctx, &form, &tree);
        return web::show(&shown(&ctx, &actor, form, workplaces));
    }
    let details = fields::read(&mut form, today(&ctx), &tree);
    if form.is_fine()
        && let Err(wait) = limit(&app, &details, today(&ctx))
    {
        form.refuse(wait.on("surname"));
    }
    let lang = Lang::from_code(form.value("language"));
    if lang.is_none() {
        form.refuse(FieldError::new("language", "choose"));
    }
    let (Some(lang), true) = (lang, form.is_fine()) else {
        let workplaces = Workplaces::of(&ctx, &form, &tree);
        return web::show_refused(&shown(&ctx, &actor, form, workplaces));
    };
    let (permit, now) = (permissions::may_change_own_profile(&actor), ctx.now());
    let (own, wanted) = (app.clone(), Arc::new((permit, details)));
    let work = app.db.write_retrying(move |tx| {
        let (own, wanted) = (own.clone(), wanted.clone());
        Box::pin(async move {
            let (permit, details) = &*wanted;
            actions::change_own(tx, &own, permit, (details, lang), now).await
        })
    });
    let is_changed = work.await.map_err(|error: DbError| error)?;
    app.outbox.wake();
    if !is_changed {
        return Ok(web::go("/registered"));
    }
    app.sessions.forget(actor.account_id);
    let mut response = web::go_saying(&app, "/my/profile", "profile-saved");
    // The language that this browser had chosen before would otherwise win.
    cookies::clear(&mut response, &app, cookies::LANG);
    Ok(response)
}

/// What is known of a linked teenager stands on the record that a parent holds; here is only the language.
async fn change_language(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    mut form: Form,
) -> Result<Response, AppError> {
    let Some(lang) = Lang::from_code(form.value("language")) else {
        form.refuse(FieldError::new("language", "choose"));
        return web::show_refused(&shown(ctx, actor, form, Workplaces::unsearched()));
    };
    let (permit, now) = (permissions::may_change_own_profile(actor), ctx.now());
    let name = actor.name.clone();
    let work = app.db.write(move |tx| {
        Box::pin(async move { set_name_and_language(tx, &permit, &name, lang, now).await })
    });
    work.await.map_err(|error: DbError| error)?;
    app.sessions.forget(actor.account_id);
    let mut response = web::go_saying(app, "/my/profile", "profile-saved");
    cookies::clear(&mut response, app, cookies::LANG);
    Ok(response)
}
