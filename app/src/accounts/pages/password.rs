//! Changing one's own password.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::{find_account, set_session};
use crate::accounts::actions;
use crate::accounts::letters::Writer;
use crate::accounts::{Actor, devices, permissions, sessions};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::text::clean_email;
use crate::web::{self, AppError, Context, Page, PostedBy};

#[derive(Template)]
#[template(path = "accounts/password.html")]
struct PasswordPage {
    page: Page,
    form: Form,
    /// For the browser's list of passwords.
    email: String,
}

/// The form.
pub(super) async fn page(ctx: Context) -> Result<Response, AppError> {
    web::show(&PasswordPage {
        email: ctx.actor()?.email.clone(),
        page: ctx.page(ctx.t().get("accounts-password-title")),
        form: Form::new(),
    })
}

/// Sets the new password, ends all other sign-ins and gives this browser a new one.
pub(super) async fn change(
    State(app): State<Shared>,
    ctx: Context,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let (actor, mut form) = (posted.actor, posted.form);
    let new = form.value("new_password").to_owned();
    confirm(&app, &ctx, &actor, &mut form).await?;
    form.forget("new_password");
    if form.error("").is_none() {
        let _ = form.take(
            "new_password",
            app.passwords
                .check(&new, &[&actor.email, &actor.name])
                .await,
        );
    }
    if !form.is_fine() {
        return web::show_refused(&PasswordPage {
            email: actor.email.clone(),
            page: ctx.page(ctx.t().get("accounts-password-title")),
            form,
        });
    }
    let hash = app
        .passwords
        .hash(&app.random, new)
        .await
        .ok_or(AppError::Unavailable)?;
    let permit = permissions::may_change_own_password(&actor);
    let (device, network) = (
        devices::describe(ctx.device()),
        devices::network_of(ctx.client()),
    );
    let (random, writer, now) = (app.random.clone(), Writer::new(&app), ctx.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            actions::change_password(tx, &permit, &hash, &writer, now).await?;
            sessions::begin(tx, &random, permit.on(), &device, &network, now).await
        })
    });
    let token = work.await?;
    app.sessions.forget(actor.account_id);
    let mut response = web::go_saying(&app, "/my/profile", "password-changed");
    set_session(&mut response, &app, &token);
    Ok(response)
}

/// Checks the password at hand, which guards what a stranger at an open screen must not do.
pub(super) async fn confirm(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    form: &mut Form,
) -> Result<(), AppError> {
    let password = form.value("password").to_owned();
    form.forget("password");
    if form.error("").is_some() {
        // The form came back after signing in again, without passwords: it is shown before anything is checked.
        return Ok(());
    }
    let key = clean_email(&actor.email)
        .map(|email| email.key)
        .unwrap_or_default();
    if app.limits.sign_in(ctx.client(), &key).is_err() {
        form.refuse(FieldError::new("", "too_many_passwords"));
        return Ok(());
    }
    let hash = find_account(app, &key)
        .await?
        .map(|account| account.password_hash);
    if !app.passwords.fits(password, hash).await {
        form.refuse(FieldError::new("password", "password_wrong"));
    }
    Ok(())
}
