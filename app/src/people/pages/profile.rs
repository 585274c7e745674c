//! One's own data (A13).

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{Workplaces, today};
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
}

fn shown(ctx: &Context, actor: &Actor, form: Form, workplaces: Workplaces) -> ProfilePage {
    ProfilePage {
        page: ctx.page(ctx.t().get("people-profile-title")),
        form,
        workplaces,
        email: actor.email.clone(),
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
    let tree = app.organisations.current();
    if !form.value("find").is_empty() {
        let workplaces = Workplaces::of(&ctx, &form, &tree);
        return web::show(&shown(&ctx, &actor, form, workplaces));
    }
    let details = fields::read(&mut form, today(&ctx), &tree);
    let lang = Lang::from_code(form.value("language"));
    if lang.is_none() {
        form.refuse(FieldError::new("language", "choose"));
    }
    let (Some(lang), true) = (lang, form.is_fine()) else {
        let workplaces = Workplaces::of(&ctx, &form, &tree);
        return web::show_refused(&shown(&ctx, &actor, form, workplaces));
    };
    let (permit, now) = (permissions::may_change_own_profile(&actor), ctx.now());
    app.db
        .write(move |tx| {
            Box::pin(async move { actions::change_own(tx, &permit, &details, lang, now).await })
        })
        .await?;
    app.sessions.forget(actor.account_id);
    let mut response = web::go_saying(&app, "/my/profile", "profile-saved");
    // The language that this browser had chosen before would otherwise win.
    cookies::clear(&mut response, &app, cookies::LANG);
    Ok(response)
}
